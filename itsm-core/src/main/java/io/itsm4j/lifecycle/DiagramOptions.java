package io.itsm4j.lifecycle;

import java.util.Objects;
import java.util.function.Function;

/**
 * How {@link LifecycleDiagrams} draw.
 *
 * @param stays whether the actions that do not change the state are listed in a note beside it
 * @param label the text on a state; it is escaped
 */
public record DiagramOptions(boolean stays, Function<State, String> label) {

    /** With notes, labelled in English. */
    public static final DiagramOptions STANDARD = new DiagramOptions(true, State::label);

    /**
     * Holds both.
     *
     * @throws NullPointerException if the function is null
     */
    public DiagramOptions {
        Objects.requireNonNull(label, "label");
    }

    /** {@return the same without the actions that do not change the state} */
    public DiagramOptions withoutStays() {
        return new DiagramOptions(false, label);
    }

    /**
     * Labels the states otherwise, in another language for example.
     *
     * @param with the text on a state, never null
     * @return the same with other labels
     * @throws NullPointerException if the function is null
     */
    public DiagramOptions labelled(Function<State, String> with) {
        return new DiagramOptions(stays, with);
    }
}
