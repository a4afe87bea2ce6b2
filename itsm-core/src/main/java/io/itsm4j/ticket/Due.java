package io.itsm4j.ticket;

import io.itsm4j.storage.CriterionLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ticket itself has due next (closing by itself, a reminder). A projection of its facts, kept on the row so
 * that a sweep finds it.
 *
 * @param at when; {@link #NEVER} for nothing
 * @param milestone the milestone's name, or null for nothing
 * @param attempts how often processing it failed in a row
 */
public record Due(Instant at, @Nullable String milestone, int attempts) {

    /** The instant that stands for never. */
    public static final Instant NEVER = CriterionLimits.LATEST;

    /** Nothing is due. */
    public static final Due NOTHING = new Due(NEVER, null, 0);
}
