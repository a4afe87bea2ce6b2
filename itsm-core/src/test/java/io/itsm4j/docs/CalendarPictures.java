package io.itsm4j.docs;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Holidays;
import io.itsm4j.calendar.WeekPlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The worked timelines of the page about calendars, by file name. */
final class CalendarPictures {

    private CalendarPictures() {}

    static Map<String, String> all() {
        Map<String, String> pictures = new TreeMap<>();
        pictures.put("calendar-dst.svg", night());
        pictures.put("calendar-make-up.svg", makeUp());
        return pictures;
    }

    private static String night() {
        CalendarDefinition nights = CalendarDefinition.of(
                "nights",
                "Europe/Berlin",
                WeekPlan.weekdays("09:00-17:00")
                        .on(DayOfWeek.SATURDAY, "20:00-08:00")
                        .on(DayOfWeek.SUNDAY, "20:00-24:00"));
        Instant from = Instant.parse("2026-03-27T14:00:00Z");
        return picture(
                "14 hours of working time over the night in which Berlin skips 02:00 to 03:00",
                BusinessCalendar.of(nights),
                from,
                Duration.ofHours(14),
                LocalDate.of(2026, 3, 27),
                4,
                9.0);
    }

    private static String makeUp() {
        CalendarDefinition shanghai = CalendarDefinition.of(
                        "shanghai", "Asia/Shanghai", WeekPlan.weekdays("09:00-18:00"))
                .with(Holidays.china(2026, "09:00-18:00"));
        return picture(
                "18 hours of working time over the Spring Festival of 2026: a Saturday worked, nine days off",
                BusinessCalendar.of(shanghai),
                Instant.parse("2026-02-13T07:00:00Z"),
                Duration.ofHours(18),
                LocalDate.of(2026, 2, 13),
                13,
                3.4);
    }

    private static String picture(
            String title,
            BusinessCalendar calendar,
            Instant from,
            Duration time,
            LocalDate first,
            int days,
            double pixelsAnHour) {
        Timeline timeline = new Timeline(title, calendar.definition().zone(), first, days, pixelsAnHour);
        Instant due = calendar.plus(from, time);
        Instant end =
                first.plusDays(days).atStartOfDay(calendar.definition().zone()).toInstant();
        int open = timeline.row("calendar is open");
        int worked = timeline.row("time that counts");
        Instant at = first.atStartOfDay(calendar.definition().zone()).toInstant();
        while (at.isBefore(end)) {
            Instant opening = calendar.nextOpening(at);
            Instant closing = calendar.nextClosing(opening);
            timeline.bar(open, opening, closing, Timeline.Kind.OPEN, hours(opening, closing));
            Instant start = opening.isBefore(from) ? from : opening;
            Instant stop = closing.isAfter(due) ? due : closing;
            if (start.isBefore(stop)) {
                timeline.bar(worked, start, stop, Timeline.Kind.WORKED, hours(start, stop));
            }
            at = closing;
        }
        return timeline.mark(from, "from")
                .mark(due, "plus " + time.toHours() + " h")
                .svg();
    }

    private static String hours(Instant from, Instant to) {
        return Duration.between(from, to).toHours() + " h";
    }
}
