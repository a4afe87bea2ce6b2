package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.testkit.RandomHistory;
import io.itsm4j.testkit.RandomHistory.Snapshot;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random histories say the same of equal stores, and tell a store with a single fault from a sound one. */
class RandomHistoryTest {

    @Property(tries = 3)
    void two_stores_in_memory_end_alike(@ForAll long seed) {
        assertThat(RandomHistory.live(seed, 120, new MemoryStore()))
                .isEqualTo(RandomHistory.live(seed, 120, new MemoryStore()));
    }

    @Example
    void a_history_has_commands_that_succeed_and_many_kinds_of_refusal() {
        Snapshot snapshot = RandomHistory.live(3, 600, new MemoryStore());

        List<String> codes = snapshot.outcomes().stream()
                .map(outcome -> outcome.replaceFirst("\\d+ \\d+ ", ""))
                .filter(outcome -> outcome.matches("[A-Z_]+"))
                .distinct()
                .toList();
        assertThat(codes).contains("TRANSITION", "GUARD", "NOT_PERMITTED", "NOT_FOUND", "CONFLICT");
        assertThat(snapshot.outcomes())
                .filteredOn(outcome -> outcome.contains("INC"))
                .hasSizeGreaterThan(150);
        assertThat(snapshot.kept()).hasSizeGreaterThan(300);
    }

    @Example
    void a_store_that_forgets_to_remove_links_is_found_out() {
        assertFoundOut((method, kind) -> method.equals("delete") && kind.equals("link"));
    }

    @Example
    void a_store_that_forgets_how_tasks_went_on_is_found_out() {
        assertFoundOut((method, kind) -> method.equals("update") && kind.equals("task"));
    }

    @Example
    void a_store_that_forgets_new_tickets_is_found_out() {
        assertFoundOut((method, kind) -> method.equals("insert") && kind.equals("ticket"));
    }

    private static void assertFoundOut(BiPredicate<String, String> forgotten) {
        assertThat(LongStream.rangeClosed(1, 6).anyMatch(seed -> {
                    Snapshot sound = RandomHistory.live(seed, 400, new MemoryStore());
                    Store forgetful = new Forgetful(new MemoryStore(), forgotten);
                    return !RandomHistory.live(seed, 400, forgetful).equals(sound);
                }))
                .as("one of six histories ends otherwise")
                .isTrue();
    }

    /** A store that leaves some calls out. */
    private record Forgetful(MemoryStore sound, BiPredicate<String, String> forgotten) implements Store {

        @Override
        public void open(List<RecordKind<?>> kinds) {
            sound.open(kinds);
        }

        @Override
        public <T> T inTransaction(Function<UnitOfWork, T> work) {
            return sound.inTransaction(unit -> work.apply(forgetful(unit)));
        }

        @Override
        public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
            return sound.inNewTransaction(unit -> work.apply(forgetful(unit)));
        }

        @Override
        public boolean isInTransaction() {
            return sound.isInTransaction();
        }

        @Override
        public void close() {
            sound.close();
        }

        private UnitOfWork forgetful(UnitOfWork unit) {
            return (UnitOfWork) Proxy.newProxyInstance(
                    UnitOfWork.class.getClassLoader(),
                    new Class<?>[] {UnitOfWork.class},
                    (proxy, method, arguments) -> {
                        if (arguments != null && forgotten.test(method.getName(), String.valueOf(arguments[0]))) {
                            return null;
                        }
                        try {
                            return method.invoke(unit, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
