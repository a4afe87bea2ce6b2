package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.WeekPlan;
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
}
