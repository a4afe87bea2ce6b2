package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Quorum;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who says yes to a purchase, what that was about, and who orders it. */
public abstract class PurchaseApprovalStories extends PurchaseContract {

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
}
