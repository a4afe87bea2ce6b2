package io.itsm4j.request;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.Step;

/** The rules of requests, each a named guard. */
public final class RequestRules {

    /** Nothing is fulfilled that was not approved. */
    public static final Guard<Step<Request>> APPROVED_FIRST = Guard.named(
            "APPROVED_FIRST",
            "it must be approved first",
            step -> step.details().mayBeFulfilled());

    /** Only what needs approval waits for it. */
    public static final Guard<Step<Request>> NEEDS_APPROVAL = Guard.named(
            "NEEDS_APPROVAL", "it needs no approval", step -> step.details().needsApproval());

    /** A request on hold says why. */
    public static final Guard<Step<Request>> HOLD_NEEDS_A_REASON = Guard.named(
            "HOLD_NEEDS_A_REASON", "a request on hold says why it waits", step -> step.pendingReason() != null);

    /** All tasks are done before it is fulfilled. */
    public static final Guard<Step<Request>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    /** Parts are done before the whole is. */
    public static final Guard<Step<Request>> NO_OPEN_CHILDREN =
            Guard.named("NO_OPEN_CHILDREN", "children are open", step -> step.openChildren() == 0);

    private RequestRules() {}
}
