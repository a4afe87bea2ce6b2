package io.itsm4j.incident;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of an action on an incident that needs a text: a workaround, a fault report, a message, a review.
 *
 * @param text any text
 */
public record Words(
        @Line(max = 65536, required = true, multi = true) @Nullable String text) {

    String said() {
        return java.util.Objects.requireNonNull(text);
    }
}
