package io.itsm4j.stock;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * A store as it is to be described.
 *
 * @param name one line, unique within the tenant whatever the case
 * @param location where it is, or null
 * @param keeper who looks after it, or null
 */
public record DefineStore(
        @Line(max = 200, required = true) @Nullable String name,
        @Line(max = 100) @Nullable String location,
        @Line(max = 100) @Nullable String keeper) {

    /** A store. */
    public static DefineStore named(@Nullable String name) {
        return new DefineStore(name, null, null);
    }

    /** The same at a location. */
    public DefineStore at(@Nullable String where) {
        return new DefineStore(name, where, keeper);
    }

    /** The same with somebody who looks after it. */
    public DefineStore keptBy(@Nullable String who) {
        return new DefineStore(name, location, who);
    }
}
