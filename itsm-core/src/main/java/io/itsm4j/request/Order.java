package io.itsm4j.request;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody ordered together. It groups requests and has no state of its own: {@link OrderState} follows from them.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param number the human number, for example {@code ORD0000012}
 * @param requester who asked
 * @param openedFor who gets it
 * @param placedAt when it was placed
 * @param items its requests, in the order of its lines
 * @param version the record's own counter
 * @param chain the end of its journal
 */
public record Order(
        String id,
        TenantId tenant,
        String number,
        PersonId requester,
        PersonId openedFor,
        Instant placedAt,
        List<TicketId> items,
        long version,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Order, String> ID = Attribute.text("id", Order::id);

    /** The human number. */
    public static final Attribute<Order, String> NUMBER = Attribute.text("number", Order::number);

    /** Who asked. */
    public static final Attribute<Order, PersonId> REQUESTER =
            Attribute.text("requester", Order::requester, PersonId::value);

    /** Who gets it. */
    public static final Attribute<Order, PersonId> OPENED_FOR =
            Attribute.text("openedFor", Order::openedFor, PersonId::value);

    /** When it was placed. */
    public static final Attribute<Order, Instant> PLACED_AT =
            Attribute.<Order>time("placedAt", Order::placedAt).sorted();

    /** How orders are stored. */
    public static final RecordKind<Order> KIND = RecordKind.of("order", Order.class, Order::id, Order::tenant)
            .with(ID, PLACED_AT)
            .unique(NUMBER)
            .lookup(REQUESTER, OPENED_FOR);

    /** How orders live. Whoever has placed one, or gets it, sees it. */
    public static final RecordType<Order> TYPE = RecordType.named("order", KIND, ID, Order::stamped)
            .visible((actor, reader) -> reader
                    ? io.itsm4j.storage.Criterion.all()
                    : REQUESTER.is(actor.id()).or(OPENED_FOR.is(actor.id())))
            .field(DetailField.plain("number", Order::number))
            .field(DetailField.personal("requester", Order::requester))
            .field(DetailField.personal("openedFor", Order::openedFor))
            .field(DetailField.plain("items", Order::items))
            .erasing((ledger, order, person, pseudonym) -> order.erased(person, pseudonym));

    /** Copies the items. */
    public Order {
        items = List.copyOf(items);
    }

    private Order stamped(long toVersion, ChainHead end) {
        return new Order(id, tenant, number, requester, openedFor, placedAt, items, toVersion, end);
    }

    private Order erased(PersonId person, PersonId pseudonym) {
        boolean named = requester.equals(person) || openedFor.equals(person);
        return named
                ? new Order(
                        id,
                        tenant,
                        number,
                        requester.equals(person) ? pseudonym : requester,
                        openedFor.equals(person) ? pseudonym : openedFor,
                        placedAt,
                        items,
                        version,
                        chain)
                : this;
    }
}
