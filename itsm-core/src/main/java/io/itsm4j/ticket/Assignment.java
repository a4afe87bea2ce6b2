package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a ticket.
 *
 * @param group the support group, or null
 * @param assignee the person, or null
 * @param tier the support tier, 1 to 3
 * @param reassignments how often the group or the assignee changed after the first assignment
 * @param escalations how often it was escalated
 */
public record Assignment(
        @Nullable GroupId group, @Nullable PersonId assignee, int tier, int reassignments, int escalations) {

    /** Nobody yet, first tier. */
    public static final Assignment NOBODY = new Assignment(null, null, 1, 0, 0);

    /** The highest support tier. */
    public static final int TIERS = 3;

    Assignment to(@Nullable GroupId newGroup, @Nullable PersonId newAssignee) {
        boolean first = group == null && assignee == null && reassignments == 0;
        Assignment next = new Assignment(newGroup, newAssignee, tier, reassignments, escalations);
        return first || isHeldAs(next)
                ? next
                : new Assignment(newGroup, newAssignee, tier, reassignments + 1, escalations);
    }

    boolean isHeldAs(Assignment other) {
        return java.util.Objects.equals(group, other.group) && java.util.Objects.equals(assignee, other.assignee);
    }

    Assignment escalated(int newTier) {
        return new Assignment(group, assignee, newTier, reassignments, escalations + 1);
    }
}
