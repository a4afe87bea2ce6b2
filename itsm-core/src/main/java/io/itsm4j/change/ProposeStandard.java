package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The input of proposing a standard change.
 *
 * @param name what it is called, unique
 * @param title the title of changes made from it
 * @param reason why such a change is made
 * @param implementation what is done
 * @param test how it is checked
 * @param backout how it is taken back
 * @param downtimeMinutes for how long the service is interrupted
 */
public record ProposeStandard(
        @Line(max = 100, required = true) @Nullable String name,
        @Line(max = 200, required = true) @Nullable String title,

        @Line(max = 4000, required = true, multi = true) @Nullable String reason,

        @Line(max = 65536, required = true, multi = true) @Nullable String implementation,

        @Line(max = 65536, required = true, multi = true) @Nullable String test,

        @Line(max = 65536, required = true, multi = true) @Nullable String backout,

        @Min(0) @Max(525_600) int downtimeMinutes) {

    /** With a name, a title and a reason. */
    public static ProposeStandard named(@Nullable String name, @Nullable String title, @Nullable String reason) {
        return new ProposeStandard(name, title, reason, null, null, null, 0);
    }

    /** The same, done, checked and taken back like this. */
    public ProposeStandard doing(@Nullable String what, @Nullable String check, @Nullable String takeBack) {
        return new ProposeStandard(name, title, reason, what, check, takeBack, downtimeMinutes);
    }

    /** The same, interrupting the service for so long. */
    public ProposeStandard interrupting(int minutes) {
        return new ProposeStandard(name, title, reason, implementation, test, backout, minutes);
    }
}
