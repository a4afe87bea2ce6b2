package io.itsm4j.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some years of a calendar, compiled: the openings, merged and in order, and for each the working time before it, both
 * in whole seconds of 32 bits. Openings begin and end on whole seconds, so what an instant has beyond its second only
 * matters inside of one, and no question needs a division.
 *
 * @see Steps
 */
final class Timetable {

    /** The first year that can be compiled. */
    static final int FIRST_YEAR = 1971;

    /** The year after the last one that can be compiled. */
    static final int END_YEAR = 2101;

    /** The first second that can be compiled. */
    static final long BEGINNING = second(FIRST_YEAR);

    /** The second after the last one that can be compiled. */
    static final long END = second(END_YEAR);

    /** Ten years: how long a calendar may stay closed, or open, before a search is given up. */
    static final long HORIZON = 315_576_000L;

    /** Keys are seconds of the epoch less this, so that 32 bits reach from 1970 to 2106. */
    static final long MIDDLE = 1L << 31;

    private static final int NANOS = 1_000_000_000;

    private final CalendarDefinition definition;
    private final int firstYear;
    private final int endYear;
    private final long start;
    private final long end;
    private final Steps opens;

    /** Working seconds before the opening of the same index, and at the very end all of them; less {@link #MIDDLE}. */
    private final Steps before;

    /** Days of the epoch with an opening. */
    private final Steps workingDays;

    /** Openings that are followed by more than ten closed years. */
    private final int[] longGaps;

    private Timetable(CalendarDefinition definition, int firstYear, int endYear) {
        this.definition = definition;
        this.firstYear = firstYear;
        this.endYear = endYear;
        this.start = second(firstYear);
        this.end = second(endYear);
        DayWalk walk = new DayWalk(definition, firstYear, endYear, start, end);
        this.opens = new Steps(walk.opens());
        this.before = new Steps(walk.before());
        this.workingDays = new Steps(walk.workingDays());
        this.longGaps = IntStream.range(-1, opens.size())
                .filter(i -> opened(i + 1) - closed(i) > HORIZON)
                .toArray();
    }

    /** The years of a calendar from the beginning of one, in UTC, to the beginning of another. */
    static Timetable of(CalendarDefinition definition, int firstYear, int endYear) {
        return new Timetable(definition, firstYear, endYear);
    }

