package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * That an asset is sent to be repaired.
 *
 * @param ticket the id of the ticket that it is repaired for, or null
 * @param by the id of who repairs it, or null
 * @param note a word about it, or null
 * @param accessories what happens to its accessories
 */
public record SendToRepair(
        @Line(max = 36) @Nullable String ticket,
        @Line(max = 100) @Nullable String by,
        @Line(max = 2000, multi = true) @Nullable String note,
        @Valid AccessoryMoves accessories) {

    /** For a ticket. */
    public static SendToRepair forTicket(@Nullable String ticket) {
        return new SendToRepair(ticket, null, null, AccessoryMoves.USUAL);
    }

    /** Because of this. */
    public static SendToRepair because(@Nullable String note) {
        return new SendToRepair(null, null, note, AccessoryMoves.USUAL);
    }

    /** The same, repaired by somebody. */
    public SendToRepair by(@Nullable String whom) {
        return new SendToRepair(ticket, whom, note, accessories);
    }

    /** The same with a word about it. */
    public SendToRepair saying(@Nullable String text) {
        return new SendToRepair(ticket, by, text, accessories);
    }

    /** The same, saying what happens to its accessories. */
    public SendToRepair with(AccessoryMoves moves) {
        return new SendToRepair(ticket, by, note, moves);
    }
}
