package io.itsm4j.input;

import io.itsm4j.InvalidInput;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount in minor units of a currency: 1250 EUR is twelve euros fifty.
 *
 * @param minor minor units as ISO 4217 defines them, at least 0
 * @param currency the code of ISO 4217
 */
public record Money(long minor, String currency) {

    /** An amount. */
    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    /**
     * An amount as a command gives it.
     *
     * @param minor minor units
     * @param currency the code, or null
     * @return null when there is neither an amount nor a currency
     * @throws InvalidInput on {@code currency} with {@code REQUIRED} when there is an amount without one, with
     *     {@code UNKNOWN} when there is no such currency
     */
    public static @Nullable Money given(long minor, @Nullable String currency) {
        if (currency == null || currency.isBlank()) {
            if (minor == 0) {
                return null;
            }
            throw new InvalidInput("currency", "REQUIRED", Map.of());
        }
        boolean known = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .anyMatch(currency::equals);
        if (!known) {
            throw new InvalidInput("currency", "UNKNOWN", Map.of("value", currency));
        }
        return new Money(minor, currency);
    }

    /** How people write it: {@code 12.50 EUR}. */
    @Override
    public String toString() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return java.math.BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
}
