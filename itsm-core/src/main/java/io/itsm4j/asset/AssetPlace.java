package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has an asset and where it is.
 *
 * @param holder who has it, or null
 * @param unit the organisation unit that has it, or null
 * @param location where it is, or null
 * @param store the store it lies in, or null
 */
public record AssetPlace(
        @Nullable PersonId holder,
        @Nullable String unit,
        @Nullable String location,
        @Nullable String store) {

    /** Nobody has it, and nobody said where it is. */
    public static final AssetPlace NOWHERE = new AssetPlace(null, null, null, null);

    /** The same, held by somebody; nothing lies in a store that somebody has. */
    AssetPlace heldBy(@Nullable PersonId who) {
        return new AssetPlace(who, unit, location, null);
    }

    /** The same in a store, held by nobody. */
    AssetPlace in(@Nullable String where) {
        return new AssetPlace(null, null, null, where);
    }
}
