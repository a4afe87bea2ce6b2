package io.itsm4j.request;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.REQUESTER;
import static io.itsm4j.actor.Role.SYSTEM;
import static io.itsm4j.request.RequestRules.APPROVED_FIRST;
import static io.itsm4j.request.RequestRules.HOLD_NEEDS_A_REASON;
import static io.itsm4j.request.RequestRules.NEEDS_APPROVAL;
import static io.itsm4j.request.RequestRules.NO_OPEN_CHILDREN;
import static io.itsm4j.request.RequestRules.NO_OPEN_TASKS;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a request, as a table. */
public final class RequestLifecycle {

    public static final State NEW = State.of("NEW", StateCategory.NEW);
    public static final State AWAITING_APPROVAL = State.of("AWAITING_APPROVAL", StateCategory.PENDING);
    public static final State IN_FULFILMENT = State.of("IN_FULFILMENT", StateCategory.ACTIVE);
    public static final State ON_HOLD = State.of("ON_HOLD", StateCategory.PENDING);
    public static final State FULFILLED = State.of("FULFILLED", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State REJECTED = State.of("REJECTED", StateCategory.CLOSED);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action SUBMIT = Action.of("submit");
    public static final Action APPROVE = Action.of("approve");
    public static final Action REJECT = Action.of("reject");
    public static final Action START = Action.of("start");
    public static final Action HOLD = Action.of("hold");
    public static final Action RESUME = Action.of("resume");
    public static final Action FULFIL = Action.of("fulfil");
    public static final Action REOPEN = Action.of("reopen");
    public static final Action CLOSE = Action.of("close");
    public static final Action CANCEL = Action.of("cancel");

    /** The name of the effect that makes the tasks of the plan. */
    static final String MAKE_TASKS = "make-tasks";

    /** The name of the effect that ends or takes back the tasks of the plan. */
    static final String COMPENSATE = "compensate";

    private RequestLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Request>> table() {
        LifecycleBuilder<Step<Request>> table = Lifecycle.<Step<Request>>named("request").version(1).initial(NEW)
            .transition(SUBMIT).from(NEW).to(AWAITING_APPROVAL).by(SYSTEM).guardedBy(NEEDS_APPROVAL)
            .transition(APPROVE).from(AWAITING_APPROVAL).to(IN_FULFILMENT).by(SYSTEM)
                .guardedBy(APPROVED_FIRST).effect(MAKE_TASKS)
            .transition(REJECT).from(AWAITING_APPROVAL).to(REJECTED).by(SYSTEM).effect(StandardActions.SKIP_TASKS)
            .transition(START).from(NEW).to(IN_FULFILMENT).by(SYSTEM).guardedBy(APPROVED_FIRST).effect(MAKE_TASKS)
            .transition(HOLD).from(IN_FULFILMENT).to(ON_HOLD).by(AGENT).guardedBy(HOLD_NEEDS_A_REASON)
            .transition(RESUME).from(ON_HOLD).to(IN_FULFILMENT).by(AGENT)
            .transition(FULFIL).from(IN_FULFILMENT).to(FULFILLED).by(AGENT).guardedBy(NO_OPEN_TASKS)
            .transition(REOPEN).from(FULFILLED).to(IN_FULFILMENT).requires("reason").by(AGENT, REQUESTER)
            .transition(CLOSE).from(FULFILLED).to(CLOSED).by(AGENT, REQUESTER).guardedBy(NO_OPEN_TASKS, NO_OPEN_CHILDREN)
            .transition(CANCEL).from(NEW, AWAITING_APPROVAL, IN_FULFILMENT, ON_HOLD).to(CANCELLED)
                .requires("reason").by(AGENT, REQUESTER).guardedBy(NO_OPEN_CHILDREN).effect(COMPENSATE)
            .stay(StandardActions.CHANGE_TASK).in(CANCELLED).by(AGENT);
        return StandardActions.addTo(table).build();
    }
    // spotless:on
}
