package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.ImportReport;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Verb;
import io.itsm4j.ticket.Verbs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** History from another system comes in by the same rules: with its own times, row by row, and silently. */
public abstract class ImportContract extends Contract {

    private static final Instant MONDAY = Instant.parse("2025-11-03T08:00:00Z");
    private static final PersonId DORA = new PersonId("dora");

    private final Actor importer = Actor.of("acme", "migration", Role.IMPORTER);
    private final List<String> heard = new ArrayList<>();
    private Itsm itsm;
    private Incidents desk;

    @BeforeEach
    void begin() {
        itsm = builder()
                .listener(event -> heard.add(event.name()))
                .sink(event -> heard.add(event.name()))
                .build();
        desk = itsm.as(bob).incidents();
    }

    private ImportReport run(List<ImportedTicket<Incident>> tickets) {
        return itsm.as(importer).imports(itsm.incidentType()).run(tickets.iterator());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ImportedTicket<Incident> old(long row, String reference, ImportedTicket.Step<Incident>... steps) {
        return new ImportedTicket<>(
                row,
                OpenTicket.titled("old " + reference).requestedBy("alice").referredToAs(reference),
                Incident.NEW,
                MONDAY,
                DORA,
                List.of(steps));
    }

    private static ImportedTicket.Step<Incident> step(int hours, Verb<Incident> verb) {
        return new ImportedTicket.Step<>(MONDAY.plusSeconds(hours * 3_600L), DORA, verb);
    }

    @Test
    void brings_a_life_in_with_the_times_it_had() {
        ImportReport report = run(List.of(old(
                1,
                "OLD-1",
                step(1, Verbs.comment(AddComment.publicly("we look into it"))),
                step(2, IncidentVerbs.hold(HoldIncident.because(HoldReason.PARTS))),
                step(30, IncidentVerbs.resume()),
                step(31, IncidentVerbs.resolve(ResolveIncident.with("FIXED", "new drum"))),
                step(40, IncidentVerbs.close()))));

        assertThat(report).isEqualTo(new ImportReport(1, 6, List.of(), 0));
        Ticket<Incident> ticket =
                desk.tickets().findByExternalReference("OLD-1").orElseThrow();
        assertThat(ticket.state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(ticket.version()).isEqualTo(6);
        assertThat(ticket.times().openedAt()).isEqualTo(MONDAY);
        assertThat(ticket.times().firstRespondedAt()).isEqualTo(MONDAY.plusSeconds(3_600));
        assertThat(ticket.times().resolvedAt()).isEqualTo(MONDAY.plusSeconds(31 * 3_600));
        assertThat(ticket.times().closedAt()).isEqualTo(MONDAY.plusSeconds(40 * 3_600));
        List<JournalEntry> entries =
                desk.tickets().journal(ticket.id(), PageRequest.all()).items();
        assertThat(entries).extracting(JournalEntry::actor).containsOnly(DORA);
        assertThat(entries).extracting(JournalEntry::recordedAt).containsOnly(clock.instant());
        assertThat(entries.get(2).occurredAt()).isEqualTo(MONDAY.plusSeconds(2 * 3_600));
        assertThat(desk.tickets().comments(ticket.id(), PageRequest.all()).items())
                .hasSize(1);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void announces_nothing_of_what_happened_long_ago() {
        run(List.of(old(1, "OLD-1", step(1, IncidentVerbs.start()))));
        itsm.deliver(10);
        assertThat(heard).isEmpty();

        Ticket<Incident> ticket =
                desk.tickets().findByExternalReference("OLD-1").orElseThrow();
        desk.comment(ticket.id(), AddComment.publicly("welcome"));
        itsm.deliver(10);

        assertThat(heard).containsExactly("TicketCommented", "TicketCommented");
    }

    @Test
    void leaves_each_faulty_ticket_out_whole_and_says_which_and_why() {
        ImportReport report = run(List.of(
                old(1, "OLD-1"),
                old(2, "OLD-2", step(1, IncidentVerbs.start()), step(2, IncidentVerbs.close())),
                old(3, "OLD-1"),
                old(4, "OLD-4", step(24 * 365, IncidentVerbs.start())),
                new ImportedTicket<>(5, OpenTicket.titled(""), Incident.NEW, MONDAY, DORA, List.of()),
                old(6, "OLD-6")));

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.faults())
                .extracting(fault -> fault.row() + " " + fault.reference() + " "
                        + fault.cause().code())
                .containsExactly("2 OLD-2 TRANSITION", "3 OLD-1 DUPLICATE", "4 OLD-4 IN_THE_FUTURE", "5  REQUIRED");
        assertThat(desk.tickets().findByExternalReference("OLD-2")).isEmpty();
        assertThat(desk.count(Criterion.all())).isEqualTo(2);
        assertThat(itsm.verify(ACME).entries()).isEqualTo(2);
    }

    @Test
    void brings_nothing_in_twice_when_it_is_run_again() {
        List<ImportedTicket<Incident>> tickets = IntStream.range(0, 230)
                .mapToObj(i -> old(i, "OLD-" + i, step(1, IncidentVerbs.start())))
                .toList();
        assertThat(run(tickets).imported()).isEqualTo(230);

        ImportReport again = run(tickets);

        assertThat(again.imported()).isZero();
        assertThat(again.refused()).isEqualTo(230);
        assertThat(desk.count(Criterion.all())).isEqualTo(230);
    }

    @Test
    void is_for_importers_only() {
        run(List.of(old(1, "OLD-1")));

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(carol)
                        .imports(itsm.incidentType())
                        .run(List.of(old(2, "OLD-2")).iterator()));

        assertThat(desk.count(Criterion.all())).isEqualTo(1);
    }

    private static Verb<Incident> task(AtomicReference<Task> made) {
        return new Verb<>(
                StandardActions.ADD_TASK,
                AddTask.titled("Order a cable"),
                draft -> made.set(draft.task("Order a cable", null, null, Set.of())));
    }

    private static Verb<Incident> done(AtomicReference<Task> made) {
        return new Verb<>(
                StandardActions.CHANGE_TASK, Reason.NONE, draft -> draft.moveTask(made.get(), Task.State.DONE));
    }

    @Test
    void counts_the_tasks_that_an_earlier_step_of_the_history_left_open() {
        AtomicReference<Task> left = new AtomicReference<>();
        AtomicReference<Task> made = new AtomicReference<>();
        Verb<Incident> resolve = IncidentVerbs.resolve(ResolveIncident.with("FIXED", "new cable"));

        ImportReport report = run(List.of(
                old(1, "OLD-1", step(1, task(left)), step(2, resolve), step(3, IncidentVerbs.close())),
                old(
                        2,
                        "OLD-2",
                        step(1, task(made)),
                        step(2, done(made)),
                        step(3, resolve),
                        step(4, IncidentVerbs.close()))));

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(1);
            assertThat(((TransitionRefused) fault.cause()).failedGuards()).containsExactly("NO_OPEN_TASKS");
        });
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
        Ticket<Incident> closed =
                desk.tickets().findByExternalReference("OLD-2").orElseThrow();
        assertThat(closed.state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(desk.tickets().tasks(closed.id(), PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.DONE);
    }

    @Test
    void skips_the_tasks_of_a_history_that_ends_in_being_cancelled() {
        run(List.of(old(
                1, "OLD-1", step(1, task(new AtomicReference<>())), step(2, IncidentVerbs.cancel("reported twice")))));

        Ticket<Incident> cancelled =
                desk.tickets().findByExternalReference("OLD-1").orElseThrow();
        assertThat(cancelled.state()).isEqualTo(IncidentLifecycle.CANCELLED);
        assertThat(desk.tickets().tasks(cancelled.id(), PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.SKIPPED);
    }
}
