package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.StoreUnavailable;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Verification;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.OverridePriority;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The store does not answer, not in time, or not any more. */
public abstract class FaultyStores extends Hostile {

    /** Counts the calls to come; the one that brings it to nought fails. */
    private final AtomicInteger countdown = new AtomicInteger(Integer.MAX_VALUE);

    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    private Itsm watched() {
        return watched(scene());
    }

    private Itsm watched(Itsm.Builder builder) {
        return builder.store(WatchedStore.of(store, call -> {
                    if (countdown.decrementAndGet() == 0) {
                        RuntimeException thrown = failure.get();
                        thrown.fillInStackTrace();
                        throw thrown;
                    }
                }))
                .attachments(new MemoryAttachments(clock), 100)
                .build();
    }

    private static StoreUnavailable down() {
        return new StoreUnavailable("STORE_UNAVAILABLE", Map.of("cause", "connection refused"));
    }

    private static Conflict lost(String code) {
        return new Conflict(code, Map.of("kind", "ticket", "record", "x", "seconds", 1, "retryable", true));
    }

    /** Fails the call of this number from now on counted, with this failure. */
    private void arm(int call, RuntimeException thrown) {
        failure.set(thrown);
        countdown.set(call);
    }

    private void disarm() {
        countdown.set(Integer.MAX_VALUE);
    }

    @Test
    void h59_a_store_that_does_not_answer_is_retryable_and_nothing_is_lost() {
        Itsm on = watched();
        TicketId id = on.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        arm(1, down());
        StoreUnavailable refusal = refusedWithoutTrace(
                StoreUnavailable.class,
                "STORE_UNAVAILABLE",
                () -> on.as(bob).incidents().start(id),
                () -> on.as(bob).incidents().start(id));
        assertThat(refusal.retryable()).isTrue();
        says(refusal, "connection refused");
    }

    @Test
    void h59_a_store_that_does_not_answer_at_the_start_stops_the_start() {
        for (int call = 1; call <= 2; call++) {
            arm(call, down());
            refusedWithoutTrace(StoreUnavailable.class, "STORE_UNAVAILABLE", this::watched);
        }
        disarm();
        assertThat(watched()).isNotNull();
    }

    @Test
    void h60_a_lost_race_is_tried_again_where_the_transaction_is_ours() {
        Itsm on = watched();
        TicketId id = on.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        for (String code : List.of("DEADLOCK", "LOCK_TIMEOUT", "DUPLICATE")) {
            long version = on.as(bob).incidents().get(id).version();
            arm(3, lost(code));
            assertThat(on.as(bob)
                            .incidents()
                            .comment(id, AddComment.internally(code))
                            .version())
                    .isEqualTo(version + 1);
        }
        assertThat(on.as(bob)
                        .incidents()
                        .tickets()
                        .comments(id, PageRequest.all())
                        .items())
                .hasSize(3);
    }

    @Test
    void h60_a_lost_race_inside_the_hosts_transaction_is_the_hosts_to_repeat() {
        Itsm on = watched();
        TicketId id = on.as(bob).incidents().open(OpenTicket.titled("Printer")).id();
        AtomicInteger runs = new AtomicInteger();
        Conflict conflict = refusedWithoutTrace(
                Conflict.class,
                "DEADLOCK",
                () -> on.inTransaction(() -> {
                    runs.incrementAndGet();
                    arm(2, lost("DEADLOCK"));
                    return on.as(bob).incidents().start(id);
                }));
        assertThat(conflict.retryable()).isTrue();
        assertThat(runs).hasValue(1);
        disarm();
        on.inTransaction(() -> on.as(bob).incidents().start(id));
    }

    @Test
    void h60_a_race_that_is_lost_again_and_again_is_given_up_after_three_repeats() {
        AtomicInteger tries = new AtomicInteger();
        TicketId id = opened("Printer").id();
        Itsm on = scene().store(WatchedStore.of(store, call -> {
                    if (call.equals("flush")) {
                        tries.incrementAndGet();
                        throw lost("DEADLOCK");
                    }
                }))
                .build();
        refusedWithoutTrace(
                Conflict.class,
                "DEADLOCK",
                () -> on.as(bob).incidents().start(id),
                () -> incidents().start(id));
        assertThat(tries).hasValue(4);
    }

