package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts clocks, line by line; no more lines than a report may have. */
final class Tallying {

    /** The most lines of a report. */
    static final int MOST_LINES = 10_000;

    private static final Comparator<List<String>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private static final class Line {
        private long met;
        private long breached;
        private long waived;
        private long open;
        private long cancelled;
        private final Spread elapsed = new Spread();
        private final Map<BreachCause, Long> causes = new HashMap<>();
    }

    private final List<ReportBy> by;
    private final TreeMap<List<String>, Line> lines = new TreeMap<>(ORDER);

    Tallying(List<ReportBy> by) {
        this.by = by;
    }

    void add(List<String> key, Outcome outcome) {
        Line line = lines.computeIfAbsent(key, none -> new Line());
        if (lines.size() > MOST_LINES) {
            throw new InvalidInput("by", "TOO_MANY", Map.of("limit", MOST_LINES));
        }
        BreachCause cause = outcome.cause();
        if (cause != null) {
            line.breached++;
            line.waived += outcome.isWaived() ? 1 : 0;
            line.causes.merge(cause, 1L, Long::sum);
        } else if (outcome.status().isOpen()) {
            line.open++;
        } else if (outcome.status() == ClockStatus.CANCELLED) {
            line.cancelled++;
        } else {
            line.met++;
        }
        if (outcome.status() == ClockStatus.MET || outcome.status() == ClockStatus.BREACHED) {
            line.elapsed.add(outcome.elapsed());
        }
    }

    /**
     * What became of a clock.
     *
     * @param status where it stands
     * @param elapsed its working time
     * @param cause why it was missed, or null when it was not
     * @param isWaived whether the breach was waived
     */
    record Outcome(
            ClockStatus status,
            java.time.Duration elapsed,
            @Nullable BreachCause cause,
            boolean isWaived) {}

    List<Attainment> lines() {
        List<Attainment> all = new ArrayList<>();
        lines.forEach((key, line) -> {
            Map<ReportBy, String> named = new HashMap<>();
            for (int i = 0; i < by.size(); i++) {
                named.put(by.get(i), key.get(i));
            }
            all.add(new Attainment(
                    named,
                    line.met,
                    line.breached,
                    line.waived,
                    line.open,
                    line.cancelled,
                    line.elapsed.times(),
                    causes(line)));
        });
        return all;
    }

    private static List<Attainment.Cause> causes(Line line) {
        return line.causes.entrySet().stream()
                .map(entry -> new Attainment.Cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Attainment.Cause::clocks)
                        .reversed()
                        .thenComparing(cause -> cause.cause().toString()))
                .toList();
    }
}
