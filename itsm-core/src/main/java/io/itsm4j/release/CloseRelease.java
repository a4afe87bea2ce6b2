package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of ending a release.
 *
 * @param review what the review found
 */
public record CloseRelease(
        @Line(max = 65536, required = true, multi = true) @Nullable String review) {}
