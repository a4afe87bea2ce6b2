package io.itsm4j.lifecycle;

import java.util.Objects;

/**
 * Something wrong with the definition of a lifecycle.
 *
 * @param kind what is wrong
 * @param subject the state, action, guard or field it is about; the name of the lifecycle when it is about the whole
 * @param message the sentence for a person
 */
public record Fault(Kind kind, String subject, String message) {

    /** What can be wrong with the definition of a lifecycle. */
    public enum Kind {
        /** No initial state was named. */
        MISSING_INITIAL,
        /** The initial state is closed or cancelled. */
        TERMINAL_INITIAL,
        /** No path leads from the initial state to it. */
        UNREACHABLE_STATE,
        /** Open, and no action leads to another state. */
        DEAD_END,
        /** Open, and whatever is done, a closed or cancelled state is never reached. */
        TRAP,
        /** Declared, and part of no transition between two states. */
        UNUSED_STATE,
        /** One name, two categories. */
        STATE_WITH_TWO_CATEGORIES,
        /** One action declared twice from one state. */
        DUPLICATE_TRANSITION,
        /** Declared, and in no transition. */
        UNUSED_ACTION,
        /** One name, two guards. */
        GUARDS_SHARE_A_NAME,
        /** A guard whose name is not a stable code. */
        GUARD_WITHOUT_A_NAME,
        /** A required input, or a field a guard reads, is not among the declared fields. */
        UNKNOWN_FIELD
    }

    /**
     * Holds all three.
     *
     * @throws NullPointerException if an argument is null
     */
    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
    }

    /** {@return kind and message} */
    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
