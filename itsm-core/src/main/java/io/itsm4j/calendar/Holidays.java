package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Public holidays that come with the library, for 2024 to 2026, as special days for a {@link CalendarDefinition}. Each
 * list names the law or notice it was taken from. A year that has not been announced is not there.
 */
public final class Holidays {

    /** Mainland China. */
    public static final String CHINA = "CN";

    /** Germany: the nine days that are holidays in all of its states. */
    public static final String GERMANY = "DE";

    /** The United States: federal holidays. */
    public static final String UNITED_STATES = "US";

    /** England and Wales: bank and public holidays. */
    public static final String ENGLAND_AND_WALES = "GB-EAW";

    private static final List<String> COUNTRIES = List.of(CHINA, GERMANY, ENGLAND_AND_WALES, UNITED_STATES);

    private Holidays() {}

    /**
     * The days off and the make-up working days of mainland China in a year, as the General Office of the State Council
     * announced them: 2024 (国办发明电〔2023〕7号), 2025 (国办发明电〔2024〕12号) and 2026 (国办发明电〔2025〕7号).
     *
     * @param year a year that has been announced and is shipped
     * @param makeUp the openings of a make-up working day, which falls on a Saturday or a Sunday
     * @throws InvalidInput with {@code CALENDAR_YEAR} when the year is not shipped, with {@code REQUIRED} when no
     *     openings are given
     */
    public static List<SpecialDay> china(int year, String... makeUp) {
        return of(CHINA, year, makeUp);
    }

    /**
     * The days of a country in a year.
     *
     * @param country one of the constants of this class
     * @param makeUp the openings of make-up working days, where the country has them
     * @throws InvalidInput with {@code CALENDAR_COUNTRY} or {@code CALENDAR_YEAR} when it is not shipped, with
     *     {@code REQUIRED} when there are make-up working days and no openings are given
     */
    public static List<SpecialDay> of(String country, int year, String... makeUp) {
        return list(country).of(country, year, makeUp);
    }

    /**
     * The whole list of a country.
     *
     * @throws InvalidInput with {@code CALENDAR_COUNTRY} when it is not shipped
     */
    public static HolidayList list(String country) {
        if (!COUNTRIES.contains(country)) {
            throw new InvalidInput("country", "CALENDAR_COUNTRY", Map.of("value", country, "allowed", COUNTRIES));
        }
        String resource = "/io/itsm4j/calendar/holidays-" + country.toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream bytes = Objects.requireNonNull(Holidays.class.getResourceAsStream(resource))) {
            return HolidayList.parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
