package io.itsm4j.change;

import org.jspecify.annotations.Nullable;

/**
 * How a change is carried out, checked, taken back and told of.
 *
 * @param implementation what is done, or null
 * @param test how it is checked, or null
 * @param backout how it is taken back, or null
 * @param communication who is told what and when, or null
 */
public record Plans(
        @Nullable String implementation,
        @Nullable String test,
        @Nullable String backout,
        @Nullable String communication) {

    /** Nothing is planned yet. */
    public static final Plans NONE = new Plans(null, null, null, null);

    /** Whether it is planned how it is done and checked; a backout plan is asked for by a rule of its own. */
    boolean areComplete() {
        return implementation != null && test != null;
    }
}
