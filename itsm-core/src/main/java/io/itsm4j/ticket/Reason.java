package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of an action that needs no more than a word why.
 *
 * @param reason why, or null where the action does not need it
 */
public record Reason(
        @Line(max = 2000, multi = true) @Nullable String reason) {

    /** Without a reason. */
    public static final Reason NONE = new Reason(null);

    /** With a reason. */
    public static Reason of(@Nullable String reason) {
        return new Reason(reason);
    }
}
