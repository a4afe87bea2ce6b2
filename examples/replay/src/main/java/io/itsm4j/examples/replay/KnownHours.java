package io.itsm4j.examples.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Opening hours as a plain list of intervals, added up one by one: what the generator knows, without the library. */
final class KnownHours {

    private record Interval(Instant from, Instant to) {}

    private final List<Interval> intervals = new ArrayList<>();

    /**
     * Lists the intervals of a range of dates.
     *
     * @param openings times of the day in pairs; the last may be midnight, for the end of the day
     * @param closed dates on which nothing opens
     */
    KnownHours(
            ZoneId zone,
            LocalDate first,
            LocalDate last,
            boolean everyDay,
            List<LocalTime> openings,
            Set<LocalDate> closed) {
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            boolean works = everyDay || date.getDayOfWeek().getValue() <= 5;
            if (works && !closed.contains(date)) {
                for (int i = 0; i < openings.size(); i += 2) {
                    LocalTime end = openings.get(i + 1);
                    LocalDate until = end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                    intervals.add(new Interval(
                            date.atTime(openings.get(i)).atZone(zone).toInstant(),
                            until.atTime(end).atZone(zone).toInstant()));
                }
            }
        }
    }

    /** The open time between two instants. */
    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Interval open : intervals) {
            Instant start = open.from().isBefore(from) ? from : open.from();
            Instant end = open.to().isAfter(to) ? to : open.to();
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    /** The first instant at which so much open time has passed since another. */
    Instant after(Instant from, Duration time) {
        Duration left = time;
        for (Interval open : intervals) {
            Instant start = open.from().isBefore(from) ? from : open.from();
            if (start.isBefore(open.to())) {
                Duration here = Duration.between(start, open.to());
                if (here.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("the listed hours do not reach so far");
    }
}
