package io.itsm4j.sla;

import io.itsm4j.journal.Digests;
import io.itsm4j.ticket.TicketId;

/**
 * Which clock of a ticket.
 *
 * @param agreement the agreement's key
 * @param metric what it measures
 * @param holder whose time it measures: a group, a supplier, or empty for the customer's
 */
public record ClockKey(String agreement, Metric metric, String holder) {

    /** The primary key of the row of a cycle: 36 hexadecimal digits. */
    String rowId(TicketId ticket, int cycle) {
        return Digests.sha256(ticket.value(), agreement, metric.name(), holder, String.valueOf(cycle))
                .substring(0, 36);
    }

    @Override
    public String toString() {
        return agreement + "/" + metric + (holder.isEmpty() ? "" : "/" + holder);
    }
}
