package io.itsm4j.lifecycle;

import static java.util.stream.Collectors.joining;

import io.itsm4j.lifecycle.Fault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the definition of a lifecycle, before anybody lives by it. */
public final class LifecycleVerifier {

    private final LifecycleTable<?> table;
    private final Set<Fault> faults = new LinkedHashSet<>();

    private LifecycleVerifier(LifecycleTable<?> table) {
        this.table = table;
    }

    /**
     * Checks a definition without building it. Without an initial state nothing is said about reachability.
     *
     * @param definition a lifecycle as written so far
     * @return all faults at once, in a stable order; empty when it can be built
     * @throws NullPointerException if the definition is null
     */
    public static List<Fault> verify(LifecycleBuilder<?> definition) {
        return verify(definition.draft().table());
    }

    /**
     * Checks a lifecycle that was built, once more and from its rows alone. Which fields its definition knew is not
     * kept, so nothing is said about fields.
     *
     * @param lifecycle what to check
     * @return all faults at once; empty, unless something went around {@link LifecycleBuilder#build()}
     * @throws NullPointerException if the lifecycle is null
     */
    public static List<Fault> verify(Lifecycle<?> lifecycle) {
        return verify(table(lifecycle));
    }

    private static <C> LifecycleTable<C> table(Lifecycle<C> lifecycle) {
        return new LifecycleTable<>(
                lifecycle.name(),
                lifecycle.version(),
                lifecycle.initial(),
                List.copyOf(lifecycle.states()),
                List.copyOf(lifecycle.actions()),
                null,
                lifecycle.transitions());
    }

    static List<Fault> verify(LifecycleTable<?> table) {
        var verifier = new LifecycleVerifier(table);
        verifier.states(new StateGraph(table));
        verifier.categories();
        verifier.duplicates();
        verifier.actions();
        verifier.guards();
        verifier.fields();
        return List.copyOf(verifier.faults);
    }

    private void states(StateGraph graph) {
        var initial = table.initial();
        var start = initial == null ? null : initial.name();
        if (initial == null) {
            add(Kind.MISSING_INITIAL, table.name(), "no initial state is named");
        } else if (initial.category().isTerminal()) {
            add(Kind.TERMINAL_INITIAL, initial.name(), initial.name() + " is initial and already " + category(initial));
        }
        var reachable = graph.reachableFrom(start == null ? List.of() : List.of(start));
        var ending = graph.leadingTo(table.states().stream()
                .filter(state -> state.category().isTerminal())
                .map(State::name)
                .toList());
        for (var state : table.states()) {
            var name = state.name();
            if (!name.equals(start) && !graph.leaves(name) && !graph.enters(name)) {
                add(Kind.UNUSED_STATE, name, "no transition leads to " + name + " or away from it");
                continue;
            }
            if (start != null && !reachable.contains(name)) {
                add(Kind.UNREACHABLE_STATE, name, "no path leads from " + start + " to " + name);
            }
            if (!ending.contains(name)) {
                exit(graph, state);
            }
        }
    }

    private void exit(StateGraph graph, State state) {
        var name = state.name();
        if (graph.leaves(name)) {
            var stuckIn = String.join(", ", graph.reachableFrom(List.of(name)));
            add(Kind.TRAP, name, "no path leads from " + name + " to a closed or cancelled state, only to " + stuckIn);
        } else {
            add(Kind.DEAD_END, name, name + " is " + category(state) + " and no action leads out of it");
        }
    }

    private void categories() {
        var categories = new LinkedHashMap<String, List<State>>();
        table.states().forEach(state -> gather(categories, state.name(), state));
        categories.forEach((name, all) -> {
            if (all.size() > 1) {
                var each = all.stream().map(LifecycleVerifier::category).collect(joining(" and "));
                add(Kind.STATE_WITH_TWO_CATEGORIES, name, name + " is declared as " + each);
            }
        });
    }

    private void duplicates() {
        var rows = new LinkedHashMap<String, List<Transition<?>>>();
        for (var row : table.transitions()) {
            gather(rows, row.from().name() + " --" + row.action() + "-->", row);
        }
        rows.forEach((key, all) -> {
            if (all.size() > 1) {
                var targets = all.stream().map(row -> row.to().name()).collect(joining(", "));
                add(Kind.DUPLICATE_TRANSITION, key, key + " is declared " + all.size() + " times: to " + targets);
            }
        });
    }

    private void actions() {
        var used = table.transitions().stream().map(Transition::action).toList();
        for (var action : table.actions()) {
            if (!used.contains(action)) {
                add(Kind.UNUSED_ACTION, action.name(), "action " + action + " is declared and no transition uses it");
            }
        }
    }

    private void guards() {
        var byName = new LinkedHashMap<String, Guard<?>>();
        for (var row : table.transitions()) {
            for (var guard : row.guards()) {
                @Nullable String name = guard.name(); // a host's guard may not keep its promise
                if (name == null || !NamedGuard.NAME.matcher(name).matches()) {
                    var what = "a guard of " + row.action() + " is named '" + name + "'";
                    add(Kind.GUARD_WITHOUT_A_NAME, row.action().name(), what + ", not a code like " + NamedGuard.NAME);
                    continue;
                }
                var first = byName.putIfAbsent(name, guard);
                if (first != null && !first.equals(guard)) {
                    add(Kind.GUARDS_SHARE_A_NAME, name, "two different guards are named " + name);
                }
            }
        }
    }

    private void fields() {
        var fields = table.fields();
        if (fields == null) {
            return;
        }
        for (var row : table.transitions()) {
            unknown(fields, row.requiredInput(), row.action() + " requires");
            row.guards().forEach(guard -> unknown(fields, guard.reads(), "guard " + guard.name() + " reads"));
        }
    }

    private void unknown(Set<String> fields, Iterable<String> wanted, String who) {
        for (var field : wanted) {
            if (!fields.contains(field)) {
                add(Kind.UNKNOWN_FIELD, field, who + " '" + field + "', which is not a field");
            }
        }
    }

    private void add(Kind kind, String subject, String message) {
        faults.add(new Fault(kind, subject, message));
    }

    private static <T> void gather(Map<String, List<T>> groups, String key, T value) {
        groups.computeIfAbsent(key, name -> new ArrayList<>()).add(value);
    }

    private static String category(State state) {
        return state.category().label();
    }
}
