package io.itsm4j.sla;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of a missed clock went: the state and the group in which most of its working time passed until it was
 * due. Of equals the earlier one.
 *
 * @param kind whether time went by, or a change made it late at once
 * @param state the name of the state
 * @param group the group, or null when nobody was assigned
 */
public record BreachCause(Kind kind, String state, @Nullable String group) {

    /** How a clock is missed. */
    public enum Kind {
        /** The time passed. */
        TIME_PASSED,
        /** Another target, for example after a change of priority, had been due already when it began to apply. */
        DUE_BEFORE_THE_CHANGE
    }
}
