package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.CalendarEvent;
import io.itsm4j.calendar.Recurrence;
import io.itsm4j.calendar.Recurrences;
import io.itsm4j.calendar.TimeWindow;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.interop.ICalendarHolidays;
import io.itsm4j.interop.ICalendarText;
import io.itsm4j.interop.JollydayHolidays;
import io.itsm4j.interop.RecurrenceRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteropGuideTest {

    @Test
    void holidays_of_others_become_special_days() throws IOException {
        InputStream file = new ByteArrayInputStream(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n"
                        + "DTSTART;VALUE=DATE:20260814\r\nSUMMARY:Company day\r\nRRULE:FREQ=YEARLY\r\n"
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8));
        // region interop-holidays
        CalendarDefinition desk = CalendarDefinition.of("desk", "Europe/Berlin", WeekPlan.weekdays("09:00-17:00"))
                .with(JollydayHolidays.of("DE", 2026, "BY")) // Bavaria
                .with(ICalendarHolidays.read(file, 2026, 2027)); // the first and the last year
        // endregion

        assertThat(desk.openings(LocalDate.of(2026, 1, 6))).isEmpty();
        assertThat(desk.openings(LocalDate.of(2026, 8, 14))).isEmpty();
        assertThat(desk.openings(LocalDate.of(2026, 8, 13))).hasSize(1);
    }

    @Test
    void a_window_recurs_by_a_rule() {
        // region interop-recurrence
        Recurrence patching = new Recurrence(
                LocalDateTime.of(2026, 3, 1, 22, 0),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(4),
                "FREQ=MONTHLY;BYDAY=1SU");
        Recurrences rules = new RecurrenceRules();
        List<TimeWindow> windows =
                rules.windows(patching, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));
        // endregion

        assertThat(windows)
                .extracting(window -> window.from().toString())
                .containsExactly("2026-03-01T21:00:00Z", "2026-04-05T20:00:00Z");
    }

    @Test
    void events_are_written_for_calendars_that_subscribe() {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        // region interop-write
        CalendarEvent change = new CalendarEvent(
                "CHG0000045@acme.example",
                Instant.parse("2026-12-05T21:00:00Z"),
                Instant.parse("2026-12-06T01:30:00Z"),
                "Patch the database",
                "Planned by the database group",
                CalendarEvent.Status.CONFIRMED);
        String text = ICalendarText.write("Changes", now, List.of(change));
        // endregion

        assertThat(text).contains("SUMMARY:Patch the database\r\n").startsWith("BEGIN:VCALENDAR\r\n");
    }
}
