package io.itsm4j.input;

import io.itsm4j.InvalidInput;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
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
        if (!isCurrency(currency)) {
            throw new InvalidInput("currency", "UNKNOWN", Map.of("value", currency));
        }
        return new Money(minor, currency);
    }

    /**
     * An exact amount in whole units: {@code of(new BigDecimal("12.5"), "EUR")} is 1250 minor units.
     *
     * @throws IllegalArgumentException when the currency is not known or cannot be paid in
     * @throws ArithmeticException when the amount has more digits than its currency, or is too large
     */
    public static Money of(BigDecimal amount, String currency) {
        int digits = digits(currency)
                .orElseThrow(() -> new IllegalArgumentException("not a currency to pay in: " + currency));
        return new Money(amount.setScale(digits).unscaledValue().longValueExact(), currency);
    }

    /** Whether there is a currency of this code. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .anyMatch(code::equals);
    }

    /** Nothing of a currency. */
    public static Money none(String currency) {
        return new Money(0, currency);
    }

    /** How many digits a currency has after the point; empty when it is not known, or cannot be paid in. */
    public static Optional<Integer> digits(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(digits);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** The amount in whole units, at the scale of its currency. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency).orElse(0));
    }

    /**
     * So many times the amount.
     *
     * @throws ArithmeticException when it is too large
     */
    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when it is too large
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts of " + currency + " and " + other.currency + " have no sum");
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** How people write it: {@code 12.50 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
