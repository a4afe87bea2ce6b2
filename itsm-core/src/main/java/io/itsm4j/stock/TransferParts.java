package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Parts that go from one store to another.
 *
 * @param part the id of the part
 * @param from the id of the store that they leave
 * @param to the id of the store that they come to
 * @param quantity how many, 1 to 1,000,000
 * @param note a word about it, or null
 */
public record TransferParts(
        @Line(max = 36, required = true) @Nullable String part,
        @Line(max = 36, required = true) @Nullable String from,
        @Line(max = 36, required = true) @Nullable String to,
        @Min(1) @Max(Part.MOST) long quantity,
        @Line(max = 2000, multi = true) @Nullable String note) {

    /** So many of a part. */
    public static TransferParts of(@Nullable String part, @Nullable String from, @Nullable String to, long quantity) {
        return new TransferParts(part, from, to, quantity, null);
    }

    /** The same with a word about it. */
    public TransferParts saying(@Nullable String text) {
        return new TransferParts(part, from, to, quantity, text);
    }
}
