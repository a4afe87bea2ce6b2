package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that meet: on one ticket they follow each other, over two tickets the rules still hold. */
public abstract class ConcurrencyContract extends Contract {

    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "paper");

    private Itsm itsm;
    private Incidents here;
    private Incidents there;

    @BeforeEach
    void twoNodes() {
        itsm = builder().build();
        here = itsm.as(bob).incidents();
        there = otherNode().build().as(carol).incidents();
    }

    private TicketId open(String title) {
        return here.open(OpenTicket.titled(title)).id();
    }

    /** Versions without gap, in the order of the journal, and intact. */
    private void assertLegal(TicketId id) {
        List<JournalEntry> entries =
                here.tickets().journal(id, PageRequest.all()).items();
        assertThat(entries)
                .extracting(JournalEntry::resultVersion)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(here.get(id).version()).isEqualTo(entries.size());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    @Test
    void loses_no_assignment_of_two_at_once() {
        TicketId id = open("Printer");

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.assign(id, Assign.toGroup("desk")).version(),
                () -> there.assign(id, Assign.toGroup("network")).version());

        assertThat(codes(outcomes)).isEmpty();
        assertThat(outcomes)
                .extracting(outcome -> outcome.value().orElseThrow())
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(here.get(id).assignment().reassignments()).isEqualTo(1);
        assertLegal(id);
    }

    @Test
    void lets_one_of_two_win_that_expect_the_same_version() {
        TicketId id = open("Printer");
        CommandOptions first = CommandOptions.expecting(1);

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.with(first).assign(id, Assign.toGroup("desk")).version(),
                () -> there.with(first).assign(id, Assign.toGroup("network")).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("CONFLICT");
        assertThat(here.get(id).version()).isEqualTo(2);
        assertLegal(id);
    }

    @Test
    void puts_resolving_and_reopening_one_after_the_other() {
        TicketId id = open("Printer");
        here.resolve(id, FIXED);

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.reopen(id, "again").version(),
                () -> there.resolve(id, FIXED).version());

        assertThat(outcomes.get(0).succeeded()).isTrue();
        boolean reopenedFirst = outcomes.get(1).succeeded();
        assertThat(here.get(id).state())
                .isEqualTo(reopenedFirst ? IncidentLifecycle.RESOLVED : IncidentLifecycle.IN_PROGRESS);
        assertThat(here.get(id).version()).isEqualTo(reopenedFirst ? 4 : 3);
        if (!reopenedFirst) {
            assertThat(outcomes.get(1).failure()).containsInstanceOf(TransitionRefused.class);
        }
        assertLegal(id);
    }

    @Test
    void keeps_every_one_of_many_comments_at_once() {
        TicketId id = open("Printer");
        List<Callable<Boolean>> talkers = new ArrayList<>();
        for (int person = 0; person < fixture().parallelCommands(); person++) {
            Incidents node = person % 2 == 0 ? here : there;
            talkers.add(() -> {
                for (int i = 0; i < 5; i++) {
                    node.comment(id, AddComment.internally("word " + i));
                }
                return true;
            });
        }

        List<Outcome<Boolean>> outcomes = Together.run(talkers);

        assertThat(codes(outcomes)).isEmpty();
        int said = 5 * fixture().parallelCommands();
        assertThat(here.tickets().comments(id, PageRequest.all()).items()).hasSize(said);
        assertThat(here.get(id).version()).isEqualTo(1L + said);
        assertLegal(id);
    }

    @Test
    void merges_two_tickets_into_each_other_once() {
        TicketId a = open("A");
        TicketId b = open("B");

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.tickets().merge(a, b).version(),
                () -> there.tickets().merge(b, a).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("MERGE_MERGED");
        boolean aIntoB = outcomes.get(0).succeeded();
        assertThat(here.get(a).state()).isEqualTo(aIntoB ? IncidentLifecycle.CLOSED : IncidentLifecycle.NEW);
        assertThat(here.get(b).state()).isEqualTo(aIntoB ? IncidentLifecycle.NEW : IncidentLifecycle.CLOSED);
        assertLegal(a);
        assertLegal(b);
    }

    @Test
    void puts_two_tickets_under_each_other_once() {
        TicketId a = open("A");
        TicketId b = open("B");

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.tickets().placeUnder(a, b).version(),
                () -> there.tickets().placeUnder(b, a).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(lost -> assertThat(lost.failure())
                        .containsInstanceOf(RuleViolated.class)
                        .hasValueSatisfying(failure ->
                                assertThat(((RuleViolated) failure).code()).isEqualTo("PARENT_CYCLE")));
        assertThat(here.get(a).family().parent() == null)
                .isNotEqualTo(here.get(b).family().parent() == null);
    }

    @Test
    void closes_no_cycle_of_links_from_both_ends() {
        Tickets<Incident> tickets = here.tickets();
        TicketId a = open("A");
        TicketId b = open("B");

        List<Outcome<Long>> outcomes = Together.run(
                () -> tickets.link(a, LinkType.BLOCKED_BY, b).version(),
                () -> there.tickets().link(b, LinkType.BLOCKED_BY, a).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("LINK_CYCLE");
        assertThat(tickets.links(a)).hasSize(1);
    }

    @Test
    void carries_a_command_out_once_that_arrives_twice_at_once() {
        Incidents twin = otherNode()
                .ids(io.itsm4j.journal.IdSource.seeded(13))
                .build()
                .as(bob)
                .incidents();
        CommandOptions key = CommandOptions.key("order-4711");

        List<Outcome<Ticket<Incident>>> outcomes = Together.run(
                () -> here.with(key).open(OpenTicket.titled("Printer")),
                () -> twin.with(key).open(OpenTicket.titled("Printer")));

        assertThat(codes(outcomes)).isEmpty();
        Ticket<Incident> one = outcomes.get(0).value().orElseThrow();
        Ticket<Incident> other = outcomes.get(1).value().orElseThrow();
        assertThat(one).isEqualTo(other);
        assertThat(one.repeated()).isNotEqualTo(other.repeated());
        assertThat(here.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void closes_no_parent_while_a_child_is_opened_under_it() {
        TicketId parent = open("parent");
        here.resolve(parent, FIXED);

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.close(parent).version(),
                () -> there.open(OpenTicket.titled("child").under(parent)).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        boolean closed = outcomes.get(0).succeeded();
        assertThat(codes(outcomes)).containsExactly(closed ? "PARENT_ENDED" : "GUARD");
        assertThat(here.count(Criterion.all())).isEqualTo(closed ? 1 : 2);
        assertThat(here.get(parent).state()).isEqualTo(closed ? IncidentLifecycle.CLOSED : IncidentLifecycle.RESOLVED);
    }

    @Test
    void gives_each_number_once_to_many_threads_half_of_which_roll_back() {
        int threads = fixture().parallelCommands();
        List<String> kept = Collections.synchronizedList(new ArrayList<>());
        Itsm small = builder()
                .ids(io.itsm4j.journal.IdSource.seeded(17))
                .numberBlock(7)
                .build();
        List<Callable<Boolean>> work = IntStream.range(0, threads)
                .<Callable<Boolean>>mapToObj(thread -> () -> {
                    Incidents incidents = small.as(bob).incidents();
                    for (int i = 0; i < 50; i++) {
                        kept.addAll(openedOrRolledBack(small, incidents, i % 2 == 0));
                    }
                    return true;
                })
                .toList();

        List<Outcome<Boolean>> outcomes = Together.run(work);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(kept).hasSize(threads * 25).doesNotHaveDuplicates();
        assertThat(here.count(Criterion.all())).isEqualTo(threads * 25L);
    }

    private static List<String> openedOrRolledBack(Itsm itsm, Incidents incidents, boolean keep) {
        try {
            return itsm.inTransaction(() -> {
                String number = incidents.open(OpenTicket.titled("Printer")).number();
                if (!keep) {
                    throw new IllegalStateException("rolled back on purpose");
                }
                return List.of(number);
            });
        } catch (IllegalStateException onPurpose) {
            return List.of();
        } catch (Conflict lost) {
            // a database may break a deadlock between inserts, and a transaction begun here is ours to begin again
            if (!lost.retryable()) {
                throw lost;
            }
            return openedOrRolledBack(itsm, incidents, keep);
        }
    }

    @Test
    void makes_one_link_of_two_that_mean_the_same_from_both_ends() {
        for (int round = 0; round < 5; round++) {
            TicketId a = open("A");
            TicketId b = open("B");

            List<Outcome<Long>> outcomes = Together.run(
                    () -> here.tickets().link(a, LinkType.RELATED_TO, b).version(),
                    () -> there.tickets().link(b, LinkType.RELATED_TO, a).version());

            assertThat(outcomes).allMatch(Outcome::succeeded);
            assertThat(here.tickets().links(a)).hasSize(1);
            assertThat(here.tickets().links(b)).isEqualTo(here.tickets().links(a));
        }
    }
}
