package io.itsm4j.examples.benchmarks;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Holidays;
import io.itsm4j.calendar.WeekPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Due instants and elapsed times, from random instants of a year, by the library and by two hand-written ways. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class CalendarBenchmark {

    private static final int STARTS = 512;

    /** How far the second instant lies behind the first, in elapsed time. */
    @Param({"PT4H", "P5D", "P90D", "P1095D", "P3650D"})
    private String horizon = "";

    private final Instant[] from = new Instant[STARTS];
    private final Instant[] to = new Instant[STARTS];
    private final Duration[] time = new Duration[STARTS];
    private final BusinessCalendar library = BusinessCalendar.of(office());
    private final PrefixSums search = new PrefixSums(office(), 2020, 2046);
    private final DayByDay days = new DayByDay(office());

    static CalendarDefinition office() {
        return CalendarDefinition.of("office", "Europe/Berlin", WeekPlan.weekdays("08:00-12:00", "13:00-17:30"))
                .with(Holidays.of(Holidays.GERMANY, 2025))
                .with(Holidays.of(Holidays.GERMANY, 2026));
    }

    /** Draws the instants, and holds the three ways against each other. */
    @Setup
    public void draw() {
        Random random = new Random(7);
        long year = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < STARTS; i++) {
            from[i] = Instant.ofEpochSecond(year + random.nextInt(365 * 86_400), random.nextInt(1_000_000) * 1_000L);
            to[i] = from[i].plus(Duration.parse(horizon));
            time[i] = library.between(from[i], to[i]).plusSeconds(1);
            same(library.between(from[i], to[i]), search.between(from[i], to[i]), days.between(from[i], to[i]));
            same(library.plus(from[i], time[i]), search.plus(from[i], time[i]), days.plus(from[i], time[i]));
        }
    }

    private static void same(Object a, Object b, Object c) {
        if (!a.equals(b) || !a.equals(c)) {
            throw new IllegalStateException(a + ", " + b + ", " + c);
        }
    }

    /** The library. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void plusLibrary(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(library.plus(from[i], time[i]));
        }
    }

    /** Two binary searches. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void plusSearch(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(search.plus(from[i], time[i]));
        }
    }

    /** One day after the other. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void plusDays(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(days.plus(from[i], time[i]));
        }
    }

    /** The library. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void betweenLibrary(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(library.between(from[i], to[i]));
        }
    }

    /** Two binary searches. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void betweenSearch(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(search.between(from[i], to[i]));
        }
    }

    /** One day after the other. */
    @Benchmark
    @OperationsPerInvocation(STARTS)
    public void betweenDays(Blackhole hole) {
        for (int i = 0; i < STARTS; i++) {
            hole.consume(days.between(from[i], to[i]));
        }
    }
}
