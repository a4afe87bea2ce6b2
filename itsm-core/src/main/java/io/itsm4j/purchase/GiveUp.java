package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of waiting no longer for what is outstanding.
 *
 * @param lines the numbers of the lines; none for all
 * @param reason why
 */
public record GiveUp(
        @Size(max = 200) Set<Integer> lines,

        @Line(max = 2000, required = true, multi = true) @Nullable String reason) {

    /** Copies the numbers. */
    public GiveUp {
        lines = Set.copyOf(lines);
    }

    /** All that is outstanding. */
    public static GiveUp all(@Nullable String reason) {
        return new GiveUp(Set.of(), reason);
    }

    /** What is outstanding of these lines. */
    public static GiveUp of(@Nullable String reason, Integer... lines) {
        return new GiveUp(Set.of(lines), reason);
    }
}
