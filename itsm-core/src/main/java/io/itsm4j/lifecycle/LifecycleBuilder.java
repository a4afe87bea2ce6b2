package io.itsm4j.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes a {@link Lifecycle} down as a table, one row a transition:
 *
 * <pre>{@code
 * Lifecycle.<IncidentContext>named("incident").version(1).initial(NEW)
 *     .transition("start").from(NEW, ON_HOLD).to(IN_PROGRESS).by(Role.AGENT)
 *     .transition("hold").from(IN_PROGRESS).to(ON_HOLD).requires("reason")
 *     .transition("resolve").from(NEW, IN_PROGRESS).to(RESOLVED).guardedBy(RESOLUTION_NEEDS_A_CODE)
 *     .transition("close").from(RESOLVED).to(CLOSED).by(Role.SYSTEM)
 *     .stay("comment").inEvery()
 *     .build();
 * }</pre>
 *
 * The builder is mutable, changes itself in every call, and is meant for one thread.
 *
 * @param <C> what the guards look at
 */
public sealed class LifecycleBuilder<C> permits LifecycleRow {

    private final LifecycleDraft<C> draft;

    LifecycleBuilder(LifecycleDraft<C> draft) {
        this.draft = draft;
    }

    final LifecycleDraft<C> draft() {
        return draft;
    }

    /**
     * Numbers this definition; 1 unless said.
     *
     * @param version at least 1, higher for a newer definition
     * @return this definition
     * @throws IllegalArgumentException if the version is below 1
     */
    public final LifecycleBuilder<C> version(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is below 1");
        }
        draft.version = version;
        return this;
    }

    /**
     * Says where a life begins.
     *
     * @param state the state of a record just opened
     * @return this definition
     * @throws NullPointerException if the state is null
     */
    public final LifecycleBuilder<C> initial(State state) {
        draft.mention(state);
        draft.initial = state;
        return this;
    }

    /**
     * Declares states ahead of the rows. Not needed, since rows declare theirs; it fixes the order, and one that no row
     * uses is a fault.
     *
     * @param states the states, in the order in which to show them
     * @return this definition
     * @throws NullPointerException if a state is null
     */
    public final LifecycleBuilder<C> states(State... states) {
        List.of(states).forEach(draft::mention);
        return this;
    }

    /**
     * Declares actions ahead of the rows. Not needed, since rows declare theirs; one that no row uses is a fault.
     *
     * @param actions names of actions
     * @return this definition
     * @throws IllegalArgumentException if a name does not match {@code [a-z][a-z0-9-]{0,39}}
     * @throws NullPointerException if a name is null
     */
    public final LifecycleBuilder<C> actions(String... actions) {
        List.of(actions).forEach(name -> draft.mention(Action.of(name)));
        return this;
    }

    /**
     * Declares the input fields that exist. Once it is called, a required input or a field that a guard
     * {@link Guard#reads() reads} must be among them.
     *
     * @param fields names of input fields
     * @return this definition
     * @throws NullPointerException if the set, or a name in it, is null
     */
    public final LifecycleBuilder<C> fields(Set<String> fields) {
        draft.fields = Set.copyOf(fields);
        return this;
    }

    /**
     * Begins rows in which an action changes the state.
     *
     * @param action name of the action
     * @return the step that asks from where
     * @throws IllegalArgumentException if the name does not match {@code [a-z][a-z0-9-]{0,39}}
     * @throws NullPointerException if the name is null
     */
    public final TransitionFrom<C> transition(String action) {
        return transition(Action.of(action));
    }

    /**
     * Begins rows in which an action changes the state.
     *
     * @param action the action
     * @return the step that asks from where
     * @throws NullPointerException if the action is null
     */
    public final TransitionFrom<C> transition(Action action) {
        draft.mention(action);
        return from -> {
            var states = List.of(from);
            states.forEach(draft::mention);
            return to -> {
                draft.mention(to);
                return draft.add(new LifecycleRow<>(draft, action, all -> states, to));
            };
        };
    }

    /**
     * Begins rows in which an action leaves the state as it is.
     *
     * @param action name of the action
     * @return the step that asks in which states
     * @throws IllegalArgumentException if the name does not match {@code [a-z][a-z0-9-]{0,39}}
     * @throws NullPointerException if the name is null
     */
    public final StayIn<C> stay(String action) {
        return stay(Action.of(action));
    }

    /**
     * Begins rows in which an action leaves the state as it is.
     *
     * @param action the action
     * @return the step that asks in which states
     * @throws NullPointerException if the action is null
     */
    public final StayIn<C> stay(Action action) {
        draft.mention(action);
        return new StayIn<>(draft, Objects.requireNonNull(action, "action"));
    }

    /**
     * Checks the definition and builds it.
     *
     * @return the lifecycle
     * @throws InvalidLifecycleException if the definition has faults; it carries all of them
     */
    public final Lifecycle<C> build() {
        var table = draft.table();
        var faults = LifecycleVerifier.verify(table);
        if (!faults.isEmpty()) {
            throw new InvalidLifecycleException(table.name(), faults);
        }
        return new Lifecycle<>(table);
    }
}
