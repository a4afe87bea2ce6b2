package io.itsm4j.lifecycle;

import io.itsm4j.actor.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows just written into a {@link LifecycleBuilder}, one for each state the action starts from. What is said here
 * holds for all of them; saying it twice adds.
 *
 * @param <C> what the guards look at
 */
public final class LifecycleRow<C> extends LifecycleBuilder<C> {

    private final Action action;
    private final UnaryOperator<List<State>> from;
    private final @Nullable State to;
    private final Set<String> requiredInput = new LinkedHashSet<>();
    private final List<Guard<? super C>> guards = new ArrayList<>();
    private final Set<Role> whoMay = new LinkedHashSet<>();
    private final List<String> effects = new ArrayList<>();

    LifecycleRow(LifecycleDraft<C> draft, Action action, UnaryOperator<List<State>> from, @Nullable State to) {
        super(draft);
        this.action = action;
        this.from = from;
        this.to = to;
    }

    /**
     * Names input that must be given.
     *
     * @param fields names of input fields
     * @return these rows
     * @throws IllegalArgumentException if a name is blank
     * @throws NullPointerException if a name is null
     */
    public LifecycleRow<C> requires(String... fields) {
        requiredInput.addAll(nonBlank("required input", fields));
        return this;
    }

    /**
     * Adds rules that must hold.
     *
     * @param rules guards, in the order in which a refusal names them
     * @return these rows
     * @throws NullPointerException if a guard is null
     */
    @SafeVarargs
    public final LifecycleRow<C> guardedBy(Guard<? super C>... rules) {
        for (var rule : rules) {
            guards.add(Objects.requireNonNull(rule, "guard"));
        }
        return this;
    }

    /**
     * Restricts who may.
     *
     * @param roles the roles of which one is needed
     * @return these rows
     * @throws NullPointerException if a role is null
     */
    public LifecycleRow<C> by(Role... roles) {
        whoMay.addAll(List.of(roles));
        return this;
    }

    /**
     * Names what else happens.
     *
     * @param names effects, in the order in which they happen
     * @return these rows
     * @throws IllegalArgumentException if a name is blank
     * @throws NullPointerException if a name is null
     */
    public LifecycleRow<C> effect(String... names) {
        effects.addAll(nonBlank("effect", names));
        return this;
    }

    Stream<Transition<C>> transitions(List<State> all) {
        return from.apply(all).stream()
                .map(state -> new Transition<>(
                        action, state, to == null ? state : to, List.copyOf(requiredInput), guards, whoMay, effects));
    }

    private static List<String> nonBlank(String what, String... names) {
        var all = List.of(names);
        if (all.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(what + " has a blank name: " + all);
        }
        return all;
    }
}
