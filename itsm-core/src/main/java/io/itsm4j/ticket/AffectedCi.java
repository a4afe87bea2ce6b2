package io.itsm4j.ticket;

/**
 * A configuration item a ticket touches, by reference; a CMDB, when one is used, resolves it.
 *
 * @param ci the reference, 1 to 100 characters
 * @param origin how it came to be on the ticket
 */
public record AffectedCi(String ci, Origin origin) {

    /** How an item came to be on a ticket. */
    public enum Origin {
        /** Somebody named it. */
        MANUAL,
        /** Impact analysis proposed it. */
        COMPUTED,
        /** Somebody took a computed one off; it is not proposed again. */
        EXCLUDED
    }

    /** An item that somebody named. */
    public static AffectedCi named(String ci) {
        return new AffectedCi(ci, Origin.MANUAL);
    }
}
