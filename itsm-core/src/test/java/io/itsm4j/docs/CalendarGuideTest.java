package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Closure;
import io.itsm4j.calendar.HolidayList;
import io.itsm4j.calendar.Holidays;
import io.itsm4j.calendar.Opening;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.WeekPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarGuideTest {

    @Test
    void working_time_is_added_over_a_weekend_and_a_holiday() {
        // region calendar-first
        BusinessCalendar desk = BusinessCalendar.of(
                CalendarDefinition.of("desk", "Europe/Berlin", WeekPlan.weekdays("09:00-12:00", "13:00-17:00"))
                        .with(List.of(SpecialDay.holiday(LocalDate.of(2026, 4, 6), "Easter Monday"))));

        Instant reported = Instant.parse("2026-04-02T14:00:00Z"); // Thursday, 16:00 in Berlin
        Instant due = desk.plus(reported, Duration.ofHours(9)); // Tuesday, 10:00 in Berlin
        Duration worked = desk.between(reported, due); // 9 hours again
        // endregion

        // Thursday 16-17 one hour, Friday seven, Monday closed, Tuesday 09-10 one
        assertThat(due).isEqualTo("2026-04-07T08:00:00Z");
        assertThat(worked).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void a_calendar_has_shifts_holidays_closures_and_another_week_from_a_date_on() {
        // region calendar-definition
        CalendarDefinition desk = CalendarDefinition.of(
                        "desk",
                        "Asia/Shanghai",
                        WeekPlan.weekdays("09:00-12:00", "13:00-18:00")
                                .on(DayOfWeek.FRIDAY, "09:00-12:00", "22:00-06:00"))
                .with(Holidays.china(2026, "09:00-12:00", "13:00-18:00"))
                .with(List.of(SpecialDay.open(LocalDate.of(2026, 12, 31), "half day", "09:00-12:00")))
                .closedDuring(new Closure(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 14), "works holiday"))
                .from(LocalDate.of(2027, 1, 1), WeekPlan.everyDay("00:00-24:00"));
        // endregion

        assertThat(desk.openings(LocalDate.of(2026, 12, 31))).containsExactly(Opening.of("09:00-12:00"));
        assertThat(desk.openings(LocalDate.of(2026, 8, 5))).isEmpty();
        assertThat(desk.openings(LocalDate.of(2026, 2, 14)))
                .as("a make-up Saturday")
                .hasSize(2);
        assertThat(desk.openings(LocalDate.of(2027, 8, 8))).containsExactly(Opening.of("00:00-24:00"));
    }

    @Test
    void a_list_is_for_its_country_and_its_years() {
        // region calendar-list
        HolidayList list = HolidayList.parse("""
                country DE-BY
                years 2026
                # the holidays of Bavaria that not all states have
                2026-01-06 off Heilige Drei Könige
                2026-06-04 off Fronleichnam
                2026-11-01 off Allerheiligen
                """);
        List<SpecialDay> days = list.of("DE-BY", 2026);
        // endregion

        assertThat(days).hasSize(3);
        assertThatThrownBy(() -> list.of("DE-BY", 2027)).isInstanceOf(InvalidInput.class);
    }
}
