package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one part that arrived at a store.
 *
 * @param part the id of the part
 * @param store the id of the store
 * @param quantity how many, 1 to 1,000,000
 * @param priceMinor what one cost, in minor units of the currency
 * @param currency the code of ISO 4217; needed when there is a price
 * @param purchase the id of the purchase, or null; only {@link StockIntake} takes one
 * @param receipt the id of the receipt, or null; only {@link StockIntake} takes one
 * @param note a word about it, or null
 */
public record PartDelivery(
        @Line(max = 36, required = true) @Nullable String part,

        @Line(max = 36, required = true) @Nullable String store,

        @Min(1) @Max(Part.MOST) long quantity,
        @Min(0) @Max(1_000_000_000_000L) long priceMinor,
        @Line(max = 3) @Nullable String currency,
        @Line(max = 36) @Nullable String purchase,
        @Line(max = 36) @Nullable String receipt,
        @Line(max = 2000, multi = true) @Nullable String note) {

    /** So many of a part. */
    public static PartDelivery of(@Nullable String part, @Nullable String store, long quantity) {
        return new PartDelivery(part, store, quantity, 0, null, null, null, null);
    }

    /** The same at a price for each. */
    public PartDelivery costing(long minor, @Nullable String code) {
        return new PartDelivery(part, store, quantity, minor, code, purchase, receipt, note);
    }

    /** The same as received with this receipt of this purchase. */
    public PartDelivery from(@Nullable String bought, @Nullable String received) {
        return new PartDelivery(part, store, quantity, priceMinor, currency, bought, received, note);
    }

    /** The same with a word about it. */
    public PartDelivery saying(@Nullable String text) {
        return new PartDelivery(part, store, quantity, priceMinor, currency, purchase, receipt, text);
    }
}
