package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Explanation;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store must give the ticket engine. */
public abstract class TicketContract extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void keeps_a_ticket_as_it_was_opened() {
        Itsm itsm = builder().build();
        var incidents = itsm.as(bob).incidents();

        var opened = incidents.open(OpenTicket.titled("VPN is down")
                .describedAs("since this morning")
                .requestedBy("alice")
                .rated(Impact.HIGH, Urgency.HIGH)
                .touching("vpn-gateway")
                .tagged("VPN", "remote"));

        var found = incidents.get(opened.id());
        assertThat(found).isEqualTo(opened);
        assertThat(found.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(found.classification().tags()).containsExactlyInAnyOrder("vpn", "remote");
        assertThat(found.times().openedAt()).isEqualTo(clock.instant());
    }

    @Test
    void refuses_a_stale_ticket_and_keeps_the_newer_one() {
        Itsm itsm = builder().build();
        var incidents = itsm.as(bob).incidents();
        var first = incidents.open(OpenTicket.titled("Printer"));
        clock.advance(Duration.ofMinutes(1));
        var newer = incidents.start(first.id());

        Conflict refusal = refused(
                Conflict.class,
                "CONFLICT",
                () -> incidents
                        .with(CommandOptions.expecting(first.version()))
                        .resolve(first.id(), ResolveIncident.with("FIXED", "paper")));

        assertThat(refusal.detail())
                .containsEntry("expected", 1L)
                .containsEntry("current", 2L)
                .containsEntry("by", bob.id())
                .containsEntry("at", NINE.plusSeconds(60));
        assertThat(refusal.retryable()).isFalse();
        assertThat(incidents.get(first.id())).isEqualTo(newer);
    }

    @Test
    void takes_a_ticket_through_its_life_and_notes_when_what_happened() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").requestedBy("alice"));

        clock.advance(Duration.ofMinutes(10));
        incidents.start(ticket.id());
        clock.advance(Duration.ofMinutes(10));
        incidents.hold(ticket.id(), HoldIncident.because(HoldReason.PARTS));
        Ticket<Incident> held = incidents.get(ticket.id());
        clock.advance(Duration.ofMinutes(10));
        incidents.resume(ticket.id());
        clock.advance(Duration.ofMinutes(10));
        incidents.resolve(ticket.id(), ResolveIncident.with("REPLACED", "new drum"));
        clock.advance(Duration.ofMinutes(10));
        incidents.close(ticket.id());

        assertThat(held.pendingReason()).contains("PARTS");
        assertThat(held.times().pendingSince()).isEqualTo(NINE.plusSeconds(1_200));
        Ticket<Incident> closed = incidents.get(ticket.id());
        assertThat(closed.state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(closed.version()).isEqualTo(6);
        assertThat(closed.pendingReason()).isEmpty();
        assertThat(closed.times().firstRespondedAt()).isEqualTo(NINE.plusSeconds(600));
        assertThat(closed.times().pendingSince()).isNull();
        assertThat(closed.times().resolvedAt()).isEqualTo(NINE.plusSeconds(2_400));
        assertThat(closed.times().closedAt()).isEqualTo(NINE.plusSeconds(3_000));
        assertThat(closed.details().resolutionCode()).isEqualTo("REPLACED");
        assertThat(closed.details().resolutionNotes()).isEqualTo("new drum");
    }

