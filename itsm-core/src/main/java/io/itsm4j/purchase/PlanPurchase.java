package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of planning a purchase. It replaces the plan there was.
 *
 * @param lines what is wanted, in one currency
 * @param costCentre who pays, or null
 * @param budget the budget it is paid from, or null
 * @param supplier the id of the supplier it is wanted from, or null when that is left to who orders
 * @param neededBy when it is needed, or null
 * @param reason why it is wanted, or null
 */
public record PlanPurchase(
        @Size(max = 200) List<@Valid WantedLine> lines,
        @Line(max = 100) @Nullable String costCentre,
        @Line(max = 100) @Nullable String budget,
        @Line(max = 36) @Nullable String supplier,
        @Nullable Instant neededBy,
        @Line(max = 4000, multi = true) @Nullable String reason) {

    /** Copies the lines. */
    public PlanPurchase {
        lines = List.copyOf(lines);
    }

    /** These lines. */
    public static PlanPurchase of(WantedLine... lines) {
        return new PlanPurchase(List.of(lines), null, null, null, null, null);
    }

    /** The same, paid by a cost centre from a budget. */
    public PlanPurchase paidBy(@Nullable String centre, @Nullable String from) {
        return new PlanPurchase(lines, centre, from, supplier, neededBy, reason);
    }

    /** The same, wanted from a supplier. */
    public PlanPurchase from(@Nullable String wanted) {
        return new PlanPurchase(lines, costCentre, budget, wanted, neededBy, reason);
    }

    /** The same, needed at a time. */
    public PlanPurchase neededBy(@Nullable Instant when) {
        return new PlanPurchase(lines, costCentre, budget, supplier, when, reason);
    }

    /** The same for a reason. */
    public PlanPurchase because(@Nullable String why) {
        return new PlanPurchase(lines, costCentre, budget, supplier, neededBy, why);
    }
}
