package io.itsm4j;

import java.util.List;
import java.util.Map;

/**
 * The lifecycle refuses the action: no such transition from the present state, or a guard stands against it. The
 * message says what is allowed now and who may do it.
 */
public final class TransitionRefused extends ItsmException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> failedGuards;
    private final transient List<String> allowedActions;

    /**
     * Creates the refusal.
     *
     * @param code {@code TRANSITION} when the state has no such transition, {@code GUARD} when a guard failed
     * @param detail action, number, state and reasons for the message
     * @param failedGuards the names of the guards that stand against it; empty when there is no transition
     * @param allowedActions what the present state allows
     */
    public TransitionRefused(
            String code, Map<String, ?> detail, List<String> failedGuards, List<String> allowedActions) {
        super(code, detail, null);
        this.failedGuards = List.copyOf(failedGuards);
        this.allowedActions = List.copyOf(allowedActions);
    }

    /** The guards that refused, by name; never null. */
    public List<String> failedGuards() {
        return failedGuards == null ? List.of() : failedGuards;
    }

    /** The actions that the present state allows to somebody, by name; never null. */
    public List<String> allowedActions() {
        return allowedActions == null ? List.of() : allowedActions;
    }
}
