package io.itsm4j.incident;

import static io.itsm4j.lifecycle.StateCategory.CANCELLED;
import static io.itsm4j.lifecycle.StateCategory.CLOSED;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.LinkReaction;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What makes a ticket an incident: the declaration, from data. */
final class IncidentType {

    /** By what incidents alone can be filtered: how they stand as major incidents. */
    static final Attribute<TicketRecord, Incident.Major> MAJOR = Attribute.text(
            "incident.major",
            ticket -> ticket.details() instanceof Incident incident ? incident.major() : null,
            Incident.Major::name);

    /** By what incidents alone can be filtered: how they were resolved. */
    static final Attribute<TicketRecord, String> RESOLUTION_CODE = Attribute.text(
            "incident.resolutionCode",
            ticket -> ticket.details() instanceof Incident incident ? incident.resolutionCode() : null);

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(IncidentLifecycle.START, "TicketStarted"),
            Map.entry(IncidentLifecycle.RESPOND, "TicketResponded"),
            Map.entry(IncidentLifecycle.HOLD, "TicketHeld"),
            Map.entry(IncidentLifecycle.CHANGE_HOLD_REASON, "HoldReasonChanged"),
            Map.entry(IncidentLifecycle.RESUME, "TicketResumed"),
            Map.entry(IncidentLifecycle.ARRIVE, "EngineerArrived"),
            Map.entry(IncidentLifecycle.WORKAROUND, "WorkaroundProvided"),
            Map.entry(IncidentLifecycle.RESOLVE, "TicketResolved"),
            Map.entry(IncidentLifecycle.FAULT_REPORT, "FaultReportFiled"),
            Map.entry(IncidentLifecycle.CALL_BACK, "CallerCalledBack"),
            Map.entry(IncidentLifecycle.REOPEN, "TicketReopened"),
            Map.entry(IncidentLifecycle.CLOSE, "TicketClosed"),
            Map.entry(IncidentLifecycle.CANCEL, "TicketCancelled"),
            Map.entry(IncidentLifecycle.REMIND, "CallerReminded"),
            Map.entry(IncidentLifecycle.ALERT, "AlertReceived"),
            Map.entry(IncidentLifecycle.CLEAR, "AlertCleared"),
            Map.entry(IncidentLifecycle.PROPOSE_MAJOR, "MajorIncidentProposed"),
            Map.entry(IncidentLifecycle.ACCEPT_MAJOR, "MajorIncidentAccepted"),
            Map.entry(IncidentLifecycle.REJECT_MAJOR, "MajorIncidentRejected"),
            Map.entry(IncidentLifecycle.DEMOTE_MAJOR, "MajorIncidentDemoted"),
            Map.entry(IncidentLifecycle.COMMUNICATE, "MajorIncidentCommunicated"),
            Map.entry(IncidentLifecycle.REVIEW_MAJOR, "MajorIncidentReviewed"));

    private IncidentType() {}

    static TicketType<Incident> under(IncidentPolicy policy) {
        TicketType.Builder<Incident> type = TicketType.named("incident", "INC", Incident.class, Incident.NEW)
                .openedBy(Role.REQUESTER, Role.AGENT, Role.MONITOR, Role.IMPORTER)
                .readBy(Role.AGENT, Role.AUDITOR, Role.MONITOR, Role.MAJOR_INCIDENT_MANAGER)
                .effect(IncidentLifecycle.FIRST_RESPONSE, Draft::responded)
                .effect(
                        IncidentLifecycle.TAKE_BACK,
                        draft -> draft.details(draft.details().reopened()))
                .effect(
                        IncidentLifecycle.NOTE_ARRIVAL,
                        draft -> draft.details(draft.details().onSite(draft.now())))
                .effect(
                        IncidentLifecycle.NOTE_CALL_BACK,
                        draft -> draft.details(draft.details().calledBack(draft.now())))
                .effect(IncidentLifecycle.BECOME_PROPOSED, becoming(Incident.Major.PROPOSED))
                .effect(
                        IncidentLifecycle.BECOME_MAJOR,
                        draft -> draft.details(draft.details()
                                .major(Incident.Major.ACCEPTED, draft.actor().id())))
                .effect(IncidentLifecycle.BECOME_REJECTED, becoming(Incident.Major.REJECTED))
                .effect(IncidentLifecycle.BECOME_DEMOTED, becoming(Incident.Major.DEMOTED))
                .repliesWhen(ticket -> HoldReason.CALLER.name().equals(ticket.pendingReason()))
                .erasing(Incident::erased)
                .frozenIn(RESOLVED, "title", "description", "impact", "urgency")
                .attributes(List.of(MAJOR, RESOLUTION_CODE));
        EVENTS.forEach(type::event);
        details(type);
        IncidentCascades.declare(type);
        milestones(type, policy);
        reactions(type);
        return type.livingBy(IncidentLifecycle.table(policy));
    }

    private static Consumer<Draft<Incident>> becoming(Incident.Major standing) {
        return draft -> draft.details(draft.details().major(standing, null));
    }

    private static void details(TicketType.Builder<Incident> type) {
        type.detail(DetailField.plain("resolutionCode", Incident::resolutionCode))
                .detail(DetailField.personal("resolutionNotes", Incident::resolutionNotes))
                .detail(DetailField.personal("workaround", Incident::workaround))
                .detail(DetailField.plain("workaroundAt", Incident::workaroundAt))
                .detail(DetailField.plain("onSiteAt", Incident::onSiteAt))
                .detail(DetailField.plain("faultReportAt", Incident::faultReportAt))
                .detail(DetailField.plain("calledBackAt", Incident::calledBackAt))
                .detail(DetailField.plain("major", Incident::major))
                .detail(DetailField.personal("majorManager", Incident::majorManager))
                .detail(DetailField.personal("majorReview", Incident::majorReview))
                .detail(DetailField.plain("communications", Incident::communications))
                .detail(DetailField.plain("reminders", Incident::reminders))
                .detail(DetailField.plain("alertSource", Incident::alertSource))
                .detail(DetailField.plain("alerts", Incident::alerts))
                .detail(DetailField.plain("flaps", Incident::flaps));
    }

    /** Whoever waits for a problem or a change goes on when it is over, whatever came of it. */
    private static void reactions(TicketType.Builder<Incident> type) {
        Map<HoldReason, String> awaited = Map.of(HoldReason.PROBLEM, "problem", HoldReason.CHANGE, "change");
        awaited.forEach((reason, name) -> List.of(LinkType.CAUSED_BY, LinkType.RESOLVED_BY)
                .forEach(how -> type.onLinked(new LinkReaction<>(
                        how,
                        Set.of(name),
                        Set.of(RESOLVED, CLOSED, CANCELLED),
                        (moved, ticket) -> moved.stillOpen() == 0
                                && ticket.pendingReason()
                                        .filter(reason.name()::equals)
                                        .isPresent(),
                        IncidentLifecycle.RESUME,
                        IncidentType::goOn))));
    }

    private static void goOn(LinkReaction.Moved moved, Draft<Incident> draft) {
        draft.details(draft.details().unreminded());
        draft.note("awaited", moved.ticket().number())
                .note("awaitedState", moved.ticket().state().name());
    }

    private static void milestones(TicketType.Builder<Incident> type, IncidentPolicy policy) {
        type.milestone(new Milestone<>(
                        "auto-close",
                        ticket -> autoClose(ticket, policy.autoCloseAfter()),
                        ticket -> String.valueOf(ticket.times().reopens()),
                        IncidentLifecycle.CLOSE,
                        Reason.NONE,
                        draft -> {}))
                .milestone(new Milestone<>(
                        "remind-caller",
                        ticket -> reminder(ticket, policy),
                        ticket -> ticket.times().pendingSince() + " "
                                + ticket.details().reminders(),
                        IncidentLifecycle.REMIND,
                        Reason.NONE,
                        draft -> draft.details(draft.details().reminded(over(draft, policy)))))
                .milestone(new Milestone<>(
                        "auto-resolve",
                        ticket -> waiting(ticket, policy.autoResolveAfter()),
                        ticket -> String.valueOf(ticket.times().pendingSince()),
                        IncidentLifecycle.RESOLVE,
                        ResolveIncident.with("NO_ANSWER", "the caller did not answer"),
                        draft -> draft.details(draft.details().resolved("NO_ANSWER", "the caller did not answer"))));
    }

    private static Optional<Instant> autoClose(Ticket<Incident> ticket, Duration after) {
        boolean closes = ticket.state().category() == StateCategory.RESOLVED
                && ticket.details().major() != Incident.Major.ACCEPTED
                && !after.isZero();
        return closes ? Optional.ofNullable(ticket.times().resolvedAt()).map(at -> at.plus(after)) : Optional.empty();
    }

    /** How many reminders were due by now: after an outage the caller is told once, not once for each. */
    private static int over(Draft<Incident> draft, IncidentPolicy policy) {
        Instant since = java.util.Objects.requireNonNull(draft.times().pendingSince());
        int next = draft.details().reminders() + 1;
        while (next < policy.reminders()
                && !since.plus(policy.remindEvery().multipliedBy(next + 1L)).isAfter(draft.now())) {
            next++;
        }
        return next;
    }

    private static Optional<Instant> reminder(Ticket<Incident> ticket, IncidentPolicy policy) {
        int sent = ticket.details().reminders();
        return sent >= policy.reminders()
                ? Optional.empty()
                : waiting(ticket, policy.remindEvery().multipliedBy(sent + 1L));
    }

    private static Optional<Instant> waiting(Ticket<Incident> ticket, Duration time) {
        boolean waits =
                ticket.pendingReason().filter(HoldReason.CALLER.name()::equals).isPresent();
        return waits && !time.isZero()
                ? Optional.ofNullable(ticket.times().pendingSince()).map(since -> since.plus(time))
                : Optional.empty();
    }
}
