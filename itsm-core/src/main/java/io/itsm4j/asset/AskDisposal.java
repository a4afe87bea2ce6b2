package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How an asset is to be got rid of. Its accessories that are retired too go under the same approval.
 *
 * @param method how
 * @param reason why
 * @param recipient who gets it, or null
 * @param accessories what happens to its accessories
 */
public record AskDisposal(
        @NotNull Disposal.@Nullable Method method,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason,

        @Line(max = 200) @Nullable String recipient,
        @Valid AccessoryMoves accessories) {

    /** This way, because of this. */
    public static AskDisposal by(Disposal.@Nullable Method method, @Nullable String reason) {
        return new AskDisposal(method, reason, null, AccessoryMoves.USUAL);
    }

    /** The same, given to somebody. */
    public AskDisposal to(@Nullable String whom) {
        return new AskDisposal(method, reason, whom, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public AskDisposal with(AccessoryMoves moves) {
        return new AskDisposal(method, reason, recipient, moves);
    }
}
