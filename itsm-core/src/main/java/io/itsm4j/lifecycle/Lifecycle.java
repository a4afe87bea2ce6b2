package io.itsm4j.lifecycle;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.itsm4j.lifecycle.Decision.Refused;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of transitions that has been checked: every state can be reached, every life can end, and no action is
 * ambiguous. Immutable and free to share between threads. Collections are in declaration order.
 *
 * @param <C> what the guards look at
 */
public final class Lifecycle<C> {

    private final String name;
    private final int version;
    private final State initial;
    private final Map<String, State> states = new LinkedHashMap<>();
    private final Set<State> stateSet;
    private final Set<Action> actions;
    private final List<Transition<C>> transitions;
    private final Map<State, List<Transition<C>>> byState;
    private final Map<State, List<Action>> actionsByState = new LinkedHashMap<>();
    private final CellTable<C> cells;
    private volatile @Nullable String fingerprint;

    Lifecycle(LifecycleTable<C> table) {
        name = table.name();
        version = table.version();
        initial = Objects.requireNonNull(table.initial(), "initial");
        table.states().forEach(state -> states.put(state.name(), state));
        stateSet = Collections.unmodifiableSet(new LinkedHashSet<>(table.states()));
        transitions = table.transitions();
        actions = transitions.stream()
                .map(Transition::action)
                .collect(collectingAndThen(toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        byState = transitions.stream().collect(groupingBy(Transition::from, collectingAndThen(toList(), List::copyOf)));
        byState.forEach((state, rows) ->
                actionsByState.put(state, rows.stream().map(Transition::action).toList()));
        cells = new CellTable<>(transitions.stream()
                .map(row -> new Cell<>(row, actions(row.from())))
                .toList());
    }

    /**
     * Begins a definition.
     *
     * @param <C> what the guards look at
     * @param name letters, digits, dots, hyphens and underscores, at most 60 characters: {@code incident}
     * @return the table to write into
     * @throws IllegalArgumentException if the name does not match {@code [A-Za-z][A-Za-z0-9._-]{0,59}}
     * @throws NullPointerException if the name is null
     */
    public static <C> LifecycleBuilder<C> named(String name) {
        return new LifecycleBuilder<>(new LifecycleDraft<>(name));
    }

    /** {@return the name that a record stores together with the version} */
    public String name() {
        return name;
    }

    /** {@return the number of this definition, at least 1} */
    public int version() {
        return version;
    }

    /** {@return where a life begins; never terminal} */
    public State initial() {
        return initial;
    }

    /** {@return all states, unmodifiable} */
    public Set<State> states() {
        return stateSet;
    }

    /**
     * The state of a stored name.
     *
     * @param stateName the name, exactly
     * @return the state
     * @throws IllegalArgumentException if there is no such state; the message lists those there are
     * @throws NullPointerException if the name is null
     */
    public State state(String stateName) {
        var state = states.get(Objects.requireNonNull(stateName, "stateName"));
        if (state == null) {
            throw new IllegalArgumentException("lifecycle " + name + " version " + version + " has no state '"
                    + stateName + "', only " + String.join(", ", states.keySet()));
        }
        return state;
    }

    /** {@return all transitions, unmodifiable} */
    public List<Transition<C>> transitions() {
        return transitions;
    }

    /**
     * The row for a state and an action.
     *
     * @param from the state before
     * @param action what somebody does
     * @return the transition; empty when the action is not allowed there
     * @throws NullPointerException if an argument is null
     */
    public Optional<Transition<C>> transition(State from, Action action) {
        return Optional.ofNullable(lookup(from, action));
    }

    /**
     * What may happen from a state, those actions included that do not change it.
     *
     * @param state the state before
     * @return its transitions, unmodifiable; empty for a state of another lifecycle
     * @throws NullPointerException if the state is null
     */
    public List<Transition<C>> from(State state) {
        return byState.getOrDefault(Objects.requireNonNull(state, "state"), List.of());
    }

    /** {@return all actions, unmodifiable} */
    public Set<Action> actions() {
        return actions;
    }

    /**
     * The actions that the table has from a state, whatever their guards would say.
     *
     * @param state the state before
     * @return its actions, unmodifiable; empty for a state of another lifecycle
     * @throws NullPointerException if the state is null
     */
    public List<Action> actions(State state) {
        return actionsByState.getOrDefault(Objects.requireNonNull(state, "state"), List.of());
    }

    /**
     * Whether a transition takes finished work up again.
     *
     * @param transition a transition
     * @return true when it leads from a resolved, closed or cancelled state to a new or active one
     * @throws NullPointerException if the transition is null
     */
    public boolean isReopen(Transition<?> transition) {
        var before = transition.from().category();
        var after = transition.to().category();
        return (before == StateCategory.RESOLVED || before.isTerminal())
                && (after == StateCategory.NEW || after == StateCategory.ACTIVE);
    }

    /**
     * Tells one definition from another: the SHA-256 of name, states with categories, initial state, and every row with
     * its required input, guard names, roles and effects. The version and the order of declaration do not count, nor
     * does what is inside a guard, so the same table built twice, in another process too, has the same fingerprint.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = LifecycleFingerprint.of(this);
            fingerprint = known;
        }
        return known;
    }

    /**
     * The row for a state and an action, in constant time and without allocating.
     *
     * @param from the state before
     * @param action what somebody does
     * @return the transition; null when the action is not allowed there
     * @throws NullPointerException if an argument is null
     */
    public @Nullable Transition<C> lookup(State from, Action action) {
        var cell = cells.find(from, action);
        return cell == null ? null : cell.transition;
    }

    /**
     * Decides. Changes nothing, and allocates nothing when it allows. When a guard refuses the others are asked too, so
     * that the refusal names all that stand in the way. Required input and roles are the caller's to check.
     *
     * @param from the state the record is in
     * @param action what somebody wants to do
     * @param context what the guards look at
     * @return allowed, or refused with every failed guard and the actions of the table from here
     * @throws GuardFault if a guard throws an exception or answers null; an {@link Error} passes through as it is
     * @throws NullPointerException if the state or the action is null
     */
    public Decision<C> decide(State from, Action action, C context) {
        var cell = cells.find(from, action);
        return cell == null ? new Refused<>(from, action, List.of(), actions(from)) : cell.decide(context);
    }

    /** {@return name and version, as {@code incident v1}} */
    @Override
    public String toString() {
        return name + " v" + version;
    }
}
