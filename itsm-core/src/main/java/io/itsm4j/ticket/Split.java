package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of splitting a ticket: what goes into the new one.
 *
 * @param title the new ticket's title
 * @param description its description, or null for the old one's
 */
public record Split(
        @Line(max = 200, required = true) @Nullable String title,
        @Line(max = 65536, multi = true) @Nullable String description) {}
