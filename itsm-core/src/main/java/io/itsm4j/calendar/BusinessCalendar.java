package io.itsm4j.calendar;

import io.itsm4j.RuleViolated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Working time, exact to the microsecond. Immutable and thread-safe; ten years are compiled when first asked about and
 * kept.
 *
 * <p>Conventions. An opening includes its first instant and not its last. {@link #plus} gives the first instant at
 * which the working time has passed, so a duration that ends exactly at closing time gives the closing instant, and
 * zero gives the instant itself. {@link #minus} gives the last instant from which the working time still passes.
 * Durations are elapsed time: a Sunday of 25 hours that is open all day has 25. A local time that the zone skips is the
 * instant of the change, one that it repeats is the first of the two. Instants are cut to microseconds.
 */
public final class BusinessCalendar {

    /** How far ahead an opening is looked for. */
    public static final int HORIZON_YEARS = 10;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final long MICROS = 1_000_000L;
    private static final long BEGINNING = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay() * 86_400 * MICROS;
    private static final long BLOCK_MICROS = (365L * Block.YEARS + 2) * 86_400 * MICROS;

    private final CalendarDefinition definition;
    private final boolean always;
    private final AtomicReferenceArray<Block> blocks =
            new AtomicReferenceArray<>((LAST_YEAR - FIRST_YEAR) / Block.YEARS);

    private BusinessCalendar(CalendarDefinition definition, boolean always) {
        this.definition = definition;
        this.always = always;
    }

    /** The arithmetic of a definition. */
    public static BusinessCalendar of(CalendarDefinition definition) {
        return new BusinessCalendar(definition, false);
    }

    /** Open at any time, without a search; days are those of a zone. */
    public static BusinessCalendar alwaysOpen(ZoneId zone) {
        return new BusinessCalendar(
                CalendarDefinition.of("24x7", zone.getId(), WeekPlan.everyDay("00:00-24:00")), true);
    }

    /** What it was made of. */
    public CalendarDefinition definition() {
        return definition;
    }

    /**
     * The working time from one instant to another; negative when the second is before the first.
     *
     * @throws RuleViolated with {@code CALENDAR_RANGE} when one lies outside 1900 to 2199
     */
    public Duration between(Instant from, Instant to) {
        long a = micros(from);
        long b = micros(to);
        return ofMicros(a <= b ? worked(a, b) : -worked(b, a));
    }

    /**
     * The first instant at which so much working time has passed.
     *
     * @param time working time; negative counts backwards, as {@link #minus} does
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when the calendar does not open again within ten years
     */
    public Instant plus(Instant from, Duration time) {
        long wanted = micros(time);
        long start = micros(from);
        return ofEpochMicros(wanted < 0 ? back(start, -wanted) : ahead(start, wanted));
    }

    /**
     * The last instant from which so much working time still passes.
     *
     * @param time working time; negative counts forward, as {@link #plus} does
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when the calendar was not open within ten years before
     */
    public Instant minus(Instant to, Duration time) {
        long wanted = micros(time);
        long end = micros(to);
        return ofEpochMicros(wanted < 0 ? ahead(end, -wanted) : back(end, wanted));
    }

    /** Whether working time passes at the instant. */
    public boolean isOpen(Instant instant) {
        long at = micros(instant);
        return always || block(index(at)).isOpen(at);
    }

    /**
     * The instant itself when the calendar is open, else the next opening.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when there is none within ten years
     */
    public Instant nextOpening(Instant instant) {
        long at = micros(instant);
        if (always) {
            return ofEpochMicros(at);
        }
        int first = index(at);
        for (int i = first; i <= Math.min(first + 1, blocks.length() - 1); i++) {
            Block block = block(i);
            long found = block.nextOpening(Math.max(at, block.start()));
            if (found != Long.MAX_VALUE) {
                return ofEpochMicros(found);
            }
        }
        throw neverOpen();
    }

    /**
     * The first closing after the instant.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_CLOSES} when there is none within ten years
     */
    public Instant nextClosing(Instant instant) {
        long at = micros(instant);
        int first = index(at);
        for (int i = first; !always && i <= Math.min(first + 1, blocks.length() - 1); i++) {
            Block block = block(i);
            long found = block.nextClosing(Math.max(at, block.start()));
            boolean goesOn = found == block.end()
                    && i + 1 < blocks.length()
                    && block(i + 1).isOpen(found);
            if (found != Long.MAX_VALUE && !goesOn) {
                return ofEpochMicros(found);
            }
        }
        throw new RuleViolated("CALENDAR_NEVER_CLOSES", Map.of("name", definition.name()));
    }

    /**
     * The last closing at or before the instant.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_CLOSES} when there is none within ten years
     */
    public Instant previousClosing(Instant instant) {
        long at = micros(instant);
        int first = index(at);
        for (int i = first; !always && i >= Math.max(0, first - 1); i--) {
            Block block = block(i);
            long found = block.previousClosing(Math.min(at, block.end()));
            if (found == block.end() && i + 1 < blocks.length() && block(i + 1).isOpen(found)) {
                found = block.previousClosing(found - 1);
            }
            if (found != Long.MIN_VALUE) {
                return ofEpochMicros(found);
            }
        }
        throw new RuleViolated("CALENDAR_NEVER_CLOSES", Map.of("name", definition.name()));
    }

    /** Whether the calendar opens on a date. */
    public boolean isWorkingDay(LocalDate date) {
        return !definition.openings(date).isEmpty();
    }

    /**
     * The n-th working day after a date, or before it when n is negative; zero gives the date itself.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when ten years hold too few
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        int step = Integer.signum(days);
        LocalDate at = date;
        for (int left = Math.abs(days); left > 0; left--) {
            at = nextWorkingDay(at, step);
        }
        return at;
    }

    private LocalDate nextWorkingDay(LocalDate date, int step) {
        LocalDate limit = date.plusYears((long) step * HORIZON_YEARS);
        for (LocalDate at = date.plusDays(step); !at.equals(limit); at = at.plusDays(step)) {
            if (isWorkingDay(at)) {
                return at;
            }
        }
        throw neverOpen();
    }

    /** The last closing of the n-th working day after the local date of an instant; zero means that date itself. */
    public Instant endOfWorkingDay(Instant instant, int days) {
        LocalDate date = plusWorkingDays(LocalDate.ofInstant(instant, definition.zone()), days);
        var openings = definition.openings(date);
        if (openings.isEmpty()) {
            throw neverOpen();
        }
        int close = openings.get(openings.size() - 1).to();
        return ofEpochMicros(Block.at(definition.zone().getRules(), date, close));
    }

    /** A time of the day on the next working day after the local date of an instant, whether open then or not. */
    public Instant nextWorkingDayAt(Instant instant, LocalTime time) {
        LocalDate date = plusWorkingDays(LocalDate.ofInstant(instant, definition.zone()), 1);
        return ofEpochMicros(Block.at(definition.zone().getRules(), date, time.toSecondOfDay()));
    }

    private long worked(long from, long to) {
        if (always) {
            return to - from;
        }
        int first = index(from);
        int last = index(to);
        Block begin = block(first);
        if (first == last) {
            return begin.worked(to) - begin.worked(from);
        }
        long sum = begin.total() - begin.worked(from);
        for (int i = first + 1; i < last; i++) {
            sum += block(i).total();
        }
        return sum + block(last).worked(to);
    }

    private long ahead(long from, long time) {
        if (always || time == 0) {
            return from + time;
        }
        int i = index(from);
        Block block = block(i);
        long wanted = block.worked(from) + time;
        int empty = 0;
        while (wanted > block.total()) {
            wanted -= block.total();
            empty = block.total() == 0 ? empty + 1 : 0;
            if (++i == blocks.length() || empty > 1) {
                throw neverOpen();
            }
            block = block(i);
        }
        return block.reached(wanted);
    }

    private long back(long to, long time) {
        if (always || time == 0) {
            return to - time;
        }
        int i = index(to);
        Block block = block(i);
        long wanted = block.worked(to) - time;
        int empty = 0;
        while (wanted < 0) {
            empty = block.total() == 0 ? empty + 1 : 0;
            if (--i < 0 || empty > 1) {
                throw neverOpen();
            }
            block = block(i);
            wanted += block.total();
        }
        return block.left(wanted);
    }

    private int index(long micros) {
        // all blocks are about as long as another, so the quotient is right or wrong by one
        int i = (int) Math.floorDiv(micros - BEGINNING, BLOCK_MICROS);
        if (i < 0 || i >= blocks.length()) {
            throw new RuleViolated(
                    "CALENDAR_RANGE", Map.of("value", ofEpochMicros(micros), "min", FIRST_YEAR, "max", LAST_YEAR - 1));
        }
        while (i > 0 && micros < block(i).start()) {
            i--;
        }
        while (i + 1 < blocks.length() && micros >= block(i).end()) {
            i++;
        }
        return i;
    }

    private Block block(int i) {
        Block block = blocks.get(i);
        if (block == null) {
            block = Block.of(definition, FIRST_YEAR + i * Block.YEARS);
            blocks.set(i, block);
        }
        return block;
    }

    private RuleViolated neverOpen() {
        return new RuleViolated("CALENDAR_NEVER_OPEN", Map.of("name", definition.name()));
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), MICROS), duration.getNano() / 1_000);
    }

    private static Instant ofEpochMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
    }

    private static Duration ofMicros(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
    }

    @Override
    public String toString() {
        return definition.name();
    }
}
