package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Conflict;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;

class UnitOfWorkTest {

    @ParameterizedTest
    @Stores
    void reads_back_what_it_wrote_and_writes_no_more_than_changed(TestStore where) {
        Bench bench = where.shared();
        JpaStore store = bench.store();
        TicketRecord ticket = own("readback", 1);
        store.inTransaction(insert(ticket));

        TicketRecord before = store.inTransaction(find(ticket, Lock.WRITE)).orElseThrow();
        assertThat(before).isEqualTo(ticket);

        bench.log().take();
        TicketRecord after = Tickets.retitled(before, "Printer \uD83D\uDDA8 on fire");
        store.inTransaction(work -> {
            TicketRecord read = find(ticket, Lock.WRITE).apply(work).orElseThrow();
            work.update(TicketAttributes.KIND, read, after);
            work.insert(Comment.KIND, Tickets.comment(ticket, "\uD842\uDFB7 \\ ' % _ !"));
            work.flush();
            return null;
        });
        assertThat(bench.log().take()).as("one read, one update, one insert").hasSize(3);
        assertThat(store.inTransaction(find(ticket, Lock.NONE))).contains(after);
    }

    @ParameterizedTest
    @Stores
    void keeps_indexed_values_and_detail_columns_in_step(TestStore where) {
        Bench bench = where.shared();
        JpaStore store = bench.store();
        TicketRecord ticket = own("parts", 1);
        store.inTransaction(insert(ticket));
        Incident major = new Incident(
                "FIXED",
                null,
                null,
                null,
                null,
                null,
                null,
                Incident.Major.PROPOSED,
                null,
                null,
                0,
                2,
                null,
                0,
                null,
                0);
        TicketRecord after = Tickets.changed(ticket, "x", Set.of("all", "new"), major);
        store.inTransaction(update(ticket, after));

        assertThat(count(
                        store,
                        ticket,
                        work -> work.count(TicketAttributes.KIND, ticket.tenant(), TicketAttributes.TAGS.is("new"))))
                .isOne();
        assertThat(count(
                        store,
                        ticket,
                        work -> work.count(TicketAttributes.KIND, ticket.tenant(), TicketAttributes.TAGS.is("t1"))))
                .isZero();
        String id = ticket.id().value();
        assertThat(bench.sql("select resolution_code from itsm_incident where id = '" + id + "'"))
                .containsExactly("FIXED");
        assertThat(bench.sql("select count(*) from itsm_ticket_value where ticket_id = '" + id + "'"))
                .containsExactly(String.valueOf(
                        TicketAttributes.KIND.indexedValues(after).size()));

        store.inTransaction(work -> {
            work.delete(TicketAttributes.KIND, after);
            return null;
        });
        for (String table :
                List.of("itsm_ticket where id", "itsm_incident where id", "itsm_ticket_value where ticket_id")) {
            assertThat(bench.sql("select count(*) from " + table + " = '" + id + "'"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @Stores
    void sees_its_own_writes_and_hides_them_from_others_until_the_commit(TestStore where) {
        JpaStore store = where.shared().store();
        TicketRecord ticket = own("isolation", 1);
        store.inTransaction(work -> {
            work.insert(TicketAttributes.KIND, ticket);
            assertThat(find(ticket, Lock.NONE).apply(work)).contains(ticket);
            assertThat(store.inNewTransaction(find(ticket, Lock.NONE))).isEmpty();
            work.update(TicketAttributes.KIND, ticket, Tickets.retitled(ticket, "again"));
            assertThat(list(work, ticket)).extracting(t -> t.content().title()).containsExactly("again");
            return null;
        });
        assertThat(store.inTransaction(find(ticket, Lock.NONE)).orElseThrow().version())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @Stores
    void rolls_back_whole_when_work_fails_and_runs_hooks_only_after_a_commit(TestStore where) {
        JpaStore store = where.shared().store();
        TicketRecord ticket = own("rollback", 1);
        List<String> ran = new ArrayList<>();
        IllegalStateException mine = new IllegalStateException("mine");
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.insert(TicketAttributes.KIND, ticket);
                    work.afterCommit(() -> ran.add("failed"));
                    work.flush();
                    throw mine;
                }))
                .isSameAs(mine);
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    insert(ticket).apply(work);
                    work.afterCommit(() -> ran.add("marked"));
                    work.rollbackOnly();
                    return null;
                }))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining("rolled back");
        assertThat(store.inTransaction(find(ticket, Lock.NONE))).isEmpty();
        store.inTransaction(work -> {
            insert(ticket).apply(work);
            assertThat(work.afterCommit(() -> ran.add("done"))).isTrue();
            assertThat(ran).isEmpty();
            return null;
        });
        assertThat(ran).containsExactly("done");
    }

    @ParameterizedTest
    @Stores
    void a_call_within_another_joins_it_and_one_that_failed_after_writing_stops_the_commit(TestStore where) {
        JpaStore store = where.shared().store();
        TicketRecord outer = own("nesting", 1);
        TicketRecord inner = own("nesting", 2);
        assertThat(store.isInTransaction()).isFalse();
        store.inTransaction(work -> {
            insert(outer).apply(work);
            assertThat(store.isInTransaction()).isTrue();
            assertThat(store.inTransaction(find(outer, Lock.NONE))).contains(outer);
            assertThatThrownBy(() -> store.inTransaction(w -> {
                        throw new IllegalStateException("refused before writing");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            return null;
        });
        assertThat(store.inTransaction(find(outer, Lock.NONE))).isPresent();
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    assertThatThrownBy(() -> store.inTransaction(w -> {
                                insert(inner).apply(w);
                                throw new IllegalStateException("half done");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return null;
                }))
                .isInstanceOf(RuleViolated.class);
        assertThat(store.inTransaction(find(inner, Lock.NONE))).isEmpty();
    }

    @ParameterizedTest
    @Stores
    void a_taken_key_is_a_retryable_conflict_that_names_the_key(TestStore where) {
        JpaStore store = where.shared().store();
        TicketRecord first = own("unique", 1);
        TicketRecord second = own("unique", 1);
        store.inTransaction(insert(first));
        for (TicketRecord taken : List.of(first, second)) {
            Conflict lost = catchThrowableOfType(Conflict.class, () -> store.inTransaction(insert(taken)));
            assertThat(lost.code()).isEqualTo("DUPLICATE");
            assertThat(lost.retryable()).isTrue();
        }
        List<TicketRecord> kept = store.inTransaction(work -> list(work, first));
        assertThat(kept).containsExactly(first);
    }

    @ParameterizedTest
    @Stores
    void waits_for_a_lock_no_longer_than_asked(TestStore where) throws Exception {
        JpaStore store = JpaStore.owning(where.shared().factory()).waitingForLocks(java.time.Duration.ofSeconds(1));
        store.open(io.itsm4j.ticket.Kinds.ALL);
        TicketRecord ticket = own("locks", 1);
        store.inTransaction(insert(ticket));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            store.inTransaction(work -> {
                find(ticket, Lock.WRITE).apply(work);
                Future<Optional<TicketRecord>> waiting =
                        other.submit(() -> store.inTransaction(find(ticket, Lock.WRITE)));
                assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOfSatisfying(Conflict.class, lost -> {
                            assertThat(lost.code()).isEqualTo("LOCK_TIMEOUT");
                            assertThat(lost.retryable()).isTrue();
                        });
                assertThat(store.inNewTransaction(find(ticket, Lock.NONE)))
                        .as("reading does not wait")
                        .isPresent();
                return null;
            });
        } finally {
            other.shutdownNow();
        }
    }

    @ParameterizedTest
    @Stores
    void of_two_that_wait_for_each_other_one_gives_way(TestStore where) throws Exception {
        JpaStore store = where.shared().store();
        TicketRecord one = own("deadlock", 1);
        TicketRecord two = own("deadlock", 2);
        store.inTransaction(insert(one));
        store.inTransaction(insert(two));
        CountDownLatch bothHold = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> both = List.of(
                    threads.submit(() -> locksInTurn(store, one, two, bothHold)),
                    threads.submit(() -> locksInTurn(store, two, one, bothHold)));
            int done = 0;
            for (Future<Boolean> each : both) {
                done += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(done).as("never both, and H2 may give up both").isLessThan(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean locksInTurn(JpaStore store, TicketRecord first, TicketRecord then, CountDownLatch both) {
        try {
            return store.inTransaction(work -> {
                find(first, Lock.WRITE).apply(work);
                both.countDown();
                await(both);
                return find(then, Lock.WRITE).apply(work).isPresent();
            });
        } catch (Conflict lost) {
            assertThat(lost.code()).isIn("DEADLOCK", "LOCK_TIMEOUT");
            assertThat(lost.retryable()).isTrue();
            return false;
        }
    }

    @ParameterizedTest
    @Stores
    void never_hands_one_record_to_two_that_claim(TestStore where) throws Exception {
        JpaStore store = where.shared().store();
        List<TicketRecord> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(own("claims", i));
        }
        store.inTransaction(work -> {
            all.forEach(ticket -> work.insert(TicketAttributes.KIND, ticket));
            return null;
        });
        Set<String> claimed = java.util.concurrent.ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> claims = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                claims.add(threads.submit(() -> claimUntilNone(store, all.get(0).tenant(), claimed)));
            }
            int total = 0;
            for (Future<Integer> claim : claims) {
                total += claim.get(60, TimeUnit.SECONDS);
            }
            assertThat(total).as("each exactly once").isEqualTo(20);
            assertThat(claimed).hasSize(20);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int claimUntilNone(JpaStore store, TenantId tenant, Set<String> claimed) {
        int total = 0;
        int idle = 0;
        while (idle < 3) {
            int got;
            try {
                got = store.inTransaction(work -> claim(work, tenant, claimed));
            } catch (Conflict lost) {
                got = 0;
            }
            total += got;
            idle = claimed.size() == 20 ? idle + 1 : 0;
        }
        return total;
    }

    private static int claim(UnitOfWork work, TenantId tenant, Set<String> claimed) {
        List<TicketRecord> mine = work.list(Query.of(
                        TicketAttributes.KIND,
                        tenant,
                        TicketAttributes.TITLE.is("claimed").not())
                .sortedBy(Sort.ascending(TicketAttributes.CREATED_AT))
                .limitedTo(3)
                .locked(Lock.SKIP_LOCKED));
        mine.forEach(ticket -> work.update(TicketAttributes.KIND, ticket, Tickets.retitled(ticket, "claimed")));
        work.flush();
        mine.forEach(ticket -> claimed.add(ticket.id().value()));
        return mine.size();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static TicketRecord own(String tenant, int number) {
        return Tickets.ticket(TenantId.of(tenant), number, "Printer", Incident.NEW);
    }

    private static Function<UnitOfWork, Void> insert(TicketRecord ticket) {
        return work -> {
            work.insert(TicketAttributes.KIND, ticket);
            return null;
        };
    }

    private static Function<UnitOfWork, Void> update(TicketRecord before, TicketRecord after) {
        return work -> {
            work.update(TicketAttributes.KIND, before, after);
            return null;
        };
    }

    private static Function<UnitOfWork, Optional<TicketRecord>> find(TicketRecord ticket, Lock lock) {
        return work ->
                work.find(TicketAttributes.KIND, ticket.tenant(), ticket.id().value(), lock);
    }

    private static List<TicketRecord> list(UnitOfWork work, TicketRecord like) {
        return work.list(Query.of(TicketAttributes.KIND, like.tenant(), io.itsm4j.storage.Criterion.all()));
    }

    private static long count(JpaStore store, TicketRecord like, Function<UnitOfWork, Long> question) {
        return store.inTransaction(question);
    }
}
