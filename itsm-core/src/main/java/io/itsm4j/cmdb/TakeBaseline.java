package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new baseline.
 *
 * @param name unique within the tenant
 * @param note what it is for, or null
 * @param at an instant that is not in the future, or null for now
 * @param scope the items it is about, with all they rest on; empty for everything
 */
public record TakeBaseline(
        @Line(max = 200, required = true) @Nullable String name,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Nullable Instant at,
        @Size(max = 500) Set<@Line(max = 100, required = true) String> scope) {

    /** Copies the scope. */
    public TakeBaseline {
        scope = java.util.Collections.unmodifiableSet(new java.util.HashSet<>(scope));
    }

    /** Of everything, now. */
    public static TakeBaseline named(@Nullable String name) {
        return new TakeBaseline(name, null, null, Set.of());
    }

    /** The same of what these items rest on, with themselves. */
    public TakeBaseline of(String... items) {
        return new TakeBaseline(name, note, at, Set.of(items));
    }

    /** The same of an instant that has passed. */
    public TakeBaseline at(@Nullable Instant instant) {
        return new TakeBaseline(name, note, instant, scope);
    }

    /** The same with a word on what it is for. */
    public TakeBaseline noting(@Nullable String why) {
        return new TakeBaseline(name, why, at, scope);
    }
}
