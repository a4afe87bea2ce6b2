package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident with the verdict that the log records.
 *
 * @param number the recorded number
 * @param ticket the ticket
 * @param priority the priority it ended with
 * @param opened when it was reported
 * @param made whether the recorded system says that its agreement was kept
 */
record Judged(String number, TicketId ticket, Priority priority, Instant opened, boolean made) {

    /** An incident after its last row, when the log has a verdict on it. */
    static Optional<Judged> of(OpenIncident incident) {
        Boolean made = incident.row().outcome().madeSla();
        return Optional.ofNullable(made)
                .map(verdict -> new Judged(
                        incident.row().number(),
                        incident.ticket().id(),
                        incident.ticket().priority(),
                        incident.ticket().times().openedAt(),
                        verdict));
    }
}
