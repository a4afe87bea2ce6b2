package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of saying what came of a gate.
 *
 * @param environment the environment it stands before
 * @param gate its name
 * @param passed whether it was passed
 * @param note what was found, or null
 */
public record JudgeGate(
        @Line(max = 100, required = true) @Nullable String environment,
        @Line(max = 100, required = true) @Nullable String gate,
        boolean passed,
        @Line(max = 2000, multi = true) @Nullable String note) {

    /** It was passed. */
    public static JudgeGate passed(@Nullable String environment, @Nullable String gate) {
        return new JudgeGate(environment, gate, true, null);
    }

    /** It was not. */
    public static JudgeGate failed(@Nullable String environment, @Nullable String gate, @Nullable String note) {
        return new JudgeGate(environment, gate, false, note);
    }
}
