package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.HostFault;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The host's own code breaks: listeners, sinks, notifiers, directories, guards. */
public abstract class FaultyHosts extends Hostile {

    private final AtomicBoolean broken = new AtomicBoolean();
    private final List<DomainEvent> delivered = new ArrayList<>();

    private void sink(DomainEvent event) {
        if (broken.get()) {
            throw new IllegalStateException("the receiver is down");
        }
        delivered.add(event);
    }

    @Test
    void h51_a_notifier_that_throws_touches_no_commit_is_tried_again_with_a_cap_and_ends_visible() {
        Itsm on = scene().notifier(notification -> {
                    throw new IllegalStateException("no mail today");
                })
                .build();
        TicketId id = on.as(bob)
                .incidents()
                .open(OpenTicket.titled("Printer").requestedBy("alice"))
                .id();
        assertThat(on.as(bob).incidents().get(id).version()).isEqualTo(1);
        int failed = 0;
        for (int round = 0; round < 12; round++) {
            var report = on.deliver(100);
            failed += report.failed();
            assertThat(report.dead()).isEqualTo(round == 11 ? 1 : 0);
            clock.advance(Duration.ofHours(6));
        }
        assertThat(failed).isEqualTo(11);
        assertThat(on.deliver(100).failed()).isZero();
        assertThat(on.outbox().dead(ACME, io.itsm4j.storage.PageRequest.all()).items())
                .singleElement()
                .satisfies(dead -> assertThat(dead.lastError()).contains("no mail today"));
        assertThat(on.as(bob).incidents().get(id).version()).isEqualTo(1);
    }

    @Test
    void h51_a_notifier_that_hangs_holds_up_its_own_event_only_and_its_late_answer_counts_for_nothing() {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        List<String> there = new ArrayList<>();
        Itsm here = scene().notifier(notification -> {
                    hanging.countDown();
                    Together.await(answers);
                })
                .build();
        Itsm other = otherNode()
                .notifier(notification -> there.add(notification.ticket().number()))
                .build();
        String stuck = reported(here, "Printer");
        List<Outcome<Long>> outcomes = Together.run(() -> (long) here.deliver(1).delivered(), () -> {
            Together.await(hanging);
            try {
                assertThat(here.as(bob).incidents().get(byNumber(here, stuck)).version())
                        .isEqualTo(1);
                String free = reported(other, "Scanner");
                assertThat(other.deliver(100).delivered()).isEqualTo(1);
                assertThat(there).containsExactly(free);
                clock.advance(Duration.ofMinutes(2));
                assertThat(other.deliver(100).delivered()).isEqualTo(1);
                assertThat(there).containsExactly(free, stuck);
                return other.outbox().waiting(ACME);
            } finally {
                answers.countDown();
            }
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.get(1).value()).contains(0L);
        assertThat(other.outbox().waiting(ACME)).isZero();
        assertThat(other.deliver(100).delivered()).isZero();
    }

    private String reported(Itsm on, String title) {
        return on.as(bob)
                .incidents()
                .open(OpenTicket.titled(title).requestedBy("alice"))
                .number();
    }

    private TicketId byNumber(Itsm on, String number) {
        return on.as(bob)
                .incidents()
                .tickets()
                .findByNumber(number)
                .orElseThrow()
                .id();
    }

    @Test
    void h51_a_notifier_that_never_comes_back_is_tried_twelve_times_and_ends_visible() {
        Itsm on = scene().notifier(notification -> {
                    clock.advance(Duration.ofMinutes(2));
                    throw new StackOverflowError("taken for a thread that never comes back");
                })
                .build();
        reported(on, "Printer");
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(catchThrowable(() -> on.deliver(100))).isInstanceOf(StackOverflowError.class);
        }
        assertThat(on.deliver(100).dead()).isEqualTo(1);
        assertThat(on.outbox().dead(ACME, io.itsm4j.storage.PageRequest.all()).items())
                .singleElement()
                .satisfies(dead -> assertThat(dead.attempts()).isEqualTo(12));
    }

