package io.itsm4j.request;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of putting a request on hold.
 *
 * @param reason why it waits
 */
public record HoldRequest(
        @Line(max = 200, required = true) @Nullable String reason) {}
