package io.itsm4j.ticket;

import io.itsm4j.lifecycle.State;

/**
 * A ticket at the other end of a link, as far as rules look at it.
 *
 * @param id the ticket
 * @param number its human number
 * @param type the name of its type
 * @param state where it stands
 */
public record LinkedTicket(TicketId id, String number, String type, State state) {

    static LinkedTicket of(TicketRecord ticket) {
        return new LinkedTicket(ticket.id(), ticket.number(), ticket.type(), ticket.state());
    }

    /** Neither closed nor cancelled. */
    public boolean isOpen() {
        return !state.category().isTerminal();
    }
}
