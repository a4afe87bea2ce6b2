package io.itsm4j.examples.benchmarks;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Working time as it is often written: from one day to the next, opening by opening. */
final class DayByDay {

    private final CalendarDefinition definition;

    DayByDay(CalendarDefinition definition) {
        this.definition = definition;
    }

    Duration between(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, definition.zone());
        Duration sum = Duration.ZERO;
        for (LocalDate date = LocalDate.ofInstant(from, definition.zone());
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (Opening opening : definition.openings(date)) {
                Instant open = later(at(date, opening.from()), from);
                Instant close = earlier(at(date, opening.to()), to);
                if (open.isBefore(close)) {
                    sum = sum.plus(Duration.between(open, close));
                }
            }
        }
        return sum;
    }

    Instant plus(Instant from, Duration time) {
        Duration left = time;
        for (LocalDate date = LocalDate.ofInstant(from, definition.zone()); ; date = date.plusDays(1)) {
            for (Opening opening : definition.openings(date)) {
                Instant open = later(at(date, opening.from()), from);
                Duration there = Duration.between(open, at(date, opening.to()));
                if (left.compareTo(there) <= 0) {
                    return open.plus(left);
                }
                left = there.isNegative() ? left : left.minus(there);
            }
        }
    }

    private Instant at(LocalDate date, int second) {
        return ZonedDateTime.of(date.atStartOfDay().plusSeconds(second), definition.zone())
                .toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
