package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of taking a receipt back.
 *
 * @param receipt the id of the receipt
 * @param quantity how many; null for all that is left of it
 * @param made of assets which ones, by the ids that the receipt made; none when all that is left goes back
 * @param reason why
 */
public record ReverseReceipt(
        @Line(max = 36, required = true) @Nullable String receipt,
        @Min(1) @Nullable Long quantity,
        @Size(max = 500) List<@Line(max = 100, required = true) String> made,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {

    /** Copies the ids. */
    public ReverseReceipt {
        made = List.copyOf(made);
    }

    /** All that is left of a receipt. */
    public static ReverseReceipt of(@Nullable String receipt, @Nullable String reason) {
        return new ReverseReceipt(receipt, null, List.of(), reason);
    }

    /** Only so many of it. */
    public ReverseReceipt only(long some) {
        return new ReverseReceipt(receipt, some, made, reason);
    }

    /** Only these assets. */
    public ReverseReceipt only(String... assets) {
        return new ReverseReceipt(receipt, (long) assets.length, List.of(assets), reason);
    }
}
