package io.itsm4j.release;

import java.util.Set;

/**
 * How releases are handled, as data.
 *
 * @param changeType the name of the ticket type that changes have
 * @param approvedStates the states in which a change is approved and may be carried out
 */
public record ReleasePolicy(String changeType, Set<String> approvedStates) {

    /** The library's own changes, scheduled or being implemented. */
    public static final ReleasePolicy STANDARD = new ReleasePolicy("change", Set.of("SCHEDULED", "IMPLEMENT"));

    /** Copies the states. */
    public ReleasePolicy {
        approvedStates = Set.copyOf(approvedStates);
    }
}
