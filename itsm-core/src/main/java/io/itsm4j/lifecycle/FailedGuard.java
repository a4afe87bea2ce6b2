package io.itsm4j.lifecycle;

import java.util.Objects;

/**
 * One rule that refused a transition.
 *
 * @param guard the stable code of the guard
 * @param reason why, for a person to read
 */
public record FailedGuard(String guard, String reason) {

    /**
     * Holds both.
     *
     * @throws NullPointerException if an argument is null
     */
    public FailedGuard {
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(reason, "reason");
    }
}
