package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.ItsmException;
import io.itsm4j.calendar.SpecialDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holidays as others publish them, and files that mean harm. */
class ICalendarHolidaysTest {

    @Test
    void single_days_several_days_and_recurring_days_are_read() throws IOException {
        List<SpecialDay> days = read(
                event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New Year", "RRULE:FREQ=YEARLY"),
                event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227", "SUMMARY:Year's end"),
                event("DTSTART;VALUE=DATE:20260501", "DURATION:P1D", "SUMMARY:May\\, first"));

        assertThat(days)
                .extracting(day -> day.date() + " " + day.name())
                .containsExactly(
                        "2026-01-01 New Year",
                        "2026-05-01 May, first",
                        "2026-12-24 Year's end",
                        "2026-12-25 Year's end",
                        "2026-12-26 Year's end");
        assertThat(days).allMatch(day -> day.openings().isEmpty());
    }

    @Test
    void exceptions_additions_and_cancelled_events_are_respected() throws IOException {
        assertThat(read(
                        event(
                                "DTSTART;VALUE=DATE:20260105",
                                "RRULE:FREQ=WEEKLY;COUNT=4",
                                "EXDATE;VALUE=DATE:20260112",
                                "RDATE;VALUE=DATE:20260301"),
                        event("DTSTART;VALUE=DATE:20260601", "STATUS:CANCELLED")))
                .extracting(SpecialDay::date)
                .containsExactly(
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 19),
                        LocalDate.of(2026, 1, 26),
                        LocalDate.of(2026, 3, 1));
    }

    @Test
    void a_rule_that_began_long_ago_gives_the_days_of_the_years_asked_for_only() throws IOException {
        List<SpecialDay> days = ICalendarHolidays.read(
                stream(calendar(event("DTSTART;VALUE=DATE:19900704", "RRULE:FREQ=YEARLY"))), 2025, 2026);

        assertThat(days)
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.of(2025, 7, 4), LocalDate.of(2026, 7, 4));
    }

    @Test
    void an_event_that_cannot_be_understood_is_refused_and_never_skipped() {
        assertThat(refused("CALENDAR_ICAL_EVENT", event("DTSTART:20260101T090000Z")))
                .contains("event 1")
                .contains("whole days");
        refused("CALENDAR_ICAL_EVENT", event("SUMMARY:no date"));
        refused("CALENDAR_ICAL", event("DTSTART;VALUE=DATE:tomorrow"));
        refused("CALENDAR_ICAL_EVENT", event("DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20260102"));
        refused("CALENDAR_ICAL_EVENT", event("DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20300102"));
        refused("CALENDAR_ICAL_EVENT", event("DTSTART;VALUE=DATE:20260102", "DURATION:PT5H"));
        refused("CALENDAR_ICAL", event("DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=SOMETIMES"));
        refused("CALENDAR_ICAL", event("DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=WEEKLY;BYDAY=XX"));
        refused("CALENDAR_ICAL", event("DTSTART;VALUE=DATE:20260102", "EXDATE;VALUE=DATE:soon"));
        refused("CALENDAR_ICAL_EVENT", event("DTSTART;VALUE=DATE:20260102", "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY"));
        refused("CALENDAR_ICAL_EVENT", event("DTSTART;VALUE=DATE:20260102", "RECURRENCE-ID;VALUE=DATE:20260102"));
    }

    @Test
    void a_rule_for_every_second_a_huge_count_and_an_end_in_the_past_are_refused() {
        refused("CALENDAR_RULE_LIMIT", event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=SECONDLY"));
        refused("CALENDAR_RULE_LIMIT", event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=SECONDLY;COUNT=2000000000"));
        refused("CALENDAR_RULE", event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY;UNTIL=20200101"));
        refused("CALENDAR_RULE", event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    }

    @Test
    void many_rules_share_one_limit() {
        String[] events = IntStream.range(0, 100)
                .mapToObj(i -> event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=DAILY"))
                .toArray(String[]::new);

        refused("CALENDAR_RULE_LIMIT", events);
    }

    @Test
    void a_file_for_other_years_is_refused() {
        assertThat(refused("CALENDAR_YEAR", event("DTSTART;VALUE=DATE:20240101")))
                .contains("2026");
    }

    @Test
    void more_than_the_limit_is_never_read() throws IOException {
        AtomicLong taken = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return 'x';
            }
        };

        ItsmException refusal =
                catchThrowableOfType(ItsmException.class, () -> ICalendarHolidays.read(endless, 2026, 2026));
        assertThat(refusal.code()).isEqualTo("CALENDAR_ICAL");
        assertThat(taken.get()).isEqualTo(ICalendarHolidays.BYTES + 1);
    }

    @Test
    void too_many_events_are_refused() {
        refused(
                "CALENDAR_ICAL",
                IntStream.rangeClosed(0, ICalendarHolidays.EVENTS)
                        .mapToObj(i -> "BEGIN:VEVENT\r\nEND:VEVENT\r\n")
                        .toArray(String[]::new));
    }

    @Test
    void components_in_the_wrong_place_and_without_an_end_are_refused() {
        String nested = "BEGIN:VTIMEZONE\r\n".repeat(500) + "END:VTIMEZONE\r\n".repeat(500);
        refused("CALENDAR_ICAL", nested);
        refused("CALENDAR_ICAL", "BEGIN:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VEVENT\r\n");
        refused("CALENDAR_ICAL", "BEGIN:VEVENT\r\nBEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nEND:VEVENT\r\n");
        refused("CALENDAR_ICAL", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        refused("CALENDAR_ICAL", "BEGIN:X-A\r\n".repeat(9) + "END:X-A\r\n".repeat(9));
        refused("CALENDAR_ICAL", "BEGIN:VEVENT\r\n");
        refused("CALENDAR_ICAL", "END:VEVENT\r\n");
    }

    @Test
    void what_is_no_calendar_at_all_is_refused() throws IOException {
        for (byte[] bytes : List.of(
                "hello".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})) {
            ItsmException refusal = catchThrowableOfType(
                    ItsmException.class, () -> ICalendarHolidays.read(new ByteArrayInputStream(bytes), 2026, 2026));
            assertThat(refusal.code()).isEqualTo("CALENDAR_ICAL");
        }
    }

    @Test
    void too_many_and_reversed_years_are_refused() {
        assertThat(catchThrowableOfType(ItsmException.class, () -> ICalendarHolidays.read(stream(""), 2026, 2036))
                        .code())
                .isEqualTo("CALENDAR_WINDOW");
        assertThat(catchThrowableOfType(ItsmException.class, () -> ICalendarHolidays.read(stream(""), 2026, 2025))
                        .code())
                .isEqualTo("RANGE_REVERSED");
    }

    private static List<SpecialDay> read(String... events) throws IOException {
        return ICalendarHolidays.read(stream(calendar(events)), 2026, 2026);
    }

    private static String refused(String code, String... events) {
        ItsmException refusal = catchThrowableOfType(ItsmException.class, () -> read(events));
        assertThat(refusal).as("%s", events[0]).isNotNull();
        assertThat(refusal.code()).as("%s: %s", events[0], refusal).isEqualTo(code);
        return refusal.getMessage();
    }

    private static String event(String... lines) {
        return List.of(lines).stream()
                .map(line -> line + "\r\n")
                .collect(Collectors.joining("", "BEGIN:VEVENT\r\nUID:1@example.org\r\n", "END:VEVENT\r\n"));
    }

    private static String calendar(String... components) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", components)
                + "END:VCALENDAR\r\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
