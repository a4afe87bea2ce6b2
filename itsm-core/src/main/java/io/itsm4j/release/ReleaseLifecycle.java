package io.itsm4j.release;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.RELEASE_MANAGER;
import static io.itsm4j.actor.Role.SYSTEM;
import static io.itsm4j.release.ReleaseRules.APPROVAL_IS_WANTED;
import static io.itsm4j.release.ReleaseRules.A_RUN_IS_GOING_ON;
import static io.itsm4j.release.ReleaseRules.BACKOUT_IS_PLANNED;
import static io.itsm4j.release.ReleaseRules.DEPLOYED_TO_ALL_PRODUCTION;
import static io.itsm4j.release.ReleaseRules.EARLIER_ENVIRONMENTS_FIRST;
import static io.itsm4j.release.ReleaseRules.ENVIRONMENT_IS_PLANNED;
import static io.itsm4j.release.ReleaseRules.GATES_ARE_PASSED;
import static io.itsm4j.release.ReleaseRules.GATE_IS_PLANNED;
import static io.itsm4j.release.ReleaseRules.IS_DEPLOYED_THERE;
import static io.itsm4j.release.ReleaseRules.IS_PLANNED;
import static io.itsm4j.release.ReleaseRules.NOT_IN_PRODUCTION;
import static io.itsm4j.release.ReleaseRules.NO_OPEN_CHILDREN;
import static io.itsm4j.release.ReleaseRules.NO_OPEN_TASKS;
import static io.itsm4j.release.ReleaseRules.NO_RUN_IS_GOING_ON;
import static io.itsm4j.release.ReleaseRules.PRODUCTION_COMES_LAST;
import static io.itsm4j.release.ReleaseRules.REVIEW_IS_DONE;
import static io.itsm4j.release.ReleaseRules.RUN_HAS_BEGUN;
import static io.itsm4j.release.ReleaseRules.SCOPE_IS_NOT_EMPTY;
import static io.itsm4j.release.ReleaseRules.TESTED_EVERYWHERE;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a release, as a table. */
public final class ReleaseLifecycle {

