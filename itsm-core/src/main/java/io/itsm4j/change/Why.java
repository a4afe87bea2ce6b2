package io.itsm4j.change;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of letting a rule pass.
 *
 * @param reason why
 */
public record Why(
        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {}
