package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The input of setting a priority that is not the matrix's.
 *
 * @param priority the priority
 * @param reason why
 */
public record OverridePriority(
        @NotNull @Nullable Priority priority,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {}
