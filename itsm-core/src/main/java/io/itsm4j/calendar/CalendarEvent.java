package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.Instant;
import java.util.Map;

/**
 * Something that stands in a calendar that others read, for example a planned change.
 *
 * @param uid what tells it from all others, the same each time it is written; 1 to 255 characters
 * @param from when it begins
 * @param to when it ends, not before it begins
 * @param summary one line
 * @param description more of it, or empty
 * @param status how sure it is
 */
public record CalendarEvent(String uid, Instant from, Instant to, String summary, String description, Status status) {

    /** How sure an event is. */
    public enum Status {
        /** Planned, and not decided. */
        TENTATIVE,
        /** Decided. */
        CONFIRMED,
        /** It does not take place. */
        CANCELLED
    }

    /**
     * Checks the id and the order.
     *
     * @throws InvalidInput with {@code REQUIRED}, {@code TOO_LONG} or {@code RANGE_REVERSED}
     */
    public CalendarEvent {
        if (uid.isBlank()) {
            throw new InvalidInput("uid", "REQUIRED", Map.of());
        }
        CalendarDefinition.limit(uid.length() > 255, "uid", "TOO_LONG", 255);
        if (to.isBefore(from)) {
            throw new InvalidInput("event", "RANGE_REVERSED", Map.of("first", from, "last", to));
        }
    }
}
