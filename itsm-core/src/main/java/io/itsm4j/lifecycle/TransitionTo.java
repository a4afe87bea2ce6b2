package io.itsm4j.lifecycle;

/**
 * The step of a {@link LifecycleBuilder} that asks where an action leads.
 *
 * @param <C> what the guards look at
 */
@FunctionalInterface
public interface TransitionTo<C> {

    /**
     * Says where to.
     *
     * @param state the state afterwards
     * @return the rows just written, to be qualified, and the table to go on with
     * @throws NullPointerException if the state is null
     */
    LifecycleRow<C> to(State state);
}
