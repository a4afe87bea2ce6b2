package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.LineProgress;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.ReceivingStatus;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A purchase told as a story, and what it takes to want something. */
public abstract class PurchaseStories extends PurchaseContract {

    @Test
    void from_the_wish_to_the_last_receipt() {
        TicketId id = wanted(laptopsAndCables());
        Ticket<Purchase> purchase = purchases.get(id);
        assertThat(purchase.number()).isEqualTo("PUR0000001");
        assertThat(purchase.state()).isEqualTo(PurchaseLifecycle.DRAFT);
        assertThat(purchase.details().wanted().total()).contains(Money.of(new BigDecimal("3144.70"), "EUR"));

        assertThat(purchases.submit(id).state()).isEqualTo(PurchaseLifecycle.AWAITING_APPROVAL);
        approve(id);
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.APPROVED);
        purchases.order(id, OrderGoods.from(supplier.id()).called("OW-1").expectedAt(NINE.plus(DAY)));
        stands(id, PurchaseLifecycle.ORDERED, ReceivingStatus.NOTHING);

        receive(id, ReceivedLine.serials(1, "S-1", "S-2"), ReceivedLine.of(2, 60));
        stands(id, PurchaseLifecycle.PARTIALLY_RECEIVED, ReceivingStatus.PARTLY);
        receive(id, ReceivedLine.of(1, 1), ReceivedLine.of(2, 40), ReceivedLine.of(3, 1));
        stands(id, PurchaseLifecycle.RECEIVED, ReceivingStatus.ALL);

        assertThat(purchases.progress(id).lines())
                .extracting(LineProgress::ordered, LineProgress::received, LineProgress::outstanding)
                .containsExactly(tuple(3L, 3L, 0L), tuple(100L, 100L, 0L), tuple(1L, 1L, 0L));
        assertThat(purchases.progress(id).value()).contains(Money.of(314470, "EUR"));
        assertThat(warehouse.notes)
                .containsExactly(
                        "in 60 cable-2m [] at 1.95 EUR to cellar",
                        "in 2 laptop [S-1, S-2] at 899.90 EUR to cellar",
                        "in 40 cable-2m [] at 1.95 EUR to cellar",
                        "in 1 laptop [] at 899.90 EUR to cellar");
        assertThat(purchases.close(id).state()).isEqualTo(PurchaseLifecycle.CLOSED);
        assertThat(events(id))
                .containsExactly(
                        "TicketOpened",
                        "PurchaseSubmitted",
                        "PurchaseApproved",
                        "PurchaseOrdered",
                        "GoodsReceived",
                        "PurchasePartiallyReceived",
                        "GoodsReceived",
                        "PurchaseReceived",
                        "TicketClosed");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_purchase_is_read_back_as_it_was_written() {
        TicketId id = ordered(laptopsAndCables().from(supplier.id()).neededBy(NINE.plus(DAY)));
        receive(id, ReceivedLine.of(2, 7));
        Purchase purchase = purchases.get(id).details();

        assertThat(purchase.wanted().costCentre()).isEqualTo("IT-4711");
        assertThat(purchase.wanted().budget()).isEqualTo("2026 hardware");
        assertThat(purchase.wanted().neededBy()).isEqualTo(NINE.plus(DAY));
        assertThat(purchase.wanted().line(2).orElseThrow().unitPrice()).isEqualTo(Money.of(195, "EUR"));
        assertThat(purchase.order().reference()).isEqualTo("OW-1");
        assertThat(purchase.order().orderedBy()).isEqualTo(bea.id());
        Receipt receipt = receipts(id).get(0);
        assertThat(receipt)
                .isEqualTo(new Receipt(
                        receipt.id(),
                        ACME,
                        id,
                        2,
                        Receipt.Kind.RECEIVED,
                        7,
                        null,
                        0,
                        "cellar",
                        "LS-1",
                        receipt.made(),
                        rex.id(),
                        NINE));
        assertThat(receipt.made()).hasSize(1);
        assertThat(purchases
                        .page(PageRequest.of(Purchases.SUPPLIER.is(supplier.id())))
                        .items())
                .extracting(Ticket::id)
                .containsExactly(id);
        assertThat(purchases.count(Purchases.COST_CENTRE.is("IT-4711"))).isEqualTo(1);
        assertThat(purchases.count(Purchases.REFERENCE.is("OW-2"))).isZero();
        assertThat(purchases.count(Purchases.EXPECTED_AT.atMost(NINE.plus(DAY))))
                .isEqualTo(1);
    }

