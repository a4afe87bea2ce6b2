package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Public holidays that come with the library, as special days for a {@link CalendarDefinition}. */
public final class Holidays {

    private static final String CHINA = "/io/itsm4j/calendar/holidays-cn.txt";

    private Holidays() {}

    /**
     * The days off and the make-up working days of mainland China in a year, as the General Office of the State Council
     * announced them: 2024 (国办发明电〔2023〕7号), 2025 (国办发明电〔2024〕12号) and 2026 (国办发明电〔2025〕7号).
     *
     * @param year a year that has been announced and is shipped
     * @param makeUp the openings of a make-up working day, which falls on a Saturday or a Sunday
     * @throws InvalidInput with {@code CALENDAR_YEAR} when the year is not shipped
     */
    public static List<SpecialDay> china(int year, String... makeUp) {
        List<SpecialDay> days = new ArrayList<>();
        TreeSet<Integer> shipped = new TreeSet<>();
        for (String line : lines(CHINA)) {
            String[] parts = line.split(" ", 3);
            LocalDate date = LocalDate.parse(parts[0]);
            shipped.add(date.getYear());
            if (date.getYear() == year) {
                days.add(
                        parts[1].equals("off")
                                ? SpecialDay.holiday(date, parts[2])
                                : SpecialDay.open(date, parts[2], makeUp));
            }
        }
        if (days.isEmpty()) {
            throw new InvalidInput("year", "CALENDAR_YEAR", Map.of("value", year, "allowed", shipped));
        }
        return days;
    }

    private static List<String> lines(String resource) {
        try (InputStream bytes = Objects.requireNonNull(Holidays.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
