package io.itsm4j.sla;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact of a ticket, as the fold takes it in.
 *
 * @param before the situation before, or null when the ticket was opened
 * @param after the situation after, with what just happened
 * @param at when
 * @param reached the levels that this fact deals with
 * @param isNotice whether people were told about clocks by this fact
 */
record Happening(@Nullable Situation before, Situation after, Instant at, Set<Reached> reached, boolean isNotice) {

    /**
     * A level of a clock that was dealt with.
     *
     * @param key which clock
     * @param cycle its cycle
     * @param level the level's name
     */
    record Reached(ClockKey key, int cycle, String level) {}

    Happening {
        before = before == null ? null : before.settled();
        reached = Set.copyOf(reached);
    }
}
