package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** How long something may take: working time, or a rule of the clock on the wall. */
public sealed interface TimeLimit {

    /** The longest time that can be agreed on: ten years. */
    Duration LONGEST = Duration.ofDays(3_653);

    /** When it is due for something that began, under a calendar; pauses are for the caller to add. */
    Instant dueFrom(Instant start, BusinessCalendar calendar);

    /**
     * So much working time.
     *
     * @param time more than nothing and at most {@link #LONGEST}, in whole microseconds
     */
    record Within(Duration time) implements TimeLimit {

        /**
         * Checks the time.
         *
         * @throws InvalidInput with {@code OUT_OF_LIMIT}
         */
        public Within {
            if (time.isNegative() || time.compareTo(LONGEST) > 0 || time.toNanos() < 1_000) {
                throw new InvalidInput("time", "OUT_OF_LIMIT", Map.of("limit", "0 < time <= 3653 d"));
            }
            time = Duration.ofNanos(time.toNanos() / 1_000 * 1_000);
        }

        @Override
        public Instant dueFrom(Instant start, BusinessCalendar calendar) {
            return calendar.plus(start, time);
        }

        @Override
        public String toString() {
            return time.toString();
        }
    }

    /**
     * By a time of the day on a later working day, whether the calendar is open then or not.
     *
     * @param days how many working days later, 1 to 366; 1 is the next one
     * @param time the local time, in whole seconds
     */
    record WorkingDayAt(int days, LocalTime time) implements TimeLimit {

        /**
         * Checks the days.
         *
         * @throws InvalidInput with {@code OUT_OF_LIMIT}
         */
        public WorkingDayAt {
            checkDays(days, 1);
            time = time.withNano(0);
        }

        @Override
        public Instant dueFrom(Instant start, BusinessCalendar calendar) {
            return calendar.workingDayAt(start, days, time);
        }
    }

    /**
     * By the end of a working day.
     *
     * @param days how many working days later, 0 to 366; with 0 the working day it began on, or the next one
     */
    record EndOfWorkingDay(int days) implements TimeLimit {

        /**
         * Checks the days.
         *
         * @throws InvalidInput with {@code OUT_OF_LIMIT}
         */
        public EndOfWorkingDay {
            checkDays(days, 0);
        }

        @Override
        public Instant dueFrom(Instant start, BusinessCalendar calendar) {
            if (days > 0) {
                return calendar.endOfWorkingDay(start, days);
            }
            Instant opening = calendar.nextOpening(start);
            LocalDate date = LocalDate.ofInstant(opening, calendar.definition().zone());
            return calendar.isWorkingDay(date) ? calendar.endOfWorkingDay(opening, 0) : calendar.nextClosing(opening);
        }
    }

    private static void checkDays(int days, int least) {
        if (days < least || days > 366) {
            throw new InvalidInput("days", "OUT_OF_LIMIT", Map.of("limit", least + " … 366"));
        }
    }
}
