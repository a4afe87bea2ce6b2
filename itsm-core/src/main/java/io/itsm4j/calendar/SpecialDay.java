package io.itsm4j.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A date that is not like its day of the week: a holiday, a half day, a make-up working day.
 *
 * @param date the date
 * @param name what it is called
 * @param openings its openings instead of the week's; none for a holiday. They may touch or overlap an opening that the
 *     day before reaches over midnight; the time counts once
 */
public record SpecialDay(LocalDate date, String name, List<Opening> openings) {

    /**
     * Sorts and checks the openings.
     *
     * @throws io.itsm4j.InvalidInput with {@code CALENDAR_OVERLAP} when two openings overlap, {@code TOO_LONG} when the
     *     name has more than 100 characters
     */
    public SpecialDay {
        CalendarDefinition.limit(
                name.length() > CalendarDefinition.NAME, "specialDay", "TOO_LONG", CalendarDefinition.NAME);
        openings = WeekPlan.sorted(date.toString(), openings);
    }

    /** A day on which nothing opens. */
    public static SpecialDay holiday(LocalDate date, String name) {
        return new SpecialDay(date, name, List.of());
    }

    /** A day with openings of its own. */
    public static SpecialDay open(LocalDate date, String name, String... openings) {
        return new SpecialDay(
                date, name, List.of(openings).stream().map(Opening::of).toList());
    }
}
