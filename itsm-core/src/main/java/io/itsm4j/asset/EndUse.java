package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * That an asset leaves use: it is idle, lost or retired.
 *
 * @param reason why
 * @param accessories what happens to its accessories
 */
public record EndUse(
        @Line(max = 2000, required = true, multi = true) @Nullable String reason,

        @Valid AccessoryMoves accessories) {

    /** Because of this. */
    public static EndUse because(@Nullable String reason) {
        return new EndUse(reason, AccessoryMoves.USUAL);
    }

    /** The same, saying what happens to its accessories. */
    public EndUse with(AccessoryMoves moves) {
        return new EndUse(reason, moves);
    }
}
