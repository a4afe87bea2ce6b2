package io.itsm4j.sla;

import io.itsm4j.ticket.Due;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the levels of a clock are reached that were not dealt with yet. */
final class Levels {

    /**
     * A level on the way of a clock.
     *
     * @param clock the clock
     * @param level its name
     * @param at when it is reached
     * @param actions what happens then
     */
    record Level(ClockState clock, String level, Instant at, List<ThresholdAction> actions) {}

    private Levels() {}

    /** The levels that a clock has before it, by their time; none when it does not run. */
    static List<Level> ahead(ClockState clock, Terms terms, Bound bound) {
        List<Level> levels = new ArrayList<>();
        if (clock.status() != ClockStatus.RUNNING) {
            return levels;
        }
        Target target = bound.agreement().target(clock.target());
        for (Threshold threshold : target.thresholds()) {
            Instant at = Timing.at(threshold, clock, target, terms.calendar(clock.calendar()));
            add(levels, clock, threshold.level(), at, threshold.actions());
        }
        Instant due = clock.dueAt();
        add(levels, clock, Target.BREACH, due == null ? null : due.plus(1, ChronoUnit.MICROS), List.of());
        levels.sort(Comparator.comparing(Level::at));
        return levels;
    }

    private static void add(
            List<Level> levels, ClockState clock, String level, @Nullable Instant at, List<ThresholdAction> actions) {
        if (at != null && at.isBefore(Due.NEVER) && !clock.reached().contains(level)) {
            levels.add(new Level(clock, level, at, actions));
        }
    }

    static Optional<Instant> next(ClockState clock, Terms terms, Bound bound) {
        return ahead(clock, terms, bound).stream().findFirst().map(Level::at);
    }
}
