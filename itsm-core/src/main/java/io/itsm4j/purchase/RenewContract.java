package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of renewing a contract.
 *
 * @param until when the next one ends; null for as long as its term says
 * @param price what the next one costs, or null for the same
 * @param currency the code of ISO 4217, with the price
 */
public record RenewContract(
        @Nullable Instant until,
        @Nullable BigDecimal price,
        @Line(max = 3) @Nullable String currency) {

    /** For as long as its term says, for the same price. */
    public static RenewContract unchanged() {
        return new RenewContract(null, null, null);
    }

    /** Until then. */
    public static RenewContract until(@Nullable Instant end) {
        return new RenewContract(end, null, null);
    }

    /** The same for another price. */
    public RenewContract at(@Nullable BigDecimal amount, @Nullable String inCurrency) {
        return new RenewContract(until, amount, inCurrency);
    }
}
