package io.itsm4j.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The conventions of calendars written down once more, as plainly as possible and without a thought for speed: the
 * openings around a span as a list of intervals, found by watching the local clock minute by minute.
 */
final class Oracle {

    record Interval(Instant from, Instant to) {}

    private final CalendarDefinition definition;

    Oracle(CalendarDefinition definition) {
        this.definition = definition;
    }

    /** Openings that touch the span, merged and in order. */
    List<Interval> intervals(Instant from, Instant to) {
        ZoneId zone = definition.zone();
        List<Interval> raw = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(to, zone).plusDays(2);
        for (LocalDate date = LocalDate.ofInstant(from, zone).minusDays(3);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (Opening opening : definition.openings(date)) {
                Instant open = firstShown(date.atStartOfDay().plusSeconds(opening.from()));
                Instant close = firstShown(date.atStartOfDay().plusSeconds(opening.to()));
                if (open.isBefore(close)) {
                    raw.add(new Interval(open, close));
                }
            }
        }
        raw.sort(Comparator.comparing(Interval::from));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : raw) {
            Interval before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && !next.from().isAfter(before.to())) {
                Instant end = next.to().isAfter(before.to()) ? next.to() : before.to();
                merged.set(merged.size() - 1, new Interval(before.from(), end));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** Working time of a span, by adding up what the intervals share with it. */
    Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Interval interval : intervals(from, to)) {
            Instant start = interval.from().isAfter(from) ? interval.from() : from;
            Instant end = interval.to().isBefore(to) ? interval.to() : to;
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    /** Working seconds of a span, by looking at every one of them. */
    long secondsBetween(Instant from, Instant to) {
        List<Interval> intervals = intervals(from, to);
        long seconds = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(1)) {
            for (Interval interval : intervals) {
                if (!at.isBefore(interval.from()) && at.isBefore(interval.to())) {
                    seconds++;
                    break;
                }
            }
        }
        return seconds;
    }

    /** Where working time ends, by using up one interval after the other. */
    Instant plus(Instant from, Duration time) {
        Duration left = time;
        for (int days = 60; ; days *= 2) {
            for (Interval interval : intervals(from, from.plus(Duration.ofDays(days)))) {
                Instant start = interval.from().isAfter(from) ? interval.from() : from;
                Duration there = Duration.between(start, interval.to());
                if (left.compareTo(there) <= 0) {
                    return start.plus(left);
                }
                left = there.isNegative() ? left : left.minus(there);
            }
            left = time;
        }
    }

    /** Whether an opening of the date has any length. */
    boolean isWorkingDay(LocalDate date) {
        return definition.openings(date).stream()
                .anyMatch(opening -> firstShown(date.atStartOfDay().plusSeconds(opening.from()))
                        .isBefore(firstShown(date.atStartOfDay().plusSeconds(opening.to()))));
    }

    /** The first minute at which the local clock shows a time, or a later one of its date. */
    private Instant firstShown(LocalDateTime local) {
        Instant at = local.toInstant(java.time.ZoneOffset.ofHours(15));
        while (LocalDateTime.ofInstant(at, definition.zone()).isBefore(local)) {
            at = at.plusSeconds(60);
        }
        return at;
    }
}
