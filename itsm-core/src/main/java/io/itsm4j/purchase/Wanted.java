package io.itsm4j.purchase;

import io.itsm4j.input.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase is about.
 *
 * @param lines what is wanted, in one currency
 * @param costCentre who pays, or null
 * @param budget the budget it is paid from, or null
 * @param supplier the id of the supplier it is wanted from, or null when that is left to who orders
 * @param neededBy when it is needed, or null
 * @param reason why it is wanted, or null
 * @param proposal the id of the low-stock proposal it answers, or null
 */
public record Wanted(
        List<PurchaseLine> lines,
        @Nullable String costCentre,
        @Nullable String budget,
        @Nullable String supplier,
        @Nullable Instant neededBy,
        @Nullable String reason,
        @Nullable String proposal) {

    /** Nothing yet. */
    public static final Wanted NOTHING = new Wanted(List.of(), null, null, null, null, null, null);

    /** Copies the lines. */
    public Wanted {
        lines = List.copyOf(lines);
    }

    /** What it costs altogether; empty when there is no line. */
    public Optional<Money> total() {
        return lines.stream().map(PurchaseLine::price).reduce(Money::plus);
    }

    /** A line by its number. */
    public Optional<PurchaseLine> line(int number) {
        return lines.stream().filter(line -> line.line() == number).findFirst();
    }

    /** The same as an answer to a proposal. */
    Wanted answering(@Nullable String id) {
        return new Wanted(lines, costCentre, budget, supplier, neededBy, reason, id);
    }
}
