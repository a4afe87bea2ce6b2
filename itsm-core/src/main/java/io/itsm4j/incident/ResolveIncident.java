package io.itsm4j.incident;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The input of resolving an incident.
 *
 * @param code how it was resolved; the host's own list, 1 to 100 characters
 * @param notes what was done
 */
public record ResolveIncident(
        @Line(max = 100, required = true) @Nullable String code,

        @Line(max = 65536, required = true, multi = true) @Nullable String notes) {

    /** With a code and notes. */
    public static ResolveIncident with(@Nullable String code, @Nullable String notes) {
        return new ResolveIncident(code, notes);
    }
}
