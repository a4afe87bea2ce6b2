package io.itsm4j.change;

import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Step;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of changes, each a named guard. */
public final class ChangeRules {

    /** Only normal changes are assessed. */
    public static final Guard<Step<Change>> IS_NORMAL =
            kind(ChangeKind.NORMAL, "IS_NORMAL", "it is not a normal change");

    /** Only changes made from a template need no approval of their own. */
    public static final Guard<Step<Change>> IS_STANDARD =
            kind(ChangeKind.STANDARD, "IS_STANDARD", "it is not a standard change");

    /** Only emergencies skip the assessment. */
    public static final Guard<Step<Change>> IS_EMERGENCY =
            kind(ChangeKind.EMERGENCY, "IS_EMERGENCY", "it is not an emergency change");

    /** The risk of a standard change was assessed with its template. */
    public static final Guard<Step<Change>> IS_NOT_STANDARD = details(
            "IS_NOT_STANDARD",
            "the risk of a standard change was assessed with its template",
            change -> change.kind() != ChangeKind.STANDARD);

    /** A change says why. */
    public static final Guard<Step<Change>> HAS_A_REASON =
            details("HAS_A_REASON", "a change says why it is needed", change -> change.reason() != null);

    /** Nothing is approved whose risk is not known. */
    public static final Guard<Step<Change>> HAS_A_RISK = details(
            "HAS_A_RISK", "its risk is not assessed", change -> change.risk().isKnown());

    /** Nothing is approved that is not planned. */
    public static final Guard<Step<Change>> HAS_PLANS = details(
            "HAS_PLANS",
            "it needs a plan to implement and one to test it",
            change -> change.plans().areComplete());

    /** Nothing is approved that cannot be taken back. */
    public static final Guard<Step<Change>> HAS_A_BACKOUT_PLAN = details(
            "HAS_A_BACKOUT_PLAN",
            "it needs a plan to back out",
            change -> change.plans().backout() != null);

    /** A change says what it changes. */
    public static final Guard<Step<Change>> HAS_CIS = Guard.named(
            "HAS_CIS",
            "it names no configuration item that it changes",
            step -> !items(step.classification().cis()).isEmpty());

    /** A change says when. */
    public static final Guard<Step<Change>> HAS_A_WINDOW = details(
            "HAS_A_WINDOW",
            "it needs a planned start and an end after it",
            change -> change.schedule().window().isPresent());

    /** Nobody is asked about a window that is over. */
    public static final Guard<Step<Change>> WINDOW_LIES_AHEAD = Guard.named(
            "WINDOW_LIES_AHEAD",
            "its window is over",
            step -> step.details()
                    .schedule()
                    .window()
                    .filter(window -> !window.end().isAfter(step.now()))
                    .isEmpty());

    /** A change begins within its window. */
    public static final Guard<Step<Change>> WINDOW_HAS_BEGUN = Guard.named(
            "WINDOW_HAS_BEGUN",
            "its window has not begun, or is over",
            step -> step.details()
                    .schedule()
                    .window()
                    .filter(window -> window.contains(step.now()))
                    .isPresent());

    /** Whoever waits for an approval has asked for it. */
    public static final Guard<Step<Change>> APPROVAL_IS_ASKED_FOR =
            details("APPROVAL_IS_ASKED_FOR", "nobody is asked for approval", change -> change.approval() != null);

    /** What begins before its approval owes it, within a limit. */
    public static final Guard<Step<Change>> APPROVAL_IS_OWED = details(
            "APPROVAL_IS_OWED",
            "nobody is asked for the approval that is owed, or not by when",
            change -> change.approval() != null && change.approvalOwedBy() != null);

    /** A meeting is called when it is formed. */
    public static final Guard<Step<Change>> BOARD_IS_FORMED = Guard.named(
            "BOARD_IS_FORMED",
            "no board comes with it",
            step -> step.details().board() != null
                    && step.before()
                            .filter(ticket -> Objects.equals(
                                    ticket.details().board(), step.details().board()))
                            .isEmpty());

