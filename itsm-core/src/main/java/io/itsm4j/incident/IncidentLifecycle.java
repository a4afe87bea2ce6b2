package io.itsm4j.incident;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.MAJOR_INCIDENT_MANAGER;
import static io.itsm4j.actor.Role.MANAGER;
import static io.itsm4j.actor.Role.MONITOR;
import static io.itsm4j.actor.Role.REQUESTER;
import static io.itsm4j.incident.IncidentRules.ALERT_IS_COUNTED;
import static io.itsm4j.incident.IncidentRules.CHILD_CANNOT_BE_MAJOR;
import static io.itsm4j.incident.IncidentRules.FAULT_REPORT_IS_FILED;
import static io.itsm4j.incident.IncidentRules.HOLD_NEEDS_A_REASON;
import static io.itsm4j.incident.IncidentRules.IS_MAJOR;
import static io.itsm4j.incident.IncidentRules.IS_NOT_MAJOR;
import static io.itsm4j.incident.IncidentRules.IS_SAID_IN_PUBLIC;
import static io.itsm4j.incident.IncidentRules.MAJOR_IS_DEMOTED_FIRST;
import static io.itsm4j.incident.IncidentRules.MAJOR_NEEDS_A_REVIEW;
import static io.itsm4j.incident.IncidentRules.MAJOR_NEEDS_COMMUNICATION;
import static io.itsm4j.incident.IncidentRules.MESSAGE_IS_LOGGED;
import static io.itsm4j.incident.IncidentRules.NO_OPEN_TASKS;
import static io.itsm4j.incident.IncidentRules.RESOLUTION_NEEDS_A_CODE;
import static io.itsm4j.incident.IncidentRules.RESOLUTION_NEEDS_NOTES;
import static io.itsm4j.incident.IncidentRules.REVIEW_HAS_AN_OUTCOME;
import static io.itsm4j.incident.IncidentRules.WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT;
import static io.itsm4j.incident.IncidentRules.WAITS_FOR_THE_CALLER;
import static io.itsm4j.incident.IncidentRules.WAS_MERGED;
import static io.itsm4j.incident.IncidentRules.WAS_PROPOSED;
import static io.itsm4j.incident.IncidentRules.WORKAROUND_IS_GIVEN;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
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

    /** The name of the effect that notes when an engineer arrived. */
    static final String NOTE_ARRIVAL = "note-arrival";

    /** The name of the effect that notes when the caller was called back. */
    static final String NOTE_CALL_BACK = "note-call-back";

    /** The name of the effect that makes it a candidate for a major incident. */
    static final String BECOME_PROPOSED = "become-proposed";

    /** The name of the effect that makes it a major incident, led by whoever accepts. */
    static final String BECOME_MAJOR = "become-major";

    /** The name of the effect that turns the proposal down. */
    static final String BECOME_REJECTED = "become-rejected";

    /** The name of the effect that makes it an ordinary incident again. */
    static final String BECOME_DEMOTED = "become-demoted";

    private static final State[] WORKING = {NEW, IN_PROGRESS, ON_HOLD};
    private static final State[] UNENDED = {NEW, IN_PROGRESS, ON_HOLD, RESOLVED};

    private IncidentLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Incident>> table(IncidentPolicy policy) {
        Guard<Step<Incident>> noOpenChildren = IncidentRules.noOpenChildren(policy);
        LifecycleBuilder<Step<Incident>> table = Lifecycle.<Step<Incident>>named("incident").version(1).initial(NEW)
            .transition(START).from(NEW).to(IN_PROGRESS).by(AGENT).effect(FIRST_RESPONSE)
            .transition(HOLD).from(NEW, IN_PROGRESS).to(ON_HOLD).by(AGENT)
                .guardedBy(HOLD_NEEDS_A_REASON, WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT)
                .effect(IncidentCascades.onHolding(policy))
            .transition(RESUME).from(ON_HOLD).to(IN_PROGRESS).by(AGENT)
            .transition(REPLY).from(ON_HOLD).to(IN_PROGRESS).by(REQUESTER, AGENT)
                .guardedBy(WAITS_FOR_THE_CALLER, IS_SAID_IN_PUBLIC)
            .transition(RESOLVE).from(WORKING).to(RESOLVED).by(AGENT)
                .guardedBy(RESOLUTION_NEEDS_A_CODE, RESOLUTION_NEEDS_NOTES)
                .effect(IncidentCascades.onResolving(policy))
            .transition(CLEAR).from(NEW, IN_PROGRESS).to(RESOLVED).by(MONITOR, AGENT)
                .guardedBy(ALERT_IS_COUNTED, RESOLUTION_NEEDS_A_CODE, RESOLUTION_NEEDS_NOTES)
                .effect(IncidentCascades.onResolving(policy))
            .transition(REOPEN).from(RESOLVED).to(IN_PROGRESS).by(AGENT, REQUESTER, MONITOR)
                .guardedBy(IncidentRules.withinReopenWindow(policy)).effect(TAKE_BACK)
                .effect(IncidentCascades.onReopening(policy))
            .transition(CLOSE).from(RESOLVED).to(CLOSED).by(AGENT, REQUESTER)
                .guardedBy(MAJOR_NEEDS_A_REVIEW, MAJOR_NEEDS_COMMUNICATION, NO_OPEN_TASKS)
                .guardedBy(noOpenChildren)
                .effect(IncidentCascades.onClosing(policy))
            .transition(CANCEL).from(NEW).to(CANCELLED).requires("reason").by(AGENT, REQUESTER)
                .guardedBy(MAJOR_IS_DEMOTED_FIRST, noOpenChildren)
                .effect(StandardActions.SKIP_TASKS).effect(IncidentCascades.onCancelling(policy))
            .transition(CANCEL).from(IN_PROGRESS, ON_HOLD).to(CANCELLED).requires("reason").by(AGENT)
                .guardedBy(MAJOR_IS_DEMOTED_FIRST, noOpenChildren)
                .effect(StandardActions.SKIP_TASKS).effect(IncidentCascades.onCancelling(policy))
            .transition(MERGE).from(UNENDED).to(CLOSED).by(AGENT).guardedBy(MAJOR_IS_DEMOTED_FIRST, NO_OPEN_TASKS)
            .transition(UNDO_MERGE).from(CLOSED).to(IN_PROGRESS).by(AGENT).guardedBy(WAS_MERGED).effect(TAKE_BACK)
            .stay(RESPOND).in(WORKING).by(AGENT).guardedBy(IS_SAID_IN_PUBLIC).effect(FIRST_RESPONSE)
            .stay(CHANGE_HOLD_REASON).in(ON_HOLD).by(AGENT)
                .guardedBy(HOLD_NEEDS_A_REASON, WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT)
            .stay(ARRIVE).in(WORKING).by(AGENT).effect(NOTE_ARRIVAL)
            .stay(WORKAROUND).in(WORKING).by(AGENT).guardedBy(WORKAROUND_IS_GIVEN, IS_SAID_IN_PUBLIC)
            .stay(FAULT_REPORT).in(RESOLVED, CLOSED).by(AGENT).guardedBy(FAULT_REPORT_IS_FILED, IS_SAID_IN_PUBLIC)
            .stay(CALL_BACK).in(RESOLVED, CLOSED).by(AGENT).effect(NOTE_CALL_BACK)
            .stay(REMIND).in(ON_HOLD).by(Role.SYSTEM).guardedBy(WAITS_FOR_THE_CALLER)
            .stay(ALERT).in(UNENDED).by(MONITOR, AGENT).guardedBy(ALERT_IS_COUNTED)
            .stay(PROPOSE_MAJOR).in(WORKING).by(AGENT).guardedBy(IS_NOT_MAJOR, CHILD_CANNOT_BE_MAJOR)
                .effect(BECOME_PROPOSED)
            .stay(ACCEPT_MAJOR).in(WORKING).by(MAJOR_INCIDENT_MANAGER).guardedBy(WAS_PROPOSED, CHILD_CANNOT_BE_MAJOR)
                .effect(BECOME_MAJOR)
            .stay(REJECT_MAJOR).in(WORKING).by(MAJOR_INCIDENT_MANAGER).guardedBy(WAS_PROPOSED).effect(BECOME_REJECTED)
            .stay(DEMOTE_MAJOR).in(UNENDED).by(MAJOR_INCIDENT_MANAGER).guardedBy(IS_MAJOR).effect(BECOME_DEMOTED)
            .stay(COMMUNICATE).in(UNENDED).by(MAJOR_INCIDENT_MANAGER, MANAGER)
                .guardedBy(IS_MAJOR, MESSAGE_IS_LOGGED, IS_SAID_IN_PUBLIC)
            .stay(REVIEW_MAJOR).in(RESOLVED).by(MAJOR_INCIDENT_MANAGER).guardedBy(IS_MAJOR, REVIEW_HAS_AN_OUTCOME);
        return StandardActions.addTo(table, CHILD_CANNOT_BE_MAJOR).build();
    }
    // spotless:on
}
