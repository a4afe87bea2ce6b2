package io.itsm4j.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has been written into a builder so far; the builder and its rows share one. */
final class LifecycleDraft<C> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,59}");

    private final String name;
    private final Set<State> states = new LinkedHashSet<>();
    private final Set<Action> actions = new LinkedHashSet<>();
    private final List<LifecycleRow<C>> rows = new ArrayList<>();
    int version = 1;

    @Nullable State initial;

    @Nullable Set<String> fields;

    LifecycleDraft(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("lifecycle name '" + name + "' does not match " + NAME);
        }
        this.name = name;
    }

    void mention(State state) {
        states.add(Objects.requireNonNull(state, "state"));
    }

    void mention(Action action) {
        actions.add(Objects.requireNonNull(action, "action"));
    }

    LifecycleRow<C> add(LifecycleRow<C> row) {
        rows.add(row);
        return row;
    }

    LifecycleTable<C> table() {
        var all = List.copyOf(states);
        var transitions = rows.stream().flatMap(row -> row.transitions(all)).toList();
        return new LifecycleTable<>(name, version, initial, all, List.copyOf(actions), fields, transitions);
    }
}
