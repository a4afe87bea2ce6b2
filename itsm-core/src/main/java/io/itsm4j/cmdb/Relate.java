package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A new relation.
 *
 * @param from the first end
 * @param type the name of the type
 * @param to the second end
 * @param group the redundancy group of the item that rests on the other, or null
 * @param needed how many members of the group it needs, the same for all of them; 0 without a group
 */
public record Relate(
        @Line(max = 100, required = true) @Nullable String from,
        @Line(max = 40, required = true) @Nullable String type,
        @Line(max = 100, required = true) @Nullable String to,
        @Line(max = 40) @Nullable String group,
        @Min(0) @Max(10_000) int needed) {

    /** Reads as {@code Relate.of(application, "runs-on", server)}. */
    public static Relate of(@Nullable String from, @Nullable String type, @Nullable String to) {
        return new Relate(from, type, to, null, 0);
    }

    /** The same as a member of a redundancy group of which so many are needed. */
    public Relate redundantly(@Nullable String groupName, int least) {
        return new Relate(from, type, to, groupName, least);
    }
}
