package io.itsm4j.incident;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.MAJOR_INCIDENT_MANAGER;
import static io.itsm4j.actor.Role.MANAGER;
import static io.itsm4j.actor.Role.MONITOR;
import static io.itsm4j.actor.Role.REQUESTER;
import static io.itsm4j.incident.IncidentRules.CHILD_CANNOT_BE_MAJOR;
import static io.itsm4j.incident.IncidentRules.HOLD_NEEDS_A_REASON;
import static io.itsm4j.incident.IncidentRules.IS_MAJOR;
import static io.itsm4j.incident.IncidentRules.IS_NOT_MAJOR;
import static io.itsm4j.incident.IncidentRules.MAJOR_NEEDS_A_REVIEW;
import static io.itsm4j.incident.IncidentRules.MAJOR_NEEDS_COMMUNICATION;
import static io.itsm4j.incident.IncidentRules.RESOLUTION_NEEDS_A_CODE;
import static io.itsm4j.incident.IncidentRules.RESOLUTION_NEEDS_NOTES;
import static io.itsm4j.incident.IncidentRules.WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT;
import static io.itsm4j.incident.IncidentRules.WAITS_FOR_THE_CALLER;
import static io.itsm4j.incident.IncidentRules.WAS_MERGED;
import static io.itsm4j.incident.IncidentRules.WAS_PROPOSED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of an incident, as a table. */
public final class IncidentLifecycle {

