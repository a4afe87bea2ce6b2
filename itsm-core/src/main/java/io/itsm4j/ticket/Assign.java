package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of assigning a ticket. Null takes the group or the person off.
 *
 * @param group the support group, or null
 * @param assignee the person, or null
 */
public record Assign(
        @Line(max = 100) @Nullable String group,
        @Line(max = 100) @Nullable String assignee) {

    /** To a group, and nobody in it yet. */
    public static Assign toGroup(@Nullable String group) {
        return new Assign(group, null);
    }

    /** To a person of a group. */
    public static Assign to(@Nullable String group, @Nullable String assignee) {
        return new Assign(group, assignee);
    }
}
