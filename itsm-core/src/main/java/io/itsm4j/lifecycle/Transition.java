package io.itsm4j.lifecycle;

import io.itsm4j.actor.Role;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One row of a {@link Lifecycle}: from one state, by one action, to one state. Prints itself as {@code IN_PROGRESS
 * --resolve--> RESOLVED}.
 *
 * @param <C> what the guards look at
 * @param action what somebody does
 * @param from the state before
 * @param to the state after; the same for an action that does not change the state
 * @param requiredInput names of the input fields that must be given
 * @param guards the rules that must hold, in the order in which refusals name them
 * @param whoMay the roles of which one is needed, in declaration order; empty when the lifecycle does not restrict it
 * @param effects what else happens, named for the reader and the engine
 */
public record Transition<C>(
        Action action,
        State from,
        State to,
        List<String> requiredInput,
        List<Guard<? super C>> guards,
        Set<Role> whoMay,
        List<String> effects) {

    /**
     * Holds copies of the collections.
     *
     * @throws NullPointerException if an argument, or an element of a list, is null
     */
    public Transition {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        requiredInput = List.copyOf(requiredInput);
        guards = List.copyOf(guards);
        // not Set.copyOf: its order differs from one run to the next, and refusals print it
        whoMay = Collections.unmodifiableSet(new LinkedHashSet<>(List.copyOf(whoMay)));
        effects = List.copyOf(effects);
    }

    /**
     * Whether the state is the same afterwards.
     *
     * @return true for an action such as commenting
     */
    public boolean stays() {
        return from.equals(to);
    }

    /** {@return from, action and to} */
    @Override
    public String toString() {
        return from.name() + " --" + action + "--> " + to.name();
    }
}
