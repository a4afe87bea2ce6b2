package io.itsm4j.purchase;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import java.time.Duration;
import java.util.List;

/**
 * How purchases and contracts are handled, as data.
 *
 * @param approval who approves a purchase for whose currency no {@link SpendingLimits} are defined
 * @param overdue how long after its expected date it is said that a delivery is overdue, ascending, the last time to
 *     the manager; none for never
 * @param autoCloseAfter how long after all has arrived a purchase closes by itself; zero for never
 * @param noticeReminder how long before the last day for notice a contract reminds of it
 * @param expiryReminder how long before its end a contract reminds of it
 */
public record PurchasePolicy(
        ApprovalPolicy approval,
        List<Duration> overdue,
        Duration autoCloseAfter,
        Duration noticeReminder,
        Duration expiryReminder) {

    /**
     * A manager approves; a delivery is overdue at once, after three days and after a week; closes two weeks after all
     * has arrived; reminds of notice 30 days before, of the end 60 days before.
     */
    public static final PurchasePolicy STANDARD = new PurchasePolicy(
            ApprovalPolicy.named("purchase", ApprovalStep.asking("manager", Approver.role(Role.MANAGER))),
            List.of(Duration.ZERO, Duration.ofDays(3), Duration.ofDays(7)),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(60));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a duration is negative, or the reminders do not ascend
     */
    public PurchasePolicy {
        overdue = List.copyOf(overdue);
        Duration last = Duration.ofNanos(-1);
        for (Duration after : overdue) {
            if (after.compareTo(last) <= 0) {
                throw new IllegalArgumentException("reminders of a delivery are not negative and ascend: " + overdue);
            }
            last = after;
        }
        if (autoCloseAfter.isNegative() || noticeReminder.isNegative() || expiryReminder.isNegative()) {
            throw new IllegalArgumentException("a purchase policy has no negative duration");
        }
    }

    /** The same with other approvers. */
    public PurchasePolicy approvedBy(ApprovalPolicy others) {
        return new PurchasePolicy(others, overdue, autoCloseAfter, noticeReminder, expiryReminder);
    }

    /** The same with other reminders of what is overdue. */
    public PurchasePolicy overdueAfter(Duration... after) {
        return new PurchasePolicy(approval, List.of(after), autoCloseAfter, noticeReminder, expiryReminder);
    }

    /** The same, closing at another time; zero for never. */
    public PurchasePolicy closingAfter(Duration after) {
        return new PurchasePolicy(approval, overdue, after, noticeReminder, expiryReminder);
    }

    /** The same with other reminders of contracts. */
    public PurchasePolicy reminding(Duration beforeNotice, Duration beforeExpiry) {
        return new PurchasePolicy(approval, overdue, autoCloseAfter, beforeNotice, beforeExpiry);
    }
}