    @Test
    void everything_that_is_wrong_with_the_lines_is_said_at_once() {
        InvalidInput refusal = refused(
                InvalidInput.class,
                "PRICE_DIGITS",
                () -> wanted(PlanPurchase.of(
                        WantedLine.stock("a", "A", 1).at("1.005", "EUR"),
                        WantedLine.stock(null, "B", 1).at("1", "USD"),
                        WantedLine.service("C", 1).at("-1", "EUR"),
                        WantedLine.service("D", 1).at("1", "XAU"),
                        WantedLine.service("E", 1).at("1", "EUR"),
                        WantedLine.service("F", 1).at("1", "JPY"))));
        assertThat(refusal.faults())
                .extracting(InvalidInput.Fault::field, InvalidInput.Fault::code)
                .containsExactly(
                        tuple("lines[0].unitPrice", "PRICE_DIGITS"),
                        tuple("lines[1].item", "REQUIRED"),
                        tuple("lines[2].unitPrice", "OUT_OF_LIMIT"),
                        tuple("lines[3].currency", "UNKNOWN"),
                        tuple("lines", "CURRENCY_MIXED"));
        refused(InvalidInput.class, "REQUIRED", () -> wanted(PlanPurchase.of(WantedLine.service(" ", 1))));
        assertThat(purchases.count(io.itsm4j.storage.Criterion.all())).isZero();
    }

    @Test
    void nothing_is_asked_for_that_has_no_line() {
        TicketId id = purchases.open(OpenTicket.titled("Nothing")).id();
        refusedBy("HAS_LINES", () -> purchases.submit(id));
        purchases.plan(id, laptopsAndCables());
        assertThat(purchases.submit(id).state()).isEqualTo(PurchaseLifecycle.AWAITING_APPROVAL);
    }

    @Test
    void what_the_stock_proposes_is_taken_up_once() {
        warehouse.proposes("p-1", "cable-2m", 80, Money.of(180, "EUR"));

        Ticket<Purchase> purchase = purchases.openFor("p-1", "EUR", OpenTicket.titled("Cables run low"));

        assertThat(purchase.details().wanted().proposal()).isEqualTo("p-1");
        assertThat(purchase.details().wanted().total()).contains(Money.of(80 * 180, "EUR"));
        assertThat(purchases.count(Purchases.PROPOSAL.is("p-1"))).isEqualTo(1);
        refused(NotFound.class, "NOT_FOUND", () -> purchases.openFor("p-1", "EUR", OpenTicket.titled("Again")));
        purchases.cancel(purchase.id(), "found some in the attic");
        assertThat(warehouse.notes).containsExactly("taken p-1", "taken p-1", "ended");
    }

    @Test
    void a_rejected_answer_to_the_stock_answers_what_is_proposed_when_it_is_revised() {
        warehouse.proposes("p-1", "cable-2m", 80, Money.of(180, "EUR"));
        warehouse.proposes("p-1'", "cable-2m", 85, Money.of(180, "EUR"));
        TicketId id = purchases
                .openFor("p-1", "EUR", OpenTicket.titled("Cables run low"))
                .id();
        purchases.submit(id);
        reject(id);
        purchases.revise(id, "cheaper ones");
        assertThat(purchases.get(id).details().wanted().proposal()).isEqualTo("p-1'");
        purchases.submit(id);
        purchases.revise(id, "one more thought");
        assertThat(purchases.get(id).details().wanted().proposal()).isEqualTo("p-1'");
        purchases.submit(id);
        reject(id);

        purchases.revise(id, "nobody proposes it any more");

        assertThat(purchases.get(id).details().wanted().proposal()).isNull();
        assertThat(purchases.get(id).details().wanted().lines()).hasSize(1);
        assertThat(purchases.count(Purchases.PROPOSAL.is("p-1'"))).isZero();
        assertThat(warehouse.notes)
                .containsExactly("taken p-1", "ended", "taken again p-1", "ended", "taken again p-1'");
    }

    @Test
    void what_nobody_can_take_in_is_neither_planned_nor_asked_for_nor_ordered() {
        warehouse.forbidden.add("cable-2m");
        InvalidInput refusal = refused(InvalidInput.class, "UNKNOWN", () -> wanted(laptopsAndCables()));
        assertThat(refusal.faults())
                .extracting(InvalidInput.Fault::field, InvalidInput.Fault::detail)
                .containsExactly(
                        tuple("lines[1].item", java.util.Map.of("field", "lines[1].item", "value", "cable-2m")));
        warehouse.forbidden.clear();
        TicketId asked = wanted(laptopsAndCables());
        TicketId approved = approved(laptopsAndCables());
        warehouse.forbidden.add("laptop");

        refused(InvalidInput.class, "UNKNOWN", () -> purchases.plan(asked, laptopsAndCables()));
        refused(InvalidInput.class, "UNKNOWN", () -> purchases.submit(asked));
        InvalidInput late =
                refused(InvalidInput.class, "UNKNOWN", () -> purchases.order(approved, OrderGoods.from(supplier.id())));

        assertThat(late.faults()).extracting(InvalidInput.Fault::field).containsExactly("lines[0].item");
        stands(asked, PurchaseLifecycle.DRAFT, ReceivingStatus.NOTHING);
        stands(approved, PurchaseLifecycle.APPROVED, ReceivingStatus.NOTHING);
        purchases.plan(approved, PlanPurchase.of(WantedLine.service("Set up", 1).at("250", "EUR")));
        stands(approved, PurchaseLifecycle.DRAFT, ReceivingStatus.NOTHING);
    }
}