    @Test
    void h51_a_notifier_a_thousand_times_too_slow_tells_everybody_once() {
        List<String> told = new ArrayList<>();
        Itsm on = scene().notifier(notification -> {
                    clock.advance(Duration.ofSeconds(100));
                    told.add(notification.ticket().number());
                })
                .build();
        int many = FULL ? 1_000 : 40;
        for (int i = 0; i < many; i++) {
            reported(on, "t" + i);
        }
        var report = on.deliver(10_000);
        assertThat(report.delivered()).isEqualTo(many);
        assertThat(report.failed() + report.dead()).isZero();
        assertThat(told).hasSize(many).doesNotHaveDuplicates();
    }

    @Test
    void h53_a_listener_that_throws_rolls_the_whole_command_back_with_its_cause() {
        IllegalStateException cause = new IllegalStateException("host says no");
        Itsm on = scene().listener(event -> {
                    if (event.action().equals("start")) {
                        throw cause;
                    }
                })
                .build();
        TicketId id = on.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        var rows = rows(store);
        long successes = successes();
        HostFault fault = refused(
                HostFault.class, "HOST_LISTENER", () -> on.as(bob).incidents().start(id));
        speaksBothLanguages(fault);
        assertThat(fault).hasCause(cause);
        assertThat(differences(rows, rows(store))).isEmpty();
        assertThat(successes()).isEqualTo(successes);
        assertThat(on.as(bob)
                        .incidents()
                        .comment(id, AddComment.internally("x"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void h53_a_receiver_that_throws_after_the_commit_is_recorded_and_tried_again() {
        Itsm on = scene().sink(this::sink).build();
        TicketId id = on.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        on.as(bob).incidents().start(id);
        broken.set(true);
        assertThat(on.deliver(10).failed()).isEqualTo(1);
        assertThat(on.outbox().waiting(ACME)).isEqualTo(2);
        assertThat(on.deliver(10).delivered()).isZero();
        broken.set(false);
        clock.advance(Duration.ofSeconds(10));
        assertThat(on.deliver(10).delivered()).isEqualTo(2);
        assertThat(delivered).extracting(DomainEvent::action).containsExactly("open", "start");
        assertThat(on.outbox().waiting(ACME)).isZero();
    }

    @Test
    void h54_what_was_committed_before_a_crash_is_delivered_after_it() {
        Itsm first = scene().sink(event -> {
                    throw new Crash();
                })
                .build();
        TicketId id =
                first.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        first.as(bob).incidents().start(id);
        assertThat(catchThrowable(() -> first.deliver(10))).isInstanceOf(Crash.class);
        Itsm second = otherNode().sink(this::sink).build();
        assertThat(second.deliver(10).delivered()).as("still claimed").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(second.deliver(10).delivered()).isEqualTo(2);
        assertThat(delivered).extracting(DomainEvent::action).containsExactly("open", "start");
    }

    /** What nobody catches, as when the process ends. */
    private static final class Crash extends Error {

        private static final long serialVersionUID = 1L;
    }

    @Test
    void h64_an_error_inside_a_guard_is_not_swallowed_and_changes_nothing() {
        for (Error error : List.of(new OutOfMemoryError("guard"), new StackOverflowError(), new AssertionError("x"))) {
            store = fixture().empty();
            var type = HostJob.type(Guard.named("ERRS", "never seen", step -> {
                throw error;
            }));
            Tickets<HostJob> jobs = scene().type(type).build().as(bob).tickets(type);
            TicketId id = jobs.open(OpenTicket.titled("Job")).id();
            var rows = rows(store);
            assertThat(catchThrowable(() -> jobs.act(id, HostJob.FINISH, "x"))).isSameAs(error);
            assertThat(differences(rows, rows(store))).isEmpty();
            assertThat(store.isInTransaction()).isFalse();
            assertThat(jobs.comment(id, AddComment.internally("goes on")).version())
                    .isEqualTo(2);
        }
    }

    @Test
    void h64_an_error_inside_a_listener_is_not_swallowed_and_rolls_back() {
        StackOverflowError error = new StackOverflowError();
        TicketId id = opened("Printer").id();
        Itsm on = scene().listener(event -> {
                    throw error;
                })
                .build();
        var rows = rows(store);
        assertThat(catchThrowable(() -> on.as(bob).incidents().start(id))).isSameAs(error);
        assertThat(differences(rows, rows(store))).isEmpty();
    }

    @Test
    void a_directory_that_throws_or_answers_null_is_the_hosts_fault_and_the_command_has_not_begun() {
        for (boolean throwing : new boolean[] {true, false}) {
            Directory directory = new Directory() {
                @Override
                @SuppressWarnings("NullAway")
                public Optional<Person> person(TenantId tenant, PersonId id) {
                    if (throwing) {
                        throw new IllegalStateException("no directory today");
                    }
                    return null;
                }

                @Override
                public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                    return Optional.empty();
                }
            };
            Itsm on = scene().directory(directory).build();
            ItsmException fault = refusedWithoutTrace(
                    HostFault.class,
                    "HOST_DIRECTORY",
                    () -> on.as(bob).incidents().open(OpenTicket.titled("x")));
            says(fault, throwing ? "no directory today" : "null");
        }
    }

    @Test
    void h48_a_clock_that_goes_back_or_jumps_never_turns_a_ticket_back() {
        TicketId id = opened("Printer").id();
        clock.advance(Duration.ofHours(-1));
        incidents().start(id);
        clock.advance(Duration.ofDays(30));
        incidents().comment(id, AddComment.internally("after the jump"));
        clock.advance(Duration.ofDays(-30));
        for (int i = 0; i < 50; i++) {
            incidents().comment(id, AddComment.internally("same instant"));
        }
        var entries = incidents()
                .tickets()
                .journal(
                        id,
                        io.itsm4j.storage.PageRequest.<io.itsm4j.journal.JournalEntry>all()
                                .ofSize(100))
                .items();
        assertThat(entries).hasSize(53).extracting(entry -> entry.occurredAt()).isSorted();
        assertThat(entries.get(1).occurredAt()).isEqualTo(entries.get(0).occurredAt());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h48_a_jump_of_thirty_days_reminds_once_and_not_for_every_missed_time() {
        TicketId id = opened("Printer").id();
        incidents().hold(id, io.itsm4j.incident.HoldIncident.untilCallerAnswers("which printer?"));
        clock.advance(Duration.ofDays(9));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(itsm.processDue(100).done()).isZero();
    }

    @Test
    void h50_what_piled_up_in_an_outage_is_done_in_batches_and_each_once() {
        int many = FULL ? 100_000 : 450;
        Instant then = clock.instant();
        PersonId dora = new PersonId("dora");
        List<ImportedTicket.Step<Incident>> steps =
                List.of(new ImportedTicket.Step<>(then, dora, IncidentVerbs.resolve(fixed())));
        clock.advance(Duration.ofDays(30));
        itsm.as(Actor.of("acme", "migration", Role.IMPORTER))
                .imports(itsm.incidentType())
                .run(IntStream.range(0, many)
                        .mapToObj(i ->
                                new ImportedTicket<>(i, OpenTicket.titled("t" + i), Incident.NEW, then, dora, steps))
                        .iterator());
        int done = 0;
        int rounds = 0;
        io.itsm4j.ticket.DueReport report;
        do {
            report = itsm.processDue(200);
            assertThat(report.done()).isLessThanOrEqualTo(200);
            done += report.done();
            rounds++;
        } while (report.more());
        assertThat(done).isEqualTo(many);
        assertThat(rounds).isBetween(many / 200, many / 200 + 2);
        assertThat(itsm.as(bob)
                        .queue()
                        .count(io.itsm4j.ticket.TicketAttributes.STATE_CATEGORY.is(
                                io.itsm4j.lifecycle.StateCategory.CLOSED)))
                .isEqualTo(many);
    }
}
