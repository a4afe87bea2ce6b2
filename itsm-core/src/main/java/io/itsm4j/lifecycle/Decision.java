package io.itsm4j.lifecycle;

import java.util.List;
import java.util.Objects;

/**
 * What {@link Lifecycle#decide} answers.
 *
 * @param <C> what the guards looked at
 */
public sealed interface Decision<C> {

    /**
     * The transition may happen. There is one instance for each transition of a lifecycle.
     *
     * @param <C> what the guards looked at
     * @param transition what may happen
     */
    record Allowed<C>(Transition<C> transition) implements Decision<C> {

        /**
         * Holds the transition.
         *
         * @throws NullPointerException if the transition is null
         */
        public Allowed {
            Objects.requireNonNull(transition, "transition");
        }
    }

    /**
     * The transition may not happen.
     *
     * @param <C> what the guards looked at
     * @param from the state the record is in
     * @param action what was asked for
     * @param failed every guard that refused, in declaration order; empty when the table has no such transition
     * @param allowedNow the actions that the table has from this state, in declaration order. Their guards have not
     *     been asked, since they depend on input not given yet: so the refused action is among them when guards refused
     *     it
     */
    record Refused<C>(State from, Action action, List<FailedGuard> failed, List<Action> allowedNow)
            implements Decision<C> {

        /**
         * Holds copies of the lists.
         *
         * @throws NullPointerException if an argument, or an element, is null
         */
        public Refused {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(action, "action");
            failed = List.copyOf(failed);
            allowedNow = List.copyOf(allowedNow);
        }

        /**
         * Whether the table has the transition and guards stood in its way.
         *
         * @return false when there is no such transition from this state at all
         */
        public boolean byGuards() {
            return !failed.isEmpty();
        }
    }
}
