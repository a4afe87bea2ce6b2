package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Parts that are to be set aside for a ticket.
 *
 * @param part the id of the part
 * @param store the id of the store
 * @param quantity how many, 1 to 1,000,000
 * @param ticket the id of the ticket
 * @param until until when, or null for as long as the policy says
 */
public record ReserveParts(
        @Line(max = 36, required = true) @Nullable String part,
        @Line(max = 36, required = true) @Nullable String store,
        @Min(1) @Max(Part.MOST) long quantity,
        @Line(max = 36, required = true) @Nullable String ticket,
        @Nullable Instant until) {

    /** So many of a part in a store, for a ticket. */
    public static ReserveParts of(
            @Nullable String part, @Nullable String store, long quantity, @Nullable String ticket) {
        return new ReserveParts(part, store, quantity, ticket, null);
    }

    /** The same until an instant. */
    public ReserveParts until(@Nullable Instant end) {
        return new ReserveParts(part, store, quantity, ticket, end);
    }
}
