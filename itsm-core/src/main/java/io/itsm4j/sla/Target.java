package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Criterion;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is promised about one metric. Of the targets of one metric in an agreement the first that fits the ticket
 * applies.
 *
 * @param name its name within the agreement
 * @param metric what is measured
 * @param when which tickets it fits, by their facts
 * @param limit how long it may take
 * @param calendar the name of the calendar, or null for the agreement's
 * @param conditions when the clock starts, stands still and ends
 * @param thresholds what happens on the way, each level once a cycle
 * @param reopening what happens when the clock's start comes true again after its end
 * @param switching from when it counts when it takes over from another target
 * @param retroactive whether the clock starts when the ticket was reported, if that was before the fact that starts it
 */
public record Target(
        String name,
        Metric metric,
        Criterion<Situation> when,
        TimeLimit limit,
        @Nullable String calendar,
        Conditions conditions,
        List<Threshold> thresholds,
        ReopenPolicy reopening,
        SwitchPolicy switching,
        boolean retroactive) {

    /** The level that every clock has: that its due instant was missed. */
    public static final String BREACH = "breach";

    private static final int MOST_THRESHOLDS = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._ -]{1,60}");

    /**
     * Checks the values.
     *
     * @throws InvalidInput with {@code NAME_FORM}, {@code TOO_MANY} or {@code DUPLICATE_NAME}
     */
    public Target {
        thresholds = List.copyOf(thresholds);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("target", "NAME_FORM", Map.of("value", name, "form", NAME));
        }
        if (thresholds.size() > MOST_THRESHOLDS) {
            throw new InvalidInput("thresholds", "TOO_MANY", Map.of("limit", MOST_THRESHOLDS));
        }
        Set<String> levels = new HashSet<>(Set.of(BREACH));
        for (Threshold threshold : thresholds) {
            if (!levels.add(threshold.level())) {
                throw new InvalidInput("thresholds", "DUPLICATE_NAME", Map.of("value", threshold.level()));
            }
        }
    }

    /** A target of a metric that the library knows, for every ticket. */
    public static Target of(Metric metric, TimeLimit limit) {
        Conditions conditions = Metrics.conditions(metric)
                .orElseThrow(() -> new InvalidInput("metric", "METRIC_UNKNOWN", Map.of("value", metric)));
        return of(metric, limit, conditions);
    }

    /** A target of a metric that the library knows, in working time, for every ticket. */
    public static Target within(Metric metric, Duration time) {
        return of(metric, new TimeLimit.Within(time));
    }

    /** A target of any metric, with conditions of its own. */
    public static Target of(Metric metric, TimeLimit limit, Conditions conditions) {
        return new Target(
                metric.name(),
                metric,
                Criterion.all(),
                limit,
                null,
                conditions,
                List.of(),
                Metrics.reopening(metric),
                SwitchPolicy.FROM_START,
                false);
    }

    /** The same under another name, for tickets with these facts only. */
    public Target when(String called, Criterion<Situation> selector) {
        return new Target(
                called, metric, selector, limit, calendar, conditions, thresholds, reopening, switching, retroactive);
    }

    /** The same with a calendar of its own. */
    public Target on(String calendarName) {
        return new Target(
                name, metric, when, limit, calendarName, conditions, thresholds, reopening, switching, retroactive);
    }

    /** The same with other conditions. */
    public Target with(Conditions changed) {
        return new Target(name, metric, when, limit, calendar, changed, thresholds, reopening, switching, retroactive);
    }

    /** The same with these thresholds. */
    public Target warning(Threshold... levels) {
        return new Target(
                name, metric, when, limit, calendar, conditions, List.of(levels), reopening, switching, retroactive);
    }

    /** The same with another way to reopen. */
    public Target reopening(ReopenPolicy policy) {
        return new Target(name, metric, when, limit, calendar, conditions, thresholds, policy, switching, retroactive);
    }

    /** The same with another way to take over. */
    public Target switching(SwitchPolicy policy) {
        return new Target(name, metric, when, limit, calendar, conditions, thresholds, reopening, policy, retroactive);
    }

    /** The same, counting from when the ticket was reported. */
    public Target fromReport() {
        return new Target(name, metric, when, limit, calendar, conditions, thresholds, reopening, switching, true);
    }
}
