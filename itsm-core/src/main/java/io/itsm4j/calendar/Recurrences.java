package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Finds the occurrences of a {@link Recurrence}. {@link #ONCE} does for windows that do not recur; a host that wants
 * rules gives {@code io.itsm4j.interop.RecurrenceRules}, which needs the library lib-recur, or something of its own.
 */
@FunctionalInterface
public interface Recurrences {

    /** Knows windows that come once, and refuses rules with {@code CALENDAR_RULE}. */
    Recurrences ONCE = (recurrence, from, to) -> {
        if (recurrence.isRecurring()) {
            throw new InvalidInput(
                    "rule",
                    "CALENDAR_RULE",
                    Map.of("value", recurrence.rule(), "cause", "nobody was named to read it"));
        }
        TimeWindow window = recurrence.at(recurrence.first());
        return window.overlaps(new TimeWindow(from, to)) ? List.of(window) : List.of();
    };

    /**
     * The windows that have an instant in common with a span, in order.
     *
     * @param from where the span begins
     * @param to where it ends, later and within ten years
     * @throws InvalidInput with {@code CALENDAR_RULE} when the rule cannot be read or contradicts itself, with
     *     {@code CALENDAR_WINDOW} when the span is too long, {@code RANGE_REVERSED} when it ends before it begins
     * @throws RuleViolated with {@code CALENDAR_RULE_LIMIT} when too many occurrences would have to be looked at
     */
    List<TimeWindow> windows(Recurrence recurrence, Instant from, Instant to);
}