    public static final State PLANNING = State.of("PLANNING", StateCategory.NEW);
    public static final State BUILD = State.of("BUILD", StateCategory.ACTIVE);
    public static final State TEST = State.of("TEST", StateCategory.ACTIVE);
    public static final State READY = State.of("READY", StateCategory.ACTIVE);
    public static final State DEPLOYING = State.of("DEPLOYING", StateCategory.ACTIVE);
    public static final State REVIEW = State.of("REVIEW", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State ROLLED_BACK = State.of("ROLLED_BACK", StateCategory.CLOSED);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action PLAN = Action.of("plan");
    public static final Action BEGIN_BUILD = Action.of("begin-build");
    public static final Action BEGIN_TEST = Action.of("begin-test");
    public static final Action REWORK = Action.of("rework");
    public static final Action DECLARE_READY = Action.of("declare-ready");
    public static final Action BEGIN_DEPLOYING = Action.of("begin-deploying");
    public static final Action JUDGE_GATE = Action.of("judge-gate");
    public static final Action REQUEST_APPROVAL = Action.of("request-approval");
    public static final Action PASS_GATE = Action.of("pass-gate");
    public static final Action REFUSE_GATE = Action.of("refuse-gate");
    public static final Action START_DEPLOYMENT = Action.of("start-deployment");
    public static final Action END_DEPLOYMENT = Action.of("end-deployment");
    public static final Action TAKE_BASELINE = Action.of("take-baseline");
    public static final Action WRITE_CONFIGURATION = Action.of("write-configuration");
    public static final Action TAKE_CONFIGURATION_BACK = Action.of("take-configuration-back");
    public static final Action START_ROLLBACK = Action.of("start-rollback");
    public static final Action END_ROLLBACK = Action.of("end-rollback");
    public static final Action REVIEW_RELEASE = Action.of("review");
    public static final Action ROLL_BACK = Action.of("roll-back");
    public static final Action CLOSE = Action.of("close");
    public static final Action CANCEL = Action.of("cancel");

    /** The name of the effect that calls approvals off that gates wait for. */
    static final String FORGET_APPROVALS = "forget-approvals";

    /** The name of the effect that takes it out of the test environments and closes every gate. */
    static final String START_ANEW = "start-anew";

    private static final State[] BEFORE_DEPLOYING = {PLANNING, BUILD, TEST, READY};
    private static final State[] WORKING = {PLANNING, BUILD, TEST, READY, DEPLOYING};

    private ReleaseLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Release>> table(ReleasePolicy policy) {
        LifecycleBuilder<Step<Release>> table = Lifecycle.<Step<Release>>named("release").version(1).initial(PLANNING)
            .transition(BEGIN_BUILD).from(PLANNING).to(BUILD).by(AGENT).guardedBy(IS_PLANNED, SCOPE_IS_NOT_EMPTY)
            .transition(BEGIN_TEST).from(BUILD).to(TEST).by(AGENT)
            .transition(REWORK).from(TEST, READY).to(BUILD).requires("reason").by(AGENT).guardedBy(NO_RUN_IS_GOING_ON)
                .effect(START_ANEW, FORGET_APPROVALS)
            .transition(DECLARE_READY).from(TEST).to(READY).by(AGENT)
                .guardedBy(TESTED_EVERYWHERE, BACKOUT_IS_PLANNED, NO_RUN_IS_GOING_ON)
            .transition(BEGIN_DEPLOYING).from(READY).to(DEPLOYING).by(RELEASE_MANAGER)
                .guardedBy(ReleaseRules.hasAnApprovedChange(policy))
            .transition(REVIEW_RELEASE).from(DEPLOYING).to(REVIEW).by(AGENT)
                .guardedBy(DEPLOYED_TO_ALL_PRODUCTION, NO_RUN_IS_GOING_ON)
            .transition(ROLL_BACK).from(DEPLOYING, REVIEW).to(ROLLED_BACK).requires("reason").by(RELEASE_MANAGER)
                .guardedBy(NOT_IN_PRODUCTION, NO_RUN_IS_GOING_ON, NO_OPEN_CHILDREN)
                .effect(StandardActions.SKIP_TASKS, FORGET_APPROVALS)
            .transition(CLOSE).from(REVIEW).to(CLOSED).by(AGENT)
                .guardedBy(REVIEW_IS_DONE, DEPLOYED_TO_ALL_PRODUCTION, NO_RUN_IS_GOING_ON, NO_OPEN_TASKS, NO_OPEN_CHILDREN)
                .effect(FORGET_APPROVALS)
            .transition(CANCEL).from(BEFORE_DEPLOYING).to(CANCELLED).requires("reason").by(AGENT)
                .guardedBy(NO_RUN_IS_GOING_ON, NO_OPEN_CHILDREN)
                .effect(StandardActions.SKIP_TASKS, FORGET_APPROVALS)
            .stay(PLAN).in(PLANNING).by(AGENT)
            .stay(JUDGE_GATE).in(BUILD, TEST, READY, DEPLOYING).by(AGENT).guardedBy(GATE_IS_PLANNED)
            .stay(REQUEST_APPROVAL).in(BUILD, TEST, READY, DEPLOYING).by(AGENT).guardedBy(ENVIRONMENT_IS_PLANNED, APPROVAL_IS_WANTED)
            .stay(PASS_GATE).in(BUILD, TEST, READY, DEPLOYING).by(SYSTEM)
            .stay(REFUSE_GATE).in(BUILD, TEST, READY, DEPLOYING).by(SYSTEM)
            .stay(START_DEPLOYMENT).in(TEST, DEPLOYING).by(AGENT)
                .guardedBy(ENVIRONMENT_IS_PLANNED, NO_RUN_IS_GOING_ON, EARLIER_ENVIRONMENTS_FIRST, GATES_ARE_PASSED)
                .guardedBy(RUN_HAS_BEGUN, PRODUCTION_COMES_LAST, ReleaseRules.productionNeedsAnApprovedChange(policy))
            .stay(END_DEPLOYMENT).in(WORKING).by(AGENT).guardedBy(A_RUN_IS_GOING_ON)
            .stay(TAKE_BASELINE).in(DEPLOYING).by(SYSTEM)
            .stay(WRITE_CONFIGURATION).in(DEPLOYING).by(SYSTEM)
            .stay(START_ROLLBACK).in(TEST, DEPLOYING, REVIEW).by(AGENT)
                .guardedBy(ENVIRONMENT_IS_PLANNED, NO_RUN_IS_GOING_ON, IS_DEPLOYED_THERE, RUN_HAS_BEGUN)
            .stay(END_ROLLBACK).in(TEST, DEPLOYING, REVIEW).by(AGENT).guardedBy(A_RUN_IS_GOING_ON)
            .stay(TAKE_CONFIGURATION_BACK).in(DEPLOYING, REVIEW).by(SYSTEM);
        return StandardActions.addTo(table).build();
    }
    // spotless:on
}
