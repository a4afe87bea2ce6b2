package io.itsm4j.sla;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of waiving a breach.
 *
 * @param clock the primary key of the clock's row
 * @param reason why
 */
public record WaiveBreach(
        @Line(max = 36, required = true) @Nullable String clock,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {

    /** Of a clock. */
    public static WaiveBreach of(SlaClock clock, @Nullable String reason) {
        return new WaiveBreach(clock.id(), reason);
    }
}
