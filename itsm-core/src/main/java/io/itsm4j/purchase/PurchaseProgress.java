package io.itsm4j.purchase;

import io.itsm4j.input.Money;
import java.util.List;
import java.util.Optional;

/**
 * Where the receiving of a purchase stands, worked out from its receipts row by row.
 *
 * @param status how much has arrived
 * @param lines where each line stands
 */
public record PurchaseProgress(ReceivingStatus status, List<LineProgress> lines) {

    /** Copies the lines. */
    public PurchaseProgress {
        lines = List.copyOf(lines);
    }

    /** Adds the rows up. */
    static PurchaseProgress of(Purchase purchase, List<Receipt> rows) {
        Purchase counted = new Purchase(purchase.wanted(), purchase.clearance(), purchase.order(), List.of());
        for (Receipt row : rows) {
            counted = counted.counting(row);
        }
        Purchase sum = counted;
        List<LineProgress> lines = sum.wanted().lines().stream()
                .map(line -> {
                    LineTotal total = sum.total(line.line());
                    return new LineProgress(
                            line,
                            sum.order() == null ? 0 : line.quantity(),
                            total.received(),
                            total.givenUp(),
                            sum.outstanding(line));
                })
                .toList();
        return new PurchaseProgress(sum.status(), lines);
    }

    /** What came and stayed is worth altogether; empty when there is no line. */
    public Optional<Money> value() {
        return lines.stream().map(LineProgress::value).reduce(Money::plus);
    }
}
