package io.itsm4j.release;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of ending a deployment, or its rolling back.
 *
 * @param successful whether it worked
 * @param notes what happened, or null
 */
public record EndDeployment(
        boolean successful,
        @Line(max = 65536, multi = true) @Nullable String notes) {

    /** It worked. */
    public static EndDeployment worked() {
        return new EndDeployment(true, null);
    }

    /** It did not. */
    public static EndDeployment failed(@Nullable String notes) {
        return new EndDeployment(false, notes);
    }
}
