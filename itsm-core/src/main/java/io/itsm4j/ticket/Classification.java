package io.itsm4j.ticket;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket belongs and how pressing it is.
 *
 * @param category the path in the category tree, steps joined by {@code /}, or null
 * @param service the reference of the service, or null
 * @param cis the affected configuration items
 * @param impact how much is hit
 * @param urgency how soon it is needed
 * @param priority the outcome
 * @param overrideReason why the priority is not the matrix's, or null when it is
 * @param tags free words, lower case
 */
public record Classification(
        @Nullable String category,
        @Nullable String service,
        List<AffectedCi> cis,
        Impact impact,
        Urgency urgency,
        Priority priority,
        @Nullable String overrideReason,
        Set<String> tags) {

    /** The most tags of one ticket. */
    public static final int TAGS = 50;

    /** The most affected items of one ticket. */
    public static final int CIS = 500;

    /** Copies the collections. */
    public Classification {
        cis = List.copyOf(cis);
        tags = Set.copyOf(tags);
    }

    /** The affected configuration items, without those taken off, by reference. */
    public List<String> affected() {
        if (cis.isEmpty()) {
            return List.of();
        }
        return cis.stream()
                .filter(ci -> ci.origin() != AffectedCi.Origin.EXCLUDED)
                .map(AffectedCi::ci)
                .toList();
    }

    Classification withTags(Set<String> all) {
        return new Classification(category, service, cis, impact, urgency, priority, overrideReason, all);
    }

    Classification withCis(List<AffectedCi> all) {
        return new Classification(category, service, all, impact, urgency, priority, overrideReason, tags);
    }

    Classification withPriority(Priority outcome, @Nullable String why) {
        return new Classification(category, service, cis, impact, urgency, outcome, why, tags);
    }

    Classification rated(Impact newImpact, Urgency newUrgency) {
        return new Classification(category, service, cis, newImpact, newUrgency, priority, overrideReason, tags);
    }

    Classification placed(@Nullable String newCategory, @Nullable String newService) {
        return new Classification(newCategory, newService, cis, impact, urgency, priority, overrideReason, tags);
    }
}
