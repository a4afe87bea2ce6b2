package io.itsm4j.change;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.CHANGE_MANAGER;
import static io.itsm4j.actor.Role.REQUESTER;
import static io.itsm4j.actor.Role.SYSTEM;
import static io.itsm4j.change.ChangeRules.APPROVAL_IS_ASKED_FOR;
import static io.itsm4j.change.ChangeRules.APPROVAL_IS_NOT_OWED;
import static io.itsm4j.change.ChangeRules.APPROVAL_IS_OWED;
import static io.itsm4j.change.ChangeRules.BOARD_IS_FORMED;
import static io.itsm4j.change.ChangeRules.CONFLICT_IS_WAIVED;
import static io.itsm4j.change.ChangeRules.FAILURE_HAS_A_FOLLOW_UP;
import static io.itsm4j.change.ChangeRules.FREEZE_IS_WAIVED;
import static io.itsm4j.change.ChangeRules.HAS_AN_OUTCOME;
import static io.itsm4j.change.ChangeRules.HAS_A_BACKOUT_PLAN;
import static io.itsm4j.change.ChangeRules.HAS_A_REASON;
import static io.itsm4j.change.ChangeRules.HAS_A_REVIEW;
import static io.itsm4j.change.ChangeRules.HAS_A_RISK;
import static io.itsm4j.change.ChangeRules.HAS_A_WINDOW;
import static io.itsm4j.change.ChangeRules.HAS_CIS;
import static io.itsm4j.change.ChangeRules.HAS_PLANS;
import static io.itsm4j.change.ChangeRules.IMPLEMENTER_IS_NOT_SOLE_APPROVER;
import static io.itsm4j.change.ChangeRules.IS_APPROVED;
import static io.itsm4j.change.ChangeRules.IS_EMERGENCY;
import static io.itsm4j.change.ChangeRules.IS_NORMAL;
import static io.itsm4j.change.ChangeRules.IS_STANDARD;
import static io.itsm4j.change.ChangeRules.NO_OPEN_CHILDREN;
import static io.itsm4j.change.ChangeRules.NO_OPEN_TASKS;
import static io.itsm4j.change.ChangeRules.REVIEW_IS_WRITTEN;
import static io.itsm4j.change.ChangeRules.WINDOW_HAS_BEGUN;
import static io.itsm4j.change.ChangeRules.WINDOW_LIES_AHEAD;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a change, as a table. */
public final class ChangeLifecycle {

    /** Starts an emergency change whose approval follows later. */
    public static final Role EMERGENCY_IMPLEMENTER = Role.of("EMERGENCY_IMPLEMENTER");

