package io.itsm4j.change;

import io.itsm4j.RuleViolated;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the occurrences of a window that may come again by an RRULE of RFC 5545. */
@FunctionalInterface
public interface Occurrences {

    /** Knows windows that come once, and refuses rules with {@code WINDOW_RULE}. */
    Occurrences ONCE = (first, zone, rule, within) -> {
        if (rule != null) {
            throw new RuleViolated("WINDOW_RULE", Map.of("rule", rule));
        }
        return first.overlaps(within) ? List.of(first) : List.of();
    };

    /**
     * The occurrences that have an instant in common with a span, in order.
     *
     * @param first the first occurrence
     * @param zone the zone in whose local time the rule counts
     * @param rule the rule, or null when the window comes once
     * @param within the span
     */
    List<Slot> between(Slot first, ZoneId zone, @Nullable String rule, Slot within);
}