    @Test
    void refuses_an_action_the_state_does_not_have_and_says_what_is_allowed() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));

        TransitionRefused refusal = refused(TransitionRefused.class, "TRANSITION", () -> incidents.close(opened.id()));

        assertThat(refusal.allowedActions())
                .contains("start", "resolve", "cancel")
                .doesNotContain("close", "reopen");
        assertThat(refusal.getMessage()).contains("INC0000001").contains("New");
        assertThat(incidents.get(opened.id())).isEqualTo(opened);
    }

    @Test
    void refuses_with_every_failed_guard_and_changes_nothing() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));

        TransitionRefused refusal = refused(
                TransitionRefused.class,
                "GUARD",
                () -> incidents.hold(opened.id(), HoldIncident.because(HoldReason.CALLER)));

        assertThat(refusal.failedGuards()).containsExactly("WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT");
        assertThat(incidents.get(opened.id())).isEqualTo(opened);
        assertThat(incidents.tickets().comments(opened.id(), PageRequest.all()).items())
                .isEmpty();
    }

    @Test
    void never_lets_a_ticket_go_back_in_time() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));

        clock.advance(Duration.ofHours(-1));
        incidents.start(opened.id());

        Ticket<Incident> started = incidents.get(opened.id());
        assertThat(started.times().updatedAt()).isEqualTo(NINE);
        assertThat(started.times().firstRespondedAt()).isEqualTo(NINE);
    }

    @Test
    void cuts_what_the_clock_says_to_microseconds() {
        Incidents incidents = builder().build().as(bob).incidents();
        clock.set(Instant.parse("2026-03-02T09:00:00.123456789Z"));

        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));

        assertThat(incidents.get(opened.id())).isEqualTo(opened);
        assertThat(opened.times().createdAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00.123456Z"));
    }

    @Test
    void finds_tickets_by_number_and_by_the_number_they_had_elsewhere() {
        Incidents incidents = builder().build().as(bob).incidents();
        incidents.open(OpenTicket.titled("Printer"));
        Ticket<Incident> second = incidents.open(OpenTicket.titled("Scanner").referredToAs("OLD-77"));

        assertThat(second.number()).isEqualTo("INC0000002");
        assertThat(incidents.tickets().findByNumber("INC0000002")).contains(second);
        assertThat(incidents.tickets().findByNumber("inc0000002")).isEmpty();
        assertThat(incidents.tickets().findByExternalReference("OLD-77")).contains(second);
        refused(
                Conflict.class,
                "DUPLICATE",
                () -> incidents.open(OpenTicket.titled("Again").referredToAs("OLD-77")));
    }

    @Test
    void hides_tickets_of_other_tenants_from_every_verb() {
        Itsm itsm = builder().build();
        Ticket<Incident> opened = itsm.as(bob).incidents().open(OpenTicket.titled("Printer"));
        Incidents foreign = itsm.as(Actor.of("ACME", "bob", Role.AGENT)).incidents();

        assertThat(foreign.find(opened.id())).isEmpty();
        refused(NotFound.class, "NOT_FOUND", () -> foreign.get(opened.id()));
        refused(NotFound.class, "NOT_FOUND", () -> foreign.start(opened.id()));
        refused(NotFound.class, "NOT_FOUND", () -> foreign.tickets().journal(opened.id(), PageRequest.all()));
        assertThat(foreign.count(Criterion.all())).isZero();
        assertThat(itsm.as(bob).incidents().get(opened.id())).isEqualTo(opened);
    }

    @Test
    void keeps_what_is_said_in_order_and_counts_the_first_public_word_as_the_response() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").requestedBy("alice"));
        clock.advance(Duration.ofMinutes(5));
        incidents.comment(ticket.id(), AddComment.internally("looks like the drum"));
        clock.advance(Duration.ofMinutes(5));
        incidents.comment(ticket.id(), AddComment.publicly("we are on it"));
        clock.advance(Duration.ofMinutes(5));
        incidents.comment(ticket.id(), AddComment.publicly("it takes until noon"));

        assertThat(incidents.get(ticket.id()).times().firstRespondedAt()).isEqualTo(NINE.plusSeconds(600));
        assertThat(incidents.tickets().comments(ticket.id(), PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("looks like the drum", "we are on it", "it takes until noon");
        assertThat(incidents
                        .tickets()
                        .comments(ticket.id(), PageRequest.of(Comment.VISIBILITY.is(Comment.Visibility.INTERNAL)))
                        .items())
                .extracting(Comment::body)
                .containsExactly("looks like the drum");
    }

    @Test
    void explains_a_priority_and_what_stands_against_each_action() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").rated(Impact.HIGH, Urgency.MEDIUM));

        Explanation why = incidents.tickets().explain(ticket.id());

        assertThat(why.number()).isEqualTo("INC0000001");
        assertThat(why.priority()).isEqualTo("HIGH: impact HIGH and urgency MEDIUM give HIGH in the matrix standard");
        assertThat(why.timeline()).hasSize(1);
        Explanation.ActionView resolve = why.actions().stream()
                .filter(view -> view.action().equals(IncidentLifecycle.RESOLVE))
                .findFirst()
                .orElseThrow();
        assertThat(resolve.to()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(resolve.permitted()).isTrue();
        assertThat(resolve.failing()).anyMatch(text -> text.startsWith("RESOLUTION_NEEDS_A_CODE"));
        assertThat(incidents.tickets().allowedActions(ticket.id()))
                .contains(IncidentLifecycle.START)
                .doesNotContain(IncidentLifecycle.ACCEPT_MAJOR);
    }
}
