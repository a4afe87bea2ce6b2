package io.itsm4j.interop;

import io.itsm4j.calendar.CalendarEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

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
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//itsm4j//itsm4j//EN");
        line(out, "NAME:" + text(name));
        line(out, "X-WR-CALNAME:" + text(name));
        for (CalendarEvent event : events) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:" + text(event.uid()));
            line(out, "DTSTAMP:" + UTC.format(stamp));
            line(out, "DTSTART:" + UTC.format(event.from()));
            line(out, "DTEND:" + UTC.format(event.to()));
            line(out, "SUMMARY:" + text(event.summary()));
            if (!event.description().isEmpty()) {
                line(out, "DESCRIPTION:" + text(event.description()));
            }
            line(out, "STATUS:" + event.status().name());
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
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
