package io.itsm4j.interop;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.SpecialDay;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Public holidays as the library Jollyday knows them. Needs {@code de.focus-shift:jollyday-core} and one of its
 * readers, for example {@code de.focus-shift:jollyday-jaxb}. Jollyday has no make-up working days and no mainland
 * China; its dates are its own, worked out from rules, so check the years you depend on.
 */
public final class JollydayHolidays {

    private JollydayHolidays() {}

    /**
     * The public holidays of a country in a year. One that is kept on another day than its own is there on both.
     *
     * @param country ISO 3166-1 code of two letters, for example {@code DE}
     * @param year 1971 to 2100
     * @param parts the code of a part of the country and, if wanted, of a part of that, for example {@code BY} and
     *     {@code MU}
     * @throws InvalidInput with {@code CALENDAR_COUNTRY} when Jollyday does not know the country or the part, with
     *     {@code OUT_OF_RANGE} when the year is outside
     */
    public static List<SpecialDay> of(String country, int year, String... parts) {
        if (year < 1971 || year > 2100) {
            throw new InvalidInput("year", "OUT_OF_RANGE", Map.of("value", year, "min", 1971, "max", 2100));
        }
        Set<String> known = HolidayManager.getSupportedCalendarCodes();
        if (!known.contains(country)) {
            throw unknown(country, known);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        String[] codes = new String[parts.length];
        CalendarHierarchy place = manager.getCalendarHierarchy();
        for (int i = 0; i < parts.length; i++) {
            codes[i] = parts[i].toLowerCase(Locale.ROOT);
            place = require(parts[i], codes[i], place.getChildren());
        }
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, codes)) {
            String name = holiday.getDescription(Locale.ENGLISH);
            days.put(holiday.getActualDate(), SpecialDay.holiday(holiday.getActualDate(), name));
            holiday.getObservedDate().ifPresent(date -> days.put(date, SpecialDay.holiday(date, name)));
        }
        return List.copyOf(days.values());
    }

    private static CalendarHierarchy require(String given, String code, Map<String, CalendarHierarchy> known) {
        CalendarHierarchy place = known.get(code);
        if (place == null) {
            throw unknown(given, known.keySet());
        }
        return place;
    }

    private static InvalidInput unknown(String given, Set<String> known) {
        return new InvalidInput("country", "CALENDAR_COUNTRY", Map.of("value", given, "allowed", new TreeSet<>(known)));
    }
}
