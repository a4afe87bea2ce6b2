package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.input.Money;
import java.util.List;
import java.util.Map;

/**
 * Who approves purchases of a currency, by their total: pure data, stored with a revision when it is defined. A
 * purchase keeps the approval it began with until its content changes.
 *
 * @param currency the code of ISO 4217
 * @param bands at least one, the first from nothing on, each from a higher total than the one before
 */
public record SpendingLimits(String currency, List<SpendingBand> bands) {

    private static final int MOST = 20;

    /**
     * Checks the values.
     *
     * @throws InvalidInput with {@code UNKNOWN} for the currency, with {@code OUT_OF_LIMIT} when there is no band or
     *     too many, with {@code BANDS_ASCEND} when they do not begin with nothing, do not ascend or are of another
     *     currency
     */
    public SpendingLimits {
        bands = List.copyOf(bands);
        if (Money.digits(currency).isEmpty()) {
            throw new InvalidInput("currency", "UNKNOWN", Map.of("value", currency));
        }
        if (bands.isEmpty() || bands.size() > MOST) {
            throw new InvalidInput("bands", "OUT_OF_LIMIT", Map.of("limit", "1 to " + MOST));
        }
        Money last = null;
        for (SpendingBand band : bands) {
            boolean fits = band.from().currency().equals(currency)
                    && (last == null ? band.from().minor() == 0 : band.from().minor() > last.minor());
            if (!fits) {
                throw new InvalidInput("bands", "BANDS_ASCEND", Map.of("value", band.from()));
            }
            last = band.from();
        }
    }

    /** Reads as {@code SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR")), …)}. */
    public static SpendingLimits of(String currency, SpendingBand... bands) {
        return new SpendingLimits(currency, List.of(bands));
    }

    /** The band of a total. */
    SpendingBand band(Money total) {
        SpendingBand found = bands.get(0);
        for (SpendingBand band : bands) {
            if (band.from().minor() <= total.minor()) {
                found = band;
            }
        }
        return found;
    }
}
