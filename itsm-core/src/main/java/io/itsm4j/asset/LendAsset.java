package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * To whom an asset is lent, and until when.
 *
 * @param borrower who gets it
 * @param until when it is to be back
 * @param unit the organisation unit of the borrower, or null
 * @param location where it will be, or null
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record LendAsset(
        @Line(max = 100, required = true) @Nullable String borrower,
        @NotNull @Nullable Instant until,
        @Line(max = 100) @Nullable String unit,
        @Line(max = 100) @Nullable String location,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** To a person. */
    public static LendAsset to(@Nullable String borrower, @Nullable Instant until) {
        return new LendAsset(borrower, until, null, null, null, AccessoryMoves.USUAL);
    }

    /** The same, as a member of a unit. */
    public LendAsset of(@Nullable String which) {
        return new LendAsset(borrower, until, which, location, note, accessories);
    }

    /** The same at a location. */
    public LendAsset at(@Nullable String where) {
        return new LendAsset(borrower, until, unit, where, note, accessories);
    }

    /** The same with a word about it. */
    public LendAsset saying(@Nullable String text) {
        return new LendAsset(borrower, until, unit, location, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public LendAsset with(AccessoryMoves moves) {
        return new LendAsset(borrower, until, unit, location, note, moves);
    }
}
