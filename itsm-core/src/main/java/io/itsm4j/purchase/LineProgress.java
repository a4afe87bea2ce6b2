package io.itsm4j.purchase;

import io.itsm4j.input.Money;

/**
 * Where one line stands.
 *
 * @param line the line
 * @param ordered how many were ordered; none before the order
 * @param received how many came and stayed
 * @param givenUp how many will not come any more
 * @param outstanding how many are still to come
 */
public record LineProgress(PurchaseLine line, long ordered, long received, long givenUp, long outstanding) {

    /** What came and stayed is worth. */
    public Money value() {
        return line.unitPrice().times(received);
    }
}
