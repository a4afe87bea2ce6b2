package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of escalating a ticket: to a higher tier, another group, or the manager of somebody.
 *
 * @param kind functional or hierarchic
 * @param tier the tier; the next one when null
 * @param group the group it goes to, or null to stay
 * @param reason why
 */
public record Escalate(
        @NotNull Kind kind,
        @Min(1) @Max(Assignment.TIERS) @Nullable Integer tier,
        @Line(max = 100) @Nullable String group,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {

    /** Which way a ticket is escalated. */
    public enum Kind {
        /** To those who know more. */
        FUNCTIONAL,
        /** To those who decide more. */
        HIERARCHIC
    }

    /** To the next tier, in a group. */
    public static Escalate functionally(@Nullable String group, @Nullable String reason) {
        return new Escalate(Kind.FUNCTIONAL, null, group, reason);
    }

    /** To the manager of the assignee, who is told; the tier stays. */
    public static Escalate hierarchically(@Nullable String reason) {
        return new Escalate(Kind.HIERARCHIC, null, null, reason);
    }
}
