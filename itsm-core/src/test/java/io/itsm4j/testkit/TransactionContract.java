package io.itsm4j.testkit;

import static io.itsm4j.testkit.TicketSample.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Conflict;
import io.itsm4j.ItsmException;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store promises about transactions: all or nothing, own writes seen, others' once committed, locks. */
public abstract class TransactionContract extends PortContract {

    @Test
    void sees_its_own_writes_before_the_commit_and_nobody_else_does() {
        keep(ticket(1));

        write(unit -> {
            TicketRecord before = found(unit, 1, Lock.WRITE).orElseThrow();
            unit.update(
                    TicketAttributes.KIND,
                    before,
                    ticket(1).numbered("INC1B").atVersion(2).record());
            unit.insert(TicketAttributes.KIND, ticket(2).record());
            unit.flush();

            assertThat(unit.list(Query.of(TicketAttributes.KIND, ACME, Criterion.all())))
                    .extracting(TicketRecord::number)
                    .containsExactly("INC1B", "INC0000002");
            assertThat(unit.count(TicketAttributes.KIND, ACME, Criterion.all())).isEqualTo(2);
            assertThat(Together.run(() -> numbers(Criterion.all())).get(0).value())
                    .contains(List.of("INC0000001"));
        });

        assertThat(numbers(Criterion.all())).containsExactly("INC1B", "INC0000002");
    }

    @Test
    void sees_what_it_removed_as_gone() {
        keep(ticket(1), ticket(2));

        write(unit -> {
            unit.delete(TicketAttributes.KIND, found(unit, 1, Lock.WRITE).orElseThrow());
            unit.flush();

            assertThat(found(unit, 1, Lock.NONE)).isEmpty();
            assertThat(unit.list(Query.of(TicketAttributes.KIND, ACME, Criterion.all())))
                    .extracting(TicketRecord::number)
                    .containsExactly("INC0000002");
        });
    }

    @Test
    void leaves_nothing_of_a_transaction_that_throws() {
        keep(ticket(1));
        IllegalStateException hosts = new IllegalStateException("the host's own failure");

        assertThatThrownBy(() -> write(unit -> {
                    unit.insert(TicketAttributes.KIND, ticket(2).record());
                    unit.delete(
                            TicketAttributes.KIND, found(unit, 1, Lock.WRITE).orElseThrow());
                    unit.flush();
                    throw hosts;
                }))
                .isSameAs(hosts);

        assertThat(numbers(Criterion.all())).containsExactly("INC0000001");
    }

