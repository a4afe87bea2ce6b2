package io.itsm4j.release;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * An environment that a release goes to, and what must hold before it may.
 *
 * @param name its name, for example {@code staging}
 * @param production whether people depend on it
 * @param gates the names of what must be passed first: tests, approvals
 */
public record TargetEnvironment(
        @Line(max = 100, required = true) String name,
        boolean production,
        @Size(max = 20) Set<@Line(max = 100, required = true) String> gates) {

    /** Copies the gates. */
    public TargetEnvironment {
        gates = Set.copyOf(gates);
    }

    /** An environment that nobody depends on. */
    public static TargetEnvironment test(String name, String... gates) {
        return new TargetEnvironment(name, false, Set.copyOf(List.of(gates)));
    }

    /** An environment that people depend on. */
    public static TargetEnvironment production(String name, String... gates) {
        return new TargetEnvironment(name, true, Set.copyOf(List.of(gates)));
    }
}
