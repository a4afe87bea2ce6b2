package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The end of an item.
 *
 * @param status the terminal status, or null for the only one that can follow
 * @param reason why, or null
 * @param isForced whether it is retired although others rest on it
 */
public record RetireItem(
        @Line(max = 40) @Nullable String status,
        @Line(max = 2000, multi = true) @Nullable String reason,
        boolean isForced) {

    /** Retires what nothing rests on. */
    public static RetireItem because(@Nullable String reason) {
        return new RetireItem(null, reason, false);
    }

    /** The same in another terminal status. */
    public RetireItem in(@Nullable String name) {
        return new RetireItem(name, reason, isForced);
    }

    /** The same, whatever rests on it; all its relations end. */
    public RetireItem forced() {
        return new RetireItem(status, reason, true);
    }
}
