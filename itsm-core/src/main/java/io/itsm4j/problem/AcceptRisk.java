package io.itsm4j.problem;

import io.itsm4j.input.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of deciding to live with a problem for a while.
 *
 * @param until when the problem comes back for review
 * @param reason why
 */
public record AcceptRisk(
        @Nullable Instant until,
        @Line(max = 2000, multi = true) @Nullable String reason) {

    /** Until a time, for a reason. */
    public static AcceptRisk until(@Nullable Instant when, @Nullable String reason) {
        return new AcceptRisk(when, reason);
    }
}
