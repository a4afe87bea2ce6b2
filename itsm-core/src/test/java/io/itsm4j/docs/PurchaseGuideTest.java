package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.Arrival;
import io.itsm4j.purchase.Contract;
import io.itsm4j.purchase.ContractKind;
import io.itsm4j.purchase.ContractState;
import io.itsm4j.purchase.Covered;
import io.itsm4j.purchase.DraftContract;
import io.itsm4j.purchase.GiveUp;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.purchase.PurchaseProgress;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiptTargets;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.ReceivingStatus;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.Renewal;
import io.itsm4j.purchase.ReverseReceipt;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.Part;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PurchaseGuideTest {

    private final Actor bea = Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER);
    private final Actor rex = Actor.of("acme", "rex", PurchaseLifecycle.STOREKEEPER);
    private final Actor dora = Actor.of("acme", "dora", Role.MANAGER);
    private final ApprovalPolicy boss =
            ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("dora")));
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

    /** Keeps what arrives in a list of the host's. */
    private static final class Cellar implements ReceiptTargets {

        @Override
        public List<String> receive(Ledger ledger, Arrival arrival) {
            return List.of(ledger.newId());
        }

        @Override
        public void takeBack(Ledger ledger, Arrival arrival, List<String> made) {}
    }

    @Test
    void ports_of_the_hosts_own() {
        ReceiptTargets cellar = new Cellar();
        // region purchase-ports
        Itsm itsm = Itsm.builder()
                .clock(clock)
                .purchasePolicy(PurchasePolicy.STANDARD.approvedBy(boss))
                .purchasePorts(PurchasePorts.NONE.receiving(cellar))
                .build();
        // endregion
        TicketId id = itsm.as(bea)
                .purchases()
                .open(
                        OpenTicket.titled("Cables"),
                        PlanPurchase.of(WantedLine.stock("any id of the host's", "Cable", 1)
                                .at("1", "EUR")))
                .id();
        assertThat(itsm.as(bea).purchases().submit(id).state()).isEqualTo(PurchaseLifecycle.AWAITING_APPROVAL);
    }

    @Test
    void wanted_ordered_received() {
        Itsm itsm = Itsm.builder().clock(clock).build();
        String cellar =
                itsm.as(rex).stock().openStore(DefineStore.named("Cellar")).id();

        // region purchase-limits
        itsm.as(dora)
                .purchases()
                .define(SpendingLimits.of(
                        "EUR",
                        SpendingBand.free(Money.none("EUR")),
                        SpendingBand.from(Money.of(new BigDecimal("100"), "EUR"), boss)));
        // endregion

        // region purchase-first
        Part cable = itsm.as(rex).stock().definePart(DefinePart.named("Network cable 2 m"));
        Supplier supplier = itsm.as(bea)
                .suppliers()
                .register(RegisterSupplier.named("Office World").supplying("cables"));
        Purchases purchases = itsm.as(bea).purchases();
        TicketId id = purchases
                .open(
                        OpenTicket.titled("Cables for the new floor"),
                        PlanPurchase.of(WantedLine.stock(cable.id(), cable.name(), 100)
                                        .at("1.95", "EUR")
                                        .tolerating(5)) // percent
                                .paidBy("IT-4711", "2026 hardware"))
                .id();
        purchases.submit(id);
        // endregion
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.AWAITING_APPROVAL);
        itsm.as(dora)
                .approvals()
                .approve(Objects.requireNonNull(
                                purchases.get(id).details().clearance().mark())
                        .approval());

        // region purchase-receive
        purchases.order(id, OrderGoods.from(supplier.id()).called("OW-20931"));
        itsm.as(rex)
                .purchases()
                .receive(
                        id, ReceiveGoods.of(ReceivedLine.of(1, 60)).into(cellar).noted("LS-1"));
        PurchaseProgress progress = purchases.progress(id); // 60 received, 40 outstanding
        // endregion
        assertThat(progress.status()).isEqualTo(ReceivingStatus.PARTLY);
        assertThat(progress.lines().get(0).outstanding()).isEqualTo(40);
        assertThat(itsm.as(rex).stock().item(cable.id(), cellar).orElseThrow().onHand())
                .isEqualTo(60);

        Receipt first = purchases.receipts(id, PageRequest.all()).items().get(0);
        // region purchase-reverse
        itsm.as(rex)
                .purchases()
                .reverse(id, ReverseReceipt.of(first.id(), "Wrong colour").only(10));
        purchases.giveUp(id, GiveUp.all("Sold out"));
        // endregion
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.RECEIVED);
        assertThat(purchases.progress(id).value()).contains(Money.of(9750, "EUR"));
        assertThat(itsm.as(rex).stock().item(cable.id(), cellar).orElseThrow().onHand())
                .isEqualTo(50);
    }

    @Test
    void a_contract_renews_itself() {
        Itsm itsm = Itsm.builder().clock(clock).build();
        Supplier supplier = itsm.as(bea).suppliers().register(RegisterSupplier.named("Office World"));
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant until = Instant.parse("2027-01-01T00:00:00Z");
        // region purchase-contract
        Contract contract = itsm.as(bea)
                .contracts()
                .draft(DraftContract.with(supplier.id(), ContractKind.MAINTENANCE, "Printers of the south")
                        .valid(from, until)
                        .renewed(Renewal.automatic(12, 90)) // months, days
                        .at(new BigDecimal("1200"), "EUR")
                        .covering(Covered.asset("printer-1"), Covered.service("printing")));
        itsm.as(bea).contracts().activate(contract.id());
        // endregion
        clock.set(until);
        while (itsm.processDue(10).done() > 0) {
            assertThat(itsm.as(bea).contracts().get(contract.id()).version()).isPositive();
        }
        // region purchase-covering
        List<Contract> all = itsm.as(bea).contracts().covering(Covered.service("printing"));
        // endregion
        assertThat(all).extracting(Contract::state).containsExactly(ContractState.RENEWED, ContractState.ACTIVE);
    }
}
