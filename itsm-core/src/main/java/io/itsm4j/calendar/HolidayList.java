package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The public holidays of a country for some years, read from a plain list. A list begins with the lines {@code country
 * DE} and {@code years 2025 2026}; a line for each day follows, {@code 2025-10-03 off Name} or, for a day of a weekend
 * that is worked, {@code 2025-09-28 work Name}. Lines that begin with {@code #} are remarks.
 *
 * @param country ISO 3166-1 code of two letters, or the ISO 3166-2 code of a part of the country
 * @param years the years it is complete for
 * @param days the days in order
 */
public record HolidayList(String country, SortedSet<Integer> years, List<Day> days) {

    /** The most characters a list may have. */
    public static final int LIMIT = 1_000_000;

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern YEARS = Pattern.compile("[0-9]{4}( [0-9]{4})*");

    /**
     * A day of the list.
     *
     * @param date the date
     * @param worked true for a make-up working day, false for a day off
     * @param name what it is called
     */
    public record Day(LocalDate date, boolean worked, String name) {}

    /** Copies the collections. */
    public HolidayList {
        years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
        days = List.copyOf(days);
    }

    /**
     * Reads a list.
     *
     * @throws InvalidInput with {@code TOO_LONG} when it exceeds {@link #LIMIT}; with {@code CALENDAR_HOLIDAYS}, naming
     *     the line, when one is not of the form, names a date twice or one of another year; and when a year has no day
     */
    public static HolidayList parse(String text) {
        CalendarDefinition.limit(text.length() > LIMIT, "holidays", "TOO_LONG", LIMIT);
        String country = "";
        SortedSet<Integer> years = new TreeSet<>();
        Map<LocalDate, Day> days = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (country.isEmpty()) {
                country = value(line, number, "country", COUNTRY);
            } else if (years.isEmpty()) {
                for (String year : value(line, number, "years", YEARS).split(" ", -1)) {
                    years.add(Integer.valueOf(year));
                }
            } else {
                Day day = day(line, number);
                if (!years.contains(day.date().getYear()) || days.put(day.date(), day) != null) {
                    throw wrong(number, line);
                }
            }
        }
        for (int year : years) {
            if (days.keySet().stream().noneMatch(date -> date.getYear() == year)) {
                throw wrong(number, "years " + year);
            }
        }
        if (years.isEmpty()) {
            throw wrong(number, "");
        }
        return new HolidayList(country, years, new ArrayList<>(days.values()));
    }

    private static String value(String line, int number, String name, Pattern form) {
        String value =
                line.startsWith(name + " ") ? line.substring(name.length() + 1).strip() : "";
        if (!form.matcher(value).matches()) {
            throw wrong(number, line);
        }
        return value;
    }

    private static Day day(String line, int number) {
        String[] parts = line.split(" ", 3);
        boolean worked = parts.length == 3 && parts[1].equals("work");
        if (parts.length < 3 || parts[2].isBlank() || !worked && !parts[1].equals("off")) {
            throw wrong(number, line);
        }
        try {
            return new Day(LocalDate.parse(parts[0]), worked, parts[2].strip());
        } catch (DateTimeException notADate) {
            throw wrong(number, line);
        }
    }

    private static InvalidInput wrong(int number, String line) {
        String shown = line.length() > 80 ? line.substring(0, 80) : line;
        return new InvalidInput("holidays", "CALENDAR_HOLIDAYS", Map.of("line", number, "value", shown));
    }

    /**
     * The days of one year, for a calendar of a country.
     *
     * @param country the country the calendar is for; the list has to be of just that one
     * @param year a year of the list
     * @param makeUp the openings of make-up working days
     * @throws InvalidInput with {@code CALENDAR_COUNTRY} or {@code CALENDAR_YEAR} when the list is of another country
     *     or year, with {@code REQUIRED} when it has make-up working days and no openings are given for them
     */
    public List<SpecialDay> of(String country, int year, String... makeUp) {
        if (!this.country.equals(country)) {
            throw new InvalidInput("country", "CALENDAR_COUNTRY", Map.of("value", country, "allowed", this.country));
        }
        if (!years.contains(year)) {
            throw new InvalidInput("year", "CALENDAR_YEAR", Map.of("value", year, "allowed", years));
        }
        List<SpecialDay> special = new ArrayList<>();
        for (Day day : days) {
            if (day.date().getYear() != year) {
                continue;
            }
            if (day.worked() && makeUp.length == 0) {
                throw new InvalidInput("makeUp", "REQUIRED", Map.of());
            }
            special.add(
                    day.worked()
                            ? SpecialDay.open(day.date(), day.name(), makeUp)
                            : SpecialDay.holiday(day.date(), day.name()));
        }
        return special;
    }
}