    private static long second(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    boolean covers(long second) {
        return second >= start && second < end;
    }

    boolean covers(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() < endYear;
    }

    /**
     * One that covers a year too, at least twice as long as this one, so that growing costs no more than the result.
     */
    Timetable grownTo(int year) {
        int length = endYear - firstYear;
        int from = year >= firstYear ? firstYear : Math.max(FIRST_YEAR, Math.min(year, firstYear - length));
        int to = year < endYear ? endYear : Math.min(END_YEAR, Math.max(year + 1, endYear + length));
        return new Timetable(definition, from, to);
    }

    boolean reachesTheEnd() {
        return endYear == END_YEAR;
    }

    boolean reachesTheBeginning() {
        return firstYear == FIRST_YEAR;
    }

    Timetable later() {
        return grownTo(endYear);
    }

    Timetable earlier() {
        return grownTo(firstYear - 1);
    }

    /** How many openings were compiled. */
    int size() {
        return opens.size();
    }

    /** Working time of a span that is covered: whole seconds and, apart, nanoseconds that may be negative. */
    Duration between(long from, int fromNano, long to, int toNano) {
        int i = opening(from);
        int j = opening(to);
        int nano = (isOpen(j, to) ? toNano : 0) - (isOpen(i, from) ? fromNano : 0);
        return Duration.ofSeconds(worked(j, to) - worked(i, from), nano);
    }

    /** The first instant at which the working time, more than none, has passed; null when it lies behind the end. */
    @Nullable Instant plus(long from, int nano, long time, int timeNano) {
        int i = opening(from);
        long seconds = worked(i, from) + time;
        int rest = (isOpen(i, from) ? nano : 0) + timeNano;
        if (rest >= NANOS) {
            rest -= NANOS;
            seconds++;
        }
        long total = before(opens.size());
        if (seconds > total || seconds == total && rest > 0) {
            return null;
        }
        int j = before.floor((int) ((rest > 0 ? seconds : seconds - 1) - MIDDLE));
        return Instant.ofEpochSecond(open(j) + seconds - before(j), rest);
    }

    /** The last instant from which the working time, more than none, passes; null when it lies before the start. */
    @Nullable Instant minus(long to, int nano, long time, int timeNano) {
        int i = opening(to);
        long seconds = worked(i, to) - time;
        int rest = (isOpen(i, to) ? nano : 0) - timeNano;
        if (rest < 0) {
            rest += NANOS;
            seconds--;
        }
        if (seconds < 0) {
            return null;
        }
        int j = before.floor((int) (seconds - MIDDLE));
        return Instant.ofEpochSecond(open(j) + seconds - before(j), rest);
    }

    /** Whether more than ten closed years lie together between two seconds. */
    boolean leaps(long from, long to) {
        for (int gap : longGaps) {
            if (Math.min(to, opened(gap + 1)) - Math.max(from, closed(gap)) > HORIZON) {
                return true;
            }
        }
        return false;
    }

    /** Whether the table ends with more than ten closed years, counted from an instant when nothing opens after it. */
    boolean isClosedForGoodAfter(long second) {
        return end - Math.max(second, closed(opens.size() - 1)) > HORIZON;
    }

    /** Whether the table begins with more than ten closed years, counted to an instant when nothing opens before it. */
    boolean isClosedAllTheTimeBefore(long second) {
        return Math.min(second, opened(0)) - start > HORIZON;
    }

    boolean isOpen(long second) {
        return isOpen(opening(second), second);
    }

    /** The second itself when it is open, else the next opening, else {@link Long#MAX_VALUE}. */
    long nextOpening(long second) {
        int i = opening(second);
        if (isOpen(i, second)) {
            return second;
        }
        return i + 1 < opens.size() ? open(i + 1) : Long.MAX_VALUE;
    }

    /** The first closing after the second, else {@link Long#MAX_VALUE}; the end of the table is none. */
    long nextClosing(long second) {
        int i = opening(second);
        int j = isOpen(i, second) ? i : i + 1;
        return j < opens.size() && close(j) < end ? close(j) : Long.MAX_VALUE;
    }

    /** The last closing at or before the second, else {@link Long#MIN_VALUE}. */
    long previousClosing(long second) {
        int i = opening(second);
        int j = i >= 0 && close(i) <= second ? i : i - 1;
        return j < 0 ? Long.MIN_VALUE : close(j);
    }

    boolean isWorkingDay(LocalDate date) {
        int day = (int) date.toEpochDay();
        int i = workingDays.floor(day);
        return i >= 0 && workingDays.at(i) == day;
    }

    /** The n-th working day after a date, or before it when n is negative; null when it lies outside. */
    @Nullable LocalDate workingDay(LocalDate date, int n) {
        int day = (int) date.toEpochDay();
        int i = workingDays.floor(day);
        boolean between = i < 0 || workingDays.at(i) != day;
        long wanted = (long) i + n + (n < 0 && between ? 1 : 0);
        return wanted < 0 || wanted >= workingDays.size() ? null : LocalDate.ofEpochDay(workingDays.at((int) wanted));
    }

    /** Whether more than ten years without a working day end the table, counted from a date when none follows it. */
    boolean hasNoWorkingDayAfter(LocalDate date) {
        int last = workingDays.size() == 0 ? Integer.MIN_VALUE : workingDays.at(workingDays.size() - 1);
        long end = LocalDate.of(endYear, 1, 1).toEpochDay();
        return isLong(Math.max(date.toEpochDay(), last), end);
    }

    /** Whether more than ten years without a working day begin the table, counted to a date when none precedes it. */
    boolean hasNoWorkingDayBefore(LocalDate date) {
        int first = workingDays.size() == 0 ? Integer.MAX_VALUE : workingDays.at(0);
        long start = LocalDate.of(firstYear, 1, 1).toEpochDay();
        return isLong(start, Math.min(date.toEpochDay(), first));
    }

    /** Whether more than ten years without a working day lie together between two dates. */
    boolean leaps(LocalDate one, LocalDate other) {
        if (longGaps.length == 0) {
            return false;
        }
        long from = Math.min(one.toEpochDay(), other.toEpochDay());
        long to = Math.max(one.toEpochDay(), other.toEpochDay());
        for (long day = from; day < to; ) {
            int next = workingDays.floor((int) day) + 1;
            long then = next < workingDays.size() ? Math.min(to, workingDays.at(next)) : to;
            if (isLong(day, then)) {
                return true;
            }
            day = then;
        }
        return false;
    }

    private static boolean isLong(long fromDay, long toDay) {
        return (toDay - fromDay) * 86_400 > HORIZON;
    }

    private int opening(long second) {
        return opens.floor((int) (second - MIDDLE));
    }

    private boolean isOpen(int i, long second) {
        return i >= 0 && second < close(i);
    }

    private long worked(int i, long second) {
        return i < 0 ? 0 : before(i) + Math.min(second - open(i), before(i + 1) - before(i));
    }

    private long open(int i) {
        return opens.at(i) + MIDDLE;
    }

    private long opened(int i) {
        return i < opens.size() ? open(i) : end;
    }

    private long closed(int i) {
        return i < 0 ? start : close(i);
    }

    private long close(int i) {
        return open(i) + before(i + 1) - before(i);
    }

    private long before(int i) {
        return before.at(i) + MIDDLE;
    }
}
