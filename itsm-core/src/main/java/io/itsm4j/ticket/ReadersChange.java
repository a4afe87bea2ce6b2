package io.itsm4j.ticket;

/** What follows for records beside a ticket when the ticket is restricted to other groups. */
@FunctionalInterface
public interface ReadersChange {

    /**
     * Lets the records follow.
     *
     * @param ledger of the command that restricts it
     * @param ticket as it will be
     */
    void follow(Ledger ledger, TicketRecord ticket);
}
