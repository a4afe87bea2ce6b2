package io.itsm4j.problem;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of an action on a problem that needs a text: a workaround, a fix.
 *
 * @param text any text
 */
public record Words(
        @Line(max = 65536, required = true, multi = true) @Nullable String text) {

    String said() {
        return java.util.Objects.requireNonNull(text);
    }
}
