package io.itsm4j.request;

import io.itsm4j.input.Money;
import java.util.List;

/**
 * What something costs, in minor units of a currency: 1250 EUR is twelve euros fifty.
 *
 * @param minor minor units as ISO 4217 defines them, at least 0
 * @param currency the code of ISO 4217
 */
public record Price(long minor, String currency) {

    /** A price. */
    public static Price of(long minor, String currency) {
        return new Price(minor, currency);
    }

    /** The same so many times. */
    Price times(int quantity) {
        return new Price(Math.multiplyExact(minor, (long) quantity), currency);
    }

    void check(Faults faults) {
        faults.when(minor < 0 || minor > Long.MAX_VALUE / 1_000, "minor", "OUT_OF_LIMIT", "limit", "≥ 0");
        faults.when(!Money.isCurrency(currency), "currency", "UNKNOWN", "value", currency);
    }

    /** The sum of prices of one currency each, by currency. */
    static List<Price> sum(List<Price> prices) {
        return prices.stream()
                .collect(java.util.stream.Collectors.toMap(
                        Price::currency, Price::minor, Math::addExact, java.util.TreeMap::new))
                .entrySet()
                .stream()
                .map(entry -> new Price(entry.getValue(), entry.getKey()))
                .toList();
    }
}
