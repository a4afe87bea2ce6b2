package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of starting a deployment, or of taking one back.
 *
 * @param environment where
 */
public record StartDeployment(
        @Line(max = 100, required = true) @Nullable String environment) {}
