package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.approval.Approval;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.purchase.GiveUp;
import io.itsm4j.purchase.LineProgress;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.ReceivingStatus;
import io.itsm4j.purchase.ReverseReceipt;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes in for a purchase, what goes back, and how it ends. */
public abstract class ReceivingStories extends PurchaseContract {

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
