package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span of time that may come again and again, for example a maintenance window on the first Sunday of each month, as
 * pure data. {@link Recurrences} finds its occurrences.
 *
 * @param first when it begins for the first time, in local time, to the second
 * @param zone the zone of the local time
 * @param length how long it lasts each time, elapsed; more than nothing and at most a year
 * @param rule when it comes again, as an RRULE of RFC 5545 such as {@code FREQ=MONTHLY;BYDAY=1SU}; empty when it
 *     happens once
 */
public record Recurrence(LocalDateTime first, ZoneId zone, Duration length, String rule) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int RULE = 500;

    /**
     * Checks the length and cuts the beginning to the second.
     *
     * @throws InvalidInput with {@code OUT_OF_RANGE} when the length is none, negative, more than 366 days or not whole
     *     seconds, {@code TOO_LONG} when the rule has more than 500 characters
     */
    public Recurrence {
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0 || length.toNanosPart() != 0) {
            throw new InvalidInput(
                    "length", "OUT_OF_RANGE", Map.of("value", length, "min", Duration.ofSeconds(1), "max", LONGEST));
        }
        CalendarDefinition.limit(rule.length() > RULE, "rule", "TOO_LONG", RULE);
        first = first.withNano(0);
    }

    /** A window that comes once. */
    public static Recurrence once(LocalDateTime first, ZoneId zone, Duration length) {
        return new Recurrence(first, zone, length, "");
    }

    /** Whether it comes more than once. */
    public boolean isRecurring() {
        return !rule.isEmpty();
    }

    /**
     * The window that begins at a local time. A time that the zone skips is the instant of the change, one that it
     * repeats the first of the two; the length is elapsed.
     */
    public TimeWindow at(LocalDateTime local) {
        Instant from = LocalTimes.instant(zone, local);
        return new TimeWindow(from, from.plus(length));
    }

    /** The recurrence as a plain map of texts and numbers: the form in which it is stored and hashed. */
    public Map<String, Object> toMap() {
        return new TreeMap<>(
                Map.of("first", first.toString(), "zone", zone.getId(), "seconds", length.toSeconds(), "rule", rule));
    }

    /**
     * Reads the form that {@link #toMap} writes, and no other.
     *
     * @throws InvalidInput with {@code CALENDAR_FORM} when it is another; and as the constructor does
     */
    public static Recurrence fromMap(Map<String, ?> form) {
        if (form.get("first") instanceof String first
                && form.get("zone") instanceof String zone
                && form.get("seconds") instanceof Number seconds
                && form.get("rule") instanceof String rule
                && form.size() == 4) {
            Recurrence read = new Recurrence(
                    begin(first), CalendarDefinition.zoneOf(zone), Duration.ofSeconds(seconds.longValue()), rule);
            if (read.first().toString().equals(first)) {
                return read;
            }
        }
        throw new InvalidInput("recurrence", "CALENDAR_FORM", Map.of("value", form.keySet()));
    }

    private static LocalDateTime begin(String first) {
        try {
            return LocalDateTime.parse(first);
        } catch (DateTimeException notATime) {
            throw new InvalidInput(
                    java.util.List.of(new InvalidInput.Fault("first", "CALENDAR_FORM", Map.of("value", first))));
        }
    }
}
