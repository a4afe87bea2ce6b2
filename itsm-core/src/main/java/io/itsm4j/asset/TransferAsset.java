package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset goes without changing hands; what is null stays.
 *
 * @param unit the organisation unit, or null
 * @param location the location, or null
 * @param store the store, for what nobody has, or null
 * @param costCentre who pays from now on, or null
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record TransferAsset(
        @Line(max = 100) @Nullable String unit,
        @Line(max = 100) @Nullable String location,
        @Line(max = 100) @Nullable String store,
        @Line(max = 100) @Nullable String costCentre,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** Nothing changes. */
    public static final TransferAsset NOTHING = new TransferAsset(null, null, null, null, null, AccessoryMoves.USUAL);

    /** To a location. */
    public static TransferAsset to(@Nullable String location) {
        return NOTHING.at(location);
    }

    /** The same to a unit. */
    public TransferAsset toUnit(@Nullable String which) {
        return new TransferAsset(which, location, store, costCentre, note, accessories);
    }

    /** The same to a location. */
    public TransferAsset at(@Nullable String where) {
        return new TransferAsset(unit, where, store, costCentre, note, accessories);
    }

    /** The same into a store. */
    public TransferAsset in(@Nullable String where) {
        return new TransferAsset(unit, location, where, costCentre, note, accessories);
    }

    /** The same, paid by another cost centre. */
    public TransferAsset paidBy(@Nullable String payer) {
        return new TransferAsset(unit, location, store, payer, note, accessories);
    }

    /** The same with a word about it. */
    public TransferAsset saying(@Nullable String text) {
        return new TransferAsset(unit, location, store, costCentre, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public TransferAsset with(AccessoryMoves moves) {
        return new TransferAsset(unit, location, store, costCentre, note, moves);
    }
}
