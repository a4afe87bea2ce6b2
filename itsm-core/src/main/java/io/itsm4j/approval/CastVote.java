package io.itsm4j.approval;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of a vote.
 *
 * @param choice what it says
 * @param comment why; a rejection needs it
 * @param principal for whom, when the voter stands in for somebody; null for themselves, or for the one person they
 *     stand in for
 */
public record CastVote(
        @NotNull @Nullable Choice choice,
        @Line(max = 2000, multi = true) @Nullable String comment,
        @Line(max = 100) @Nullable String principal) {

    /** Yes. */
    public static CastVote approving() {
        return new CastVote(Choice.APPROVE, null, null);
    }

    /** No, and why. */
    public static CastVote rejecting(@Nullable String comment) {
        return new CastVote(Choice.REJECT, comment, null);
    }

    /** Neither. */
    public static CastVote abstaining() {
        return new CastVote(Choice.ABSTAIN, null, null);
    }

    /** The same with a comment. */
    public CastVote saying(@Nullable String text) {
        return new CastVote(choice, text, principal);
    }

    /** The same for somebody whom the voter stands in for. */
    public CastVote standingInFor(@Nullable String person) {
        return new CastVote(choice, comment, person);
    }
}
