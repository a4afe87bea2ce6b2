package io.itsm4j.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where records go when a lifecycle gets a new definition under them. One that {@link #total} made covers every old
 * state; the constructor is for reading back a stored one and checks nothing against a lifecycle.
 *
 * @param lifecycle the name of the lifecycle
 * @param fromVersion the definition that records have
 * @param toVersion the definition that they get
 * @param states old state name to new state name, in the order given
 */
public record StateMap(String lifecycle, int fromVersion, int toVersion, Map<String, String> states) {

    /**
     * Holds a copy of the map.
     *
     * @throws NullPointerException if an argument, or a name in the map, is null
     */
    public StateMap {
        Objects.requireNonNull(lifecycle, "lifecycle");
        var copy = new LinkedHashMap<String, String>();
        states.forEach((before, after) ->
                copy.put(Objects.requireNonNull(before, "old state"), Objects.requireNonNull(after, "new state")));
        states = Collections.unmodifiableMap(copy);
    }

    /**
     * A map that leaves no record behind.
     *
     * @param before the definition that records have
     * @param after the definition that they get
     * @param map old state name to new state name; states that keep their name are named too
     * @return the map
     * @throws IllegalArgumentException if the two are not different versions of one lifecycle, an old state is not
     *     mapped, or the map names a state that the old or the new definition does not have; the message lists all of
     *     it
     * @throws NullPointerException if an argument, or a name in the map, is null
     */
    public static StateMap total(Lifecycle<?> before, Lifecycle<?> after, Map<String, String> map) {
        var result = new StateMap(before.name(), before.version(), after.version(), map);
        var faults = new ArrayList<String>();
        if (!before.name().equals(after.name()) || before.version() == after.version()) {
            faults.add("it needs two versions of one lifecycle");
        }
        var old = names(before);
        var known = names(after);
        old.stream().filter(name -> !map.containsKey(name)).forEach(name -> faults.add(name + " is not mapped"));
        result.states().forEach((from, to) -> {
            if (!old.contains(from)) {
                faults.add(from + " is not a state of " + before);
            }
            if (!known.contains(to)) {
                faults.add(from + " goes to " + to + ", which is not a state of " + after);
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "state map from " + before + " to " + after + ": " + String.join("; ", faults));
        }
        return result;
    }

    /**
     * Where a record in this state goes.
     *
     * @param oldState name of the old state
     * @return name of the new state
     * @throws IllegalArgumentException if the map does not say
     * @throws NullPointerException if the name is null
     */
    public String newStateOf(String oldState) {
        var newState = states.get(Objects.requireNonNull(oldState, "oldState"));
        if (newState == null) {
            throw new IllegalArgumentException(
                    "the state map of " + lifecycle + " does not say where " + oldState + " goes");
        }
        return newState;
    }

    private static List<String> names(Lifecycle<?> lifecycle) {
        return lifecycle.states().stream().map(State::name).toList();
    }
}
