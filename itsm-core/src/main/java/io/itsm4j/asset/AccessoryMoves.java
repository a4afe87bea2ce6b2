package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the accessories of an asset that moves, each of which keeps its own history. An accessory that is not
 * where its main asset is, being repaired or lent by itself for example, stays there whatever is said for all.
 *
 * @param all what happens to all that are not named, or null for what is usual for the move
 * @param each what happens to single ones, by their ids
 */
public record AccessoryMoves(
        @Nullable AccessoryMove all, @Size(max = 200) Map<@Line(max = 36) String, AccessoryMove> each) {

    /** What is usual: they go along, but stay behind when their main asset is repaired or lost. */
    public static final AccessoryMoves USUAL = new AccessoryMoves(null, Map.of());

    /** Copies the exceptions. */
    public AccessoryMoves {
        each = java.util.Collections.unmodifiableMap(new HashMap<>(each));
    }

    /** The same happens to all. */
    public static AccessoryMoves all(@Nullable AccessoryMove move) {
        return new AccessoryMoves(move, Map.of());
    }

    /** The same with an exception. */
    public AccessoryMoves but(String accessory, AccessoryMove move) {
        Map<String, AccessoryMove> more = new HashMap<>(each);
        more.put(accessory, move);
        return new AccessoryMoves(all, more);
    }
}
