package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.journal.IdSource;
import io.itsm4j.memory.MemoryStore;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test of a host a fresh {@link Itsm} in memory, the {@link MutableClock} it goes by (standing at
 * 2026-03-02T09:00:00Z) and its {@link MemoryStore}, as parameters. A test that leaves a record locked or a transaction
 * open fails, by name, instead of the one after it.
 *
 * <pre>{@code
 * @ExtendWith(ItsmExtension.class)
 * class DeskTest {
 *     @Test
 *     void opens_a_ticket(Itsm itsm, MutableClock clock) { … }
 * }
 * }</pre>
 */
public final class ItsmExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(ItsmExtension.class);

    private record Fixture(Itsm itsm, MutableClock clock, MemoryStore store) {

        static Fixture fresh() {
            MemoryStore store = new MemoryStore();
            MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
            Itsm itsm = Itsm.builder()
                    .store(store)
                    .clock(clock)
                    .ids(IdSource.seeded(7))
                    .build();
            return new Fixture(itsm, clock, store);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Itsm.class || type == MutableClock.class || type == MemoryStore.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Fixture fixture =
                test.getStore(OURS).getOrComputeIfAbsent(test.getUniqueId(), id -> Fixture.fresh(), Fixture.class);
        Class<?> type = parameter.getParameter().getType();
        return type == Itsm.class ? fixture.itsm() : type == MutableClock.class ? fixture.clock() : fixture.store();
    }

    /** Fails the test that left something behind. */
    @Override
    public void afterEach(ExtensionContext test) {
        Fixture fixture = test.getStore(OURS).get(test.getUniqueId(), Fixture.class);
        if (fixture != null) {
            checkLeaks(fixture.store());
            fixture.itsm().close();
        }
    }

    static void checkLeaks(MemoryStore store) {
        if (store.isInTransaction()) {
            throw new AssertionError("the test left a transaction open");
        }
        if (store.heldLocks() > 0) {
            throw new AssertionError("the test left " + store.heldLocks() + " records locked");
        }
    }
}
