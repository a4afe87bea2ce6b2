package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of asking for the approvals that an environment's gates wait for.
 *
 * @param environment where
 */
public record RequestGateApproval(
        @Line(max = 100, required = true) @Nullable String environment) {}
