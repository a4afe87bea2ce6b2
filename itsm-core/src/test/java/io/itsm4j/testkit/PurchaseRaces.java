package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.ReverseReceipt;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.SupplierStatus;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.StockItem;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries that arrive at the same moment. */
public abstract class PurchaseRaces extends Contract {

    private final Actor bea =
            Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER, PurchaseLifecycle.STOREKEEPER);

    private Itsm itsm;
    private Purchases here;
    private Purchases there;
    private Supplier supplier;
    private String cable;
    private String cellar;

    @BeforeEach
    void two_nodes() {
        itsm = builder().build();
        here = itsm.as(bea).purchases();
        there = otherNode().build().as(bea).purchases();
        itsm.as(carol).purchases().define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))));
        supplier = itsm.as(bea).suppliers().register(RegisterSupplier.named("Office World"));
        cable = itsm.as(bea).stock().definePart(DefinePart.named("Cable")).id();
        cellar = itsm.as(bea).stock().openStore(DefineStore.named("Cellar")).id();
    }

    private ReceiveGoods delivery(long quantity) {
        return ReceiveGoods.of(ReceivedLine.of(1, quantity)).into(cellar);
    }

    private void assertStock(long onHand) {
        StockItem item = itsm.as(bea).stock().item(cable, cellar).orElseThrow();
        assertThat(item.onHand()).isEqualTo(onHand);
        assertThat(itsm.as(bea).stock().check(item.id()).isRight()).isTrue();
    }

    private TicketId approved() {
        TicketId id = here.open(
                        OpenTicket.titled("Cables"),
                        PlanPurchase.of(WantedLine.stock(cable, "Cable", 10)
                                .at("1", "EUR")
                                .tolerating(10)))
                .id();
        here.submit(id);
        return id;
    }

    private TicketId ordered() {
        TicketId id = approved();
        here.order(id, OrderGoods.from(supplier.id()));
        return id;
    }

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    private List<Receipt> receipts(TicketId id) {
        return here.receipts(id, PageRequest.all()).items();
    }

    @Test
    void two_deliveries_at_once_never_exceed_what_was_ordered_and_is_tolerated() {
        for (int round = 0; round < 5; round++) {
            TicketId id = ordered();
            ReceiveGoods six = delivery(6);

            List<Outcome<Long>> outcomes = Together.run(
                    () -> here.receive(id, six).version(),
                    () -> there.receive(id, six).version());

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsExactly("RECEIPT_TOO_MUCH");
            assertThat(receipts(id)).extracting(Receipt::quantity).containsExactly(6L);
            assertThat(here.get(id).details().total(1).received()).isEqualTo(6);
        }
    }

    @Test
    void many_deliveries_of_one_fill_the_order_and_its_tolerance_exactly() {
        TicketId id = ordered();
        ReceiveGoods one = delivery(1);
        List<Callable<Integer>> carriers = new ArrayList<>();
        for (int carrier = 0; carrier < fixture().parallelCommands(); carrier++) {
            Purchases node = carrier % 2 == 0 ? here : there;
            carriers.add(() -> {
                int taken = 0;
                for (int i = 0; i < 4; i++) {
                    try {
                        node.receive(id, one);
                        taken++;
                    } catch (io.itsm4j.RuleViolated full) {
                        assertThat(full.code()).isEqualTo("RECEIPT_TOO_MUCH");
                    }
                }
                return taken;
            });
        }

        List<Outcome<Integer>> outcomes = Together.run(carriers);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(outcomes.stream()
                        .mapToInt(outcome -> outcome.value().orElseThrow())
                        .sum())
                .isEqualTo(11);
        assertThat(receipts(id)).hasSize(11);
        assertThat(here.progress(id).lines().get(0).received()).isEqualTo(11);
        assertThat(here.get(id).details().total(1).received()).isEqualTo(11);
        assertThat(here.get(id).state()).isEqualTo(PurchaseLifecycle.RECEIVED);
        assertStock(11);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void one_receipt_goes_back_once_however_many_take_it_back() {
        TicketId id = ordered();
        here.receive(id, delivery(10));
        ReverseReceipt all = ReverseReceipt.of(receipts(id).get(0).id(), "wrong");

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.reverse(id, all).version(),
                () -> there.reverse(id, all).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(receipts(id)).extracting(Receipt::quantity).containsExactlyInAnyOrder(10L, -10L);
        assertStock(0);
        assertThat(here.get(id).state()).isEqualTo(PurchaseLifecycle.ORDERED);
    }

    @Test
    void deliveries_of_different_purchases_do_not_stand_in_each_others_way() {
        TicketId one = ordered();
        TicketId other = ordered();
        ReceiveGoods all = delivery(10);

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.receive(one, all).version(),
                () -> there.receive(other, all).version());

        assertThat(codes(outcomes)).isEmpty();
        assertThat(receipts(one)).hasSize(1);
        assertThat(receipts(other)).hasSize(1);
        assertStock(20);
    }

    @Test
    void nothing_is_ordered_from_a_supplier_that_is_archived_at_the_same_moment() {
        for (int round = 0; round < 5; round++) {
            TicketId id = approved();
            Supplier whom = itsm.as(bea).suppliers().register(RegisterSupplier.named("Round " + round));

            List<Outcome<Object>> outcomes = Together.run(
                    () -> here.order(id, OrderGoods.from(whom.id())),
                    () -> itsm.as(bea).suppliers().archive(whom.id(), "closed"));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            boolean wasOrdered = outcomes.get(0).succeeded();
            if (wasOrdered) {
                assertThat(outcomes.get(1).failure()).containsInstanceOf(InUse.class);
            }
            assertThat(itsm.as(bea).suppliers().get(whom.id()).status())
                    .isEqualTo(wasOrdered ? SupplierStatus.ACTIVE : SupplierStatus.ARCHIVED);
            assertThat(here.get(id).state())
                    .isEqualTo(wasOrdered ? PurchaseLifecycle.ORDERED : PurchaseLifecycle.APPROVED);
        }
    }

    @Test
    void of_two_suppliers_registered_at_once_one_gets_the_name() {
        List<Outcome<Supplier>> outcomes = Together.run(
                () -> itsm.as(bea).suppliers().register(RegisterSupplier.named("Cable Corner")),
                () -> itsm.as(carol).suppliers().register(RegisterSupplier.named("cable corner")));
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("DUPLICATE_NAME");
    }
}
