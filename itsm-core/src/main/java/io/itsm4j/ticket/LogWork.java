package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The input of logging time or cost.
 *
 * @param minutes time in minutes
 * @param costMinor cost in the smallest unit of the currency
 * @param currency the ISO 4217 code; needed when there is a cost
 * @param billable whether the customer pays
 * @param note what was done, or null
 */
public record LogWork(
        @Min(0) @Max(10_080) long minutes,
        @Min(0) @Max(1_000_000_000_000L) long costMinor,
        @Line(max = 3) @Nullable String currency,
        boolean billable,
        @Line(max = 2000, multi = true) @Nullable String note) {

    /** Minutes that nobody pays for. */
    public static LogWork minutes(long minutes, @Nullable String note) {
        return new LogWork(minutes, 0, null, false, note);
    }

    /** The same with a cost. */
    public LogWork costing(long minor, @Nullable String code) {
        return new LogWork(minutes, minor, code, billable, note);
    }

    /** The same, to be paid by the customer. */
    public LogWork billed() {
        return new LogWork(minutes, costMinor, currency, true, note);
    }
}
