package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the configuration when a release is in production.
 *
 * @param ci the item, by its reference
 * @param attribute the attribute
 * @param value its value afterwards, or null when it is taken off
 */
public record ConfigurationEdit(
        @Line(max = 100, required = true) String ci,
        @Line(max = 100, required = true) String attribute,
        @Line(max = 4000) @Nullable String value) {

    /** An attribute's value afterwards. */
    public static ConfigurationEdit set(String ci, String attribute, @Nullable String value) {
        return new ConfigurationEdit(ci, attribute, value);
    }
}
