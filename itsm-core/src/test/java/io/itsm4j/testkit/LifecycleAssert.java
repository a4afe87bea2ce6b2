package io.itsm4j.testkit;

import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.ticket.TicketType;
import java.util.function.Supplier;

/** Asserts in a test that lifecycles can be lived by. A failure names every fault, not only the first. */
public final class LifecycleAssert {

    private LifecycleAssert() {}

    /**
     * Checks a definition.
     *
     * @throws AssertionError naming every fault
     */
    public static void assertSound(LifecycleBuilder<?> definition) {
        assertSound(definition::build);
    }

    /**
     * Checks a lifecycle that was built.
     *
     * @throws AssertionError naming every fault
     */
    public static void assertSound(Lifecycle<?> lifecycle) {
        assertSound(() -> lifecycle);
    }

    /**
     * Checks the lifecycle of a type of ticket.
     *
     * @throws AssertionError naming every fault
     */
    public static void assertSound(TicketType<?> type) {
        assertSound(type::lifecycle);
    }

    /**
     * Checks what a supplier builds.
     *
     * @throws AssertionError naming every fault
     */
    public static void assertSound(Supplier<? extends Lifecycle<?>> definition) {
        LifecycleReport report = LifecycleReport.of("lifecycle", definition);
        if (!report.isSound()) {
            throw new AssertionError(report.toString());
        }
    }
}
