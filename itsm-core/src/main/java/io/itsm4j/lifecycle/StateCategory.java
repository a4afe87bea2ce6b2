package io.itsm4j.lifecycle;

import java.util.Locale;

/**
 * What a {@link State} means to everything that does not know its name: reports, list filters, auto-close and the
 * default SLA conditions read the category, so that a host can rename and add states without breaking them.
 */
public enum StateCategory {
    /** Nobody has taken it up yet. */
    NEW,
    /** Somebody is working on it. */
    ACTIVE,
    /** It waits for somebody or something else. */
    PENDING,
    /** The work is done and can still be disputed. */
    RESOLVED,
    /** Finished for good. */
    CLOSED,
    /** Given up for good. */
    CANCELLED;

    /**
     * Whether a life ends here. Some lifecycles lead out of a terminal state again (a problem is re-analysed); it is
     * terminal all the same.
     *
     * @return true for {@link #CLOSED} and {@link #CANCELLED}
     */
    public boolean isTerminal() {
        return this == CLOSED || this == CANCELLED;
    }

    /**
     * Whether the record still counts as open work; a {@link #RESOLVED} one does, until it is closed.
     *
     * @return the opposite of {@link #isTerminal()}
     */
    public boolean isOpen() {
        return !isTerminal();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
