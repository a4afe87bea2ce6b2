package io.itsm4j.approval;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of naming somebody who stands in.
 *
 * @param delegate who stands in
 * @param from the first instant
 * @param until the instant at which it is over
 * @param kind the kind of subject it is confined to, or null for all
 * @param principal for whom, or null for the actor; a manager may name another
 */
public record Delegate(
        @Line(max = 100, required = true) @Nullable String delegate,
        @NotNull @Nullable Instant from,
        @NotNull @Nullable Instant until,
        @Line(max = 40) @Nullable String kind,
        @Line(max = 100) @Nullable String principal) {

    /** Somebody stands in for the actor. */
    public static Delegate to(@Nullable String person, @Nullable Instant from, @Nullable Instant until) {
        return new Delegate(person, from, until, null, null);
    }

    /** The same for one kind of subject only. */
    public Delegate onlyFor(@Nullable String subjectKind) {
        return new Delegate(delegate, from, until, subjectKind, principal);
    }

    /** The same for somebody else's votes. */
    public Delegate inPlaceOf(@Nullable String person) {
        return new Delegate(delegate, from, until, kind, person);
    }
}
