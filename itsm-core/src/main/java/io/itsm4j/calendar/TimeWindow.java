package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.Instant;
import java.util.Map;

/**
 * A span of time. It includes its first instant and not its last.
 *
 * @param from when it begins
 * @param to when it ends, later than {@code from}
 */
public record TimeWindow(Instant from, Instant to) {

    /**
     * Checks the order.
     *
     * @throws InvalidInput with {@code RANGE_REVERSED} when it does not end after it begins
     */
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new InvalidInput("window", "RANGE_REVERSED", Map.of("first", from, "last", to));
        }
    }

    /** Whether an instant lies in it. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Whether the two have an instant in common; two that only touch have none. */
    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
