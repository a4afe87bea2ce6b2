package io.itsm4j.stock;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.input.Money;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of stock: what it did to the three quantities of an item, and why. Never changed but to forget a person.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param item the stock item
 * @param sequence its place among the movements of the item, from 1 without gaps
 * @param kind why
 * @param onHand how many more lie there, negative for fewer
 * @param reserved how many more are set aside, negative for fewer
 * @param onOrder how many more are to come, negative for fewer
 * @param ticket the ticket that it was for, or null
 * @param task the task of the ticket, or null
 * @param reservation the reservation, or null
 * @param other the item at the other end of a transfer, or null
 * @param price what one cost, or null
 * @param purchase the purchase, or null
 * @param receipt the receipt, or null
 * @param reason a word why, or null
 * @param by who
 * @param at when
 */
public record Movement(
        String id,
        TenantId tenant,
        String item,
        long sequence,
        Kind kind,
        long onHand,
        long reserved,
        long onOrder,
        @Nullable TicketId ticket,
        @Nullable String task,
        @Nullable String reservation,
        @Nullable String other,
        @Nullable Money price,
        @Nullable String purchase,
        @Nullable String receipt,
        @Nullable String reason,
        PersonId by,
        Instant at) {

    /** Why stock moved. */
    public enum Kind {
        /** Parts came. */
        RECEIPT,
        /** Parts went to a ticket. */
        ISSUE,
        /** Parts came back from a ticket. */
        RETURN,
        /** It was counted; what differed was put right. */
        COUNT,
        /** Parts went to another store. */
        TRANSFER_OUT,
        /** Parts came from another store. */
        TRANSFER_IN,
        /** Parts were set aside. */
        RESERVATION,
        /** Parts were no longer set aside. */
        RELEASE,
        /** A purchase took a proposal up, or brings no more. */
        ORDER,
        /** Parts went back to who sold them. */
        SENT_BACK
    }

    /** The primary key. */
    public static final Attribute<Movement, String> ID = Attribute.text("id", Movement::id);

    /** The stock item. */
    public static final Attribute<Movement, String> ITEM = Attribute.text("item", Movement::item);

    /** The place among the movements of the item. */
    public static final Attribute<Movement, Long> SEQUENCE =
            Attribute.<Movement>number("sequence", Movement::sequence).sorted();

    /** Why. */
    public static final Attribute<Movement, Kind> KIND_OF = Attribute.text("kind", Movement::kind, Kind::name);

    /** The ticket that it was for. */
    public static final Attribute<Movement, TicketId> TICKET =
            Attribute.text("ticket", Movement::ticket, TicketId::value);

    /** The purchase. */
    public static final Attribute<Movement, String> PURCHASE = Attribute.text("purchase", Movement::purchase);

    /** Who. */
    public static final Attribute<Movement, PersonId> BY = Attribute.text("by", Movement::by, PersonId::value);

    /** When. */
    public static final Attribute<Movement, Instant> AT =
            Attribute.<Movement>time("at", Movement::at).sorted();

    /** How movements are stored. */
    public static final RecordKind<Movement> KIND = RecordKind.of(
                    "stock-movement", Movement.class, Movement::id, Movement::tenant)
            .with(ID, KIND_OF, BY, AT)
            .unique(ITEM, SEQUENCE)
            .lookup(ITEM, TICKET, PURCHASE);

    /** The same without the person and their words. */
    Movement erased(PersonId pseudonym) {
        return new Movement(
                id,
                tenant,
                item,
                sequence,
                kind,
                onHand,
                reserved,
                onOrder,
                ticket,
                task,
                reservation,
                other,
                price,
                purchase,
                receipt,
                reason == null ? null : "(erased)",
                pseudonym,
                at);
    }
}
