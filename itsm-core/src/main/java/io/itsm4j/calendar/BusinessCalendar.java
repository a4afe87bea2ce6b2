package io.itsm4j.calendar;

import io.itsm4j.RuleViolated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Working time, exact to the microsecond. Immutable and thread-safe. The years that are asked about are compiled when
 * they are first needed and kept; then a question costs about the same whatever lies between its instants.
 *
 * <p>Conventions. An opening includes its first instant and not its last. {@link #plus} gives the first instant at
 * which the working time has passed, so a duration that ends exactly at closing time gives the closing instant, and
 * zero gives the instant itself. {@link #minus} gives the last instant from which the working time still passes.
 * Durations are elapsed time: a Sunday of 25 hours that is open all day has 25. A local time that the zone skips is the
 * instant of the change, one that it repeats is the first of the two. Instants and durations are cut to microseconds,
 * durations towards zero.
 *
 * <p>Every method that takes an instant or a date throws {@link RuleViolated} with {@code CALENDAR_RANGE} when it, or
 * the answer, lies outside the years 1971 to 2100.
 */
public final class BusinessCalendar {

    /** How far ahead an opening or a closing is looked for, and how long a calendar may stay closed in between. */
    public static final int HORIZON_YEARS = 10;

    private final CalendarDefinition definition;
    private final boolean always;

    /** Grows; two threads may both compile the same years, and either result is right. */
    private volatile @Nullable Timetable timetable;

    private BusinessCalendar(CalendarDefinition definition) {
        this.definition = definition;
        this.always = definition.isAlwaysOpen();
    }

    /** The arithmetic of a definition. One that is open at any time is recognised and costs no table and no search. */
    public static BusinessCalendar of(CalendarDefinition definition) {
        return new BusinessCalendar(definition);
    }

    /** Open at any time; days are those of a zone. */
    public static BusinessCalendar alwaysOpen(ZoneId zone) {
        return of(CalendarDefinition.of("24x7", zone.getId(), WeekPlan.ALL_HOURS));
    }

    /** What it was made of. */
    public CalendarDefinition definition() {
        return definition;
    }

    /**
     * The version of the zone's rules that this machine reads local times by, for example {@code 2026a}; empty for a
     * zone that is a fixed offset. Rules change now and then, and what was worked out under other ones stays as it was
     * until somebody works it out again.
     */
    public String zoneRulesVersion() {
        if (definition.zone().getRules().isFixedOffset()) {
            return "";
        }
        return ZoneRulesProvider.getVersions(definition.zone().getId()).lastKey();
    }

    /** The working time from one instant to another; negative when the second is before the first. */
    public Duration between(Instant from, Instant to) {
        long a = from.getEpochSecond();
        long b = to.getEpochSecond();
        Timetable table = covering(covering(timetable, a), b);
        return table == null
                ? Duration.ofSeconds(b - a, nano(to) - nano(from))
                : table.between(a, nano(from), b, nano(to));
    }

    /**
     * The first instant at which so much working time has passed.
     *
     * @param time working time; negative counts backwards, as {@link #minus} does
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when the calendar does not open again within ten years
     */
    public Instant plus(Instant from, Duration time) {
        return time.isNegative() ? back(from, magnitude(time)) : ahead(from, time);
    }

    /**
     * The last instant from which so much working time still passes.
     *
     * @param time working time; negative counts forward, as {@link #plus} does
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when the calendar was not open within ten years before
     */
    public Instant minus(Instant to, Duration time) {
        return time.isNegative() ? ahead(to, magnitude(time)) : back(to, time);
    }

    private Instant ahead(Instant from, Duration time) {
        long start = from.getEpochSecond();
        int nano = nano(from);
        long seconds = time.getSeconds();
        int rest = cut(time.getNano());
        if (seconds > Timetable.END - Timetable.BEGINNING) {
            throw outOfRange(time);
        }
        Timetable table = covering(timetable, start);
        if (table == null || seconds == 0 && rest == 0) {
            return plain(start, nano, seconds, rest);
        }
        Instant found = table.plus(start, nano, seconds, rest);
        while (found == null) {
            if (table.isClosedForGoodAfter(start)) {
                throw neverOpen();
            }
            if (table.reachesTheEnd()) {
                throw outOfRange(time);
            }
            table = keep(table.later());
            found = table.plus(start, nano, seconds, rest);
        }
        if (table.leaps(start, found.getEpochSecond())) {
            throw neverOpen();
        }
        return found;
    }

    private Instant back(Instant to, Duration time) {
        long end = to.getEpochSecond();
        int nano = nano(to);
        long seconds = time.getSeconds();
        int rest = cut(time.getNano());
        if (seconds > Timetable.END - Timetable.BEGINNING) {
            throw outOfRange(time);
        }
        Timetable table = covering(timetable, end);
        if (table == null || seconds == 0 && rest == 0) {
            return plain(end, nano, -seconds, -rest);
        }
        Instant found = table.minus(end, nano, seconds, rest);
        while (found == null) {
            if (table.isClosedAllTheTimeBefore(end)) {
                throw neverOpen();
            }
            if (table.reachesTheBeginning()) {
                throw outOfRange(time);
            }
            table = keep(table.earlier());
            found = table.minus(end, nano, seconds, rest);
        }
        if (table.leaps(found.getEpochSecond(), end)) {
            throw neverOpen();
        }
        return found;
    }

    private Instant plain(long second, int nano, long seconds, int rest) {
        Instant found = Instant.ofEpochSecond(second + seconds, (long) nano + rest);
        check(found.getEpochSecond());
        return found;
    }

    /** Whether working time passes at the instant. */
    public boolean isOpen(Instant instant) {
        Timetable table = covering(timetable, instant.getEpochSecond());
        return table == null || table.isOpen(instant.getEpochSecond());
    }

    /**
     * The instant itself when the calendar is open, else the next opening.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when there is none within ten years
     */
    public Instant nextOpening(Instant instant) {
        long second = instant.getEpochSecond();
        Timetable table = covering(timetable, second);
        if (table == null || table.isOpen(second)) {
            return Instant.ofEpochSecond(second, nano(instant));
        }
        long found = within(table, second, Timetable::nextOpening);
        if (found == Long.MAX_VALUE) {
            throw neverOpen();
        }
        return Instant.ofEpochSecond(found);
    }

    /**
     * The first closing after the instant.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_CLOSES} when there is none within ten years
     */
    public Instant nextClosing(Instant instant) {
        long second = instant.getEpochSecond();
        Timetable table = covering(timetable, second);
        long found = table == null ? Long.MAX_VALUE : within(table, second, Timetable::nextClosing);
        if (found == Long.MAX_VALUE) {
            throw neverCloses();
        }
        return Instant.ofEpochSecond(found);
    }

    private long within(Timetable first, long second, ToLongBiFunction<Timetable, Long> question) {
        Timetable table = first;
        long found = question.applyAsLong(table, second);
        while (found == Long.MAX_VALUE && !table.reachesTheEnd() && !table.covers(second + Timetable.HORIZON)) {
            table = keep(table.later());
            found = question.applyAsLong(table, second);
        }
        return found - second > Timetable.HORIZON ? Long.MAX_VALUE : found;
    }

    /**
     * The last closing at or before the instant.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_CLOSES} when there is none within ten years
     */
    public Instant previousClosing(Instant instant) {
        long second = instant.getEpochSecond();
        Timetable table = covering(timetable, second);
        if (table == null) {
            throw neverCloses();
        }
        long found = table.previousClosing(second);
        while (found == Long.MIN_VALUE && !table.reachesTheBeginning() && !table.covers(second - Timetable.HORIZON)) {
            table = keep(table.earlier());
            found = table.previousClosing(second);
        }
        if (found == Long.MIN_VALUE || second - found > Timetable.HORIZON) {
            throw neverCloses();
        }
        return Instant.ofEpochSecond(found);
    }

    /** Whether the calendar opens on a date; it does not on a date that the zone skipped. */
    public boolean isWorkingDay(LocalDate date) {
        return covering(date).isWorkingDay(date);
    }

    /**
     * The n-th working day after a date, or before it when n is negative; zero gives the date itself.
     *
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when ten years without a working day lie before it
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        Timetable table = covering(date);
        if (days == 0) {
            return date;
        }
        LocalDate found = table.workingDay(date, days);
        while (found == null) {
            boolean forward = days > 0;
            if (forward ? table.hasNoWorkingDayAfter(date) : table.hasNoWorkingDayBefore(date)) {
                throw neverOpen();
            }
            if (forward ? table.reachesTheEnd() : table.reachesTheBeginning()) {
                throw outOfRange(days);
            }
            table = keep(forward ? table.later() : table.earlier());
            found = table.workingDay(date, days);
        }
        if (table.leaps(date, found)) {
            throw neverOpen();
        }
        return found;
    }

    /**
     * The last closing of the n-th working day after the local date of an instant. The closing is that of the day's
     * last opening, so it may lie after midnight.
     *
     * @param days 0 for the date itself, which must be a working day
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when there is no such working day
     */
    public Instant endOfWorkingDay(Instant instant, int days) {
        LocalDate date = plusWorkingDays(LocalDate.ofInstant(instant, definition.zone()), days);
        List<Opening> openings = definition.openings(date);
        if (openings.isEmpty()) {
            throw neverOpen();
        }
        int close = openings.get(openings.size() - 1).to();
        return Instant.ofEpochSecond(new LocalTimes(definition.zone()).second(date, close));
    }

    /** A time of the day on the next working day after the local date of an instant, whether open then or not. */
    public Instant nextWorkingDayAt(Instant instant, LocalTime time) {
        return workingDayAt(instant, 1, time);
    }

    /**
     * A time of the day on the n-th working day after the local date of an instant, whether open then or not.
     *
     * @param days 0 for the date itself, working day or not; negative counts backwards
     * @throws RuleViolated with {@code CALENDAR_NEVER_OPEN} when there is no such working day
     */
    public Instant workingDayAt(Instant instant, int days, LocalTime time) {
        LocalDate date = plusWorkingDays(LocalDate.ofInstant(instant, definition.zone()), days);
        return LocalTimes.instant(definition.zone(), LocalDateTime.of(date, time.truncatedTo(ChronoUnit.MICROS)));
    }

    /** A table that covers the second and what the given one does; null when none is needed. */
    private @Nullable Timetable covering(@Nullable Timetable table, long second) {
        if (table != null && table.covers(second)) {
            return table;
        }
        check(second);
        return always
                ? null
                : grown(
                        table,
                        LocalDate.ofEpochDay(Math.floorDiv(second, 86_400L)).getYear());
    }

    private Timetable covering(LocalDate date) {
        Timetable table = timetable;
        if (table != null && table.covers(date)) {
            return table;
        }
        if (date.getYear() < Timetable.FIRST_YEAR || date.getYear() >= Timetable.END_YEAR) {
            throw outOfRange(date);
        }
        return grown(table, date.getYear());
    }

    private Timetable grown(@Nullable Timetable table, int year) {
        int first = Math.max(Timetable.FIRST_YEAR, year - 1);
        return keep(
                table == null
                        ? Timetable.of(definition, first, Math.min(Timetable.END_YEAR, year + 4))
                        : table.grownTo(year));
    }

    private Timetable keep(Timetable table) {
        timetable = table;
        return table;
    }

    private void check(long second) {
        if (second < Timetable.BEGINNING || second >= Timetable.END) {
            throw outOfRange(Instant.ofEpochSecond(second));
        }
    }

    private static RuleViolated outOfRange(Object value) {
        return new RuleViolated(
                "CALENDAR_RANGE", Map.of("value", value, "min", Timetable.FIRST_YEAR, "max", Timetable.END_YEAR - 1));
    }

    private RuleViolated neverOpen() {
        return new RuleViolated("CALENDAR_NEVER_OPEN", Map.of("name", definition.name()));
    }

    private RuleViolated neverCloses() {
        return new RuleViolated("CALENDAR_NEVER_CLOSES", Map.of("name", definition.name()));
    }

    private static Duration magnitude(Duration time) {
        return time.toSeconds() == Long.MIN_VALUE ? Duration.ofSeconds(Long.MAX_VALUE) : time.negated();
    }

    /** What it has beyond its second. */
    @SuppressWarnings("JavaInstantGetSecondsGetNano")
    private static int nano(Instant instant) {
        return cut(instant.getNano());
    }

    private static int cut(int nano) {
        return nano - nano % 1_000;
    }

    /** How many openings are compiled, for those who watch memory. */
    int compiled() {
        Timetable table = timetable;
        return table == null ? 0 : table.size();
    }

    @Override
    public String toString() {
        return definition.name();
    }
}
