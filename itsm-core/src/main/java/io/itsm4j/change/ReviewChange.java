package io.itsm4j.change;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of reviewing a change.
 *
 * @param review what the review found
 * @param followUp what follows from a failure: the number of a problem or an incident, or why none; null otherwise
 */
public record ReviewChange(
        @Line(max = 65536, required = true, multi = true) @Nullable String review,

        @Line(max = 2000, multi = true) @Nullable String followUp) {

    /** With what the review found. */
    public static ReviewChange finding(@Nullable String review) {
        return new ReviewChange(review, null);
    }

    /** The same with what follows. */
    public ReviewChange followedBy(@Nullable String what) {
        return new ReviewChange(review, what);
    }
}
