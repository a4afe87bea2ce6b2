package io.itsm4j.change;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a change will make of an attribute of a configuration item. Kept as data until the change has been carried out;
 * then a {@link ConfigurationEdits} applies it.
 *
 * @param ci the item
 * @param attribute the attribute
 * @param value the value it will have, or null to clear it
 */
public record PlannedEdit(
        @Line(max = 100, required = true) @Nullable String ci,
        @Line(max = 100, required = true) @Nullable String attribute,
        @Line(max = 4000, multi = true) @Nullable String value) {}
