package io.itsm4j.sla;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;

/**
 * That a breach is not held against anybody. The breach stays what it was; whoever counts breaches decides whether
 * waived ones count.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ticket the ticket
 * @param clock the primary key of the clock's row
 * @param agreement the agreement's key
 * @param metric what was measured
 * @param breachedAt the due instant that was missed
 * @param reason why
 * @param approvedBy who approved it, never who works on the ticket
 * @param approvedAt when
 * @param version the record's own counter
 * @param chain the end of its journal
 */
public record Waiver(
        String id,
        TenantId tenant,
        TicketId ticket,
        String clock,
        String agreement,
        Metric metric,
        Instant breachedAt,
        String reason,
        PersonId approvedBy,
        Instant approvedAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Waiver, String> ID = Attribute.text("id", Waiver::id);

    /** The ticket. */
    public static final Attribute<Waiver, TicketId> TICKET =
            Attribute.text("ticketId", Waiver::ticket, TicketId::value);

    /** The primary key of the clock's row. */
    public static final Attribute<Waiver, String> CLOCK = Attribute.text("clock", Waiver::clock);

    /** The agreement's key. */
    public static final Attribute<Waiver, String> AGREEMENT = Attribute.text("agreement", Waiver::agreement);

    /** When it was approved. */
    public static final Attribute<Waiver, Instant> APPROVED_AT =
            Attribute.<Waiver>time("approvedAt", Waiver::approvedAt).sorted();

    /** How waivers are stored. */
    public static final RecordKind<Waiver> KIND = RecordKind.of("slawaiver", Waiver.class, Waiver::id, Waiver::tenant)
            .with(ID, AGREEMENT, APPROVED_AT)
            .unique(CLOCK)
            .lookup(TICKET);

    /** How waivers live: managers and auditors read them, others those of a ticket that they see. */
    public static final RecordType<Waiver> TYPE = RecordType.named("sla-waiver", KIND, ID, Waiver::stamped)
            .readBy(Role.MANAGER, Role.AUDITOR)
            .field(DetailField.plain("ticket", Waiver::ticket))
            .field(DetailField.plain("clock", Waiver::clock))
            .field(DetailField.plain("breachedAt", Waiver::breachedAt))
            .field(DetailField.personal("reason", Waiver::reason))
            .field(DetailField.personal("approvedBy", Waiver::approvedBy))
            .erasing((ledger, waiver, person, pseudonym) -> waiver.without(person, pseudonym));

    Waiver stamped(long toVersion, ChainHead end) {
        return new Waiver(
                id,
                tenant,
                ticket,
                clock,
                agreement,
                metric,
                breachedAt,
                reason,
                approvedBy,
                approvedAt,
                toVersion,
                end);
    }

    private Waiver without(PersonId person, PersonId pseudonym) {
        return approvedBy.equals(person)
                ? new Waiver(
                        id,
                        tenant,
                        ticket,
                        clock,
                        agreement,
                        metric,
                        breachedAt,
                        "",
                        pseudonym,
                        approvedAt,
                        version,
                        chain)
                : this;
    }
}
