package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A point on the way of a clock, before its due instant or after it, at which something happens.
 *
 * @param level its name within the target
 * @param percent the share of the agreed working time that has passed, 1 to 1,000
 * @param offset working time after that share, or before it when negative
 * @param actions what happens, in order
 */
public record Threshold(String level, int percent, Duration offset, List<ThresholdAction> actions) {

    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /**
     * Checks the values.
     *
     * @throws InvalidInput with {@code NAME_FORM} or {@code OUT_OF_LIMIT}
     */
    public Threshold {
        if (!LEVEL.matcher(level).matches()) {
            throw new InvalidInput("level", "NAME_FORM", Map.of("value", level, "form", LEVEL));
        }
        if (percent < 1 || percent > 1_000) {
            throw new InvalidInput("percent", "OUT_OF_LIMIT", Map.of("limit", "1 … 1000"));
        }
        if (offset.abs().compareTo(TimeLimit.LONGEST) > 0) {
            throw new InvalidInput("offset", "OUT_OF_LIMIT", Map.of("limit", "3653 d"));
        }
        offset = Duration.ofNanos(offset.toNanos() / 1_000 * 1_000);
        actions = List.copyOf(actions);
    }

    /** When a share of the time has passed; called {@code 75} for 75 percent. */
    public static Threshold at(int percent, ThresholdAction... actions) {
        return new Threshold(String.valueOf(percent), percent, Duration.ZERO, List.of(actions));
    }

    /** So much working time before the due instant; does not happen when the whole time is not longer. */
    public static Threshold before(String level, Duration time, ThresholdAction... actions) {
        return new Threshold(level, 100, time.negated(), List.of(actions));
    }

    /** So much working time after the due instant. */
    public static Threshold after(String level, Duration time, ThresholdAction... actions) {
        return new Threshold(level, 100, time, List.of(actions));
    }
}
