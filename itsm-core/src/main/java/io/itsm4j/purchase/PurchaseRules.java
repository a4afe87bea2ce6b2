package io.itsm4j.purchase;

import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.Step;
import java.util.List;
import java.util.function.Predicate;

/** The rules of purchases, each a named guard. */
public final class PurchaseRules {

    /** Nothing is asked for that is not there. */
    public static final Guard<Step<Purchase>> HAS_LINES = details(
            "HAS_LINES",
            "a purchase has at least one line",
            purchase -> !purchase.wanted().lines().isEmpty());

    /** Whoever waits for an approval has asked for it, unless it costs so little that nobody is asked. */
    public static final Guard<Step<Purchase>> APPROVAL_IS_ASKED_FOR =
            Guard.named("APPROVAL_IS_ASKED_FOR", "nobody is asked for approval", step -> {
                Clearance clearance = step.details().clearance();
                return clearance.exempt()
                        || clearance.mark() != null
                        || step.details().wanted().lines().isEmpty();
            });

    /** What is told to have come, or to have gone back, is in the receipts. */
    public static final Guard<Step<Purchase>> RECEIPT_IS_MADE = Guard.named(
            "RECEIPT_IS_MADE",
            "no receipt comes with it",
            step -> step.before()
                    .filter(ticket ->
                            ticket.details().totals().equals(step.details().totals()))
                    .isEmpty());

    /** The money was approved, or is so little that nobody is asked. */
    public static final Guard<Step<Purchase>> IS_CLEARED = details(
            "IS_CLEARED", "it is not approved", purchase -> purchase.clearance().given());

    /** It goes to somebody. */
    public static final Guard<Step<Purchase>> HAS_AN_ORDER =
            details("HAS_AN_ORDER", "it is ordered from a supplier", purchase -> purchase.order() != null);

    /** Whoever receives did not approve it alone. */
    public static final Guard<Step<Purchase>> RECEIVER_IS_NOT_SOLE_APPROVER =
            Guard.named("RECEIVER_IS_NOT_SOLE_APPROVER", "nobody but who receives it has approved it", step -> {
                ApprovalMark mark = step.details().clearance().mark();
                return mark == null || mark.isIndependentOf(List.of(step.actor().id()));
            });

    /** What is given up altogether is cancelled instead. */
    public static final Guard<Step<Purchase>> SOMETHING_CAME_OR_COMES = details(
            "SOMETHING_CAME_OR_COMES",
            "nothing came and nothing more would come; cancel it instead",
            purchase -> purchase.status() != ReceivingStatus.NOTHING
                    || purchase.wanted().lines().stream().anyMatch(line -> purchase.outstanding(line) > 0));

    /** Its receipts say that nothing arrived. */
    public static final Guard<Step<Purchase>> NOTHING_HAS_ARRIVED =
            status("NOTHING_HAS_ARRIVED", "something has arrived", ReceivingStatus.NOTHING);

    /** Its receipts say that some arrived and more is to come. */
    public static final Guard<Step<Purchase>> SOME_HAS_ARRIVED =
            status("SOME_HAS_ARRIVED", "nothing has arrived, or nothing more is to come", ReceivingStatus.PARTLY);

    /** Its receipts say that nothing more is to come. */
    public static final Guard<Step<Purchase>> ALL_HAS_ARRIVED =
            status("ALL_HAS_ARRIVED", "something is still to come", ReceivingStatus.ALL);

    /** Its work is done. */
    public static final Guard<Step<Purchase>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    private PurchaseRules() {}

    private static Guard<Step<Purchase>> status(String name, String reason, ReceivingStatus wanted) {
        return details(name, reason, purchase -> purchase.status() == wanted);
    }

    private static Guard<Step<Purchase>> details(String name, String reason, Predicate<Purchase> holds) {
        return Guard.named(name, reason, step -> holds.test(step.details()));
    }
}
