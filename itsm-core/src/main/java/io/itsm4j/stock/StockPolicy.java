package io.itsm4j.stock;

import java.time.Duration;

/**
 * How stock is handled, as data.
 *
 * @param reservedFor how long parts are set aside when nobody says until when
 */
public record StockPolicy(Duration reservedFor) {

    /** Parts are set aside for 14 days. */
    public static final StockPolicy STANDARD = new StockPolicy(Duration.ofDays(14));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the time is not positive
     */
    public StockPolicy {
        if (reservedFor.isNegative() || reservedFor.isZero()) {
            throw new IllegalArgumentException("parts are set aside for some time, not " + reservedFor);
        }
    }

    /** The same with parts set aside for so long. */
    public StockPolicy reservingFor(Duration time) {
        return new StockPolicy(time);
    }
}
