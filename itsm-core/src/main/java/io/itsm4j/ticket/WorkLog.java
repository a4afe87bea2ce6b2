package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time or cost spent on a ticket.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ticket the ticket
 * @param person who spent it
 * @param minutes time in minutes, 0 to 10,080
 * @param costMinor cost in the smallest unit of the currency, 0 or more
 * @param currency the ISO 4217 code, or null when there is no cost
 * @param billable whether the customer pays
 * @param note what was done, or empty
 * @param at when it was logged
 */
public record WorkLog(
        String id,
        TenantId tenant,
        TicketId ticket,
        PersonId person,
        long minutes,
        long costMinor,
        @Nullable String currency,
        boolean billable,
        String note,
        Instant at) {

    /** The primary key. */
    public static final Attribute<WorkLog, String> ID = Attribute.text("id", WorkLog::id);

    /** The ticket. */
    public static final Attribute<WorkLog, TicketId> TICKET =
            Attribute.text("ticketId", WorkLog::ticket, TicketId::value);

    /** When it was logged. */
    public static final Attribute<WorkLog, Instant> AT =
            Attribute.<WorkLog>time("at", WorkLog::at).sorted();

    /** How work logs are stored. */
    public static final RecordKind<WorkLog> KIND = RecordKind.of("worklog", WorkLog.class, WorkLog::id, WorkLog::tenant)
            .with(ID, AT)
            .lookup(TICKET);
}
