package io.itsm4j.problem;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * When incidents look like a problem.
 *
 * @param atLeast how many incidents that have this in common make a trend, 2 to 10,000; what is not named is not looked
 *     at
 * @param window how far back incidents are looked at, counted from now
 * @param repeats what a single incident must have in common with a problem that was fixed, to count as the same again
 */
public record TrendRule(Map<Trend.By, Integer> atLeast, Duration window, Set<Trend.By> repeats) {

    /** Three incidents in 30 days on one item or with one symptom, ten of one category; repeats by item or symptom. */
    public static final TrendRule STANDARD = new TrendRule(
            Map.of(Trend.By.CI, 3, Trend.By.SYMPTOM, 3, Trend.By.CATEGORY, 10),
            Duration.ofDays(30),
            Set.of(Trend.By.CI, Trend.By.SYMPTOM));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a count or the window is out of its limits
     */
    public TrendRule {
        atLeast = Map.copyOf(atLeast);
        repeats = Set.copyOf(repeats);
        if (atLeast.values().stream().anyMatch(count -> count < 2 || count > 10_000)) {
            throw new IllegalArgumentException("2 to 10,000 incidents make a trend: " + atLeast);
        }
        if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(3_650)) > 0) {
            throw new IllegalArgumentException("a window is more than nothing and at most ten years: " + window);
        }
    }

    /** The same with another count for something in common. */
    public TrendRule from(Trend.By by, int count) {
        Map<Trend.By, Integer> counts = new java.util.EnumMap<>(Trend.By.class);
        counts.putAll(atLeast);
        counts.put(by, count);
        return new TrendRule(counts, window, repeats);
    }

    /** The same over another time. */
    public TrendRule within(Duration time) {
        return new TrendRule(atLeast, time, repeats);
    }
}
