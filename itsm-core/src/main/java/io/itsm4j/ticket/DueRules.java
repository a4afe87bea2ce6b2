package io.itsm4j.ticket;

import java.time.Instant;
import java.util.Optional;

/** Works out what a ticket has due next; a pure function of the ticket and its type. */
final class DueRules {

    private DueRules() {}

    static <D> Due next(TicketType<D> type, Ticket<D> ticket, Instant now, Instant clocks) {
        Due next = Due.NOTHING;
        for (Milestone<D> milestone : type.milestones()) {
            Optional<Instant> due = milestone.due().apply(ticket);
            if (due.isPresent() && due.get().isBefore(next.at())) {
                next = new Due(Times.micros(due.get()), milestone.name(), 0);
            }
        }
        if (clocks.isBefore(next.at())) {
            next = new Due(Times.micros(clocks), Timekeeper.MILESTONE, 0);
        }
        boolean setAside = ticket.due().attempts() > 0
                && ticket.due().at().isAfter(now)
                && java.util.Objects.equals(ticket.due().milestone(), next.milestone());
        return setAside ? ticket.due() : next;
    }
}
