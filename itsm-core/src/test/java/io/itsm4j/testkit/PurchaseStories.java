package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Quorum;
import io.itsm4j.input.Money;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.purchase.GiveUp;
import io.itsm4j.purchase.LineProgress;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.ReceivingStatus;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.ReverseReceipt;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchases told as stories: wanted, approved, ordered, received bit by bit, and what goes wrong on the way. */
public abstract class PurchaseStories extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Actor bea = Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER);
    private final Actor rex = Actor.of("acme", "rex", PurchaseLifecycle.STOREKEEPER);
    private final Actor dora = Actor.of("acme", "dora", Role.AGENT, Role.MANAGER);

    private Warehouse warehouse;
    private Itsm itsm;
    private Purchases purchases;
    private Supplier supplier;

    @BeforeEach
    void monday_nine_o_clock() {
        warehouse = new Warehouse();
        itsm = builder()
                .directory(new Staff()
                        .person("dora", dora.roles())
                        .person("carol", carol.roles())
                        .person("bea", bea.roles())
                        .reporting("bea", "dora"))
                .purchasePorts(warehouse.ports())
                .purchasePolicy(PurchasePolicy.STANDARD.approvedBy(
                        ApprovalPolicy.named("purchase", ApprovalStep.asking("boss", Approver.person("dora")))))
                .build();
        purchases = itsm.as(bea).purchases();
        supplier = itsm.as(bea).suppliers().register(RegisterSupplier.named("Office World"));
    }

    private static PlanPurchase laptopsAndCables() {
        return PlanPurchase.of(
                        WantedLine.assets("laptop", "ThinkBook 14", 3).at("899.90", "EUR"),
                        WantedLine.stock("cable-2m", "Network cable 2 m", 100)
                                .at("1.95", "EUR")
                                .tolerating(5),
                        WantedLine.service("Set up on site", 1).at("250", "EUR"))
                .paidBy("IT-4711", "2026 hardware")
                .because("Three people join in April");
    }

    private TicketId wanted(PlanPurchase plan) {
        return purchases.open(OpenTicket.titled("New desks"), plan).id();
    }

    private TicketId submitted(PlanPurchase plan) {
        TicketId id = wanted(plan);
        purchases.submit(id);
        return id;
    }

    private TicketId approved(PlanPurchase plan) {
        TicketId id = submitted(plan);
        approve(id);
        return id;
    }

    private TicketId ordered(PlanPurchase plan) {
        TicketId id = approved(plan);
        purchases.order(id, OrderGoods.from(supplier.id()).called("OW-1").expectedAt(NINE.plus(DAY)));
        return id;
    }

    private void approve(TicketId id) {
        itsm.as(dora)
                .approvals()
                .approve(purchases.get(id).details().clearance().mark().approval());
    }

    private void reject(TicketId id) {
        itsm.as(dora)
                .approvals()
                .reject(purchases.get(id).details().clearance().mark().approval(), "too dear");
    }

    private Purchases receiving() {
        return itsm.as(rex).purchases();
    }

    private void receive(TicketId id, ReceivedLine... lines) {
        receiving().receive(id, ReceiveGoods.of(lines).into("cellar").noted("LS-1"));
    }

    private List<Receipt> receipts(TicketId id) {
        return purchases.receipts(id, PageRequest.all()).items();
    }

    private List<String> events(TicketId id) {
        return purchases.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    private void stands(TicketId id, io.itsm4j.lifecycle.State state, ReceivingStatus status) {
        assertThat(purchases.get(id).state()).isEqualTo(state);
        assertThat(purchases.progress(id).status()).isEqualTo(status);
    }

    private static void refusedBy(String guard, ThrowingCallable work) {
        assertThat(refused(TransitionRefused.class, "GUARD", work).failedGuards())
                .contains(guard);
    }

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

    // --- wanting --------------------------------------------------------------------------------------------

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

    // --- approving ------------------------------------------------------------------------------------------

    @Test
    void who_wants_it_never_approves_it() {
        Purchases hers = itsm.as(dora).purchases();
        TicketId id = hers.open(OpenTicket.titled("A chair for me"), laptopsAndCables())
                .id();
        RuleViolated nobody = refused(RuleViolated.class, "APPROVERS_NONE", () -> hers.submit(id));
        assertThat(nobody.detail()).containsKey("step");
        assertThat(hers.get(id).state()).isEqualTo(PurchaseLifecycle.DRAFT);
    }

    @Test
    void a_rejected_purchase_can_be_revised_and_asked_for_again() {
        TicketId id = submitted(laptopsAndCables());
        reject(id);
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.REJECTED);

        assertThat(purchases.revise(id, "cheaper ones").state()).isEqualTo(PurchaseLifecycle.DRAFT);
        purchases.plan(
                id, PlanPurchase.of(WantedLine.assets("laptop", "Basic 14", 3).at("499", "EUR")));
        purchases.submit(id);
        approve(id);

        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.APPROVED);
    }

    @Test
    void changing_the_lines_while_votes_are_out_asks_everybody_again() {
        TicketId id = submitted(laptopsAndCables());
        String approval = purchases.get(id).details().clearance().mark().approval();
        purchases.plan(id, laptopsAndCables().paidBy("HR-1", null));

        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.AWAITING_APPROVAL);
        assertThat(purchases.get(id).details().clearance().mark().approval()).isEqualTo(approval);
        assertThat(purchases.get(id).details().clearance().mark().round()).isEqualTo(2);
        purchases.plan(id, laptopsAndCables().paidBy("HR-1", null).because("another reason is no other content"));
        assertThat(purchases.get(id).details().clearance().mark().round()).isEqualTo(2);
    }

    @Test
    void changing_the_lines_after_the_approval_voids_it() {
        TicketId id = approved(laptopsAndCables());
        purchases.plan(
                id, PlanPurchase.of(WantedLine.assets("laptop", "Gold 14", 3).at("4999", "EUR")));

        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.DRAFT);
        assertThat(purchases.get(id).details().clearance().given()).isFalse();
        refused(TransitionRefused.class, "TRANSITION", () -> purchases.order(id, OrderGoods.from(supplier.id())));
        purchases.submit(id);
        approve(id);
        purchases.order(id, OrderGoods.from(supplier.id()));
        refused(TransitionRefused.class, "TRANSITION", () -> purchases.plan(id, laptopsAndCables()));
    }

    @Test
    void who_is_asked_follows_from_the_total_by_limits_that_are_data() {
        ApprovalPolicy boss = ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("dora")));
        ApprovalPolicy both = ApprovalPolicy.named(
                "board",
                ApprovalStep.asking("board", Approver.person("dora"), Approver.person("carol"))
                        .needing(Quorum.all()));
        itsm.as(dora)
                .purchases()
                .define(SpendingLimits.of(
                        "EUR",
                        SpendingBand.free(Money.none("EUR")),
                        SpendingBand.from(Money.of(10000, "EUR"), boss),
                        SpendingBand.from(Money.of(500000, "EUR"), both)));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> purchases.define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR")))));

        TicketId petty = submitted(PlanPurchase.of(WantedLine.service("Cake", 1).at("99.99", "EUR")));
        assertThat(purchases.get(petty).state()).isEqualTo(PurchaseLifecycle.APPROVED);
        assertThat(purchases.get(petty).details().clearance().exempt()).isTrue();

        TicketId middle =
                submitted(PlanPurchase.of(WantedLine.service("Work", 1).at("100", "EUR")));
        assertThat(asked(middle)).containsExactly("dora");
        purchases.plan(middle, PlanPurchase.of(WantedLine.service("Work", 50).at("100", "EUR")));
        assertThat(asked(middle)).containsExactlyInAnyOrder("dora", "carol");
        purchases.plan(middle, PlanPurchase.of(WantedLine.service("Work", 1).at("1", "EUR")));
        assertThat(purchases.get(middle).state()).isEqualTo(PurchaseLifecycle.APPROVED);
        assertThat(itsm.as(bea).approvals().page(PageRequest.all()).items())
                .extracting(Approval::state)
                .containsOnly(Approval.State.WITHDRAWN);

        TicketId dollars =
                submitted(PlanPurchase.of(WantedLine.service("Work", 1).at("1", "USD")));
        assertThat(asked(dollars)).as("the policy, where no limits are defined").containsExactly("dora");
        assertThat(purchases.limits("EUR").orElseThrow().bands()).hasSize(3);
        itsm.as(dora).purchases().retireLimits("EUR");
        assertThat(purchases.limits("EUR")).isEmpty();
    }

    private List<String> asked(TicketId id) {
        String approval = purchases.get(id).details().clearance().mark().approval();
        return List.of(dora, carol).stream()
                .filter(person ->
                        itsm.as(person).approvals().mine(PageRequest.of(Asked.APPROVAL.is(approval))).items().stream()
                                .findFirst()
                                .isPresent())
                .map(person -> person.id().value())
                .toList();
    }

    @Test
    void limits_begin_with_nothing_and_ascend_in_one_currency() {
        refused(
                InvalidInput.class,
                "BANDS_ASCEND",
                () -> SpendingLimits.of("EUR", SpendingBand.free(Money.of(1, "EUR"))));
        refused(
                InvalidInput.class,
                "BANDS_ASCEND",
                () -> SpendingLimits.of("EUR", SpendingBand.free(Money.none("USD"))));
        refused(
                InvalidInput.class,
                "BANDS_ASCEND",
                () -> SpendingLimits.of(
                        "EUR", SpendingBand.free(Money.none("EUR")), SpendingBand.free(Money.none("EUR"))));
        refused(InvalidInput.class, "UNKNOWN", () -> SpendingLimits.of("EURO", SpendingBand.free(Money.none("EUR"))));
        assertThat(itsm.as(dora)
                        .purchases()
                        .define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))))
                        .revision())
                .isEqualTo(1);
    }

    // --- ordering -------------------------------------------------------------------------------------------

    @Test
    void it_is_ordered_by_a_buyer_from_the_supplier_that_was_approved() {
        Supplier other = itsm.as(bea).suppliers().register(RegisterSupplier.named("Cable Corner"));
        TicketId free = approved(laptopsAndCables());
        TicketId bound = approved(laptopsAndCables().from(supplier.id()));

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).purchases().order(free, OrderGoods.from(other.id())));
        refusedBy("HAS_AN_ORDER", () -> purchases.order(free, OrderGoods.asWanted()));
        refused(NotFound.class, "NOT_FOUND", () -> purchases.order(free, OrderGoods.from("no-such-supplier")));
        refused(RuleViolated.class, "PURCHASE_SUPPLIER", () -> purchases.order(bound, OrderGoods.from(other.id())));
        itsm.as(bea).suppliers().suspend(other.id(), "late thrice");
        refused(RuleViolated.class, "SUPPLIER_STATUS", () -> purchases.order(free, OrderGoods.from(other.id())));

        assertThat(purchases.order(bound, OrderGoods.asWanted()).details().supplier())
                .isEqualTo(supplier.id());
        refused(TransitionRefused.class, "TRANSITION", () -> purchases.order(bound, OrderGoods.asWanted()));
    }

    @Test
    void a_delivery_that_is_late_is_told_of_at_once_then_again_and_at_last_to_the_manager() {
        TicketId id = ordered(laptopsAndCables());
        clock.advance(DAY);
        assertThat(itsm.processDue(10).done()).isEqualTo(1);
        assertThat(itsm.processDue(10).done()).isZero();
        clock.advance(Duration.ofDays(3));
        itsm.processDue(10);
        assertThat(events(id)).filteredOn("DeliveryOverdue"::equals).hasSize(2);
        clock.advance(Duration.ofDays(30));
        itsm.processDue(10);
        itsm.processDue(10);
        assertThat(events(id)).filteredOn("DeliveryOverdue"::equals).hasSize(2);
        assertThat(events(id)).filteredOn("DeliveryEscalated"::equals).hasSize(1);
        assertThat(purchases.get(id).assignment().assignee()).isEqualTo(bea.id());
        assertThat(purchases.tickets().journal(id, PageRequest.all()).items())
                .filteredOn(entry -> entry.event().equals("DeliveryEscalated"))
                .allSatisfy(entry -> assertThat(entry.personal().values())
                        .extracting(salted -> salted.value())
                        .contains("dora"));

        purchases.reschedule(id, clock.instant().plus(DAY), "they promised");
        assertThat(itsm.processDue(10).done()).isZero();
        clock.advance(Duration.ofDays(30));
        itsm.processDue(10);
        assertThat(events(id))
                .as("whoever comes back late is told once, and that is the last time")
                .filteredOn("DeliveryEscalated"::equals)
                .hasSize(2);
        assertThat(events(id)).filteredOn("DeliveryOverdue"::equals).hasSize(2);
    }

    // --- receiving ------------------------------------------------------------------------------------------

    @Test
    void more_than_was_ordered_comes_in_only_as_far_as_it_is_tolerated() {
        TicketId id = ordered(laptopsAndCables());
        receive(id, ReceivedLine.of(2, 100));
        RuleViolated refusal =
                refused(RuleViolated.class, "RECEIPT_TOO_MUCH", () -> receive(id, ReceivedLine.of(2, 6)));
        assertThat(refusal.detail()).containsEntry("limit", 5L);
        refused(RuleViolated.class, "RECEIPT_TOO_MUCH", () -> receive(id, ReceivedLine.of(1, 4)));
        receive(id, ReceivedLine.of(2, 5));
        refused(RuleViolated.class, "RECEIPT_TOO_MUCH", () -> receive(id, ReceivedLine.of(2, 1)));

        assertThat(receipts(id)).hasSize(2);
        assertThat(purchases.progress(id).lines().get(1).received()).isEqualTo(105);
        assertThat(warehouse.notes).hasSize(2);
    }

    @Test
    void a_delivery_that_is_not_right_is_refused_whole() {
        TicketId id = ordered(laptopsAndCables());
        InvalidInput refusal = refused(
                InvalidInput.class,
                "SERIALS_COUNT",
                () -> receive(
                        id,
                        new ReceivedLine(1, 3, List.of("S-1", "S-1")),
                        ReceivedLine.of(9, 1),
                        ReceivedLine.of(2, 1),
                        ReceivedLine.of(2, 1)));
        assertThat(refusal.faults())
                .extracting(InvalidInput.Fault::code)
                .containsExactly("SERIALS_COUNT", "TWICE", "UNKNOWN", "TWICE");
        refused(InvalidInput.class, "OUT_OF_LIMIT", () -> receive(id, ReceivedLine.of(2, 0)));
        warehouse.full = true;
        refused(RuleViolated.class, "SUPPLIER_STATUS", () -> receive(id, ReceivedLine.of(2, 1)));

        assertThat(receipts(id)).isEmpty();
        stands(id, PurchaseLifecycle.ORDERED, ReceivingStatus.NOTHING);
    }

    @Test
    void who_approved_it_alone_does_not_receive_it() {
        TicketId id = ordered(laptopsAndCables());
        refusedBy(
                "RECEIVER_IS_NOT_SOLE_APPROVER",
                () -> itsm.as(dora).purchases().receive(id, ReceiveGoods.of(ReceivedLine.of(2, 1))));
        assertThat(receipts(id)).isEmpty();
        receive(id, ReceivedLine.of(2, 1));
        assertThat(receipts(id)).hasSize(1);
    }

    @Test
    void a_wrong_delivery_goes_back_as_a_row_below_zero() {
        TicketId id = ordered(laptopsAndCables());
        receive(id, ReceivedLine.of(2, 100));
        String receipt = receipts(id).get(0).id();
        clock.advance(DAY);

        receiving().reverse(id, ReverseReceipt.of(receipt, "wrong colour").only(30));
        assertThat(purchases.progress(id).lines().get(1).outstanding()).isEqualTo(30);
        receiving().reverse(id, ReverseReceipt.of(receipt, "the rest too"));

        assertThat(receipts(id)).extracting(Receipt::quantity).containsExactly(100L, -30L, -70L);
        assertThat(receipts(id)).extracting(Receipt::reversible).containsExactly(0L, 0L, 0L);
        assertThat(receipts(id).get(2).note()).isEqualTo("the rest too");
        stands(id, PurchaseLifecycle.ORDERED, ReceivingStatus.NOTHING);
        refused(RuleViolated.class, "RECEIPT_REVERSED", () -> receive(id, receipt));
        assertThat(warehouse.notes).contains("out 30 cable-2m of 1", "out 70 cable-2m of 1");
        receive(id, ReceivedLine.of(2, 105));
        assertThat(purchases.progress(id).lines().get(1).received()).isEqualTo(105);
    }

    private void receive(TicketId id, String reversedAgain) {
        receive(id, ReceivedLine.of(3, 1));
        receiving().reverse(id, ReverseReceipt.of(reversedAgain, "again"));
    }

    @Test
    void of_assets_it_is_told_which_go_back() {
        TicketId id = ordered(laptopsAndCables());
        receive(id, ReceivedLine.of(1, 3));
        Receipt receipt = receipts(id).get(0);
        assertThat(receipt.made()).hasSize(3).doesNotHaveDuplicates();

        refused(
                InvalidInput.class,
                "RECEIPT_MADE",
                () -> receiving()
                        .reverse(
                                id,
                                ReverseReceipt.of(receipt.id(), "one is broken").only(1)));
        String broken = receipt.made().get(1);
        receiving().reverse(id, ReverseReceipt.of(receipt.id(), "one is broken").only(broken));
        refused(
                InvalidInput.class,
                "RECEIPT_MADE",
                () -> receiving()
                        .reverse(id, ReverseReceipt.of(receipt.id(), "twice").only(broken)));
        receiving().reverse(id, ReverseReceipt.of(receipt.id(), "the other two"));

        assertThat(receipts(id).get(1).made()).containsExactly(broken);
        assertThat(receipts(id).get(2).made())
                .containsExactly(receipt.made().get(0), receipt.made().get(2));
        stands(id, PurchaseLifecycle.ORDERED, ReceivingStatus.NOTHING);
    }

    @Test
    void a_receipt_of_another_purchase_is_not_found() {
        TicketId one = ordered(laptopsAndCables());
        TicketId other = ordered(laptopsAndCables());
        receive(one, ReceivedLine.of(2, 1));
        receive(other, ReceivedLine.of(2, 1));
        String theirs = receipts(other).get(0).id();
        refused(NotFound.class, "NOT_FOUND", () -> receiving().reverse(one, ReverseReceipt.of(theirs, "mine?")));
        refused(NotFound.class, "NOT_FOUND", () -> receiving().reverse(one, ReverseReceipt.of("nothing", "?")));
        assertThat(receipts(other)).hasSize(1);
    }

    @Test
    void what_does_not_come_any_more_is_given_up_with_a_reason() {
        TicketId id = ordered(laptopsAndCables());
        refusedBy("SOMETHING_CAME_OR_COMES", () -> purchases.giveUp(id, GiveUp.all("bankrupt")));
        receive(id, ReceivedLine.of(1, 3), ReceivedLine.of(2, 90));
        refused(InvalidInput.class, "REQUIRED", () -> purchases.giveUp(id, GiveUp.all(" ")));
        refused(InvalidInput.class, "UNKNOWN", () -> purchases.giveUp(id, GiveUp.of("no such line", 7)));

        purchases.giveUp(id, GiveUp.of("we do it ourselves", 3));
        stands(id, PurchaseLifecycle.PARTIALLY_RECEIVED, ReceivingStatus.PARTLY);
        purchases.giveUp(id, GiveUp.all("sold out"));
        stands(id, PurchaseLifecycle.RECEIVED, ReceivingStatus.ALL);

        assertThat(purchases.progress(id).lines())
                .extracting(LineProgress::received, LineProgress::givenUp, LineProgress::outstanding)
                .containsExactly(tuple(3L, 0L, 0L), tuple(90L, 10L, 0L), tuple(0L, 1L, 0L));
        refused(RuleViolated.class, "RECEIPT_TOO_MUCH", () -> receive(id, ReceivedLine.of(2, 6)));
    }

    @Test
    void cancelling_keeps_what_came_and_gives_up_the_rest() {
        TicketId id = ordered(laptopsAndCables());
        receive(id, ReceivedLine.of(2, 60));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).purchases().cancel(id, "no"));
        purchases.cancel(id, "they are bankrupt");

        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.CANCELLED);
        assertThat(purchases.progress(id).lines())
                .extracting(LineProgress::received, LineProgress::givenUp, LineProgress::outstanding)
                .containsExactly(tuple(0L, 3L, 0L), tuple(60L, 40L, 0L), tuple(0L, 1L, 0L));
        assertThat(receipts(id))
                .filteredOn(row -> row.kind() == Receipt.Kind.GIVEN_UP)
                .extracting(Receipt::note)
                .containsOnly("they are bankrupt");
        refused(TransitionRefused.class, "TRANSITION", () -> receive(id, ReceivedLine.of(2, 1)));
        receiving().reverse(id, ReverseReceipt.of(receipts(id).get(0).id(), "back to the receiver"));
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.CANCELLED);
        assertThat(purchases.progress(id).lines().get(1).received()).isZero();
    }

    @Test
    void cancelling_calls_the_votes_off() {
        TicketId id = submitted(laptopsAndCables());
        String approval = purchases.get(id).details().clearance().mark().approval();
        purchases.cancel(id, "not needed");
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.CANCELLED);
        assertThat(itsm.as(bea).approvals().get(approval).state()).isEqualTo(Approval.State.WITHDRAWN);
    }

    @Test
    void it_closes_by_itself_and_is_taken_up_again_when_a_delivery_was_wrong() {
        TicketId id = ordered(PlanPurchase.of(WantedLine.stock("a", "A", 2).at("1", "EUR")));
        receive(id, ReceivedLine.of(1, 2));
        refused(TransitionRefused.class, "TRANSITION", () -> purchases.cancel(id, "late"));
        clock.advance(Duration.ofDays(14));
        itsm.processDue(10);
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.CLOSED);

        purchases.reopen(id, "one is broken");
        receiving()
                .reverse(
                        id,
                        ReverseReceipt.of(receipts(id).get(0).id(), "broken").only(1));
        stands(id, PurchaseLifecycle.PARTIALLY_RECEIVED, ReceivingStatus.PARTLY);
        refused(TransitionRefused.class, "TRANSITION", () -> purchases.close(id));
        receive(id, ReceivedLine.of(1, 1));
        stands(id, PurchaseLifecycle.RECEIVED, ReceivingStatus.ALL);
    }

    @Test
    void who_is_erased_leaves_their_receipts_behind_without_a_name() {
        TicketId id = ordered(laptopsAndCables());
        receive(id, ReceivedLine.of(2, 60));
        receiving().reverse(id, ReverseReceipt.of(receipts(id).get(0).id(), "he brought the wrong ones"));

        assertThat(itsm.erase(ACME, rex.id())).isPositive();

        assertThat(receipts(id)).extracting(Receipt::quantity).containsExactly(60L, -60L);
        assertThat(receipts(id)).extracting(Receipt::by).doesNotContain(rex.id());
        assertThat(receipts(id)).extracting(Receipt::note).containsOnly("(erased)");
        itsm.erase(ACME, bea.id());
        assertThat(itsm.as(dora).purchases().get(id).details().order().orderedBy())
                .isNotEqualTo(bea.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_receipt_is_written_once_for_a_key_however_often_it_is_sent() {
        TicketId id = ordered(laptopsAndCables());
        Purchases keyed = receiving().with(io.itsm4j.ticket.CommandOptions.key("delivery-1"));
        keyed.receive(id, ReceiveGoods.of(ReceivedLine.of(2, 60)));
        keyed.receive(id, ReceiveGoods.of(ReceivedLine.of(2, 60)));
        assertThat(receipts(id)).hasSize(1);
        assertThat(Optional.of(purchases.progress(id).lines().get(1).received()))
                .contains(60L);
    }

    @Test
    void nothing_is_submitted_received_or_taken_back_by_name_alone() {
        TicketId id = wanted(laptopsAndCables());
        bare(id, PurchaseLifecycle.SUBMIT, null, "APPROVAL_IS_ASKED_FOR");
        purchases.submit(id);
        approve(id);
        purchases.order(id, OrderGoods.from(supplier.id()));

        bare(id, PurchaseLifecycle.RECEIVE, null, "RECEIPT_IS_MADE");
        purchases.receive(id, ReceiveGoods.of(ReceivedLine.of(3, 1)));
        bare(id, PurchaseLifecycle.REVERSE, "wrong goods", "RECEIPT_IS_MADE");

        assertThat(purchases.receipts(id, PageRequest.all()).items()).hasSize(1);
    }

    private void bare(TicketId id, Action action, @Nullable String reason, String guard) {
        long version = purchases.get(id).version();
        TransitionRefused refusal = refused(
                TransitionRefused.class, "GUARD", () -> purchases.tickets().act(id, action, reason));
        assertThat(refusal.failedGuards()).containsExactly(guard);
        assertThat(purchases.get(id).version()).isEqualTo(version);
    }
}
