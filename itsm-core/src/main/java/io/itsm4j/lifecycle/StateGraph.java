package io.itsm4j.lifecycle;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The moves between states by name, so that a state declared with two categories is one node. */
final class StateGraph {

    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Map<String, Set<String>> previous = new LinkedHashMap<>();

    StateGraph(LifecycleTable<?> table) {
        for (var transition : table.transitions()) {
            var from = transition.from().name();
            var to = transition.to().name();
            if (!from.equals(to)) {
                next.computeIfAbsent(from, name -> new LinkedHashSet<>()).add(to);
                previous.computeIfAbsent(to, name -> new LinkedHashSet<>()).add(from);
            }
        }
    }

    boolean leaves(String state) {
        return next.containsKey(state);
    }

    boolean enters(String state) {
        return previous.containsKey(state);
    }

    /** The states that can be reached from these, themselves included. */
    Set<String> reachableFrom(Collection<String> starts) {
        return closure(starts, next);
    }

    /** The states from which one of these can be reached, themselves included. */
    Set<String> leadingTo(Collection<String> ends) {
        return closure(ends, previous);
    }

    private static Set<String> closure(Collection<String> starts, Map<String, Set<String>> edges) {
        var seen = new LinkedHashSet<>(starts);
        var open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            for (var state : edges.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(state)) {
                    open.add(state);
                }
            }
        }
        return seen;
    }
}
