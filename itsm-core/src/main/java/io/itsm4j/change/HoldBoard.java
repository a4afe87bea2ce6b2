package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of writing down what a board said.
 *
 * @param minutes what was said
 * @param present who was there
 */
public record HoldBoard(
        @Line(max = 65536, required = true, multi = true) @Nullable String minutes,

        @Size(min = 1, max = 200) Set<@Line(max = 100, required = true) String> present) {

    /** Copies the people. */
    public HoldBoard {
        present = Set.copyOf(present);
    }

    /** With minutes and who was there. */
    public static HoldBoard with(@Nullable String minutes, String... present) {
        return new HoldBoard(minutes, new LinkedHashSet<>(Arrays.asList(present)));
    }
}
