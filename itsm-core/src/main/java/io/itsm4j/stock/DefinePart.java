package io.itsm4j.stock;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * A part as it is to be described.
 *
 * @param name one line
 * @param code the number that the host or the maker has for it, or null
 * @param unit what is counted
 * @param model what it fits or the maker's name for it, or null
 * @param manufacturer who makes it, or null
 */
public record DefinePart(
        @Line(max = 200, required = true) @Nullable String name,
        @Line(max = 60) @Nullable String code,
        @Line(max = 20, required = true) @Nullable String unit,
        @Line(max = 100) @Nullable String model,
        @Line(max = 100) @Nullable String manufacturer) {

    /** A part that is counted by the piece. */
    public static DefinePart named(@Nullable String name) {
        return new DefinePart(name, null, "piece", null, null);
    }

    /** The same with the host's or the maker's number. */
    public DefinePart coded(@Nullable String given) {
        return new DefinePart(name, given, unit, model, manufacturer);
    }

    /** The same, counted in another unit. */
    public DefinePart counted(@Nullable String in) {
        return new DefinePart(name, code, in, model, manufacturer);
    }

    /** The same of this make. */
    public DefinePart made(@Nullable String maker, @Nullable String type) {
        return new DefinePart(name, code, unit, type, maker);
    }
}
