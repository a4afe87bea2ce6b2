package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.ItsmException;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketSummary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two or many at the same moment. */
public abstract class Races extends Hostile {

    private static final int ROUNDS = FULL ? 200 : 10;

    @Test
    void h34_of_two_who_saw_the_same_version_exactly_one_wins() {
        for (int round = 0; round < ROUNDS; round++) {
            Ticket<Incident> seen = opened("Printer");
            Incidents expecting = incidents().with(CommandOptions.expecting(seen.version()));
            assertThat(won(
                            () -> expecting.assign(seen.id(), Assign.to("network", "bob")),
                            () -> expecting.assign(seen.id(), Assign.to("desk", "carol"))))
                    .isEqualTo(1);
            assertThat(won(
                            () -> incidents().resolve(seen.id(), fixed()),
                            () -> incidents().cancel(seen.id(), "mistake")))
                    .isEqualTo(1);
            legal(seen.id());
        }
    }

    @Test
    void h34_resolving_and_reopening_at_once_leaves_a_legal_history() {
        for (int round = 0; round < ROUNDS; round++) {
            TicketId id = resolved("Printer").id();
            assertThat(won(() -> incidents().close(id), () -> incidents().reopen(id, "no")))
                    .isEqualTo(1);
            legal(id);
        }
    }

    @Test
    void h34_merging_two_into_each_other_at_once_merges_one() {
        for (int round = 0; round < ROUNDS; round++) {
            TicketId a = opened("a").id();
            TicketId b = opened("b").id();
            var tickets = incidents().tickets();
            assertThat(won(() -> tickets.merge(a, b), () -> tickets.merge(b, a)))
                    .isEqualTo(1);
            assertThat(tickets.resolveMerged(a).id())
                    .isEqualTo(tickets.resolveMerged(b).id());
            legal(a);
            legal(b);
        }
    }

    private int won(Callable<Object> one, Callable<Object> other) {
        int won = 0;
        for (Together.Outcome<Object> outcome : Together.run(List.of(one, other))) {
            outcome.failure().ifPresent(failure -> assertThat(failure).isInstanceOf(ItsmException.class));
            won += outcome.succeeded() ? 1 : 0;
        }
        return won;
    }

    /** Versions and sequences run 1, 2, 3 … and the chain is whole. */
    private void legal(TicketId id) {
        var entries = incidents().tickets().journal(id, PageRequest.all()).items();
        List<Long> expected =
                IntStream.rangeClosed(1, entries.size()).mapToObj(Long::valueOf).toList();
        assertThat(entries).extracting(entry -> entry.sequence()).isEqualTo(expected);
        assertThat(entries).extracting(entry -> entry.resultVersion()).isEqualTo(expected);
        assertThat(incidents().get(id).version()).isEqualTo(entries.size());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h85_many_who_open_at_once_half_of_them_in_vain_get_numbers_of_their_own_in_ascending_order() {
        int threads = FULL ? 64 : 8;
        Semaphore atOnce = new Semaphore(4); // a transaction that leases numbers needs a spare connection
        int each = FULL ? 1_000 : 25;
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            work.add(() -> openings(each, atOnce));
        }
        Set<String> all = new HashSet<>();
        int kept = 0;
        for (Together.Outcome<List<String>> outcome : Together.run(work)) {
            List<String> numbers = outcome.value()
                    .orElseThrow(() -> new AssertionError(outcome.failure().get()));
            assertThat(numbers).isSorted();
            all.addAll(numbers);
            kept += numbers.size();
        }
        assertThat(all).hasSize(kept).hasSize(threads * ((each + 1) / 2));
        assertThat(itsm.as(bob).queue().count(io.itsm4j.storage.Criterion.all()))
                .isEqualTo(kept);
        assertThat(itsm.as(bob)
                        .queue()
                        .page(PageRequest.<io.itsm4j.ticket.TicketRecord>all().ofSize(50))
                        .items())
                .extracting(TicketSummary::number)
                .isSubsetOf(all);
    }

    private List<String> openings(int count, Semaphore atOnce) throws InterruptedException {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean inVain = i % 2 == 1;
            atOnce.acquire();
            try {
                String number = itsm.inTransaction(() -> {
                    String given = incidents().open(OpenTicket.titled("x")).number();
                    if (inVain) {
                        throw new IllegalStateException("rolled back");
                    }
                    return given;
                });
                numbers.add(number);
            } catch (IllegalStateException rolledBack) {
                assertThat(inVain).isTrue();
            } finally {
                atOnce.release();
            }
        }
        return numbers;
    }
}
