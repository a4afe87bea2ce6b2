package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * Where an asset is put that comes, or comes back.
 *
 * @param store the store, or null
 * @param location the location, or null
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record PutAway(
        @Line(max = 100) @Nullable String store,
        @Line(max = 100) @Nullable String location,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** Nobody says where. */
    public static final PutAway SOMEWHERE = new PutAway(null, null, null, AccessoryMoves.USUAL);

    /** Into a store. */
    public static PutAway in(@Nullable String store) {
        return new PutAway(store, null, null, AccessoryMoves.USUAL);
    }

    /** The same at a location. */
    public PutAway at(@Nullable String where) {
        return new PutAway(store, where, note, accessories);
    }

    /** The same with a word about it. */
    public PutAway saying(@Nullable String text) {
        return new PutAway(store, location, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public PutAway with(AccessoryMoves moves) {
        return new PutAway(store, location, note, moves);
    }
}
