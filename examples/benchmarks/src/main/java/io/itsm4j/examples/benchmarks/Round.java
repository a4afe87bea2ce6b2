package io.itsm4j.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * What one contestant did in one round.
 *
 * @param perSecond pieces of work a second
 * @param p50 the median of a piece, in milliseconds
 * @param p99 its 99th percentile, in milliseconds
 * @param cpu processor time of this process for a piece, in milliseconds; the database's is not in it
 */
record Round(double perSecond, double p50, double p99, double cpu) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Runs so many pieces of work on so many threads. */
    static Round of(int pieces, int threads, AtomicLong numbers, LongConsumer work)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<long[]>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                shares.add(() -> share(pieces / threads, numbers, work));
            }
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            List<Future<long[]>> done = pool.invokeAll(shares);
            double seconds = (System.nanoTime() - start) / 1e9;
            double busy = (SYSTEM.getProcessCpuTime() - cpu) / 1e6;
            long[] all = new long[0];
            for (Future<long[]> share : done) {
                long[] times = share.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + times.length);
                System.arraycopy(times, 0, all, before, times.length);
            }
            Arrays.sort(all);
            return new Round(all.length / seconds, at(all, 0.50), at(all, 0.99), busy / all.length);
        } finally {
            pool.shutdown();
        }
    }

    private static long[] share(int pieces, AtomicLong numbers, LongConsumer work) {
        long[] times = new long[pieces];
        for (int i = 0; i < pieces; i++) {
            long start = System.nanoTime();
            work.accept(numbers.incrementAndGet());
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / 1e6;
    }

    /** The median of each figure. */
    static Round median(List<Round> rounds) {
        return new Round(
                median(rounds.stream().mapToDouble(Round::perSecond).toArray()),
                median(rounds.stream().mapToDouble(Round::p50).toArray()),
                median(rounds.stream().mapToDouble(Round::p99).toArray()),
                median(rounds.stream().mapToDouble(Round::cpu).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
