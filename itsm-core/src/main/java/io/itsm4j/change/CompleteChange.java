package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of ending a change.
 *
 * @param outcome how it ended
 * @param notes what happened
 */
public record CompleteChange(
        @NotNull @Nullable Outcome outcome,

        @Line(max = 65536, required = true, multi = true) @Nullable String notes) {

    /** With an outcome and notes. */
    public static CompleteChange with(@Nullable Outcome outcome, @Nullable String notes) {
        return new CompleteChange(outcome, notes);
    }
}
