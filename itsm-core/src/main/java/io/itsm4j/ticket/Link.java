package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * A link from one ticket to another. The same link is never there twice.
 *
 * @param id the primary key
 * @param tenant the tenant of both tickets
 * @param from the first ticket; of a link without direction, the one with the smaller id
 * @param type how they are related
 * @param to the second ticket
 * @param by who linked them
 * @param at when
 */
public record Link(String id, TenantId tenant, TicketId from, LinkType type, TicketId to, PersonId by, Instant at) {

    /** The primary key. */
    public static final Attribute<Link, String> ID = Attribute.text("id", Link::id);

    /** The first ticket. */
    public static final Attribute<Link, TicketId> FROM = Attribute.text("fromId", Link::from, TicketId::value);

    /** How they are related. */
    public static final Attribute<Link, LinkType> TYPE = Attribute.text("type", Link::type, LinkType::name);

    /** The second ticket. */
    public static final Attribute<Link, TicketId> TO = Attribute.text("toId", Link::to, TicketId::value);

    /** How links are stored. */
    public static final RecordKind<Link> KIND = RecordKind.of("link", Link.class, Link::id, Link::tenant)
            .with(ID)
            .unique(FROM, TYPE, TO)
            .lookup(FROM, TO);
}
