package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The openings of an ordinary week.
 *
 * @param days the openings of each day of the week, in order and without overlap; a day that is missing is closed
 */
public record WeekPlan(Map<DayOfWeek, List<Opening>> days) {

    /** Closed on every day; a calendar with it opens on named days only. */
    public static final WeekPlan CLOSED = new WeekPlan(Map.of());

    /**
     * Sorts and checks the openings.
     *
     * @throws InvalidInput with {@code CALENDAR_OVERLAP} when two openings of a day overlap
     */
    public WeekPlan {
        Map<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, openings) -> sorted.put(day, sorted(day.toString(), openings)));
        days = java.util.Collections.unmodifiableMap(sorted);
    }

    /** The same openings from Monday to Friday, for example {@code weekdays("09:00-12:00", "13:00-17:30")}. */
    public static WeekPlan weekdays(String... openings) {
        return CLOSED.on(DayOfWeek.MONDAY, openings)
                .on(DayOfWeek.TUESDAY, openings)
                .on(DayOfWeek.WEDNESDAY, openings)
                .on(DayOfWeek.THURSDAY, openings)
                .on(DayOfWeek.FRIDAY, openings);
    }

    /** The same openings on every day. */
    public static WeekPlan everyDay(String... openings) {
        return weekdays(openings).on(DayOfWeek.SATURDAY, openings).on(DayOfWeek.SUNDAY, openings);
    }

    /** The same plan with other openings on a day. */
    public WeekPlan on(DayOfWeek day, String... openings) {
        Map<DayOfWeek, List<Opening>> changed = new EnumMap<>(DayOfWeek.class);
        changed.putAll(days);
        changed.put(day, List.of(openings).stream().map(Opening::of).toList());
        return new WeekPlan(changed);
    }

    /** The openings of a day; empty when it is closed. */
    public List<Opening> of(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    static List<Opening> sorted(String day, List<Opening> openings) {
        List<Opening> sorted = new ArrayList<>(openings);
        sorted.sort(Comparator.comparingInt(Opening::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new InvalidInput(
                        "openings",
                        "CALENDAR_OVERLAP",
                        Map.of("day", day, "first", sorted.get(i - 1), "second", sorted.get(i)));
            }
        }
        return List.copyOf(sorted);
    }
}
