package io.itsm4j.purchase;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something of one line arrived, was taken back, or will not come any more. Rows are only added; what was received
 * is their sum.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param purchase the purchase
 * @param line the number of its line
 * @param kind which of the three
 * @param quantity how many; of a reversal below zero
 * @param reverses the receipt that a reversal takes back, or null
 * @param reversed of a receipt how many of it were taken back later
 * @param store where it was put, or null
 * @param note the delivery note, or why it was taken back or given up; or null
 * @param made the ids of the assets or of the stock movement it became, of a reversal those taken back
 * @param by who did it
 * @param at when
 */
public record Receipt(
        String id,
        TenantId tenant,
        TicketId purchase,
        int line,
        Kind kind,
        long quantity,
        @Nullable String reverses,
        long reversed,
        @Nullable String store,
        @Nullable String note,
        List<String> made,
        PersonId by,
        Instant at) {

    /** What a row says. */
    public enum Kind {
        /** It arrived. */
        RECEIVED,
        /** It was taken back: a wrong delivery. */
        REVERSED,
        /** It will not come any more. */
        GIVEN_UP
    }

    /** The primary key. */
    public static final Attribute<Receipt, String> ID = Attribute.text("id", Receipt::id);

    /** The purchase. */
    public static final Attribute<Receipt, TicketId> PURCHASE =
            Attribute.text("purchaseId", Receipt::purchase, TicketId::value);

    /** The number of the line. */
    public static final Attribute<Receipt, Long> LINE = Attribute.number("line", receipt -> (long) receipt.line());

    /** What the row says. */
    public static final Attribute<Receipt, Kind> KIND_OF = Attribute.text("kind", Receipt::kind, Kind::name);

    /** The receipt that it takes back. */
    public static final Attribute<Receipt, String> REVERSES = Attribute.text("reverses", Receipt::reverses);

    /** When. */
    public static final Attribute<Receipt, Instant> AT =
            Attribute.<Receipt>time("at", Receipt::at).sorted();

    /** How receipts are stored. */
    public static final RecordKind<Receipt> KIND = RecordKind.of("receipt", Receipt.class, Receipt::id, Receipt::tenant)
            .with(ID, LINE, KIND_OF, REVERSES, AT)
            .lookup(PURCHASE);

    /** Copies the ids. */
    public Receipt {
        made = List.copyOf(made);
    }

    /** How many of it can still be taken back. */
    public long reversible() {
        return kind == Kind.RECEIVED ? quantity - reversed : 0;
    }

    /** The same, of which more was taken back. */
    Receipt reversed(long more) {
        return new Receipt(
                id, tenant, purchase, line, kind, quantity, reverses, reversed + more, store, note, made, by, at);
    }

    /** The same with what it became. */
    Receipt making(List<String> ids) {
        return new Receipt(id, tenant, purchase, line, kind, quantity, reverses, reversed, store, note, ids, by, at);
    }

    /** The same done by a pseudonym, without what they wrote. */
    Receipt erased(PersonId pseudonym) {
        String kept = note == null ? null : "(erased)";
        return new Receipt(
                id, tenant, purchase, line, kind, quantity, reverses, reversed, store, kept, made, pseudonym, at);
    }
}
