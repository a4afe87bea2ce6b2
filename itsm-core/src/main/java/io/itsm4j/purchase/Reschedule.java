package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of expecting a delivery at another time.
 *
 * @param expectedAt when, or null when it is not known
 * @param reason why, or null
 */
public record Reschedule(
        @Nullable Instant expectedAt,
        @Line(max = 2000, multi = true) @Nullable String reason) {}