    @Test
    void h61_what_must_be_unique_is_a_conflict_of_the_domain() {
        incidents().open(OpenTicket.titled("a").referredToAs("EXT-1"));
        Conflict twice = refusedWithoutTrace(
                Conflict.class,
                "DUPLICATE",
                () -> incidents().open(OpenTicket.titled("b").referredToAs("EXT-1")),
                () -> incidents().open(OpenTicket.titled("b").referredToAs("EXT-2")));
        assertThat(twice.getMessage()).contains("ticket");
        Ticket<Incident> keyed =
                incidents().with(CommandOptions.NONE.withKey("k")).open(OpenTicket.titled("c"));
        JournalEntry first = incidents()
                .tickets()
                .journal(keyed.id(), PageRequest.all())
                .items()
                .get(0);
        Conflict key = refusedWithoutTrace(
                Conflict.class,
                "DUPLICATE",
                () -> store.inNewTransaction(work -> {
                    work.insert(JournalEntry.KIND, copy(first, first.commandKey()));
                    work.flush();
                    return first;
                }));
        assertThat(key.retryable()).isTrue();
    }

    private static JournalEntry copy(JournalEntry entry, String commandKey) {
        return new JournalEntry(
                NOBODYS.value(),
                entry.tenant(),
                entry.subjectKind(),
                entry.subjectId(),
                99,
                entry.event(),
                entry.action(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                entry.resultVersion(),
                entry.canonical(),
                entry.personal(),
                entry.previousHash(),
                entry.hash(),
                commandKey,
                entry.payloadHash());
    }

    @Test
    void h62_a_commit_whose_outcome_nobody_knows_is_safe_to_repeat_with_its_key() {
        AtomicInteger commits = new AtomicInteger();
        Itsm on = scene().store(new LosingAnswers(store, commits)).build();
        TicketId id = opened("Printer").id();
        Incidents keyed = on.as(bob).incidents().with(CommandOptions.NONE.withKey("once"));
        commits.set(1);
        refused(StoreUnavailable.class, "STORE_UNAVAILABLE", () -> keyed.start(id));
        Ticket<Incident> again = keyed.start(id);
        assertThat(again.repeated()).isTrue();
        assertThat(again.version()).isEqualTo(2);
        Incidents opening = keyed.with(CommandOptions.NONE.withKey("other"));
        commits.set(1);
        refused(StoreUnavailable.class, "STORE_UNAVAILABLE", () -> opening.open(OpenTicket.titled("once only")));
        assertThat(opening.open(OpenTicket.titled("once only")).repeated()).isTrue();
        assertThat(itsm.as(bob).queue().count(TicketAttributes.TITLE.is("once only")))
                .isEqualTo(1);
    }

    /** Every command once, right for the ticket it is given. */
    private Map<String, Runnable> commands(Itsm on) {
        Incidents desk = on.as(bob).incidents();
        Tickets<Incident> tickets = desk.tickets();
        Tickets<Incident> lead = on.as(carol).incidents().tickets();
        TicketId id = opened("subject").id();
        TicketId other = opened("other").id();
        TicketId parent = opened("parent").id();
        TicketId task = opened("with task").id();
        TicketId done = resolved("done").id();
        TicketId linked = opened("linked").id();
        incidents().tickets().addTask(task, AddTask.titled("t"));
        String taskId = incidents()
                .tickets()
                .tasks(task, PageRequest.all())
                .items()
                .get(0)
                .id();
        incidents().tickets().link(linked, LinkType.RELATED_TO, other);
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("open", () -> desk.open(OpenTicket.titled("new").requestedBy("alice")));
        all.put("open under", () -> desk.open(OpenTicket.titled("child").under(parent)));
        all.put("start", () -> desk.start(id));
        all.put("respond", () -> desk.respond(id, "we look"));
        all.put("assign", () -> desk.assign(id, Assign.to("network", "bob")));
        all.put("update", () -> desk.update(id, UpdateTicket.NOTHING.titled("renamed")));
        all.put("comment", () -> desk.comment(id, AddComment.internally("x")));
        all.put("add task", () -> tickets.addTask(id, AddTask.titled("t")));
        all.put("change task", () -> tickets.changeTask(task, taskId, io.itsm4j.ticket.Task.State.DONE));
        all.put("link", () -> tickets.link(id, LinkType.DUPLICATE_OF, other));
        all.put("unlink", () -> tickets.unlink(linked, LinkType.RELATED_TO, other));
        all.put("log work", () -> tickets.logWork(id, LogWork.minutes(5, "x")));
        all.put("attach", () -> tickets.attach(id, AttachFile.named("a", null), bytes(3)));
        all.put("tag", () -> tickets.tag(id, new ChangeTags(Set.of("a"), Set.of())));
        all.put("watch", () -> tickets.watch(id, new ChangeWatchers(Set.of("dora"), Set.of())));
        all.put("escalate", () -> desk.escalate(id, Escalate.functionally("second", "hard")));
        all.put("override", () -> lead.overridePriority(id, new OverridePriority(Priority.HIGH, "vip")));
        all.put("restrict", () -> lead.restrict(id, new Restrict(Set.of())));
        all.put("place", () -> tickets.placeUnder(id, parent));
        all.put("split", () -> tickets.split(id, new Split("part", null)));
        all.put("hold", () -> desk.hold(id, HoldIncident.because(HoldReason.VENDOR)));
        all.put("resume", () -> desk.resume(id));
        all.put("merge", () -> tickets.merge(other, id));
        all.put("undo merge", () -> tickets.undoMerge(other));
        all.put("resolve with children", () -> desk.resolve(parent, fixed()));
        all.put("reopen", () -> desk.reopen(done, "again"));
        all.put("resolve", () -> desk.resolve(done, fixed()));
        all.put("close", () -> desk.close(done));
        all.put("follow up", () -> desk.followUp(done, "more"));
        all.put("archive", () -> lead.archive(done));
        all.put("cancel", () -> desk.cancel(task, "mistake"));
        return all;
    }

    @Test
    void h63_every_call_of_every_command_may_fail_and_the_same_command_succeeds_afterwards() {
        Itsm on = watched(scene().sink(event -> {}));
        Map<String, Runnable> commands = commands(on);
        List<String> counted = new ArrayList<>();
        commands.forEach((name, command) -> counted.add(name + " " + failings(name, command)));
        assertThat(counted).hasSize(commands.size());
        disarm();
        assertThat(itsm.verify(ACME))
                .satisfies(found -> assertThat(found.isIntact()).isTrue());
        while (on.deliver(1_000).more()) {
            assertThat(on.outbox().waiting(ACME)).isNotNegative();
        }
        assertThat(on.outbox().waiting(ACME)).isZero();
    }

    /** Fails each call in turn until the command gets through; returns how many failed. */
    private int failings(String name, Runnable command) {
        var before = rows(store);
        for (int call = 1; call < 1_000; call++) {
            arm(call, call % 2 == 0 ? down() : new IllegalStateException("driver"));
            Throwable thrown = catchThrowable(command::run);
            disarm();
            if (thrown == null) {
                assertThat(differences(before, rows(store))).as(name).isNotEmpty();
                return call - 1;
            }
            assertThat(thrown)
                    .as("%s at call %d", name, call)
                    .satisfiesAnyOf(
                            any -> assertThat(any).isInstanceOf(StoreUnavailable.class),
                            any -> assertThat(any).isInstanceOf(IllegalStateException.class),
                            any -> assertThat(any).isInstanceOf(io.itsm4j.HostFault.class));
            assertThat(differences(before, rows(store)))
                    .as("%s at call %d", name, call)
                    .isEmpty();
            assertThat(store.isInTransaction()).isFalse();
        }
        throw new AssertionError(name + " never got through");
    }

    @Test
    void h63_due_work_and_delivery_survive_a_failure_at_every_call() {
        List<String> told = new ArrayList<>();
        Itsm on = watched(scene().sink(event -> told.add(event.id())));
        TicketId id = resolved("done").id();
        TicketId fresh = on.as(bob).incidents().open(OpenTicket.titled("fresh")).id();
        clock.advance(Duration.ofDays(8));
        for (int call = 1; call < 40; call++) {
            arm(call, down());
            catchThrowable(() -> on.processDue(10));
            arm(call, down());
            catchThrowable(() -> on.deliver(10));
            disarm();
            clock.advance(Duration.ofDays(1));
        }
        on.processDue(10);
        on.deliver(100);
        on.outbox()
                .dead(ACME, PageRequest.all())
                .items()
                .forEach(given -> on.outbox().retry(ACME, given.id())); // whose answers were lost too often
        on.deliver(100);
        assertThat(itsm.as(bob).incidents().get(id).state().name()).isEqualTo("CLOSED");
        assertThat(incidents().tickets().journal(id, PageRequest.all()).items())
                .filteredOn(entry -> entry.action().equals("close"))
                .hasSize(1);
        assertThat(Set.copyOf(told))
                .contains(incidents()
                        .tickets()
                        .journal(fresh, PageRequest.all())
                        .items()
                        .get(0)
                        .id());
        assertThat(on.outbox().waiting(ACME)).isZero();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h65_an_interrupt_while_waiting_for_a_record_ends_the_wait_and_keeps_the_flag() throws InterruptedException {
        TicketId id = opened("Printer").id();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> store.inNewTransaction(work -> {
            work.find(TicketAttributes.KIND, ACME, id.value(), Lock.WRITE);
            held.countDown();
            Together.await(done);
            return id;
        }));
        holder.start();
        Together.await(held);
        try {
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(() -> incidents().start(id));
            assertThat(thrown).isInstanceOf(ItsmException.class);
            assertThat(((ItsmException) thrown).retryable()).isTrue();
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        } finally {
            done.countDown();
            holder.join(60_000);
        }
        assertThat(incidents().start(id).version()).isEqualTo(2);
    }

    @Test
    void h66_work_that_the_host_takes_back_never_was() {
        TicketId id = opened("Printer").id();
        var rows = rows(store);
        assertThatThrownBy(() -> itsm.inTransaction(() -> {
                    incidents().start(id);
                    throw new IllegalStateException("the host changes its mind");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the host changes its mind");
        assertThat(differences(rows, rows(store))).isEmpty();
        assertThat(incidents().start(id).version()).isEqualTo(2);
    }

    @Test
    void h66_a_refusal_before_the_first_write_leaves_the_hosts_transaction_fit_to_commit() {
        TicketId id = opened("Printer").id();
        itsm.inTransaction(() -> {
            refused(TransitionRefused.class, "TRANSITION", () -> incidents().close(id));
            refused(io.itsm4j.InvalidInput.class, "REQUIRED", () -> incidents().open(OpenTicket.titled("")));
            return incidents().start(id);
        });
        assertThat(incidents().get(id).version()).isEqualTo(2);
    }

    @Test
    void h66_a_transaction_in_which_a_write_failed_cannot_commit() {
        TicketId id = opened("Printer").id();
        AtomicInteger told = new AtomicInteger();
        Itsm on = scene().listener(event -> {
                    if (told.incrementAndGet() == 1) {
                        throw new IllegalStateException("first one fails");
                    }
                })
                .build();
        var rows = rows(store);
        RuleViolated refusal = refused(
                RuleViolated.class,
                "ROLLBACK_ONLY",
                () -> on.inTransaction(() -> {
                    catchThrowable(() -> on.as(bob).incidents().start(id));
                    return on.as(bob).incidents().comment(id, AddComment.internally("too late"));
                }));
        speaksBothLanguages(refusal);
        assertThat(differences(rows, rows(store))).isEmpty();
    }

    @Test
    void h86_a_person_is_erased_from_open_and_ended_tickets_and_every_chain_still_verifies() {
        Itsm on = scene().sink(event -> {}).build();
        TicketId open = on.as(bob)
                .incidents()
                .open(OpenTicket.titled("my secret title")
                        .describedAs("my secret words")
                        .requestedBy("alice"))
                .id();
        on.as(alice).portal().comment(open, "my secret comment");
        TicketId ended = on.as(bob)
                .incidents()
                .open(OpenTicket.titled("another secret").requestedBy("alice"))
                .id();
        on.as(bob).incidents().cancel(ended, "as asked");
        on.as(bob).incidents().open(OpenTicket.titled("kept").requestedBy("dora"));
        assertThat(on.erase(ACME, new PersonId("alice"))).isEqualTo(2);
        String left = rows(store).toString();
        assertThat(left)
                .doesNotContain("secret", "value=alice", "requester=alice", "author=alice")
                .contains("kept");
        Verification found = on.verify(ACME);
        assertThat(found.isIntact()).isTrue();
        assertThat(found.records()).isEqualTo(3);
        assertThat(on.erase(ACME, new PersonId("alice"))).isZero();
    }

    @Test
    void h87_a_journal_that_was_tampered_with_is_reported_at_its_first_broken_link() {
        TicketId id = resolved("Printer").id();
        opened("untouched");
        List<JournalEntry> chain =
                incidents().tickets().journal(id, PageRequest.all()).items();
        JournalEntry second = chain.get(1);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        store.inNewTransaction(work -> {
            work.delete(JournalEntry.KIND, second);
            work.flush();
            return second;
        });
        assertThat(itsm.verify(ACME).firstBreak()).hasValueSatisfying(found -> {
            assertThat(found.subjectId()).isEqualTo(id.value());
            assertThat(found.sequence()).isEqualTo(2);
        });
    }

    @Test
    void h87_a_ticket_whose_journal_was_taken_away_is_reported() {
        TicketId id = opened("Printer").id();
        store.inNewTransaction(work -> {
            for (JournalEntry entry :
                    work.list(Query.of(JournalEntry.KIND, ACME, JournalEntry.SUBJECT.is(id.value())))) {
                work.delete(JournalEntry.KIND, entry);
            }
            work.flush();
            return id;
        });
        assertThat(itsm.verify(ACME).firstBreak())
                .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(1));
        assertThat(itsm.as(bob).queue().count(Criterion.all())).isEqualTo(1);
    }
}
