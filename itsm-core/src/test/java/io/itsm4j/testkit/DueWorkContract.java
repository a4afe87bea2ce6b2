package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.DueFailure;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What tickets do by themselves in time: once, on however many nodes, and a failing one keeps nobody else. */
public abstract class DueWorkContract extends Contract {

    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "paper");

    private static TicketId resolved(Incidents incidents, String title) {
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled(title));
        return incidents.resolve(ticket.id(), FIXED).id();
    }

    private static List<String> events(Incidents incidents, TicketId id) {
        return incidents.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    @Test
    void closes_a_resolved_ticket_at_its_time_and_not_before() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = resolved(incidents, "Printer");

        clock.advance(Duration.ofDays(7).minusNanos(1_000));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(0, 0, 0, false));
        clock.advance(Duration.ofNanos(1_000));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 0, false));

        Ticket<Incident> closed = incidents.get(id);
        assertThat(closed.state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(closed.times().closedAt()).isEqualTo(Instant.parse("2026-03-09T09:00:00Z"));
        assertThat(closed.times().updatedBy().value()).isEqualTo("system");
        assertThat(itsm.processDue(10).done()).isZero();
    }

    @Test
    void starts_the_time_anew_when_the_ticket_was_reopened() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = resolved(incidents, "Printer");
        clock.advance(Duration.ofDays(6));
        incidents.reopen(id, "again");
        clock.advance(Duration.ofDays(6));
        assertThat(itsm.processDue(10).done()).isZero();

        incidents.resolve(id, FIXED);
        clock.advance(Duration.ofDays(7));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);

        assertThat(events(incidents, id))
                .containsExactly("TicketOpened", "TicketResolved", "TicketReopened", "TicketResolved", "TicketClosed");
    }

    @Test
    void reminds_a_silent_caller_three_times_and_then_resolves() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("Printer")).id();
        incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));

        for (int day = 0; day < 10; day++) {
            clock.advance(Duration.ofDays(1));
            itsm.processDue(10);
            itsm.processDue(10);
        }

        assertThat(events(incidents, id))
                .containsExactly(
                        "TicketOpened",
                        "TicketHeld",
                        "CallerReminded",
                        "CallerReminded",
                        "CallerReminded",
                        "TicketResolved");
        assertThat(incidents.tickets().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::occurredAt)
                .endsWith(
                        Instant.parse("2026-03-04T09:00:00Z"),
                        Instant.parse("2026-03-06T09:00:00Z"),
                        Instant.parse("2026-03-08T09:00:00Z"),
                        Instant.parse("2026-03-12T09:00:00Z"));
        assertThat(incidents.get(id).details().resolutionCode()).isEqualTo("NO_ANSWER");
    }

    @Test
    void catches_up_step_by_step_after_a_long_pause() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("Printer")).id();
        incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));

        clock.advance(Duration.ofDays(30));
        while (itsm.processDue(1).more()) {
            assertThat(incidents.get(id).version()).isLessThan(10);
        }

        assertThat(incidents.get(id).state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(incidents.get(id).details().resolutionCode()).isEqualTo("NO_ANSWER");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void sets_a_failing_ticket_aside_with_its_cause_and_goes_on_with_the_others() {
        AtomicReference<String> broken = new AtomicReference<>("");
        Itsm itsm = builder()
                .listener(event -> {
                    if (event.name().equals("TicketClosed") && event.subjectId().equals(broken.get())) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId bad = resolved(incidents, "Printer");
        TicketId good = resolved(incidents, "Scanner");
        broken.set(bad.value());

        clock.advance(Duration.ofDays(7));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 1, false));

        assertThat(incidents.get(good).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(incidents.get(bad).state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(incidents.get(bad).due().attempts()).isEqualTo(1);
        assertThat(incidents.get(bad).due().at()).isEqualTo(Instant.parse("2026-03-09T09:05:00Z"));
        assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.ticket()).isEqualTo(bad);
            assertThat(failure.milestone()).isEqualTo("auto-close");
            assertThat(failure.attempts()).isEqualTo(1);
        });
        assertThat(itsm.processDue(10).failed()).isZero();
    }

    @Test
    void tries_again_later_and_waits_longer_each_time() {
        AtomicReference<Boolean> failing = new AtomicReference<>(true);
        Itsm itsm = builder()
                .listener(event -> {
                    if (failing.get() && event.name().equals("TicketClosed")) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .build();
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = resolved(incidents, "Printer");
        clock.advance(Duration.ofDays(7));
        itsm.processDue(10);

        clock.advance(Duration.ofMinutes(5));
        assertThat(itsm.processDue(10).failed()).isEqualTo(1);
        assertThat(incidents.get(id).due().at()).isEqualTo(Instant.parse("2026-03-09T09:15:00Z"));
        failing.set(false);
        clock.advance(Duration.ofMinutes(10));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);

        assertThat(incidents.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(events(incidents, id))
                .containsExactly(
                        "TicketOpened", "TicketResolved", "DueWorkSetAside", "DueWorkSetAside", "TicketClosed");
    }

    @Test
    void does_no_item_twice_on_two_nodes() {
        Itsm here = builder().build();
        Itsm there = otherNode().build();
        Incidents incidents = here.as(bob).incidents();
        for (int i = 0; i < 20; i++) {
            resolved(incidents, "Printer " + i);
        }
        clock.advance(Duration.ofDays(7));

        List<Outcome<Integer>> done = Together.run(
                () -> here.processDue(100).done(), () -> there.processDue(100).done());
        int rest = here.processDue(100).done();

        assertThat(done).allMatch(Outcome::succeeded);
        int sum =
                done.stream().mapToInt(outcome -> outcome.value().orElseThrow()).sum();
        assertThat(sum + rest).isEqualTo(20);
        assertThat(incidents.count(TicketAttributes.STATE.is("CLOSED"))).isEqualTo(20);
        assertThat(here.verify(ACME).entries()).isEqualTo(60);
    }

    @Test
    void takes_no_more_than_it_was_asked_for() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        for (int i = 0; i < 3; i++) {
            resolved(incidents, "Printer " + i);
        }
        clock.advance(Duration.ofDays(7));

        assertThat(itsm.processDue(2)).isEqualTo(new DueReport(2, 0, 0, true));
        assertThat(incidents.count(TicketAttributes.STATE.is("CLOSED"))).isEqualTo(2);
        assertThat(itsm.processDue(2)).isEqualTo(new DueReport(1, 0, 0, false));
    }

    private List<DueFailure> failures() {
        return store.inNewTransaction(unit -> unit.list(Query.of(DueFailure.KIND, ACME, Criterion.all())));
    }

    @Test
    void forgets_a_failure_once_its_milestone_went_through() {
        AtomicReference<Boolean> failing = new AtomicReference<>(true);
        Itsm itsm = failingToClose(failing);
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = resolved(incidents, "Printer");
        clock.advance(Duration.ofDays(7));
        itsm.processDue(10);
        clock.advance(Duration.ofMinutes(5));
        itsm.processDue(10);
        assertThat(failures()).extracting(DueFailure::attempts).containsExactly(2L);

        failing.set(false);
        clock.advance(Duration.ofMinutes(10));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);

        assertThat(incidents.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(failures()).isEmpty();
    }

    @Test
    void forgets_a_failure_once_the_ticket_has_gone_another_way() {
        AtomicReference<Boolean> failing = new AtomicReference<>(true);
        Itsm itsm = failingToClose(failing);
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = resolved(incidents, "Printer");
        clock.advance(Duration.ofDays(7));
        itsm.processDue(10);
        incidents.tickets().tag(id, new ChangeTags(Set.of("floor-3"), Set.of()));
        assertThat(failures()).hasSize(1);

        incidents.reopen(id, "again");

        assertThat(failures()).isEmpty();
    }

    private Itsm failingToClose(AtomicReference<Boolean> failing) {
        return builder()
                .listener(event -> {
                    if (failing.get() && event.name().equals("TicketClosed")) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .build();
    }
}