    public static final State NEW = State.of("NEW", StateCategory.NEW);
    public static final State IN_PROGRESS = State.of("IN_PROGRESS", StateCategory.ACTIVE);
    public static final State ON_HOLD = State.of("ON_HOLD", StateCategory.PENDING);
    public static final State RESOLVED = State.of("RESOLVED", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action START = Action.of("start");
    public static final Action RESPOND = Action.of("respond");
    public static final Action HOLD = Action.of("hold");
    public static final Action CHANGE_HOLD_REASON = Action.of("change-hold-reason");
    public static final Action RESUME = Action.of("resume");
    public static final Action REPLY = StandardActions.REPLY;
    public static final Action ARRIVE = Action.of("arrive-on-site");
    public static final Action WORKAROUND = Action.of("provide-workaround");
    public static final Action RESOLVE = Action.of("resolve");
    public static final Action FAULT_REPORT = Action.of("file-fault-report");
    public static final Action CALL_BACK = Action.of("call-back");
    public static final Action REOPEN = Action.of("reopen");
    public static final Action CLOSE = Action.of("close");
    public static final Action CANCEL = Action.of("cancel");
    public static final Action REMIND = Action.of("remind");
    public static final Action ALERT = Action.of("alert");
    public static final Action CLEAR = Action.of("clear-alert");
    public static final Action PROPOSE_MAJOR = Action.of("propose-major");
    public static final Action ACCEPT_MAJOR = Action.of("accept-major");
    public static final Action REJECT_MAJOR = Action.of("reject-major");
    public static final Action DEMOTE_MAJOR = Action.of("demote-major");
    public static final Action COMMUNICATE = Action.of("communicate");
    public static final Action REVIEW_MAJOR = Action.of("review-major");
    public static final Action MERGE = Action.of("merge");
    public static final Action UNDO_MERGE = Action.of("undo-merge");

    /** The name of the effect that notes the first response. */
    static final String FIRST_RESPONSE = "first-response";

    /** The name of the effect that takes the resolution back, whoever reopens. */
    static final String TAKE_BACK = "take-back";

    /** The name of the effect that ends open children with their parent. */
    static final String END_CHILDREN = "end-children";

    private static final State[] WORKING = {NEW, IN_PROGRESS, ON_HOLD};
    private static final State[] UNENDED = {NEW, IN_PROGRESS, ON_HOLD, RESOLVED};

    private IncidentLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Incident>> table(IncidentPolicy policy) {
        LifecycleBuilder<Step<Incident>> table = Lifecycle.<Step<Incident>>named("incident").version(1).initial(NEW)
            .transition(START).from(NEW).to(IN_PROGRESS).by(AGENT).effect(FIRST_RESPONSE)
            .transition(HOLD).from(NEW, IN_PROGRESS).to(ON_HOLD).by(AGENT)
                .guardedBy(HOLD_NEEDS_A_REASON, WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT)
            .transition(RESUME).from(ON_HOLD).to(IN_PROGRESS).by(AGENT)
            .transition(REPLY).from(ON_HOLD).to(IN_PROGRESS).by(REQUESTER, AGENT).guardedBy(WAITS_FOR_THE_CALLER)
            .transition(RESOLVE).from(WORKING).to(RESOLVED).by(AGENT)
                .guardedBy(RESOLUTION_NEEDS_A_CODE, RESOLUTION_NEEDS_NOTES)
            .transition(CLEAR).from(NEW, IN_PROGRESS).to(RESOLVED).by(MONITOR, AGENT)
            .transition(REOPEN).from(RESOLVED).to(IN_PROGRESS).by(AGENT, REQUESTER, MONITOR)
                .guardedBy(IncidentRules.withinReopenWindow(policy)).effect(TAKE_BACK)
            .transition(CLOSE).from(RESOLVED).to(CLOSED).by(AGENT, REQUESTER)
                .guardedBy(MAJOR_NEEDS_A_REVIEW, MAJOR_NEEDS_COMMUNICATION, IncidentRules.NO_OPEN_TASKS)
                .guardedBy(IncidentRules.noOpenChildren(policy))
                .effect(policy.children() == CloseRule.CASCADE ? new String[] {END_CHILDREN} : new String[0])
            .transition(CANCEL).from(NEW).to(CANCELLED).requires("reason").by(AGENT, REQUESTER)
                .effect(StandardActions.SKIP_TASKS)
            .transition(CANCEL).from(IN_PROGRESS, ON_HOLD).to(CANCELLED).requires("reason").by(AGENT)
                .effect(StandardActions.SKIP_TASKS)
            .transition(MERGE).from(UNENDED).to(CLOSED).by(AGENT)
            .transition(UNDO_MERGE).from(CLOSED).to(IN_PROGRESS).by(AGENT).guardedBy(WAS_MERGED).effect(TAKE_BACK)
            .stay(RESPOND).in(WORKING).by(AGENT).effect(FIRST_RESPONSE)
            .stay(CHANGE_HOLD_REASON).in(ON_HOLD).by(AGENT)
                .guardedBy(HOLD_NEEDS_A_REASON, WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT)
            .stay(ARRIVE).in(WORKING).by(AGENT)
            .stay(WORKAROUND).in(WORKING).by(AGENT)
            .stay(FAULT_REPORT).in(RESOLVED, CLOSED).by(AGENT)
            .stay(CALL_BACK).in(RESOLVED, CLOSED).by(AGENT)
            .stay(REMIND).in(ON_HOLD).by(Role.SYSTEM).guardedBy(WAITS_FOR_THE_CALLER)
            .stay(ALERT).in(UNENDED).by(MONITOR, AGENT)
            .stay(PROPOSE_MAJOR).in(WORKING).by(AGENT).guardedBy(IS_NOT_MAJOR, CHILD_CANNOT_BE_MAJOR)
            .stay(ACCEPT_MAJOR).in(WORKING).by(MAJOR_INCIDENT_MANAGER).guardedBy(WAS_PROPOSED, CHILD_CANNOT_BE_MAJOR)
            .stay(REJECT_MAJOR).in(WORKING).by(MAJOR_INCIDENT_MANAGER).guardedBy(WAS_PROPOSED)
            .stay(DEMOTE_MAJOR).in(UNENDED).by(MAJOR_INCIDENT_MANAGER).guardedBy(IS_MAJOR)
            .stay(COMMUNICATE).in(UNENDED).by(MAJOR_INCIDENT_MANAGER, MANAGER).guardedBy(IS_MAJOR)
            .stay(REVIEW_MAJOR).in(RESOLVED).by(MAJOR_INCIDENT_MANAGER).guardedBy(IS_MAJOR);
        return StandardActions.addTo(table, CHILD_CANNOT_BE_MAJOR).build();
    }
    // spotless:on
}
