package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentGuideTest {

    private final Actor alice = Actor.of("acme", "alice", Role.REQUESTER);
    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final Actor mia = Actor.of("acme", "mia", Role.AGENT, Role.MAJOR_INCIDENT_MANAGER);
    private final Actor probe = Actor.of("acme", "prometheus", Role.MONITOR);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder().clock(clock).build();
    private final Incidents desk = itsm.as(bob).incidents();

    @Test
    void an_answer_of_the_caller_resumes_what_waits_for_it() {
        // region incident-first
        Ticket<Incident> incident =
                desk.open(OpenTicket.titled("Printer on floor 2").requestedBy("alice"));
        TicketId id = incident.id();

        desk.hold(id, HoldIncident.untilCallerAnswers("Which printer is it?"));
        itsm.as(alice).portal().comment(id, "The one by the stairs"); // the incident goes on
        desk.resolve(id, ResolveIncident.with("PAPER", "Filled the tray"));
        itsm.as(alice).portal().act(id, IncidentLifecycle.CLOSE, null);
        // endregion

        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(itsm.verify(incident.tenant()).isIntact()).isTrue();
    }

    @Test
    void a_closed_incident_gets_a_follow_up() {
        TicketId id = resolved("VPN is down");
        desk.close(id);

        // region incident-follow-up
        Ticket<Incident> next = desk.followUp(id, "VPN is down again");
        // endregion

        assertThat(next.title()).isEqualTo("VPN is down again");
        assertThat(desk.tickets().links(id)).hasSize(1);
    }

    @Test
    void a_resolved_incident_closes_by_itself() {
        TicketId id = resolved("VPN is down");

        // region incident-automatic
        clock.advance(Duration.ofDays(7)); // in a test; otherwise time does that
        DueReport report = itsm.processDue(1_000);
        // endregion

        assertThat(report.done()).isEqualTo(1);
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void a_major_incident_is_communicated_and_reviewed_before_it_closes() {
        TicketId id = desk.open(OpenTicket.titled("Payments are down")).id();

        // region incident-major
        desk.proposeMajor(id, "All shops are hit");
        Incidents lead = itsm.as(mia).incidents();
        lead.acceptMajor(id);
        lead.communicate(id, "We are working on it; next news at 10:00");
        lead.resolve(id, ResolveIncident.with("FAILED_OVER", "Moved to the second site"));
        lead.reviewMajor(id, "The first site had no spare link");
        lead.close(id);
        // endregion

        assertThat(desk.get(id).details().majorManager()).isEqualTo(mia.id());
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void repeated_alerts_are_one_incident_and_a_clear_event_resolves_it() {
        // region incident-alert
        Incidents monitoring = itsm.as(probe).incidents();
        monitoring.alert(MonitoringAlert.firing("prometheus", "disk-full/db1", "Disk of db1 is full"));
        monitoring.alert(MonitoringAlert.firing("prometheus", "disk-full/db1", "Disk of db1 is full"));
        Ticket<Incident> one = monitoring
                .alert(MonitoringAlert.clear("prometheus", "disk-full/db1"))
                .orElseThrow();
        // endregion

        assertThat(one.state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(one.details().alerts()).isEqualTo(3);
        assertThat(desk.count(io.itsm4j.storage.Criterion.all())).isEqualTo(1);
    }

    @Test
    void a_merge_can_be_undone() {
        TicketId original = desk.open(OpenTicket.titled("VPN is down")).id();
        TicketId duplicate = desk.open(OpenTicket.titled("No VPN")).id();

        // region incident-merge
        desk.tickets().merge(duplicate, original);
        Ticket<Incident> counts = desk.tickets().resolveMerged(duplicate); // the original
        desk.tickets().undoMerge(duplicate);
        // endregion

        assertThat(counts.id()).isEqualTo(original);
        assertThat(desk.get(duplicate).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void a_policy_changes_the_windows() {
        // region incident-policy
        IncidentPolicy ours = IncidentPolicy.STANDARD
                .reopenableFor(Duration.ofDays(3))
                .closingAfter(Duration.ofDays(5))
                .reminding(Duration.ofDays(1), 2, Duration.ofDays(4)) // twice, then resolved
                .children(CloseRule.CASCADE, "resolve", "hold");
        Itsm strict = Itsm.builder().clock(clock).incidentPolicy(ours).build();
        // endregion

        Incidents desk = strict.as(bob).incidents();
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();
        desk.resolve(id, ResolveIncident.with("RESTARTED", "The gateway was restarted"));
        clock.advance(Duration.ofDays(3).plusNanos(1_000));
        TransitionRefused refused = catchThrowableOfType(TransitionRefused.class, () -> desk.reopen(id, "Again"));
        assertThat(refused.failedGuards()).containsExactly("WITHIN_REOPEN_WINDOW");
    }

    @Test
    void a_public_word_of_the_desk_is_the_first_response_and_the_requesters_own_is_not() {
        Ticket<Incident> incident = desk.open(OpenTicket.titled("VPN is down").requestedBy("alice"));
        itsm.as(alice).portal().comment(incident.id(), "Hello?");
        assertThat(desk.get(incident.id()).times().firstRespondedAt()).isNull();

        clock.advance(Duration.ofMinutes(5));
        desk.comment(incident.id(), AddComment.publicly("We are on it"));

        assertThat(desk.get(incident.id()).times().firstRespondedAt()).isEqualTo("2026-03-02T09:05:00Z");
    }

    private TicketId resolved(String title) {
        TicketId id = desk.open(OpenTicket.titled(title)).id();
        desk.resolve(id, ResolveIncident.with("RESTARTED", "The gateway was restarted"));
        return id;
    }
}
