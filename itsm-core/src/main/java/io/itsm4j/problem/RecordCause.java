package io.itsm4j.problem;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of noting what an analysis found.
 *
 * @param cause what is behind it
 * @param method how it was looked for, or null
 * @param category what kind of cause it is, or null
 * @param factors what contributed to it, at most 50
 */
public record RecordCause(
        @Line(max = 65536, required = true, multi = true) @Nullable String cause,

        @Line(max = 100) @Nullable String method,
        @Line(max = 100) @Nullable String category,
        @Size(max = 50) List<@Line(max = 500, required = true) String> factors) {

    /** Copies the factors. */
    public RecordCause {
        factors = List.copyOf(factors);
    }

    /** A cause and nothing else. */
    public static RecordCause of(@Nullable String cause) {
        return new RecordCause(cause, null, null, List.of());
    }

    /** The same, found by a method. */
    public RecordCause by(@Nullable String how) {
        return new RecordCause(cause, how, category, factors);
    }

    /** The same of a category. */
    public RecordCause ofKind(@Nullable String kind) {
        return new RecordCause(cause, method, kind, factors);
    }

    /** The same with what contributed to it. */
    public RecordCause with(String... contributing) {
        return new RecordCause(cause, method, category, List.of(contributing));
    }

    RootCause found() {
        return new RootCause(method, cause, category, factors);
    }
}
