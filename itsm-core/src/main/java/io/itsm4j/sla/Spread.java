package io.itsm4j.sla;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How times are spread, in memory that does not grow with their number: counts of ranges of which each is at most 1/128
 * wide, as in a high dynamic range histogram. A percentile is the upper end of its range and never below the true one;
 * number, sum and longest are exact.
 */
final class Spread {

    private static final int BITS = 7;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long number;
    private long sum;
    private long longest;

    void add(Duration time) {
        long micros = Micros.of(time);
        number++;
        sum = Math.addExact(sum, micros);
        longest = Math.max(longest, micros);
        counts.merge(upper(micros), 1L, Long::sum);
    }

    private static long upper(long micros) {
        int length = Long.SIZE - Long.numberOfLeadingZeros(micros);
        int dropped = Math.max(0, length - BITS - 1);
        return ((micros >>> dropped) << dropped) + (1L << dropped) - 1;
    }

    Times times() {
        return new Times(
                number,
                number == 0 ? Duration.ZERO : Micros.duration(sum / number),
                at(50),
                at(90),
                at(95),
                at(99),
                Micros.duration(longest));
    }

    private Duration at(int percent) {
        long wanted = Math.max(1, -Math.floorDiv(-number * percent, 100));
        long seen = 0;
        for (Map.Entry<Long, Long> range : counts.entrySet()) {
            seen += range.getValue();
            if (seen >= wanted) {
                return Micros.duration(Math.min(range.getKey(), longest));
            }
        }
        return Duration.ZERO;
    }
}
