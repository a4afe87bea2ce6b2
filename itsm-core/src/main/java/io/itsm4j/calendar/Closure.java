package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.LocalDate;
import java.util.Map;

/**
 * A stretch of days on which nothing opens, whatever week and special days say. An opening of the day before goes on
 * over midnight into it.
 *
 * @param first the first day
 * @param last the last day, the same as the first or later
 * @param name what it is called
 */
public record Closure(LocalDate first, LocalDate last, String name) {

    /**
     * Checks the order.
     *
     * @throws InvalidInput with {@code RANGE_REVERSED} when it ends before it begins, {@code TOO_LONG} when the name
     *     has more than 100 characters
     */
    public Closure {
        CalendarDefinition.limit(
                name.length() > CalendarDefinition.NAME, "closure", "TOO_LONG", CalendarDefinition.NAME);
        if (last.isBefore(first)) {
            throw new InvalidInput("closure", "RANGE_REVERSED", Map.of("first", first, "last", last));
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
