package io.itsm4j.change;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of backing out.
 *
 * @param notes what happened
 */
public record BackOut(
        @Line(max = 65536, required = true, multi = true) @Nullable String notes) {}
