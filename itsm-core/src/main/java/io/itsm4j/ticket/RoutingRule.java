package io.itsm4j.ticket;

import io.itsm4j.storage.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Sends a new ticket to a group. Rules are asked in order and the first that fits decides.
 *
 * @param name what the explanation calls it
 * @param type the ticket type it is for, or null for all
 * @param when the condition on the new ticket
 * @param group the support group, or null to leave it
 * @param assignee the person, or null
 * @param tier the support tier, 1 to 3
 */
public record RoutingRule(
        String name,
        @Nullable String type,
        Criterion<TicketRecord> when,
        @Nullable String group,
        @Nullable String assignee,
        int tier) {

    /** Sends what fits to a group in the first tier. */
    public static RoutingRule toGroup(String name, Criterion<TicketRecord> when, String group) {
        return new RoutingRule(name, null, when, group, null, 1);
    }
}
