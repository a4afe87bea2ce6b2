package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How much of a part should lie in a store.
 *
 * @param part the id of the part
 * @param store the id of the store
 * @param min fewer than so many available are too few; 0 for no such limit
 * @param target so many should be available after a purchase; at least {@code min}
 * @param max more should not lie there; 0 for no limit, else at least {@code target}
 */
public record SetLevels(
        @Line(max = 36, required = true) @Nullable String part,
        @Line(max = 36, required = true) @Nullable String store,
        @Min(0) @Max(Part.MOST) long min,
        @Min(0) @Max(Part.MOST) long target,
        @Min(0) @Max(Part.MOST) long max) {

    /** A part in a store without levels. */
    public static SetLevels of(@Nullable String part, @Nullable String store) {
        return new SetLevels(part, store, 0, 0, 0);
    }

    /** The same, bought again up to a target when fewer than so many are available. */
    public SetLevels atLeast(long least, long upTo) {
        return new SetLevels(part, store, least, upTo, max);
    }

    /** The same with a limit. */
    public SetLevels atMost(long most) {
        return new SetLevels(part, store, min, target, most);
    }
}
