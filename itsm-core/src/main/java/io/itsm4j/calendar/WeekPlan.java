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

    /** The most openings a day can have. */
    static final int OPENINGS = 48;

    /** Closed on every day; a calendar with it opens on named days only. */
    public static final WeekPlan CLOSED = new WeekPlan(Map.of());

    /** Open at any time. */
    public static final WeekPlan ALL_HOURS = everyDay("00:00-24:00");

    /**
     * Sorts and checks the openings.
     *
     * @throws InvalidInput with {@code CALENDAR_OVERLAP} when two openings overlap, be it over midnight; with
     *     {@code TOO_MANY} when a day has more than {@value #OPENINGS}
     */
    public WeekPlan {
        Map<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, openings) -> sorted.put(day, sorted(day.toString(), openings)));
        sorted.values().removeIf(List::isEmpty);
        days = java.util.Collections.unmodifiableMap(sorted);
        for (Map.Entry<DayOfWeek, List<Opening>> day : days.entrySet()) {
            checkNight(
                    day.getKey(), day.getValue(), days.getOrDefault(day.getKey().plus(1), List.of()));
        }
    }

    private static void checkNight(DayOfWeek day, List<Opening> openings, List<Opening> next) {
        Opening last = openings.get(openings.size() - 1);
        if (!next.isEmpty() && next.get(0).from() + Opening.DAY < last.to()) {
            throw new InvalidInput(
                    "openings", "CALENDAR_OVERLAP", Map.of("day", day, "first", last, "second", next.get(0)));
        }
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
        if (openings.size() > OPENINGS) {
            throw new InvalidInput("openings", "TOO_MANY", Map.of("limit", OPENINGS));
        }
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
