package io.itsm4j.incident;

import io.itsm4j.actor.Role;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Verb;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Incident management: restore the service. The verbs of every ticket are at {@link #tickets()}; the most used are
 * repeated here.
 */
public final class Incidents {

    private final Tickets<Incident> tickets;
    private final IncidentPolicy policy;

    /** The verbs on top of the ticket engine. */
    public Incidents(Tickets<Incident> tickets, IncidentPolicy policy) {
        this.tickets = tickets;
        this.policy = policy;
    }

    /** The declaration of incidents under a policy. */
    public static TicketType<Incident> type(IncidentPolicy policy) {
        return IncidentType.under(policy);
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Incidents with(CommandOptions options) {
        return new Incidents(tickets.with(options), policy);
    }

    /** What incidents share with every other ticket: tasks, links, work logs, attachments, tags, merging, queries. */
    public Tickets<Incident> tickets() {
        return tickets;
    }

    /** Opens an incident. */
    public Ticket<Incident> open(OpenTicket input) {
        return tickets.open(input);
    }

    /** Begins to work on it; the first response when there was none. */
    public Ticket<Incident> start(TicketId id) {
        return act(id, IncidentVerbs.start());
    }

    /** Answers the caller publicly; the first response when there was none. */
    public Ticket<Incident> respond(TicketId id, @Nullable String text) {
        return act(id, IncidentVerbs.respond(text));
    }

    /** Gives it to a group or a person. */
    public Ticket<Incident> assign(TicketId id, Assign input) {
        return tickets.assign(id, input);
    }

    /** Edits fields. */
    public Ticket<Incident> update(TicketId id, UpdateTicket input) {
        return tickets.update(id, input);
    }

    /** Escalates to a higher tier or to a manager. */
    public Ticket<Incident> escalate(TicketId id, Escalate input) {
        return tickets.escalate(id, input);
    }

    /** Says something. */
    public Ticket<Incident> comment(TicketId id, AddComment input) {
        return tickets.comment(id, input);
    }

    /** Puts it on hold; a parent passes that on where the policy says so. */
    public Ticket<Incident> hold(TicketId id, HoldIncident input) {
        return act(id, IncidentVerbs.hold(input));
    }

    /** Says otherwise why it waits. */
    public Ticket<Incident> changeHoldReason(TicketId id, HoldIncident input) {
        return act(id, IncidentVerbs.changeHoldReason(input));
    }

    /** Goes on. */
    public Ticket<Incident> resume(TicketId id) {
        return act(id, IncidentVerbs.resume());
    }

    /** Notes the caller's answer, brought by somebody of the desk, and goes on. */
    public Ticket<Incident> reply(TicketId id, @Nullable String text) {
        return act(id, IncidentVerbs.reply(text));
    }

    /** Resolves it, from any state in which it is worked on; a parent passes that on where the policy says so. */
    public Ticket<Incident> resolve(TicketId id, ResolveIncident input) {
        return act(id, IncidentVerbs.resolve(input));
    }

    /**
     * Takes the resolution back within the window.
     *
     * @throws io.itsm4j.TransitionRefused with {@code WITHIN_REOPEN_WINDOW} when it is over; then {@link #followUp}
     */
    public Ticket<Incident> reopen(TicketId id, @Nullable String reason) {
        return act(id, IncidentVerbs.reopen(reason));
    }

    /**
     * Opens a new incident with this one's fields, linked as its follow-up.
     *
     * @throws io.itsm4j.RuleViolated with {@code FOLLOW_UP_OPEN} when this one is neither resolved nor ended
     */
    public Ticket<Incident> followUp(TicketId id, @Nullable String title) {
        return tickets.followUp(id, new Split(title, null));
    }

    /** Ends it. */
    public Ticket<Incident> close(TicketId id) {
        return act(id, IncidentVerbs.close());
    }

    /** Ends it without a resolution. */
    public Ticket<Incident> cancel(TicketId id, @Nullable String reason) {
        return act(id, IncidentVerbs.cancel(reason));
    }

    /** Notes that an engineer has arrived on site. */
    public Ticket<Incident> arriveOnSite(TicketId id) {
        return act(id, IncidentVerbs.arriveOnSite());
    }

    /** Says what helps meanwhile. */
    public Ticket<Incident> provideWorkaround(TicketId id, @Nullable String text) {
        return act(id, IncidentVerbs.provideWorkaround(text));
    }

    /** Files the fault report. */
    public Ticket<Incident> fileFaultReport(TicketId id, @Nullable String text) {
        return act(id, IncidentVerbs.fileFaultReport(text));
    }

    /** Notes that the caller was called back after the resolution. */
    public Ticket<Incident> callBack(TicketId id, @Nullable String notes) {
        return act(id, IncidentVerbs.callBack(notes));
    }

    /** Proposes it as a major incident. */
    public Ticket<Incident> proposeMajor(TicketId id, @Nullable String reason) {
        return act(id, IncidentVerbs.proposeMajor(reason));
    }

    /** Makes it a major incident, led by the actor; needs {@link Role#MAJOR_INCIDENT_MANAGER}. */
    public Ticket<Incident> acceptMajor(TicketId id) {
        return act(id, IncidentVerbs.acceptMajor());
    }

    /** Refuses the proposal. */
    public Ticket<Incident> rejectMajor(TicketId id, @Nullable String reason) {
        return act(id, IncidentVerbs.rejectMajor(reason));
    }

    /** Makes a major incident an ordinary one again. */
    public Ticket<Incident> demoteMajor(TicketId id, @Nullable String reason) {
        return act(id, IncidentVerbs.demoteMajor(reason));
    }

    /** Adds a message to the communication log of a major incident. */
    public Ticket<Incident> communicate(TicketId id, @Nullable String text) {
        return act(id, IncidentVerbs.communicate(text));
    }

    /** Notes the outcome of the review of a major incident. */
    public Ticket<Incident> reviewMajor(TicketId id, @Nullable String outcome) {
        return act(id, IncidentVerbs.reviewMajor(outcome));
    }

    /**
     * Takes what a monitoring system says: a first alert opens an incident, a repeat updates the open one, a clear
     * event resolves it unless it flaps.
     *
     * @return the incident; empty for a clear event that nothing is open for
     */
    public Optional<Ticket<Incident>> alert(MonitoringAlert alert) {
        return new Alerts(tickets, policy).take(alert);
    }

    /** The incident, when there is one that the actor may see. */
    public Optional<Ticket<Incident>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The incident.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Ticket<Incident> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of incidents. */
    public Page<Ticket<Incident>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** How many incidents satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        return tickets.count(criterion);
    }

    /** Carries out a verb. */
    public Ticket<Incident> act(TicketId id, Verb<Incident> verb) {
        return tickets.act(id, verb);
    }
}
