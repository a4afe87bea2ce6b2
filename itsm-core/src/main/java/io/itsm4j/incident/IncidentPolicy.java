package io.itsm4j.incident;

import io.itsm4j.ticket.CloseRule;
import java.time.Duration;
import java.util.Set;

/**
 * How incidents are handled, as data.
 *
 * @param reopenWindow how long after its resolution an incident can be reopened; afterwards a follow-up is opened
 * @param autoCloseAfter how long after its resolution it closes by itself; zero for never; a major one never does
 * @param remindEvery how often a caller whom the desk waits for is reminded; zero for never
 * @param reminders how many times
 * @param autoResolveAfter how long the desk waits for a caller before it resolves; zero for never
 * @param children what happens to open children when their parent closes
 * @param cascades which of {@code resolve}, {@code hold} and {@code reopen} a parent passes on
 * @param resolveOnClear whether a clear event of the monitoring resolves the incident
 * @param flapWindow how far apart two changes of an alert may be to count as flapping
 * @param flapLimit at how many changes an alert counts as flapping, so that a clear event no longer resolves
 */
public record IncidentPolicy(
        Duration reopenWindow,
        Duration autoCloseAfter,
        Duration remindEvery,
        int reminders,
        Duration autoResolveAfter,
        CloseRule children,
        Set<String> cascades,
        boolean resolveOnClear,
        Duration flapWindow,
        int flapLimit) {

    /**
     * Reopen within 14 days, close by itself after 7, remind every 2 days and three times, resolve after 10 days
     * without an answer, block on open children, pass resolve on, resolve on clear, damp at 3 changes an hour.
     */
    public static final IncidentPolicy STANDARD = new IncidentPolicy(
            Duration.ofDays(14),
            Duration.ofDays(7),
            Duration.ofDays(2),
            3,
            Duration.ofDays(10),
            CloseRule.BLOCK,
            Set.of("resolve"),
            true,
            Duration.ofHours(1),
            3);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when a duration is negative, a count is, or a cascade is unknown
     */
    public IncidentPolicy {
        boolean negative = reopenWindow.isNegative()
                || autoCloseAfter.isNegative()
                || remindEvery.isNegative()
                || autoResolveAfter.isNegative()
                || flapWindow.isNegative()
                || reminders < 0
                || flapLimit < 1;
        if (negative) {
            throw new IllegalArgumentException("an incident policy has no negative duration or count");
        }
        cascades = Set.copyOf(cascades);
        if (!Set.of("resolve", "hold", "reopen").containsAll(cascades)) {
            throw new IllegalArgumentException("a parent passes resolve, hold and reopen on, not " + cascades);
        }
    }

    /** The same with automatic closing after another time; zero for never. */
    public IncidentPolicy closingAfter(Duration time) {
        return new IncidentPolicy(
                reopenWindow,
                time,
                remindEvery,
                reminders,
                autoResolveAfter,
                children,
                cascades,
                resolveOnClear,
                flapWindow,
                flapLimit);
    }

    /** The same with another window for reopening. */
    public IncidentPolicy reopenableFor(Duration time) {
        return new IncidentPolicy(
                time,
                autoCloseAfter,
                remindEvery,
                reminders,
                autoResolveAfter,
                children,
                cascades,
                resolveOnClear,
                flapWindow,
                flapLimit);
    }

    /** The same with other reminders; zero time for none. */
    public IncidentPolicy reminding(Duration every, int times, Duration resolveAfter) {
        return new IncidentPolicy(
                reopenWindow,
                autoCloseAfter,
                every,
                times,
                resolveAfter,
                children,
                cascades,
                resolveOnClear,
                flapWindow,
                flapLimit);
    }

    /** The same with another rule for children. */
    public IncidentPolicy children(CloseRule rule, String... passedOn) {
        return new IncidentPolicy(
                reopenWindow,
                autoCloseAfter,
                remindEvery,
                reminders,
                autoResolveAfter,
                rule,
                Set.of(passedOn),
                resolveOnClear,
                flapWindow,
                flapLimit);
    }
}
