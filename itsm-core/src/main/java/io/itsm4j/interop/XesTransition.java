package io.itsm4j.interop;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of the standard model of the XES lifecycle extension (IEEE 1849), read for the work on a ticket: it
 * is scheduled when the ticket is opened, assigned, started, suspended while it waits, resumed, and complete when it is
 * resolved. What does not move the work, a comment or the confirmation of what was resolved, is {@link #UNKNOWN}.
 */
public enum XesTransition {
    /** Opened. */
    SCHEDULE,
    /** Given to a first person. */
    ASSIGN,
    /** Given to another person. */
    REASSIGN,
    /** Taken up, or taken up anew after it had ended. */
    START,
    /** It waits. */
    SUSPEND,
    /** It waits no longer. */
    RESUME,
    /** Left out by the system; part of the model, not used here. */
    AUTOSKIP,
    /** Left out by a person; part of the model, not used here. */
    MANUALSKIP,
    /** Given up before it was taken up. */
    WITHDRAW,
    /** Ended without what was wanted: it failed or was taken back. */
    ATE_ABORT,
    /** Given up on the way, with the whole case. */
    PI_ABORT,
    /** Done. */
    COMPLETE,
    /** Not a step of the work. */
    UNKNOWN;

    /** States whose name says more than their category, in whichever type. */
    private static final Map<String, XesTransition> ENTERING =
            Map.of("REJECTED", WITHDRAW, "ROLLED_BACK", ATE_ABORT, "BACKED_OUT", ATE_ABORT, "FAILED", ATE_ABORT);

    /**
     * What a change of state means.
     *
     * @param from the state before, or null when the ticket was opened
     * @param to the state after
     */
    public static XesTransition between(@Nullable State from, State to) {
        if (from == null) {
            return SCHEDULE;
        }
        return from.equals(to) ? UNKNOWN : between(from.category(), to.name(), to.category());
    }

    /** The same for a state before of which only the category matters. */
    static XesTransition between(StateCategory from, String toName, StateCategory to) {
        XesTransition own = ENTERING.get(toName);
        if (own != null) {
            return own;
        }
        boolean over = from == StateCategory.RESOLVED || from.isTerminal();
        return switch (to) {
            case NEW -> over ? SCHEDULE : UNKNOWN;
            case ACTIVE -> from == StateCategory.PENDING ? RESUME : from == StateCategory.ACTIVE ? UNKNOWN : START;
            case PENDING -> from == StateCategory.PENDING ? UNKNOWN : SUSPEND;
            case RESOLVED, CLOSED -> over ? UNKNOWN : COMPLETE;
            case CANCELLED -> over ? UNKNOWN : from == StateCategory.NEW ? WITHDRAW : PI_ABORT;
        };
    }

    /** {@return the text that a log carries, for example {@code ate_abort}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
