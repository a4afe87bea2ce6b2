package io.itsm4j.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among others.
 *
 * @param parent the ticket it is part of, or null
 * @param root the top of its tree; itself when it has no parent
 * @param mergedInto the ticket it was merged into, or null
 */
public record Family(@Nullable TicketId parent, TicketId root, @Nullable TicketId mergedInto) {

    /** The deepest tree, the root being level 1. */
    public static final int DEPTH = 10;

    static Family alone(TicketId self) {
        return new Family(null, self, null);
    }

    Family under(@Nullable TicketId newParent, TicketId newRoot) {
        return new Family(newParent, newRoot, mergedInto);
    }

    Family merged(@Nullable TicketId target) {
        return new Family(parent, root, target);
    }
}
