package io.itsm4j.examples.benchmarks;

import io.itsm4j.calendar.BusinessCalendar;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * The three ways of {@link CalendarBenchmark} taking turns in one process, by the CPU time of the thread, so that a
 * busy machine slows all of them alike; ratios and bounds; and what ten years cost to compile and to keep.
 */
final class CalendarFigures {

    private static final double BOUND = 2.0;
    private static final int STARTS = 512;
    private static final int ROUNDS = 15;
    private static final int PASSES = 300;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2035-12-31T00:00:00Z");
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final BusinessCalendar library = BusinessCalendar.of(CalendarBenchmark.office());
    private final PrefixSums search = new PrefixSums(CalendarBenchmark.office(), 2020, 2046);
    private final DayByDay days = new DayByDay(CalendarBenchmark.office());
    private final Instant[] from = new Instant[STARTS];
    private final Instant[] to = new Instant[STARTS];
    private final Duration[] time = new Duration[STARTS];

    @SuppressWarnings("UnusedVariable") // so that no answer can be left out by the compiler
    private int seen;

    static void run() {
        System.out.println(Machine.description());
        System.out.println("CPU ns an answer, medians of " + ROUNDS + " rounds; must: library <= 2 x binary search");
        System.out.println("horizon work      library   search   day by day  ratio");
        CalendarFigures figures = new CalendarFigures();
        for (String horizon : List.of("PT4H", "P5D", "P90D", "P1095D", "P3650D")) {
            figures.draw(Duration.parse(horizon));
            figures.compare(
                    horizon, "plus", figures.library::plus, figures.search::plus, figures.days::plus, figures.time);
            figures.compare(
                    horizon,
                    "between",
                    figures.library::between,
                    figures.search::between,
                    figures.days::between,
                    figures.to);
        }
        compile();
    }

    private void draw(Duration horizon) {
        Random random = new Random(7);
        for (int i = 0; i < STARTS; i++) {
            from[i] = FROM.plusSeconds(random.nextInt(365 * 86_400)).plusNanos(random.nextInt(1_000_000) * 1_000L);
            to[i] = from[i].plus(horizon);
            time[i] = library.between(from[i], to[i]).plusSeconds(1);
        }
    }

    private <T> void compare(
            String horizon,
            String work,
            BiFunction<Instant, T, ?> ours,
            BiFunction<Instant, T, ?> binary,
            BiFunction<Instant, T, ?> naive,
            T[] second) {
        double[] one = new double[ROUNDS];
        double[] two = new double[ROUNDS];
        double[] ratio = new double[ROUNDS];
        double[] three = new double[ROUNDS];
        for (int warm = 0; warm < 20; warm++) {
            measure(ours, second, PASSES, STARTS);
            measure(binary, second, PASSES, STARTS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            one[round] = measure(ours, second, PASSES, STARTS);
            two[round] = measure(binary, second, PASSES, STARTS);
            ratio[round] = one[round] / two[round];
            three[round] = measure(naive, second, 1, 8);
        }
        double held = median(ratio);
        System.out.println(String.format(
                Locale.ROOT,
                "%-7s %-8s %8.1f %8.1f %12.0f  %.2fx %s",
                horizon,
                work,
                median(one),
                median(two),
                median(three),
                held,
                held <= BOUND ? "holds" : "MISSED"));
    }

    private <T> double measure(BiFunction<Instant, T, ?> way, T[] second, int passes, int starts) {
        long start = CPU.getCurrentThreadCpuTime();
        for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < starts; i++) {
                seen += way.apply(from[i], second[i]).hashCode();
            }
        }
        return (CPU.getCurrentThreadCpuTime() - start) / (double) (passes * starts);
    }

    private static void compile() {
        double[] millis = new double[100];
        for (int i = 0; i < millis.length; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            tenYears();
            millis[i] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
        }
        System.out.println(String.format(
                Locale.ROOT,
                "ten years compiled in %.2f ms of CPU at the median; must be below 10 ms",
                median(millis)));
        List<BusinessCalendar> kept = new ArrayList<>();
        long before = used();
        for (int i = 0; i < 200; i++) {
            kept.add(tenYears());
        }
        long bytes = (used() - before) / kept.size();
        System.out.println("ten years hold " + bytes / 1_000 + " KB; must be below 200 KB");
    }

    private static BusinessCalendar tenYears() {
        BusinessCalendar calendar = BusinessCalendar.of(CalendarBenchmark.office());
        calendar.between(FROM, TO);
        return calendar;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
