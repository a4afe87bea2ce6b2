package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions, locks and lists of the in-memory store, one rule at a time. */
class MemoryUnitTest {

    private record Crate(
            String id,
            TenantId tenant,
            String shelf,
            long weight,
            @Nullable String label) {}

    private static final TenantId ACME = TenantId.of("acme");
    private static final Attribute<Crate, String> ID = Attribute.text("id", Crate::id);
    private static final Attribute<Crate, String> SHELF =
            Attribute.text("shelf", Crate::shelf).sorted();
    private static final Attribute<Crate, Long> WEIGHT =
            Attribute.number("weight", Crate::weight).sorted();
    private static final Attribute<Crate, String> LABEL = Attribute.text("label", Crate::label);
    private static final RecordKind<Crate> CRATES = RecordKind.of("crate", Crate.class, Crate::id, Crate::tenant)
            .with(ID, SHELF, WEIGHT)
            .unique(LABEL);

    private final MemoryStore store = new MemoryStore(Duration.ofMillis(300));

    private static Crate crate(String id, String shelf, long weight) {
        return new Crate(id, ACME, shelf, weight, null);
    }

    @BeforeEach
    void four_crates_on_two_shelves() {
        store.open(List.of(CRATES));
        store.inTransaction(work -> {
            work.insert(CRATES, crate("c", "left", 5));
            work.insert(CRATES, crate("a", "left", 9));
            work.insert(CRATES, crate("d", "right", 5));
            work.insert(CRATES, crate("b", "right", 7));
            return null;
        });
    }

    @AfterEach
    void nothing_is_held() {
        assertThat(store.heldLocks()).isZero();
    }

    private static Query<Crate> all() {
        return Query.of(CRATES, ACME, Criterion.all());
    }

    private static List<String> ids(UnitOfWork work, Query<Crate> query) {
        return work.list(query).stream().map(Crate::id).toList();
    }

    private Optional<Crate> found(String id, Lock lock) {
        return store.inTransaction(work -> work.find(CRATES, ACME, id, lock));
    }

    private List<String> ids(Query<Crate> query) {
        return store.inTransaction(work -> ids(work, query));
    }

    /** Runs something in another thread while a transaction of this one holds what it read. */
    private <T> T meanwhile(Query<Crate> held, java.util.function.Supplier<T> other) throws Exception {
        return store.inTransaction(work -> {
            work.list(held);
            AtomicReference<T> result = new AtomicReference<>();
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread thread = new Thread(() -> result.set(other.get()));
            thread.setUncaughtExceptionHandler((who, thrown) -> failure.set(thrown));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            if (failure.get() instanceof RuntimeException thrown) {
                throw thrown;
            }
            return result.get();
        });
    }

    @Test
    void orders_by_each_key_and_then_by_id_in_the_direction_of_the_last() {
        assertThat(ids(all())).containsExactly("a", "b", "c", "d");
        assertThat(ids(all().sortedBy(Sort.ascending(WEIGHT)))).containsExactly("c", "d", "b", "a");
        assertThat(ids(all().sortedBy(Sort.descending(WEIGHT)))).containsExactly("a", "b", "d", "c");
        assertThat(ids(all().sortedBy(Sort.ascending(SHELF), Sort.descending(WEIGHT))))
                .containsExactly("a", "c", "b", "d");
        assertThat(ids(all().sortedBy(Sort.ascending(WEIGHT)).limitedTo(2))).containsExactly("c", "d");
    }

    @Test
    void a_locked_list_keeps_its_order_and_its_limit() {
        assertThat(ids(all().sortedBy(Sort.descending(WEIGHT)).locked(Lock.WRITE)))
                .containsExactly("a", "b", "d", "c");
        assertThat(ids(all().sortedBy(Sort.descending(WEIGHT)).limitedTo(1).locked(Lock.WRITE)))
                .containsExactly("a");
        assertThat(ids(all().sortedBy(Sort.descending(WEIGHT)).limitedTo(3).locked(Lock.SKIP_LOCKED)))
                .containsExactly("a", "b", "d");
    }

    @Test
    void a_key_finds_its_record_and_only_when_it_is_of_the_tenant() {
        assertThat(ids(Query.of(CRATES, ACME, ID.is("b")))).containsExactly("b");
        assertThat(ids(Query.of(CRATES, ACME, ID.in(List.of("d", "x", "a"))))).containsExactly("a", "d");
        assertThat(ids(Query.of(CRATES, TenantId.of("globex"), ID.is("b")))).isEmpty();
        assertThat(ids(Query.of(CRATES, ACME, ID.is("b").and(SHELF.is("left")))))
                .isEmpty();
    }

    @Test
    void own_changes_are_seen_before_they_are_committed_and_by_nobody_else() {
        store.inTransaction(work -> {
            work.update(CRATES, crate("a", "left", 9), crate("a", "left", 1));
            work.delete(CRATES, crate("b", "right", 7));
            work.insert(CRATES, crate("e", "left", 2));
            assertThat(ids(work, all().sortedBy(Sort.ascending(WEIGHT)))).containsExactly("a", "e", "c", "d");
            assertThat(work.<Crate>count(CRATES, ACME, Criterion.all())).isEqualTo(4);
            assertThat(work.countBy(CRATES, ACME, Criterion.all(), SHELF))
                    .hasSize(2)
                    .containsEntry("left", 3L);
            List<String> others = store.inNewTransaction(other -> ids(other, all().sortedBy(Sort.ascending(WEIGHT))));
            assertThat(others).containsExactly("c", "d", "b", "a");
            return null;
        });
        assertThat(ids(all().sortedBy(Sort.ascending(WEIGHT)))).containsExactly("a", "e", "c", "d");
    }

