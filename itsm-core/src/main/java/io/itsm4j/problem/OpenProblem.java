package io.itsm4j.problem;

import io.itsm4j.input.Line;
import io.itsm4j.ticket.OpenTicket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of opening a problem.
 *
 * @param ticket what every ticket has
 * @param origin what made somebody look for a cause
 * @param symptoms how it shows, or null
 * @param recurrenceDays for how many days after the fix the same trouble counts as the problem again, 0 to 3,650
 */
public record OpenProblem(
        @Valid @NotNull @Nullable OpenTicket ticket,
        @NotNull @Nullable ProblemOrigin origin,
        @Line(max = 65536, multi = true) @Nullable String symptoms,
        @Min(0) @Max(3_650) int recurrenceDays) {

    /** A problem with a title, found by looking back at incidents. */
    public static OpenProblem titled(@Nullable String title) {
        return of(OpenTicket.titled(title));
    }

    /** A problem with all that a ticket can have. */
    public static OpenProblem of(@Nullable OpenTicket ticket) {
        return new OpenProblem(ticket, ProblemOrigin.INCIDENT_REVIEW, null, Problem.RECURRENCE_DAYS);
    }

    /** The same with another origin. */
    public OpenProblem from(@Nullable ProblemOrigin why) {
        return new OpenProblem(ticket, why, symptoms, recurrenceDays);
    }

    /** The same with symptoms. */
    public OpenProblem showing(@Nullable String text) {
        return new OpenProblem(ticket, origin, text, recurrenceDays);
    }

    /** The same with another recurrence window. */
    public OpenProblem recurringWithin(int days) {
        return new OpenProblem(ticket, origin, symptoms, days);
    }

    Problem details() {
        return Problem.from(java.util.Objects.requireNonNull(origin), symptoms, recurrenceDays);
    }
}
