package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the configuration when a release is in production.
 *
 * @param ci the item, by its reference
 * @param attribute the attribute, or in so many words a relation that begins or ends: {@code relate runs-on},
 *     {@code unrelate runs-on}
 * @param value its value afterwards, or null when it is taken off; of a relation the other item
 */
public record ConfigurationEdit(
        @Line(max = 100, required = true) String ci,
        @Line(max = 100, required = true) String attribute,
        @Line(max = 4000) @Nullable String value) {

    /** An attribute's value afterwards. */
    public static ConfigurationEdit set(String ci, String attribute, @Nullable String value) {
        return new ConfigurationEdit(ci, attribute, value);
    }

    /** A relation to another item that holds afterwards: software that is installed, hardware that it runs on. */
    public static ConfigurationEdit relate(String ci, String relation, String other) {
        return new ConfigurationEdit(ci, "relate " + relation, other);
    }

    /** A relation to another item that holds no longer. */
    public static ConfigurationEdit unrelate(String ci, String relation, String other) {
        return new ConfigurationEdit(ci, "unrelate " + relation, other);
    }
}
