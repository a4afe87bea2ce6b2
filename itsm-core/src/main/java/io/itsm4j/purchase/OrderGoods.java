package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of ordering.
 *
 * @param supplier the supplier's id; null for the one that the purchase is wanted from
 * @param contract the id of the contract it is ordered under, or null
 * @param reference what the supplier calls the order, or null
 * @param expectedAt when it is expected, or null
 */
public record OrderGoods(
        @Line(max = 36) @Nullable String supplier,
        @Line(max = 36) @Nullable String contract,
        @Line(max = 100) @Nullable String reference,
        @Nullable Instant expectedAt) {

    /** From the supplier that the purchase is wanted from. */
    public static OrderGoods asWanted() {
        return new OrderGoods(null, null, null, null);
    }

    /** From a supplier. */
    public static OrderGoods from(@Nullable String supplier) {
        return new OrderGoods(supplier, null, null, null);
    }

    /** The same under a contract. */
    public OrderGoods under(@Nullable String id) {
        return new OrderGoods(supplier, id, reference, expectedAt);
    }

    /** The same with what the supplier calls the order. */
    public OrderGoods called(@Nullable String theirs) {
        return new OrderGoods(supplier, contract, theirs, expectedAt);
    }

    /** The same, expected at a time. */
    public OrderGoods expectedAt(@Nullable Instant when) {
        return new OrderGoods(supplier, contract, reference, when);
    }
}
