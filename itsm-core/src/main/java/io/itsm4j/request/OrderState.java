package io.itsm4j.request;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.Collection;

/** Where an order stands: always what its items say, never set. */
public enum OrderState {
    /** Every item that is not over waits for approval, or has not begun. */
    AWAITING_APPROVAL,
    /** At least one item is being fulfilled, or waits on the way. */
    IN_FULFILMENT,
    /** Nothing is left to do, and at least one item was fulfilled. */
    FULFILLED,
    /** Everything is over, and at least one item was fulfilled. */
    CLOSED,
    /** Everything is over, nothing was fulfilled, and at least one item was rejected. */
    REJECTED,
    /** Everything was cancelled. */
    CANCELLED;

    /** The state of an order whose items stand like this; closed when none is to be seen. */
    public static OrderState of(Collection<State> items) {
        if (items.isEmpty()) {
            return CLOSED;
        }
        if (items.stream().anyMatch(OrderState::working)) {
            return IN_FULFILMENT;
        }
        if (items.stream().anyMatch(OrderState::undecided)) {
            boolean begun = items.contains(RequestLifecycle.FULFILLED) || items.contains(RequestLifecycle.CLOSED);
            return begun ? IN_FULFILMENT : AWAITING_APPROVAL;
        }
        if (items.contains(RequestLifecycle.FULFILLED)) {
            return FULFILLED;
        }
        if (items.contains(RequestLifecycle.CLOSED)) {
            return CLOSED;
        }
        return items.contains(RequestLifecycle.REJECTED) ? REJECTED : CANCELLED;
    }

    private static boolean working(State state) {
        return state.category() == StateCategory.ACTIVE || state.equals(RequestLifecycle.ON_HOLD);
    }

    private static boolean undecided(State state) {
        return state.equals(RequestLifecycle.NEW) || state.equals(RequestLifecycle.AWAITING_APPROVAL);
    }
}
