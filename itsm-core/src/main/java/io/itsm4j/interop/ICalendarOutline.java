package io.itsm4j.interop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Looks at the components of an iCalendar text before it is parsed: how many there are, and what stands in what. */
final class ICalendarOutline {

    private static final int DEPTH = 3;

    /** Components that stand directly in a calendar and nowhere else. */
    private static final List<String> OUTER = List.of("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE");

    private ICalendarOutline() {}

    static void check(String text, int events) {
        Deque<String> open = new ArrayDeque<>();
        int components = 0;
        int found = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String upper = line.length() > 80 ? "" : line.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("BEGIN:")) {
                open.push(upper.substring("BEGIN:".length()));
                checkPlace(open);
                found += "VEVENT".equals(open.peek()) ? 1 : 0;
                if (found > events || ++components > events * 4) {
                    throw ICalendarHolidays.refused("it has more than " + events + " events");
                }
            } else if (upper.startsWith("END:")
                    && (open.isEmpty() || !open.pop().equals(upper.substring("END:".length())))) {
                throw ICalendarHolidays.refused("it ends what it did not begin: " + upper);
            }
        }
        if (!open.isEmpty()) {
            throw ICalendarHolidays.refused("it does not end " + open.peek());
        }
    }

    private static void checkPlace(Deque<String> open) {
        boolean outer = OUTER.contains(open.peek());
        boolean calendar = "VCALENDAR".equals(open.peek());
        if (open.size() > DEPTH || outer && open.size() != 2 || calendar && open.size() != 1) {
            throw ICalendarHolidays.refused(open.peek() + " stands in the wrong place");
        }
    }
}
