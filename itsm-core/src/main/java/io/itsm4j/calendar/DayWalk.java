package io.itsm4j.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/** Walks the days of some years once and collects their openings, as {@link Timetable} keeps them. */
final class DayWalk {

    private int[] opens = new int[1_024];
    private int[] lengths = new int[1_024];
    private int size;
    private int[] days = new int[512];
    private int dayCount;

    /** Walks from the beginning of a year to that of another; what lies outside the two seconds is cut off. */
    DayWalk(CalendarDefinition definition, int firstYear, int endYear, long start, long end) {
        LocalTimes times = new LocalTimes(definition.zone());
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate last = LocalDate.of(endYear, 1, 1);
        // an opening of the day before may reach over midnight, and an offset up to a day away from UTC
        for (LocalDate date = first.minusDays(3); date.isBefore(last.plusDays(2)); date = date.plusDays(1)) {
            boolean opens = false;
            for (Opening opening : definition.openings(date)) {
                long open = times.second(date, opening.from());
                long close = times.second(date, opening.to());
                opens |= open < close;
                add(Math.max(start, open), Math.min(end, close));
            }
            if (opens && !date.isBefore(first) && date.isBefore(last)) {
                addDay((int) date.toEpochDay());
            }
        }
    }

    private void add(long open, long close) {
        if (open >= close) {
            return;
        }
        long last = size == 0 ? Long.MIN_VALUE : closing(size - 1);
        if (open <= last) {
            lengths[size - 1] += (int) Math.max(0, close - last);
            return;
        }
        if (size == opens.length) {
            opens = Arrays.copyOf(opens, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        opens[size] = (int) (open - Timetable.MIDDLE);
        lengths[size++] = (int) (close - open);
    }

    private long closing(int i) {
        return opens[i] + Timetable.MIDDLE + Integer.toUnsignedLong(lengths[i]);
    }

    private void addDay(int day) {
        if (dayCount == days.length) {
            days = Arrays.copyOf(days, dayCount * 2);
        }
        days[dayCount++] = day;
    }

    int[] opens() {
        return Arrays.copyOf(opens, size);
    }

    /** Working seconds before each opening and at last all of them, from the least number of 32 bits on. */
    int[] before() {
        int[] sums = new int[size + 1];
        sums[0] = (int) -Timetable.MIDDLE;
        for (int i = 0; i < size; i++) {
            sums[i + 1] = sums[i] + lengths[i];
        }
        return sums;
    }

    int[] workingDays() {
        return Arrays.copyOf(days, dayCount);
    }
}
