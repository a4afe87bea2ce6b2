package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.SpecialDay;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JollydayHolidaysTest {

    @Test
    void a_part_of_a_country_has_its_own_holidays_too() {
        SpecialDay epiphany = SpecialDay.holiday(LocalDate.of(2026, 1, 6), "Epiphany");

        assertThat(JollydayHolidays.of("DE", 2026, "BY")).contains(epiphany);
        assertThat(JollydayHolidays.of("DE", 2026)).doesNotContain(epiphany).hasSize(9);
    }

    @Test
    void a_country_a_part_or_a_year_that_is_not_known_is_refused() {
        assertThat(refused("XX", 2026)).isEqualTo("CALENDAR_COUNTRY");
        assertThat(refused("CN", 2026)).isEqualTo("CALENDAR_COUNTRY");
        assertThat(refused("../../etc/passwd", 2026)).isEqualTo("CALENDAR_COUNTRY");
        assertThat(refused("DE", 2026, "XX")).isEqualTo("CALENDAR_COUNTRY");
        assertThat(refused("DE", 3000)).isEqualTo("OUT_OF_RANGE");
    }

    private static String refused(String country, int year, String... parts) {
        return catchThrowableOfType(InvalidInput.class, () -> JollydayHolidays.of(country, year, parts))
                .code();
    }
}
