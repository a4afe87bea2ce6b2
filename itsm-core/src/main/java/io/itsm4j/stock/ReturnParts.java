package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Parts that come back from a ticket.
 *
 * @param part the id of the part
 * @param store the id of the store
 * @param quantity how many, 1 to 1,000,000
 * @param ticket the id of the ticket
 * @param task the id of a task of the ticket, or null
 * @param note a word about it, or null
 */
public record ReturnParts(
        @Line(max = 36, required = true) @Nullable String part,
        @Line(max = 36, required = true) @Nullable String store,
        @Min(1) @Max(Part.MOST) long quantity,
        @Line(max = 36, required = true) @Nullable String ticket,
        @Line(max = 36) @Nullable String task,
        @Line(max = 2000, multi = true) @Nullable String note) {

    /** So many of a part into a store, from a ticket. */
    public static ReturnParts of(
            @Nullable String part, @Nullable String store, long quantity, @Nullable String ticket) {
        return new ReturnParts(part, store, quantity, ticket, null, null);
    }

    /** The same, from one of its tasks. */
    public ReturnParts fromTask(@Nullable String which) {
        return new ReturnParts(part, store, quantity, ticket, which, note);
    }

    /** The same with a word about it. */
    public ReturnParts saying(@Nullable String text) {
        return new ReturnParts(part, store, quantity, ticket, task, text);
    }
}
