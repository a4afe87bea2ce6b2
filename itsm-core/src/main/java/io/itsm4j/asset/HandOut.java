package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * To whom an asset is handed out: a person, a unit, or a person of a unit.
 *
 * @param holder who gets it, or null
 * @param unit the organisation unit that gets it, or null
 * @param location where it will be, or null to leave that as it is
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record HandOut(
        @Line(max = 100) @Nullable String holder,
        @Line(max = 100) @Nullable String unit,
        @Line(max = 100) @Nullable String location,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** To a person. */
    public static HandOut to(@Nullable String holder) {
        return new HandOut(holder, null, null, null, AccessoryMoves.USUAL);
    }

    /** To a unit. */
    public static HandOut toUnit(@Nullable String unit) {
        return new HandOut(null, unit, null, null, AccessoryMoves.USUAL);
    }

    /** The same, as a member of a unit. */
    public HandOut of(@Nullable String which) {
        return new HandOut(holder, which, location, note, accessories);
    }

    /** The same at a location. */
    public HandOut at(@Nullable String where) {
        return new HandOut(holder, unit, where, note, accessories);
    }

    /** The same with a word about it. */
    public HandOut saying(@Nullable String text) {
        return new HandOut(holder, unit, location, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public HandOut with(AccessoryMoves moves) {
        return new HandOut(holder, unit, location, note, moves);
    }
}
