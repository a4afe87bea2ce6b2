package io.itsm4j.interop;

import io.itsm4j.calendar.CalendarEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes events as an iCalendar text (RFC 5545) that calendars can subscribe to. Needs no library. */
public final class ICalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Octets of a line without its end; section 3.1. */
    private static final int LINE = 75;

    private ICalendarText() {}

    /**
     * Writes a calendar. Times are in UTC and cut to the second; lines end with CR LF and are folded at 75 octets of
     * UTF-8. Control characters in texts become blanks.
     *
     * @param name what the calendar is called
     * @param stamp when it is written
     * @param events in the order in which they are to stand
     */
    public static String write(String name, Instant stamp, List<CalendarEvent> events) {
        StringBuilder out = new StringBuilder(256 + events.size() * 256);
        try {
            write(name, stamp, events::forEach, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    /**
     * Writes a calendar event by event, without keeping them, for example {@code write("Changes", now, out ->
     * changes.forwardEvents(year, out), writer)}.
     *
     * @param name what the calendar is called
     * @param stamp when it is written
     * @param events hands the events on in the order in which they are to stand
     * @param out where it is written to
     * @throws IOException when {@code out} does
     */
    public static void write(String name, Instant stamp, Consumer<Consumer<CalendarEvent>> events, Appendable out)
            throws IOException {
        StringBuilder text = new StringBuilder(1_024);
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//itsm4j//itsm4j//EN");
        line(text, "NAME:" + text(name));
        line(text, "X-WR-CALNAME:" + text(name));
        out.append(text);
        try {
            events.accept(event -> append(out, event, stamp));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        text.setLength(0);
        line(text, "END:VCALENDAR");
        out.append(text);
    }

    private static void append(Appendable out, CalendarEvent event, Instant stamp) {
        StringBuilder text = new StringBuilder(256);
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + text(event.uid()));
        line(text, "DTSTAMP:" + UTC.format(stamp));
        line(text, "DTSTART:" + UTC.format(event.from()));
        line(text, "DTEND:" + UTC.format(event.to()));
        line(text, "SUMMARY:" + text(event.summary()));
        if (!event.description().isEmpty()) {
            line(text, "DESCRIPTION:" + text(event.description()));
        }
        line(text, "STATUS:" + event.status().name());
        line(text, "END:VEVENT");
        try {
            out.append(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Escapes as section 3.3.11 wants it. */
    private static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            switch (c) {
                case '\\', ';', ',' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> out.append(Character.isISOControl(c) && c != '\t' ? ' ' : c);
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += width;
            i += character.length();
        }
        out.append("\r\n");
    }
}
