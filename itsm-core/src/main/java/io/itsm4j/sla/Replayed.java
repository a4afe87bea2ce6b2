package io.itsm4j.sla;

/**
 * What replaying a ticket's journal gives.
 *
 * @param stored the clocks as they lie on the ticket's row
 * @param replayed the clocks as the journal's facts give them
 */
public record Replayed(TicketClocks stored, TicketClocks replayed) {

    /** Whether living through the facts gave what replaying them gives. */
    public boolean isSame() {
        return stored.equals(replayed);
    }
}
