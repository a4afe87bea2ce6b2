package io.itsm4j.change;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a change is, or was, carried out.
 *
 * @param plannedStart when it may begin, or null
 * @param plannedEnd when it must have ended, or null
 * @param downtimeMinutes for how long the service is expected to be interrupted
 * @param actualStart when it began, or null
 * @param actualEnd when it ended, or null
 */
public record Schedule(
        @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd,
        long downtimeMinutes,
        @Nullable Instant actualStart,
        @Nullable Instant actualEnd) {

    /** Nothing is planned yet. */
    public static final Schedule NONE = new Schedule(null, null, 0, null, null);

    /** The window; empty while it has no start, no end, or ends before it begins. */
    public Optional<Slot> window() {
        return plannedStart != null && plannedEnd != null && plannedStart.isBefore(plannedEnd)
                ? Optional.of(new Slot(plannedStart, plannedEnd))
                : Optional.empty();
    }

    Schedule planned(@Nullable Instant start, @Nullable Instant end, long downtime) {
        return new Schedule(start, end, downtime, actualStart, actualEnd);
    }

    Schedule begun(Instant at) {
        return new Schedule(plannedStart, plannedEnd, downtimeMinutes, at, null);
    }

    Schedule ended(Instant at) {
        return new Schedule(plannedStart, plannedEnd, downtimeMinutes, actualStart, at);
    }
}
