package io.itsm4j.testkit;

import io.itsm4j.lifecycle.Fault;
import io.itsm4j.lifecycle.InvalidLifecycleException;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the verifier says of one lifecycle.
 *
 * @param name what it was found under
 * @param lifecycle the lifecycle; empty when it could not be built
 * @param faults everything that is wrong with it
 */
public record LifecycleReport(String name, Optional<Lifecycle<?>> lifecycle, List<Fault> faults) {

    /** Copies the faults. */
    public LifecycleReport {
        faults = List.copyOf(faults);
    }

    /**
     * Builds and verifies.
     *
     * @param definition hands the lifecycle out or throws {@link InvalidLifecycleException}, bare or as the cause of
     *     the error that a static initialiser ends in; whatever else it throws passes through
     */
    public static LifecycleReport of(String name, Supplier<? extends Lifecycle<?>> definition) {
        try {
            Lifecycle<?> lifecycle = definition.get();
            return new LifecycleReport(name, Optional.of(lifecycle), LifecycleVerifier.verify(lifecycle));
        } catch (InvalidLifecycleException broken) {
            return new LifecycleReport(name, Optional.empty(), broken.faults());
        } catch (ExceptionInInitializerError error) {
            if (error.getCause() instanceof InvalidLifecycleException broken) {
                return new LifecycleReport(name, Optional.empty(), broken.faults());
            }
            throw error;
        }
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** One line when it is sound, else a line for each fault below it; ends without a line feed. */
    @Override
    public String toString() {
        if (isSound() && lifecycle.isPresent()) {
            Lifecycle<?> sound = lifecycle.get();
            long moves =
                    sound.transitions().stream().filter(row -> !row.stays()).count();
            return "%s: %s is sound, %d states, %d actions, %d transitions of which %d change the state"
                    .formatted(
                            name,
                            sound,
                            sound.states().size(),
                            sound.actions().size(),
                            sound.transitions().size(),
                            moves);
        }
        StringBuilder text =
                new StringBuilder(name + ": " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
        faults.forEach(fault -> text.append("\n  ").append(fault));
        return text.toString();
    }
}
