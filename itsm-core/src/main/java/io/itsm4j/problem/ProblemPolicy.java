package io.itsm4j.problem;

import java.util.Set;

/**
 * How problems are handled, as data.
 *
 * @param fixedBy the names of the ticket types that fix problems: the owner is told when they have ended
 */
public record ProblemPolicy(Set<String> fixedBy) {

    /** The library's own changes and releases fix problems. */
    public static final ProblemPolicy STANDARD = new ProblemPolicy(Set.of("change", "release"));

    /** Copies the names. */
    public ProblemPolicy {
        fixedBy = Set.copyOf(fixedBy);
    }
}
