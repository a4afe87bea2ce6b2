package io.itsm4j.change;

import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Ticket;

/** Opens what follows from a change that has failed, for practices that a change does not know. */
@FunctionalInterface
public interface FollowUps {

    /**
     * Opens a ticket within the command that ends the change, linked as caused by it, unless there is an open one.
     *
     * @param change as it has ended
     * @param wanted what to open; not {@link FailureRule#NOTHING}
     * @return the ticket
     */
    LinkedTicket open(Ledger ledger, Ticket<Change> change, FailureRule wanted);
}