    public static final State DRAFT = State.of("DRAFT", StateCategory.NEW);
    public static final State ASSESS = State.of("ASSESS", StateCategory.ACTIVE);
    public static final State AUTHORISE = State.of("AUTHORISE", StateCategory.PENDING);
    public static final State SCHEDULED = State.of("SCHEDULED", StateCategory.ACTIVE);
    public static final State IMPLEMENT = State.of("IMPLEMENT", StateCategory.ACTIVE);
    public static final State REVIEW = State.of("REVIEW", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State REJECTED = State.of("REJECTED", StateCategory.PENDING);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action PLAN = Action.of("plan");
    public static final Action ASSESS_RISK = Action.of("assess-risk");
    public static final Action SUBMIT = Action.of("submit");
    public static final Action REQUEST_APPROVAL = Action.of("request-approval");
    public static final Action APPROVE = Action.of("approve");
    public static final Action APPROVE_AND_START = Action.of("approve-and-start");
    public static final Action REJECT = Action.of("reject");
    public static final Action REVISE = Action.of("revise");
    public static final Action SCHEDULE = Action.of("schedule");
    public static final Action IMPLEMENT_NOW = Action.of("implement-now");
    public static final Action APPROVE_AFTERWARDS = Action.of("approve-afterwards");
    public static final Action REJECT_AFTERWARDS = Action.of("reject-afterwards");
    public static final Action START = Action.of("start");
    public static final Action COMPLETE = Action.of("complete");
    public static final Action BACK_OUT = Action.of("back-out");
    public static final Action REVIEW_CHANGE = Action.of("review");
    public static final Action CLOSE = Action.of("close");
    public static final Action CANCEL = Action.of("cancel");
    public static final Action WAIVE_FREEZE = Action.of("waive-freeze");
    public static final Action WAIVE_CONFLICT = Action.of("waive-conflict");
    public static final Action PLAN_EDITS = Action.of("plan-edits");
    public static final Action FORM_BOARD = Action.of("form-board");

    /** The name of the effect that books the window. */
    static final String BOOK = "book-window";

    /** The name of the effect that notes the actual start. */
    static final String BEGIN = "begin";

    /** The name of the effect that gives the window free. */
    static final String RELEASE = "release-window";

    /** The name of the effect that calls a pending approval off, and forgets one that was given. */
    static final String FORGET_APPROVAL = "forget-approval";

    private static final State[] PLANNABLE = {DRAFT, ASSESS, AUTHORISE};
    private static final State[] BEFORE = {DRAFT, ASSESS, AUTHORISE, SCHEDULED, REJECTED};

    private ChangeLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Change>> table() {
        LifecycleBuilder<Step<Change>> table = Lifecycle.<Step<Change>>named("change").version(1).initial(DRAFT)
            .transition(SUBMIT).from(DRAFT).to(ASSESS).by(AGENT).guardedBy(IS_NORMAL, HAS_A_REASON)
            .transition(REQUEST_APPROVAL).from(ASSESS).to(AUTHORISE).by(AGENT)
                .guardedBy(IS_NORMAL, HAS_A_REASON, HAS_A_RISK, HAS_PLANS, HAS_A_BACKOUT_PLAN, HAS_CIS, HAS_A_WINDOW, WINDOW_LIES_AHEAD)
                .guardedBy(APPROVAL_IS_ASKED_FOR)
            .transition(REQUEST_APPROVAL).from(DRAFT).to(AUTHORISE).by(AGENT)
                .guardedBy(IS_EMERGENCY, HAS_A_REASON, HAS_PLANS, HAS_A_BACKOUT_PLAN, HAS_CIS, HAS_A_WINDOW, WINDOW_LIES_AHEAD)
                .guardedBy(APPROVAL_IS_ASKED_FOR)
            .transition(APPROVE).from(AUTHORISE).to(SCHEDULED).by(SYSTEM).guardedBy(IS_APPROVED).effect(BOOK)
            .transition(APPROVE_AND_START).from(AUTHORISE).to(IMPLEMENT).by(SYSTEM)
                .guardedBy(IS_EMERGENCY, IS_APPROVED, WINDOW_HAS_BEGUN).effect(BOOK, BEGIN)
            .transition(REJECT).from(AUTHORISE).to(REJECTED).by(SYSTEM)
            .transition(SCHEDULE).from(DRAFT).to(SCHEDULED).by(AGENT)
                .guardedBy(IS_STANDARD, HAS_PLANS, HAS_A_BACKOUT_PLAN, HAS_CIS, HAS_A_WINDOW, WINDOW_LIES_AHEAD).effect(BOOK)
            .transition(REVISE).from(ASSESS, AUTHORISE, SCHEDULED, REJECTED).to(DRAFT).by(AGENT).effect(FORGET_APPROVAL, RELEASE)
            .transition(START).from(SCHEDULED).to(IMPLEMENT).by(AGENT)
                .guardedBy(WINDOW_HAS_BEGUN, IMPLEMENTER_IS_NOT_SOLE_APPROVER).effect(BEGIN)
            .transition(IMPLEMENT_NOW).from(DRAFT).to(IMPLEMENT).by(EMERGENCY_IMPLEMENTER)
                .guardedBy(IS_EMERGENCY, HAS_A_REASON, HAS_A_BACKOUT_PLAN, HAS_CIS, HAS_A_WINDOW, WINDOW_HAS_BEGUN, APPROVAL_IS_OWED)
                .effect(BOOK, BEGIN)
            .transition(COMPLETE).from(IMPLEMENT).to(REVIEW).by(AGENT).guardedBy(HAS_AN_OUTCOME, NO_OPEN_TASKS).effect(RELEASE)
            .transition(BACK_OUT).from(IMPLEMENT).to(REVIEW).by(AGENT).requires("notes").guardedBy(HAS_AN_OUTCOME).effect(RELEASE)
            .transition(CLOSE).from(REVIEW).to(CLOSED).by(AGENT)
                .guardedBy(HAS_A_REVIEW, FAILURE_HAS_A_FOLLOW_UP, APPROVAL_IS_NOT_OWED, NO_OPEN_TASKS, NO_OPEN_CHILDREN)
            .transition(CANCEL).from(DRAFT).to(CANCELLED).requires("reason").by(AGENT, REQUESTER)
                .guardedBy(NO_OPEN_CHILDREN).effect(StandardActions.SKIP_TASKS)
            .transition(CANCEL).from(ASSESS, AUTHORISE, SCHEDULED, REJECTED).to(CANCELLED).requires("reason").by(AGENT)
                .guardedBy(NO_OPEN_CHILDREN).effect(StandardActions.SKIP_TASKS, FORGET_APPROVAL, RELEASE)
            .stay(PLAN).in(PLANNABLE).by(AGENT)
            .stay(ASSESS_RISK).in(PLANNABLE).by(AGENT).guardedBy(ChangeRules.IS_NOT_STANDARD)
            .stay(PLAN_EDITS).in(PLANNABLE).by(AGENT)
            .stay(FORM_BOARD).in(ASSESS).by(CHANGE_MANAGER).guardedBy(BOARD_IS_FORMED)
            .stay(WAIVE_FREEZE).in(BEFORE).by(CHANGE_MANAGER).guardedBy(FREEZE_IS_WAIVED)
            .stay(WAIVE_CONFLICT).in(BEFORE).by(CHANGE_MANAGER).guardedBy(CONFLICT_IS_WAIVED)
            .stay(APPROVE_AFTERWARDS).in(IMPLEMENT, REVIEW).by(SYSTEM).guardedBy(IS_EMERGENCY, IS_APPROVED)
            .stay(REJECT_AFTERWARDS).in(IMPLEMENT, REVIEW).by(SYSTEM).guardedBy(IS_EMERGENCY)
            .stay(REVIEW_CHANGE).in(REVIEW).by(AGENT).guardedBy(REVIEW_IS_WRITTEN);
        return StandardActions.addTo(table).build();
    }
    // spotless:on
}
