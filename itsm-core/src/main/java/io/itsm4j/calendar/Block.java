package io.itsm4j.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Ten years of a calendar, compiled: the openings as instants in microseconds, merged and in order, and for each the
 * working time before it. A question is one binary search.
 *
 * <p>Reading of local times: one that the zone skips is the instant of the change; one that it repeats is the first of
 * the two. So an opening over a change is as long as it really lasts, and one that lies wholly in a gap is empty.
 */
final class Block {

    /** How many years a block spans. */
    static final int YEARS = 10;

    private static final long MICROS = 1_000_000L;

    private final long start;
    private final long end;
    private final long[] opens;
    private final long[] closes;

    /** Working time before the interval of the same index, and at the very end the working time of the block. */
    private final long[] before;

    private Block(long start, long end, long[] opens, long[] closes) {
        this.start = start;
        this.end = end;
        this.opens = opens;
        this.closes = closes;
        this.before = new long[opens.length + 1];
        for (int i = 0; i < opens.length; i++) {
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
    }

    /** The block that begins with the first day of a year. */
    static Block of(CalendarDefinition definition, int firstYear) {
        ZoneRules rules = definition.zone().getRules();
        LocalDate first = LocalDate.of(firstYear, 1, 1);
        LocalDate end = first.plusYears(YEARS);
        long from = micros(rules, first.atStartOfDay());
        long until = micros(rules, end.atStartOfDay());
        long[] opens = new long[1_024];
        long[] closes = new long[1_024];
        int size = 0;
        // an opening of the day before may reach over midnight into this block
        for (LocalDate date = first.minusDays(3); date.isBefore(end); date = date.plusDays(1)) {
            for (Opening opening : definition.openings(date)) {
                long open = Math.max(from, at(rules, date, opening.from()));
                long close = Math.min(until, at(rules, date, opening.to()));
                if (open >= close) {
                    continue;
                }
                if (size > 0 && open <= closes[size - 1]) {
                    closes[size - 1] = Math.max(closes[size - 1], close);
                    continue;
                }
                if (size == opens.length) {
                    opens = Arrays.copyOf(opens, size * 2);
                    closes = Arrays.copyOf(closes, size * 2);
                }
                opens[size] = open;
                closes[size++] = close;
            }
        }
        return new Block(from, until, Arrays.copyOf(opens, size), Arrays.copyOf(closes, size));
    }

    /** The first instant at which the local clock shows a time of a date, or a later one. */
    static long at(ZoneRules rules, LocalDate date, int second) {
        int days = second / 86_400;
        LocalTime time = LocalTime.ofSecondOfDay(second % 86_400);
        return micros(rules, LocalDateTime.of(date.plusDays(days), time));
    }

    private static long micros(ZoneRules rules, LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toEpochSecond(rules.getOffset(local)) * MICROS;
        }
        Instant instant = change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
        return instant.getEpochSecond() * MICROS;
    }

    /** Where the block begins. */
    long start() {
        return start;
    }

    /** Where the next one begins. */
    long end() {
        return end;
    }

    /** All working time of the block. */
    long total() {
        return before[opens.length];
    }

    /** Working time from the beginning of the block to an instant of it. */
    long worked(long instant) {
        int i = lastOpenAtOrBefore(instant);
        return i < 0 ? 0 : before[i] + Math.min(instant, closes[i]) - opens[i];
    }

    /** The first instant at which so much working time has passed since the beginning; {@code 0 < worked ≤ total}. */
    long reached(long worked) {
        int i = Arrays.binarySearch(before, worked);
        int interval = i >= 0 ? i - 1 : -i - 2;
        return opens[interval] + worked - before[interval];
    }

    /** The last instant at which no more than so much working time has passed; {@code 0 ≤ worked < total}. */
    long left(long worked) {
        int i = Arrays.binarySearch(before, worked);
        int interval = i >= 0 ? i : -i - 2;
        return opens[interval] + worked - before[interval];
    }

    boolean isOpen(long instant) {
        int i = lastOpenAtOrBefore(instant);
        return i >= 0 && instant < closes[i];
    }

    /** The instant itself when it is open, else the next opening of the block, else {@link Long#MAX_VALUE}. */
    long nextOpening(long instant) {
        int i = lastOpenAtOrBefore(instant);
        if (i >= 0 && instant < closes[i]) {
            return instant;
        }
        return i + 1 < opens.length ? opens[i + 1] : Long.MAX_VALUE;
    }

    /** The first closing after the instant, else {@link Long#MAX_VALUE}. */
    long nextClosing(long instant) {
        int i = lastOpenAtOrBefore(instant);
        if (i >= 0 && instant < closes[i]) {
            return closes[i];
        }
        return i + 1 < opens.length ? closes[i + 1] : Long.MAX_VALUE;
    }

    /** The last closing at or before the instant, else {@link Long#MIN_VALUE}. */
    long previousClosing(long instant) {
        int i = lastOpenAtOrBefore(instant);
        if (i >= 0 && closes[i] <= instant) {
            return closes[i];
        }
        return i > 0 ? closes[i - 1] : Long.MIN_VALUE;
    }

    /** Whether the block ends in the middle of an opening that the next one goes on with. */
    boolean endsOpen() {
        return opens.length > 0 && closes[opens.length - 1] == end;
    }

    private int lastOpenAtOrBefore(long instant) {
        int i = Arrays.binarySearch(opens, instant);
        return i >= 0 ? i : -i - 2;
    }
}
