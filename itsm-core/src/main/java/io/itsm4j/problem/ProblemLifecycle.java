package io.itsm4j.problem;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.MANAGER;
import static io.itsm4j.actor.Role.PROBLEM_MANAGER;
import static io.itsm4j.actor.Role.SYSTEM;
import static io.itsm4j.problem.ProblemRules.CAUSE_IS_RECORDED;
import static io.itsm4j.problem.ProblemRules.FIXING_CHANGES_ARE_DONE;
import static io.itsm4j.problem.ProblemRules.FIX_DONE_OR_RISK_ACCEPTED;
import static io.itsm4j.problem.ProblemRules.FIX_IS_DESCRIBED;
import static io.itsm4j.problem.ProblemRules.FIX_NEEDS_A_CAUSE;
import static io.itsm4j.problem.ProblemRules.HAS_AN_ORIGINAL;
import static io.itsm4j.problem.ProblemRules.KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND;
import static io.itsm4j.problem.ProblemRules.NO_OPEN_CHILDREN;
import static io.itsm4j.problem.ProblemRules.NO_OPEN_FIXING_CHANGES;
import static io.itsm4j.problem.ProblemRules.NO_OPEN_TASKS;
import static io.itsm4j.problem.ProblemRules.RISK_ENDS_LATER;
import static io.itsm4j.problem.ProblemRules.RISK_IS_OVER;
import static io.itsm4j.problem.ProblemRules.WORKAROUND_IS_GIVEN;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a problem, as a table. */
public final class ProblemLifecycle {

    public static final State NEW = State.of("NEW", StateCategory.NEW);
    public static final State ASSESSED = State.of("ASSESSED", StateCategory.ACTIVE);
    public static final State ROOT_CAUSE_ANALYSIS = State.of("ROOT_CAUSE_ANALYSIS", StateCategory.ACTIVE);
    public static final State FIX_IN_PROGRESS = State.of("FIX_IN_PROGRESS", StateCategory.ACTIVE);
    public static final State RESOLVED = State.of("RESOLVED", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action ASSESS = Action.of("assess");
    public static final Action ANALYSE = Action.of("analyse");
    public static final Action RECORD_CAUSE = Action.of("record-cause");
    public static final Action PUBLISH_WORKAROUND = Action.of("publish-workaround");
    public static final Action DECLARE_KNOWN_ERROR = Action.of("declare-known-error");
    public static final Action WITHDRAW_KNOWN_ERROR = Action.of("withdraw-known-error");
    public static final Action BEGIN_FIX = Action.of("begin-fix");
    public static final Action COMPLETE_FIX = Action.of("complete-fix");
    public static final Action FIXING_TICKET_ENDED = Action.of("fixing-ticket-ended");
    public static final Action RESOLVE = Action.of("resolve");
    public static final Action ACCEPT_RISK = Action.of("accept-risk");
    public static final Action REVIEW_RISK = Action.of("review-risk");
    public static final Action REANALYSE = Action.of("re-analyse");
    public static final Action MARK_DUPLICATE = Action.of("mark-duplicate");
    public static final Action RECEIVE_DUPLICATE = Action.of("receive-duplicate");
    public static final Action CLOSE = Action.of("close");
    public static final Action CANCEL = Action.of("cancel");

    /** The name of the effect that takes back what ended it. */
    static final String TAKE_UP_AGAIN = "take-up-again";

    /** The name of the effect that hands its links over to the problem that is the same. */
    static final String HAND_OVER = "hand-over";

    /** The name of the effect that makes it a known error. */
    static final String BECOME_KNOWN = "become-known";

    /** The name of the effect that makes it none. */
    static final String BECOME_UNKNOWN = "become-unknown";

    private static final State[] WORKING = {NEW, ASSESSED, ROOT_CAUSE_ANALYSIS, FIX_IN_PROGRESS};
    private static final State[] ASSESSED_ON = {ASSESSED, ROOT_CAUSE_ANALYSIS, FIX_IN_PROGRESS};
    private static final State[] UNENDED = {NEW, ASSESSED, ROOT_CAUSE_ANALYSIS, FIX_IN_PROGRESS, RESOLVED};

    private ProblemLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Problem>> table() {
        LifecycleBuilder<Step<Problem>> table = Lifecycle.<Step<Problem>>named("problem").version(1).initial(NEW)
            .transition(ASSESS).from(NEW).to(ASSESSED).by(AGENT)
            .transition(ANALYSE).from(ASSESSED, FIX_IN_PROGRESS).to(ROOT_CAUSE_ANALYSIS).by(AGENT)
            .transition(BEGIN_FIX).from(ASSESSED, ROOT_CAUSE_ANALYSIS).to(FIX_IN_PROGRESS).by(AGENT)
                .guardedBy(FIX_NEEDS_A_CAUSE)
            .transition(RESOLVE).from(ASSESSED_ON).to(RESOLVED).by(AGENT)
                .guardedBy(FIX_DONE_OR_RISK_ACCEPTED, FIXING_CHANGES_ARE_DONE)
            .transition(ACCEPT_RISK).from(ASSESSED_ON).to(RESOLVED).requires("until", "reason")
                .by(MANAGER, PROBLEM_MANAGER).guardedBy(RISK_ENDS_LATER, NO_OPEN_FIXING_CHANGES)
            .transition(REVIEW_RISK).from(RESOLVED, CLOSED).to(ASSESSED).by(SYSTEM).guardedBy(RISK_IS_OVER)
            .transition(REANALYSE).from(RESOLVED, CLOSED).to(ROOT_CAUSE_ANALYSIS).requires("reason").by(AGENT)
                .effect(TAKE_UP_AGAIN)
            .transition(MARK_DUPLICATE).from(WORKING).to(CLOSED).by(AGENT)
                .guardedBy(HAS_AN_ORIGINAL, NO_OPEN_TASKS, NO_OPEN_CHILDREN).effect(HAND_OVER)
            .transition(CLOSE).from(RESOLVED).to(CLOSED).by(AGENT).guardedBy(NO_OPEN_TASKS, NO_OPEN_CHILDREN)
            .transition(CANCEL).from(WORKING).to(CANCELLED).requires("reason").by(AGENT)
                .guardedBy(NO_OPEN_FIXING_CHANGES, NO_OPEN_CHILDREN).effect(StandardActions.SKIP_TASKS)
            .stay(RECORD_CAUSE).in(ASSESSED_ON).by(AGENT).guardedBy(CAUSE_IS_RECORDED)
            .stay(PUBLISH_WORKAROUND).in(UNENDED).by(AGENT).guardedBy(WORKAROUND_IS_GIVEN)
            .stay(DECLARE_KNOWN_ERROR).in(UNENDED).by(AGENT).guardedBy(KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND)
                .effect(BECOME_KNOWN)
            .stay(WITHDRAW_KNOWN_ERROR).in(UNENDED).by(AGENT).effect(BECOME_UNKNOWN)
            .stay(COMPLETE_FIX).in(FIX_IN_PROGRESS).by(AGENT).guardedBy(FIX_IS_DESCRIBED, FIXING_CHANGES_ARE_DONE)
            .stay(FIXING_TICKET_ENDED).in(UNENDED).by(SYSTEM)
            .stay(RECEIVE_DUPLICATE).in(UNENDED).by(AGENT);
        return StandardActions.addTo(table).build();
    }
    // spotless:on
}
