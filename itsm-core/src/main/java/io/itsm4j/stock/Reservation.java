package io.itsm4j.stock;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;

/**
 * Parts that are set aside for a ticket.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param item the stock item
 * @param ticket the ticket
 * @param quantity how many were set aside at first
 * @param open how many still are
 * @param state where it stands
 * @param by who asked for it
 * @param at when
 * @param until until when
 * @param dueAt when it ends by itself
 * @param chain the end of its journal
 */
public record Reservation(
        String id,
        TenantId tenant,
        long version,
        String item,
        TicketId ticket,
        long quantity,
        long open,
        State state,
        PersonId by,
        Instant at,
        Instant until,
        Instant dueAt,
        ChainHead chain)
        implements Kept {

    /** Where a reservation stands. */
    public enum State {
        /** Some are still set aside. */
        OPEN,
        /** All that were set aside were issued. */
        USED,
        /** It was given up, or the rest of it. */
        RELEASED,
        /** Its time was over. */
        EXPIRED,
        /** Fewer were there than set aside when they were counted. */
        CUT
    }

    /** The primary key. */
    public static final Attribute<Reservation, String> ID =
            Attribute.text("id", Reservation::id).sorted();

    /** The stock item. */
    public static final Attribute<Reservation, String> ITEM = Attribute.text("item", Reservation::item);

    /** The ticket. */
    public static final Attribute<Reservation, TicketId> TICKET =
            Attribute.text("ticket", Reservation::ticket, TicketId::value);

    /** Where it stands. */
    public static final Attribute<Reservation, State> STATE = Attribute.text("state", Reservation::state, State::name);

    /** Who asked for it. */
    public static final Attribute<Reservation, PersonId> BY = Attribute.text("by", Reservation::by, PersonId::value);

    /** When it ends by itself. */
    public static final Attribute<Reservation, Instant> DUE_AT =
            Attribute.<Reservation>time("dueAt", Reservation::dueAt).sorted();

    /** How reservations are stored. */
    public static final RecordKind<Reservation> KIND = RecordKind.of(
                    "stock-reservation", Reservation.class, Reservation::id, Reservation::tenant)
            .with(ID, STATE, BY, DUE_AT)
            .lookup(ITEM, TICKET);

    /** So many fewer, the last of them ending it in this state. */
    Reservation less(long taken, State end) {
        long left = open - taken;
        return left > 0 ? left(left, state, dueAt) : left(0, end, Due.NEVER);
    }

    private Reservation left(long left, State next, Instant due) {
        return new Reservation(id, tenant, version, item, ticket, quantity, left, next, by, at, until, due, chain);
    }

    Reservation postponed(Instant when) {
        return new Reservation(id, tenant, version, item, ticket, quantity, open, state, by, at, until, when, chain);
    }

    Reservation erased(PersonId pseudonym) {
        return new Reservation(
                id, tenant, version, item, ticket, quantity, open, state, pseudonym, at, until, dueAt, chain);
    }

    Reservation stamped(long next, ChainHead head) {
        return new Reservation(id, tenant, next, item, ticket, quantity, open, state, by, at, until, dueAt, head);
    }
}
