package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * That an asset comes back from repair: to whoever had it, else into stock.
 *
 * @param costMinor what the repair cost, in minor units of the currency
 * @param currency the code of ISO 4217; needed when there is an amount
 * @param intoStock whether it goes into stock, whoever had it
 * @param store the store, when it goes into one, or null
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record EndRepair(
        @Min(0) @Max(1_000_000_000_000L) long costMinor,
        @Line(max = 3) @Nullable String currency,
        boolean intoStock,
        @Line(max = 100) @Nullable String store,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** For nothing. */
    public static final EndRepair FREE = new EndRepair(0, null, false, null, null, AccessoryMoves.USUAL);

    /** At a cost. */
    public static EndRepair costing(long minor, @Nullable String currency) {
        return new EndRepair(minor, currency, false, null, null, AccessoryMoves.USUAL);
    }

    /** The same, into a store, whoever had it. */
    public EndRepair intoStock(@Nullable String where) {
        return new EndRepair(costMinor, currency, true, where, note, accessories);
    }

    /** The same with a word about it. */
    public EndRepair saying(@Nullable String text) {
        return new EndRepair(costMinor, currency, intoStock, store, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public EndRepair with(AccessoryMoves moves) {
        return new EndRepair(costMinor, currency, intoStock, store, note, moves);
    }
}
