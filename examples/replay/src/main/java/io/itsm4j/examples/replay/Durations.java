package io.itsm4j.examples.replay;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Durations in minutes, rounded down to two digits, so that any number of them takes the memory of a few hundred. */
final class Durations {

    private final Map<Long, Long> counts = new TreeMap<>();
    private long size;

    void add(Duration duration) {
        counts.merge(rounded(Math.max(0, duration.toMinutes())), 1L, Long::sum);
        size++;
    }

    private static long rounded(long minutes) {
        long unit = 1;
        while (minutes / unit >= 100) {
            unit *= 10;
        }
        return minutes / unit * unit;
    }

    /** The smallest duration that so many percent do not exceed, in minutes; empty without any. */
    OptionalLong percentile(int percent) {
        long wanted = Math.max(1, (size * percent + 99) / 100);
        long seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return OptionalLong.of(entry.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