    @Test
    void whoever_does_not_wait_passes_over_what_is_held() throws Exception {
        Query<Crate> left = Query.of(CRATES, ACME, SHELF.is("left")).locked(Lock.WRITE);

        assertThat(meanwhile(left, () -> ids(all().locked(Lock.SKIP_LOCKED)))).containsExactly("b", "d");
        assertThat(meanwhile(left, () -> ids(all().limitedTo(1).locked(Lock.SKIP_LOCKED))))
                .containsExactly("b");
        assertThat(meanwhile(left, () -> found("a", Lock.SKIP_LOCKED))).isEmpty();
        assertThat(meanwhile(left, () -> found("b", Lock.SKIP_LOCKED))).isPresent();
    }

    @Test
    void whoever_waits_gives_up_after_a_while_and_says_what_for() {
        Query<Crate> left = Query.of(CRATES, ACME, SHELF.is("left")).locked(Lock.WRITE);

        Conflict timeout = catchThrowableOfType(Conflict.class, () -> meanwhile(left, () -> found("a", Lock.WRITE)));

        assertThat(timeout.code()).isEqualTo("LOCK_TIMEOUT");
        assertThat(timeout.detail()).containsEntry("record", "a").containsEntry("seconds", 0.3);
    }

    @Test
    void an_update_and_a_removal_wait_for_the_record_too() {
        Query<Crate> left = Query.of(CRATES, ACME, SHELF.is("left")).locked(Lock.WRITE);

        assertThatThrownBy(() -> meanwhile(
                        left,
                        () -> store.inTransaction(work -> {
                            work.update(CRATES, crate("a", "left", 9), crate("a", "left", 1));
                            return null;
                        })))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> meanwhile(
                        left,
                        () -> store.inTransaction(work -> {
                            work.delete(CRATES, crate("a", "left", 9));
                            return null;
                        })))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whoever_waited_sees_what_was_committed_meanwhile() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        Thread first = new Thread(() -> store.inTransaction(work -> {
            work.update(CRATES, crate("a", "left", 9), crate("a", "right", 1));
            held.countDown();
            sleep(100);
            return null;
        }));
        first.start();
        assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(ids(Query.of(CRATES, ACME, SHELF.is("left")).locked(Lock.WRITE)))
                .containsExactly("c");
        first.join();
    }

    @Test
    void an_interrupted_wait_ends_and_stays_interrupted() {
        Query<Crate> left = Query.of(CRATES, ACME, SHELF.is("left")).locked(Lock.WRITE);

        Conflict interrupted = catchThrowableOfType(
                Conflict.class,
                () -> meanwhile(left, () -> {
                    Thread.currentThread().interrupt();
                    try {
                        return found("a", Lock.WRITE);
                    } finally {
                        assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    }
                }));

        assertThat(interrupted.code()).isEqualTo("INTERRUPTED");
    }

    @Test
    void a_record_twice_and_one_that_is_gone_are_conflicts() {
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.insert(CRATES, crate("a", "left", 1));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("DUPLICATE"));
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.update(CRATES, crate("x", "left", 1), crate("x", "left", 2));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("GONE"));
    }

    @Test
    void a_new_record_may_change_and_go_within_its_transaction() {
        store.inTransaction(work -> {
            work.insert(CRATES, crate("e", "left", 2));
            work.update(CRATES, crate("e", "left", 2), crate("e", "left", 3));
            work.insert(CRATES, crate("f", "left", 2));
            work.delete(CRATES, crate("f", "left", 2));
            return null;
        });

        assertThat(ids(Query.of(CRATES, ACME, WEIGHT.is(3L)))).containsExactly("e");
        assertThat(ids(Query.of(CRATES, ACME, ID.is("f")))).isEmpty();
    }

    @Test
    void a_unique_value_is_checked_at_the_flush_and_handed_on_within_a_transaction() {
        Crate red = new Crate("e", ACME, "left", 1, "red");
        store.inTransaction(work -> {
            work.insert(CRATES, red);
            return null;
        });

        store.inTransaction(work -> {
            work.insert(CRATES, new Crate("f", ACME, "left", 1, "red"));
            assertThatThrownBy(work::flush).isInstanceOf(Conflict.class);
            work.delete(CRATES, red);
            work.flush();
            return null;
        });

        assertThat(ids(Query.of(CRATES, ACME, LABEL.is("red")))).containsExactly("f");
    }

    @Test
    void what_is_marked_for_rollback_is_not_committed_and_runs_nothing_afterwards() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> store.inTransaction(work -> {
                    work.insert(CRATES, crate("e", "left", 2));
                    assertThat(work.afterCommit(() -> ran.add("never"))).isTrue();
                    work.rollbackOnly();
                    return null;
                }))
                .isInstanceOf(RuleViolated.class);
        store.inTransaction(work -> work.afterCommit(() -> ran.add("committed")));

        assertThat(ran).containsExactly("committed");
        assertThat(ids(Query.of(CRATES, ACME, ID.is("e")))).isEmpty();
    }

    @Test
    void what_no_database_would_be_asked_is_refused_in_memory_too() {
        Criterion<Crate> foreign = Attribute.<Crate>text("colour", Crate::label).is("red");

        assertThatThrownBy(() -> ids(Query.of(CRATES, ACME, foreign))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> store.inTransaction(work -> work.count(CRATES, ACME, foreign)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> store.inTransaction(work -> work.countBy(CRATES, ACME, foreign, SHELF)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_closed_store_has_forgotten_everything() {
        store.close();
        store.open(List.of(CRATES));

        assertThat(ids(all())).isEmpty();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
