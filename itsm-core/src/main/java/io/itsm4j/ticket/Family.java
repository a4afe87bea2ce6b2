package io.itsm4j.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among others.
 *
 * @param parent the ticket it is part of, or null
 * @param mergedInto the ticket it was merged into, or null
 */
public record Family(@Nullable TicketId parent, @Nullable TicketId mergedInto) {

    /** The deepest tree, the root being level 1. */
    public static final int DEPTH = 10;

    /** Neither part of another nor merged. */
    public static final Family ALONE = new Family(null, null);

    Family under(@Nullable TicketId newParent) {
        return new Family(newParent, mergedInto);
    }

    Family merged(@Nullable TicketId target) {
        return new Family(parent, target);
    }
}
