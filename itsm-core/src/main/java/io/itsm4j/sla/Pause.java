package io.itsm4j.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch during which a clock stood still.
 *
 * @param from when it began
 * @param to when it ended, or null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {

    Pause until(Instant end) {
        return new Pause(from, end);
    }
}
