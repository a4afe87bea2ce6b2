package io.itsm4j.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * The step of a {@link LifecycleBuilder} that asks in which states an action is allowed that does not change the state.
 * Every state and category is understood when the lifecycle is built, so rows written later count.
 *
 * @param <C> what the guards look at
 */
public final class StayIn<C> {

    private final LifecycleDraft<C> draft;
    private final Action action;

    StayIn(LifecycleDraft<C> draft, Action action) {
        this.draft = draft;
        this.action = action;
    }

    /**
     * In these states.
     *
     * @param states where the action is allowed
     * @return the rows just written, to be qualified, and the table to go on with
     * @throws NullPointerException if a state is null
     */
    public LifecycleRow<C> in(State... states) {
        var some = List.of(states);
        some.forEach(draft::mention);
        return draft.add(new LifecycleRow<>(draft, action, all -> some, null));
    }

    /**
     * In every state of the lifecycle, terminal ones too.
     *
     * @return the rows just written, to be qualified, and the table to go on with
     */
    public LifecycleRow<C> inEvery() {
        return draft.add(new LifecycleRow<>(draft, action, all -> all, null));
    }

    /**
     * In every state of these categories.
     *
     * @param categories the categories
     * @return the rows just written, to be qualified, and the table to go on with
     * @throws NullPointerException if a category is null
     */
    public LifecycleRow<C> inCategory(StateCategory... categories) {
        var some = Set.copyOf(List.of(categories));
        return draft.add(new LifecycleRow<>(
                draft,
                action,
                all -> all.stream()
                        .filter(state -> some.contains(state.category()))
                        .toList(),
                null));
    }
}
