package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.CalendarEvent;
import io.itsm4j.calendar.CalendarEvent.Status;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written is read back by a library that somebody else wrote. */
class ICalendarTextTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static CalendarEvent event(String summary, String description) {
        return new CalendarEvent(
                "CHG0000045@acme",
                Instant.parse("2026-12-05T21:00:00Z"),
                Instant.parse("2026-12-06T01:30:00Z"),
                summary,
                description,
                Status.CONFIRMED);
    }

    @Test
    void an_event_is_written_as_the_standard_says() {
        assertThat(ICalendarText.write("Changes", NOW, List.of(event("Patch db, \"blue\"; reboot", "one\ntwo\\three"))))
                .isEqualTo("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//itsm4j//itsm4j//EN\r\nNAME:Changes\r\n"
                        + "X-WR-CALNAME:Changes\r\nBEGIN:VEVENT\r\nUID:CHG0000045@acme\r\n"
                        + "DTSTAMP:20261125T120000Z\r\nDTSTART:20261205T210000Z\r\nDTEND:20261206T013000Z\r\n"
                        + "SUMMARY:Patch db\\, \"blue\"\\; reboot\r\nDESCRIPTION:one\\ntwo\\\\three\r\n"
                        + "STATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void another_library_reads_what_was_written() {
        String long64 = "数据库补丁 🚀 ".repeat(40).strip();
        ICalendar calendar = Biweekly.parse(ICalendarText.write("C", NOW, List.of(event(long64, "a\nb;c,d\\e"))))
                .first();
        VEvent read = calendar.getEvents().get(0);

        assertThat(read.getSummary().getValue()).isEqualTo(long64);
        assertThat(read.getDescription().getValue()).isEqualTo("a\nb;c,d\\e");
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-12-05T21:00:00Z"));
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-12-06T01:30:00Z"));
        assertThat(read.getStatus().isConfirmed()).isTrue();
        assertThat(read.getUid().getValue()).isEqualTo("CHG0000045@acme");
    }

    @Test
    void no_text_can_begin_a_line_of_its_own() {
        String text = ICalendarText.write(
                "x\r\nEND:VCALENDAR", NOW, List.of(event("a\rBEGIN:VALARM", "b\r\nEND:VEVENT\u0000\u0007")));

        assertThat(text.lines().filter(line -> line.startsWith("BEGIN:") || line.startsWith("END:")))
                .containsExactly("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR");
        assertThat(text).doesNotContain("\u0000").doesNotContain("\u0007");
    }

    @Property(tries = 200)
    void no_line_is_longer_than_75_octets_and_unfolding_gives_the_text_back(@ForAll String summary) {
        String text = ICalendarText.write("C", NOW, List.of(event("x" + summary, "")));

        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", "").split("\r\n")).hasSize(14);
    }

    @Test
    void an_event_without_an_id_or_that_ends_before_it_begins_is_refused() {
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> new CalendarEvent(" ", NOW, NOW, "", "", Status.TENTATIVE))
                        .code())
                .isEqualTo("REQUIRED");
        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> new CalendarEvent("x", NOW, NOW.minusSeconds(1), "", "", Status.TENTATIVE))
                        .code())
                .isEqualTo("RANGE_REVERSED");
    }

    @Test
    void what_is_handed_on_one_by_one_is_written_before_the_next_is_asked_for() throws IOException {
        StringBuilder out = new StringBuilder();
        List<Integer> written = new ArrayList<>();

        ICalendarText.write(
                "C",
                NOW,
                next -> {
                    for (int i = 0; i < 3; i++) {
                        next.accept(event("change " + i, ""));
                        written.add(out.toString().split("END:VEVENT", -1).length - 1);
                    }
                },
                out);

        assertThat(written).containsExactly(1, 2, 3);
        assertThat(out.toString())
                .isEqualTo(ICalendarText.write(
                        "C", NOW, List.of(event("change 0", ""), event("change 1", ""), event("change 2", ""))));
    }

    @Test
    void a_writer_that_fails_ends_the_calendar_with_its_own_exception() {
        Writer full = new Writer() {
            private int left = 300;

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("disk full");
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatIOException()
                .isThrownBy(() -> ICalendarText.write(
                        "C",
                        NOW,
                        next -> Stream.generate(() -> event("one of very many", ""))
                                .forEach(next),
                        full))
                .withMessage("disk full");
    }
}