    /** A waiver says who let freezes pass, and why. */
    public static final Guard<Step<Change>> FREEZE_IS_WAIVED = Guard.named(
            "FREEZE_IS_WAIVED",
            "it does not say why freezes may pass",
            step -> isFresh(step.details().freezeWaiver(), step));

    /** A waiver says who let conflicts pass, and why. */
    public static final Guard<Step<Change>> CONFLICT_IS_WAIVED = Guard.named(
            "CONFLICT_IS_WAIVED",
            "it does not say why conflicts may pass",
            step -> isFresh(step.details().conflictWaiver(), step));

    /** A review is there when it is told of. */
    public static final Guard<Step<Change>> REVIEW_IS_WRITTEN =
            details("REVIEW_IS_WRITTEN", "it does not say what the review found", change -> change.review() != null);

    /** Its approval was given. */
    public static final Guard<Step<Change>> IS_APPROVED =
            details("IS_APPROVED", "it is not approved", Change::isApproved);

    /** Whoever carries it out did not approve it alone. */
    public static final Guard<Step<Change>> IMPLEMENTER_IS_NOT_SOLE_APPROVER =
            Guard.named("IMPLEMENTER_IS_NOT_SOLE_APPROVER", "nobody but who carries it out has approved it", step -> {
                ApprovalMark mark = step.details().approval();
                return mark == null
                        || mark.isIndependentOf(Stream.concat(
                                        Stream.ofNullable(step.assignment().assignee()),
                                        Stream.of(step.actor().id()))
                                .collect(Collectors.toSet()));
            });

    /** What was done has an outcome. */
    public static final Guard<Step<Change>> HAS_AN_OUTCOME =
            details("HAS_AN_OUTCOME", "it says how it ended", change -> change.outcome() != null);

    /** Emergencies and whatever did not go as planned are reviewed. */
    public static final Guard<Step<Change>> HAS_A_REVIEW = details(
            "HAS_A_REVIEW",
            "an emergency, and a change that did not go as planned, is reviewed before it closes",
            change -> change.review() != null
                    || change.kind() != ChangeKind.EMERGENCY && change.outcome() == Outcome.SUCCESSFUL);

    /** A failure leads to a problem or an incident, or it is said why not. */
    public static final Guard<Step<Change>> FAILURE_HAS_A_FOLLOW_UP = details(
            "FAILURE_HAS_A_FOLLOW_UP",
            "a change that failed or was backed out leads to a problem or an incident, or says why not",
            change -> change.outcome() == null || !change.outcome().isFailure() || change.followUp() != null);

    /** An approval that is owed is decided before the change closes. */
    public static final Guard<Step<Change>> APPROVAL_IS_NOT_OWED = details(
            "APPROVAL_IS_NOT_OWED",
            "the approval it owes is not decided",
            change -> change.approval() == null || !change.approval().isPending());

    /** Its work is done. */
    public static final Guard<Step<Change>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    /** Parts are done before the whole is. */
    public static final Guard<Step<Change>> NO_OPEN_CHILDREN =
            Guard.named("NO_OPEN_CHILDREN", "children are open", step -> step.openChildren() == 0);

    private ChangeRules() {}

    private static boolean isFresh(@Nullable Waiver waiver, Step<Change> step) {
        return waiver != null && waiver.at().equals(step.now());
    }

    private static Guard<Step<Change>> kind(ChangeKind wanted, String name, String reason) {
        return details(name, reason, change -> change.kind() == wanted);
    }

    private static Guard<Step<Change>> details(String name, String reason, Predicate<Change> holds) {
        return Guard.named(name, reason, step -> holds.test(step.details()));
    }

    /** The items that a change changes; those it merely affects, by impact analysis, it does not hold. */
    static Set<String> items(java.util.Collection<AffectedCi> cis) {
        return cis.stream()
                .filter(ci -> ci.origin() == AffectedCi.Origin.MANUAL)
                .map(AffectedCi::ci)
                .collect(Collectors.toUnmodifiableSet());
    }
}
