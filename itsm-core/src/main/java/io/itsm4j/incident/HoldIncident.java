package io.itsm4j.incident;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of putting an incident on hold.
 *
 * @param reason why it waits
 * @param comment what the caller is told; needed when the caller is waited for
 */
public record HoldIncident(
        @NotNull @Nullable HoldReason reason,
        @Line(max = 65536, multi = true) @Nullable String comment) {

    /** For a reason that the caller need not be told of. */
    public static HoldIncident because(@Nullable HoldReason reason) {
        return new HoldIncident(reason, null);
    }

    /** Until the caller answers. */
    public static HoldIncident untilCallerAnswers(@Nullable String question) {
        return new HoldIncident(HoldReason.CALLER, question);
    }
}
