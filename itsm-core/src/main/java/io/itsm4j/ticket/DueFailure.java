package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * A piece of due work that was set aside because it failed.
 *
 * @param id the primary key: the ticket and the milestone
 * @param tenant the tenant
 * @param ticket the ticket
 * @param milestone what was due
 * @param attempts how often it failed in a row
 * @param cause why it failed last, at most 500 characters
 * @param at when it failed last
 * @param retryAt when it is tried again
 */
public record DueFailure(
        String id,
        TenantId tenant,
        TicketId ticket,
        String milestone,
        long attempts,
        String cause,
        Instant at,
        Instant retryAt) {

    /** The primary key. */
    public static final Attribute<DueFailure, String> ID = Attribute.text("id", DueFailure::id);

    /** The ticket. */
    public static final Attribute<DueFailure, TicketId> TICKET =
            Attribute.text("ticketId", DueFailure::ticket, TicketId::value);

    /** How failures are stored. */
    public static final RecordKind<DueFailure> KIND = RecordKind.of(
                    "duefailure", DueFailure.class, DueFailure::id, DueFailure::tenant)
            .with(ID)
            .lookup(TICKET);

    /** The primary key of the failure of a milestone. */
    static String idOf(TicketId ticket, String milestone) {
        return Digests.sha256(ticket.value(), milestone).substring(0, 36);
    }
}
