package io.itsm4j.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A guard broke its promise: it threw, or answered null. Nothing has been decided. An {@link Error} thrown by a guard
 * is never wrapped.
 */
@SuppressWarnings("serial") // never serialised
public final class GuardFault extends RuntimeException {

    private final String guardName;

    private GuardFault(String guardName, String message, @Nullable Throwable cause) {
        super("guard " + guardName + " " + message, cause);
        this.guardName = guardName;
    }

    static GuardFault threw(String guardName, Exception cause) {
        return new GuardFault(guardName, "threw " + cause.getClass().getName(), cause);
    }

    static GuardFault returnedNull(String guardName) {
        return new GuardFault(guardName, "returned null instead of a verdict", null);
    }

    /**
     * Which guard it was. What it threw is the {@link #getCause() cause}, which is null when it answered null.
     *
     * @return the name of the guard
     */
    public String guardName() {
        return guardName;
    }
}