    @Test
    void joins_the_transaction_that_is_there() {
        keep(ticket(1));

        assertThatThrownBy(() -> store.inTransaction(outer -> {
                    assertThat(store.isInTransaction()).isTrue();
                    store.inTransaction(inner -> {
                        inner.insert(TicketAttributes.KIND, ticket(2).record());
                        return true;
                    });
                    assertThat(found(outer, 2, Lock.NONE)).isPresent();
                    throw new IllegalStateException("after the inner one");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.isInTransaction()).isFalse();
        assertThat(numbers(Criterion.all())).containsExactly("INC0000001");
    }

    @Test
    void keeps_a_new_transaction_apart_from_the_one_around_it() {
        assertThatThrownBy(() -> store.inTransaction(outer -> {
                    outer.insert(TicketAttributes.KIND, ticket(7_001).record());
                    outer.flush();
                    store.inNewTransaction(inner -> {
                        assertThat(found(inner, 7_001, Lock.NONE)).isEmpty();
                        inner.insert(TicketAttributes.KIND, ticket(7_002).record());
                        return true;
                    });
                    assertThat(store.isInTransaction()).isTrue();
                    throw new IllegalStateException("the outer one fails");
                }))
                .hasMessage("the outer one fails");

        assertThat(numbers(Criterion.all())).containsExactly("INC0007002");
    }

    @Test
    void cannot_commit_once_marked_for_rollback() {
        keep(ticket(1));

        refused(
                ItsmException.class,
                "ROLLBACK_ONLY",
                () -> write(unit -> {
                    unit.insert(TicketAttributes.KIND, ticket(2).record());
                    unit.rollbackOnly();
                }));

        assertThat(numbers(Criterion.all())).containsExactly("INC0000001");
    }

    @Test
    void runs_work_after_the_commit_and_never_after_a_rollback() {
        List<List<String>> seen = new ArrayList<>();

        write(unit -> {
            unit.insert(TicketAttributes.KIND, ticket(1).record());
            assertThat(unit.afterCommit(() -> seen.add(numbers(Criterion.all()))))
                    .isTrue();
            assertThat(seen).isEmpty();
        });
        assertThatThrownBy(() -> write(unit -> {
                    unit.afterCommit(() -> seen.add(List.of("never")));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(seen).containsExactly(List.of("INC0000001"));
    }

    @Test
    void hands_a_held_record_over_in_its_newest_state() {
        keep(ticket(1));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);

        List<Outcome<Long>> outcomes = Together.run(
                () -> store.inNewTransaction(unit -> {
                    TicketRecord before = found(unit, 1, Lock.WRITE).orElseThrow();
                    held.countDown();
                    Together.await(asked);
                    unit.update(
                            TicketAttributes.KIND,
                            before,
                            ticket(1).atVersion(2).record());
                    return 2L;
                }),
                () -> {
                    Together.await(held);
                    return store.inNewTransaction(unit -> {
                        asked.countDown();
                        return found(unit, 1, Lock.WRITE).orElseThrow().version();
                    });
                });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.get(1).value()).contains(2L);
    }

    @Test
    void gives_up_waiting_for_a_lock_and_says_that_it_can_be_tried_again() {
        keep(ticket(1));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);

        List<Outcome<Boolean>> outcomes = Together.run(
                () -> store.inNewTransaction(unit -> {
                    assertThat(found(unit, 1, Lock.WRITE)).isPresent();
                    held.countDown();
                    Together.await(givenUp);
                    return true;
                }),
                () -> {
                    Together.await(held);
                    try {
                        return store.inNewTransaction(
                                unit -> found(unit, 1, Lock.WRITE).isPresent());
                    } finally {
                        givenUp.countDown();
                    }
                });

        assertThat(outcomes.get(0).succeeded()).isTrue();
        assertThat(outcomes.get(1).failure())
                .containsInstanceOf(Conflict.class)
                .hasValueSatisfying(
                        failure -> assertThat(((Conflict) failure).retryable()).isTrue());
        assertThat(kept(ACME, 1, Lock.WRITE)).isPresent();
    }

    @Test
    void reads_without_a_lock_while_another_holds_the_record() {
        keep(ticket(1));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch readIt = new CountDownLatch(1);

        List<Outcome<String>> outcomes = Together.run(
                () -> store.inNewTransaction(unit -> {
                    TicketRecord before = found(unit, 1, Lock.WRITE).orElseThrow();
                    unit.update(
                            TicketAttributes.KIND,
                            before,
                            ticket(1).titled("changed").atVersion(2).record());
                    unit.flush();
                    held.countDown();
                    Together.await(readIt);
                    return before.content().title();
                }),
                () -> {
                    Together.await(held);
                    try {
                        return kept(1).orElseThrow().content().title();
                    } finally {
                        readIt.countDown();
                    }
                });

        assertThat(outcomes)
                .extracting(Outcome::value)
                .allMatch(title -> title.equals(java.util.Optional.of("Printer 1")));
        assertThat(kept(1).orElseThrow().content().title()).isEqualTo("changed");
    }

    @Test
    void never_hands_one_record_to_two_that_skip_what_is_locked() {
        int tickets = 40;
        write(unit -> IntStream.range(0, tickets)
                .forEach(i -> unit.insert(TicketAttributes.KIND, ticket(i).record())));
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        Callable<Boolean> worker = () -> {
            while (takeSome(taken) > 0) {
                Thread.onSpinWait();
            }
            return true;
        };

        List<Outcome<Boolean>> outcomes = Together.run(worker, worker, worker, worker);

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(taken).hasSize(tickets).doesNotHaveDuplicates();
        assertThat(numbers(TicketAttributes.IS_OPEN.is(true))).isEmpty();
    }

    private int takeSome(List<String> taken) {
        List<TicketRecord> batch = store.inNewTransaction(unit -> {
            List<TicketRecord> mine = unit.list(Query.of(TicketAttributes.KIND, ACME, TicketAttributes.IS_OPEN.is(true))
                    .limitedTo(3)
                    .locked(Lock.SKIP_LOCKED));
            for (TicketRecord before : mine) {
                int counter = Integer.parseInt(before.number().substring(3));
                unit.update(
                        TicketAttributes.KIND,
                        before,
                        ticket(counter).closed().atVersion(2).record());
            }
            return mine;
        });
        batch.forEach(ticket -> taken.add(ticket.number()));
        return batch.size();
    }

    @Test
    void lets_one_of_two_win_that_take_the_same_key_at_once() {
        List<Callable<Boolean>> both = List.of(() -> insertCorrelated(1), () -> insertCorrelated(2));

        List<Outcome<Boolean>> outcomes = Together.run(both);

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .singleElement()
                .satisfies(lost -> assertThat(lost.failure())
                        .hasValueSatisfying(failure -> assertThat(failure)
                                .isInstanceOfSatisfying(
                                        Conflict.class,
                                        conflict ->
                                                assertThat(conflict.retryable()).isTrue())));
        assertThat(numbers(TicketAttributes.CORRELATION_KEY.is("alert:1"))).hasSize(1);
    }

    private boolean insertCorrelated(int counter) {
        write(unit -> unit.insert(
                TicketAttributes.KIND, ticket(counter).correlated("alert:1").record()));
        return true;
    }
}
