package io.itsm4j.approval;

import java.time.Duration;
import java.util.List;

/**
 * One step of an approval as the policy has it.
 *
 * @param name what it is called, 1 to 100 characters
 * @param approvers whom it asks; at least one
 * @param quorum how many approvals it needs
 * @param due how long after its opening it should be decided; zero for no limit
 * @param reminders how long after its opening those who have not voted are reminded, ascending
 * @param expiry what happens when it is not decided in time
 * @param escalateTo whom it escalates to; at least one where {@code expiry} escalates
 */
public record ApprovalStep(
        String name,
        List<Approver> approvers,
        Quorum quorum,
        Duration due,
        List<Duration> reminders,
        Expiry expiry,
        List<Approver> escalateTo) {

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException when it has no name or no approvers, a time is negative or not ascending, or it
     *     escalates to nobody or without a limit
     */
    public ApprovalStep {
        approvers = List.copyOf(approvers);
        reminders = List.copyOf(reminders);
        escalateTo = List.copyOf(escalateTo);
        if (name.isBlank() || name.length() > 100 || approvers.isEmpty()) {
            throw new IllegalArgumentException("a step has a name of 1 to 100 characters and asks somebody: " + name);
        }
        Duration last = Duration.ZERO;
        for (Duration reminder : reminders) {
            if (reminder.compareTo(last) <= 0) {
                throw new IllegalArgumentException("reminders are positive and ascend: " + reminders);
            }
            last = reminder;
        }
        if (due.isNegative() || expiry != Expiry.NOTHING && due.isZero()) {
            throw new IllegalArgumentException("a step that expires has a positive limit, not " + due);
        }
        if (expiry == Expiry.ESCALATE && escalateTo.isEmpty()) {
            throw new IllegalArgumentException("a step that escalates names to whom: " + name);
        }
    }

    /** A step that asks these, without a limit; one approval is enough. */
    public static ApprovalStep asking(String name, Approver... approvers) {
        return new ApprovalStep(
                name, List.of(approvers), Quorum.any(), Duration.ZERO, List.of(), Expiry.NOTHING, List.of());
    }

    /** The same with another rule. */
    public ApprovalStep needing(Quorum rule) {
        return new ApprovalStep(name, approvers, rule, due, reminders, expiry, escalateTo);
    }

    /** The same with reminders so long after its opening. */
    public ApprovalStep reminding(Duration... after) {
        return new ApprovalStep(name, approvers, quorum, due, List.of(after), expiry, escalateTo);
    }

    /** The same with a limit, and what happens when it is over. */
    public ApprovalStep within(Duration limit, Expiry then) {
        return new ApprovalStep(name, approvers, quorum, limit, reminders, then, escalateTo);
    }

    /** The same with a limit, after which these are asked as well. */
    public ApprovalStep escalatingAfter(Duration limit, Approver... others) {
        return new ApprovalStep(name, approvers, quorum, limit, reminders, Expiry.ESCALATE, List.of(others));
    }
}
