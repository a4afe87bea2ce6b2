package io.itsm4j.change;

import java.time.Duration;
import java.time.Instant;

/**
 * A time from its start to just before its end.
 *
 * @param start the first instant
 * @param end the first instant after it
 */
public record Slot(Instant start, Instant end) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException when it does not end after it begins
     */
    public Slot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it begins: " + start + " to " + end);
        }
    }

    /** Whether the two have an instant in common; one that begins as the other ends has none. */
    public boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** Whether the other lies within this one. */
    public boolean contains(Slot other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** Whether the instant lies within. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(start, end);
    }
}
