package io.itsm4j.stock;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a part in a store.
 *
 * @param part the id of the part
 * @param store the id of the store
 * @param counted how many lie there
 * @param reason why it differs; needed when it does
 */
public record CountStock(
        @Line(max = 36, required = true) @Nullable String part,
        @Line(max = 36, required = true) @Nullable String store,
        @Min(0) @Max(Part.MOST) long counted,
        @Line(max = 2000, multi = true) @Nullable String reason) {

    /** So many lie there. */
    public static CountStock of(@Nullable String part, @Nullable String store, long counted) {
        return new CountStock(part, store, counted, null);
    }

    /** The same with a reason for the difference. */
    public CountStock because(@Nullable String why) {
        return new CountStock(part, store, counted, why);
    }
}
