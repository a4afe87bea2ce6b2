package io.itsm4j.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock stands where it stands; enough to draw it.
 *
 * @param key which clock
 * @param cycle which of its cycles
 * @param agreement the agreement in the revision that applies
 * @param revision the number of that revision
 * @param definition its content hash
 * @param target the target that applies
 * @param calendarName the name of the calendar that applies
 * @param calendar its content hash
 * @param status where the clock stands
 * @param startedAt from when it counts
 * @param dueAt when it is due under the present facts; while it is paused, when it would have been; null for never
 * @param breachedAt the first due instant it missed, or null
 * @param endedAt when it ended, or null
 * @param agreed the working time agreed on
 * @param elapsed the working time that has passed
 * @param left what is left of it; negative when it is overdue
 * @param segments what happened since the start of the cycle, in order and without gaps, the stretches in which a clock
 *     that goes on had ended among them; while one calendar applies, the working time of those that ran since
 *     {@code startedAt} is {@code elapsed}
 * @param zoneRules the versions of the rules of the calendar's zone by which due instants were worked out while the
 *     ticket lived, in the order of time; empty for a zone that is a fixed offset
 * @param zoneRulesNow the version by which this explanation is worked out; empty for a fixed offset
 * @param askedAt the instant that all this is seen from
 */
public record ClockExplanation(
        ClockKey key,
        int cycle,
        Agreement agreement,
        long revision,
        String definition,
        Target target,
        String calendarName,
        String calendar,
        ClockStatus status,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        Duration agreed,
        Duration elapsed,
        Duration left,
        List<Segment> segments,
        List<String> zoneRules,
        String zoneRulesNow,
        Instant askedAt) {

    /** Copies the lists. */
    public ClockExplanation {
        segments = List.copyOf(segments);
        zoneRules = List.copyOf(zoneRules);
    }

    /**
     * A stretch in which a clock did one thing under one target.
     *
     * @param from when it began
     * @param to when it ended; the asking instant for the last one of an open clock
     * @param status what the clock did; how it had ended, in a stretch until it went on
     * @param event the event by which it began
     * @param sequence that event's place in the ticket's journal
     * @param target the name of the target that applied
     * @param calendar the content hash of the calendar that applied
     * @param round how often the clock had begun again at nothing
     * @param worked the working time in it that counts; none unless the clock ran
     * @param dueAt when the clock was due as seen in it, or null
     */
    public record Segment(
            Instant from,
            Instant to,
            ClockStatus status,
            String event,
            long sequence,
            String target,
            String calendar,
            int round,
            Duration worked,
            @Nullable Instant dueAt) {}
}
