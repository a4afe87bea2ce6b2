package io.itsm4j.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.interop.JollydayHolidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The holidays that are shipped, held against the rules of another library, and lists of a host's own. */
class HolidaysTest {

    @Test
    void germany_agrees_with_jollyday() {
        for (int year : List.of(2024, 2025, 2026)) {
            assertThat(dates(Holidays.of(Holidays.GERMANY, year))).isEqualTo(dates(JollydayHolidays.of("DE", year)));
        }
    }

    @Test
    void england_and_wales_agree_with_jollyday() {
        for (int year : List.of(2024, 2025, 2026)) {
            Set<LocalDate> working = dates(JollydayHolidays.of("GB", year, "eng"));
            working.removeIf(date -> date.getDayOfWeek().getValue() > 5);

            assertThat(dates(Holidays.of(Holidays.ENGLAND_AND_WALES, year))).isEqualTo(working);
        }
    }

    @Test
    void the_united_states_agree_with_jollyday_on_working_days() {
        for (int year : List.of(2024, 2025, 2026)) {
            Set<LocalDate> federal = dates(Holidays.of(Holidays.UNITED_STATES, year));

            assertThat(federal).hasSizeBetween(11, 12);
            assertThat(dates(JollydayHolidays.of("US", year)))
                    .as("Jollyday knows no days in lieu of a Saturday")
                    .isSubsetOf(federal);
        }
    }

    @Test
    void make_up_days_of_china_fall_on_weekends_and_days_off_of_a_year_add_up_to_what_was_announced() {
        for (int year : List.of(2024, 2025, 2026)) {
            List<SpecialDay> days = Holidays.china(year, "09:00-18:00");

            assertThat(days)
                    .filteredOn(day -> !day.openings().isEmpty())
                    .allMatch(day -> day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        }
        // 2024: 1+8+3+5+1+3+7, 2025: 1+8+3+5+3+8, 2026: 3+9+3+5+3+3+7 days off
        assertThat(off(2024)).isEqualTo(28);
        assertThat(off(2025)).isEqualTo(28);
        assertThat(off(2026)).isEqualTo(33);
    }

    private static long off(int year) {
        return Holidays.china(year, "09:00-18:00").stream()
                .filter(day -> day.openings().isEmpty())
                .count();
    }

    @Test
    void another_country_or_year_than_the_list_is_for_is_refused() {
        HolidayList list = HolidayList.parse("# ours\ncountry DE\nyears 2026\n2026-08-08 off Friedensfest\n");

        assertThat(list.of("DE", 2026)).containsExactly(SpecialDay.holiday(LocalDate.of(2026, 8, 8), "Friedensfest"));
        refused("CALENDAR_COUNTRY", () -> list.of("FR", 2026));
        refused("CALENDAR_YEAR", () -> list.of("DE", 2025));
        refused("CALENDAR_COUNTRY", () -> Holidays.of("FR", 2026));
        refused("CALENDAR_YEAR", () -> Holidays.of("DE", 2023));
        refused("REQUIRED", () -> Holidays.china(2026));
    }

    @Test
    void a_list_that_is_not_of_the_form_is_refused_with_the_line() {
        assertThat(wrong("")).contains("line 0");
        assertThat(wrong("years 2026\n")).contains("line 1");
        assertThat(wrong("country Germany\n")).contains("line 1");
        assertThat(wrong("country DE\nyears 26\n")).contains("line 2");
        assertThat(wrong("country DE\nyears 2026\n2026-02-30 off X\n")).contains("line 3");
        assertThat(wrong("country DE\nyears 2026\n2026-02-03 free X\n")).contains("line 3");
        assertThat(wrong("country DE\nyears 2026\n2026-02-03 off\n")).contains("line 3");
        assertThat(wrong("country DE\nyears 2026\n2025-02-03 off another year\n"))
                .contains("2025-02-03");
        assertThat(wrong("country DE\nyears 2026\n2026-02-03 off X\n2026-02-03 off Y\n"))
                .contains("line 4");
        assertThat(wrong("country DE\nyears 2025 2026\n2026-02-03 off X\n")).contains("years 2025");
        refused("TOO_LONG", () -> HolidayList.parse("#".repeat(HolidayList.LIMIT + 1)));
    }

    private static String wrong(String text) {
        return refused("CALENDAR_HOLIDAYS", () -> HolidayList.parse(text)).getMessage();
    }

    private static InvalidInput refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, work);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }

    private static Set<LocalDate> dates(List<SpecialDay> days) {
        return days.stream().map(SpecialDay::date).collect(Collectors.toCollection(TreeSet::new));
    }
}
