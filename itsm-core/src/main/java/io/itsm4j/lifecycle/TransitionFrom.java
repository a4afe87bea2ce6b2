package io.itsm4j.lifecycle;

/**
 * The step of a {@link LifecycleBuilder} that asks from where an action leads.
 *
 * @param <C> what the guards look at
 */
@FunctionalInterface
public interface TransitionFrom<C> {

    /**
     * Says from where.
     *
     * @param states the states in which the action is allowed; a row for each
     * @return the step that asks where to
     * @throws NullPointerException if a state is null
     */
    TransitionTo<C> from(State... states);
}
