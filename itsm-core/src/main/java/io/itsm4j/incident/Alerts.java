package io.itsm4j.incident;

import io.itsm4j.NotFound;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.GroupId;
import io.itsm4j.journal.Digests;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.Channel;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Turns alerts into incidents, one open incident for each source and key. The key is unique in the store, so that two
 * nodes that hear the same alert at once end up with one incident.
 */
final class Alerts {

    private final Tickets<Incident> tickets;
    private final IncidentPolicy policy;

    Alerts(Tickets<Incident> tickets, IncidentPolicy policy) {
        this.tickets = tickets;
        this.policy = policy;
    }

    /** A key stands for the alert, whatever it comes to; a clear event that nothing is open for leaves it free. */
    Optional<Ticket<Incident>> take(MonitoringAlert alert) {
        tickets.check(alert);
        Alerts keyed = new Alerts(tickets.keyedBy(IncidentLifecycle.ALERT, alert), policy);
        Optional<Ticket<Incident>> earlier;
        try {
            earlier = keyed.tickets.earlier();
        } catch (NotFound restricted) {
            return Optional.empty();
        }
        return earlier.or(() -> keyed.taken(alert));
    }

    private Optional<Ticket<Incident>> taken(MonitoringAlert alert) {
        String key = "alert:"
                + Digests.sha256(String.valueOf(alert.source()), String.valueOf(alert.key()))
                        .substring(0, 48);
        boolean clears = alert.status() == MonitoringAlert.Status.CLEAR;
        return tickets.report(
                key,
                () -> clears ? Optional.empty() : Optional.of(open(alert, key, Set.of())),
                (all, open) -> clears ? clear(all, alert, open) : repeat(all, alert, open, key));
    }

    private Ticket<Incident> open(MonitoringAlert alert, String key, Set<GroupId> restrictedTo) {
        OpenTicket input = OpenTicket.titled(alert.title())
                .describedAs(alert.description())
                .via(Channel.MONITORING)
                .rated(alert.impact(), alert.urgency())
                .restrictedToGroups(restrictedTo.stream().map(GroupId::value).toArray(String[]::new));
        OpenTicket onCi = alert.ci() == null ? input : input.touching(alert.ci());
        return tickets.open(
                onCi,
                draft -> draft.correlationKey(key).details(draft.details().alerted(source(alert), 1, draft.now(), 0)));
    }

    private Ticket<Incident> repeat(Tickets<Incident> all, MonitoringAlert alert, Ticket<Incident> open, String key) {
        if (open.state().category() == StateCategory.RESOLVED) {
            return reopen(all, alert, open, key);
        }
        return all.act(open.id(), IncidentLifecycle.ALERT, alert, draft -> note(draft, alert, false));
    }

    /**
     * Reopens within the window; after it the old incident gives the key up, and a new one is opened, which only they
     * see who saw the old one.
     */
    private Ticket<Incident> reopen(Tickets<Incident> all, MonitoringAlert alert, Ticket<Incident> old, String key) {
        try {
            return all.act(old.id(), IncidentLifecycle.REOPEN, alert, draft -> {
                draft.details(draft.details().reopened());
                note(draft, alert, true);
            });
        } catch (TransitionRefused over) {
            if (!over.failedGuards().contains("WITHIN_REOPEN_WINDOW")) {
                throw over;
            }
        }
        all.with(CommandOptions.NONE).act(old.id(), IncidentLifecycle.ALERT, alert, draft -> {
            draft.correlationKey(null);
            note(draft, alert, true);
        });
        return open(alert, key, old.restrictedTo());
    }

    private Ticket<Incident> clear(Tickets<Incident> all, MonitoringAlert alert, Ticket<Incident> open) {
        boolean flapping = open.details().flaps() >= policy.flapLimit()
                && recent(open.details(), open.times().updatedAt());
        boolean working =
                open.state().category() == StateCategory.NEW || open.state().category() == StateCategory.ACTIVE;
        if (!policy.resolveOnClear() || flapping || !working) {
            return all.act(open.id(), IncidentLifecycle.ALERT, alert, draft -> {
                draft.note("cleared", true);
                note(draft, alert, true);
            });
        }
        return all.act(open.id(), IncidentLifecycle.CLEAR, alert, draft -> {
            note(draft, alert, true);
            draft.details(draft.details().resolved("ALERT_CLEARED", "the monitoring reported the end of the alert"));
        });
    }

    private void note(Draft<Incident> draft, MonitoringAlert alert, boolean changed) {
        Incident incident = draft.details();
        int flaps = changed ? (recent(incident, draft.now()) ? incident.flaps() + 1 : 1) : incident.flaps();
        Instant at = changed || incident.lastAlertAt() == null ? draft.now() : incident.lastAlertAt();
        draft.details(incident.alerted(source(alert), incident.alerts() + 1, at, flaps));
        draft.note("status", Objects.requireNonNull(alert.status()).name());
    }

    private boolean recent(Incident incident, Instant now) {
        Instant last = incident.lastAlertAt();
        return last != null && Duration.between(last, now).compareTo(policy.flapWindow()) <= 0;
    }

    private static String source(MonitoringAlert alert) {
        return Objects.requireNonNull(alert.source());
    }
}
