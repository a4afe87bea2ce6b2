package io.itsm4j.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis found.
 *
 * @param method how it was looked for, the host's own list, for example {@code 5-WHYS}; or null
 * @param cause what is behind it, or null while nobody knows
 * @param category what kind of cause it is, the host's own list, or null
 * @param factors what contributed to it
 */
public record RootCause(
        @Nullable String method,
        @Nullable String cause,
        @Nullable String category,
        List<String> factors) {

    /** Nobody knows yet. */
    public static final RootCause UNKNOWN = new RootCause(null, null, null, List.of());

    /** Copies the factors. */
    public RootCause {
        factors = List.copyOf(factors);
    }

    /** Whether the cause is known. */
    public boolean isKnown() {
        return cause != null;
    }
}
