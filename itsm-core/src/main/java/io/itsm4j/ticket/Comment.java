package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * Something said on a ticket.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ticket the ticket
 * @param author who said it
 * @param visibility who may read it
 * @param body at most 65,536 code points
 * @param at when it was said
 */
public record Comment(
        String id, TenantId tenant, TicketId ticket, PersonId author, Visibility visibility, String body, Instant at) {

    /** Who may read a comment. */
    public enum Visibility {
        /** The requester too. */
        PUBLIC,
        /** Staff only. */
        INTERNAL
    }

    /** The primary key. */
    public static final Attribute<Comment, String> ID = Attribute.text("id", Comment::id);

    /** The ticket. */
    public static final Attribute<Comment, TicketId> TICKET =
            Attribute.text("ticketId", Comment::ticket, TicketId::value);

    /** Who may read it. */
    public static final Attribute<Comment, Visibility> VISIBILITY =
            Attribute.text("visibility", Comment::visibility, Visibility::name);

    /** Who said it. */
    public static final Attribute<Comment, PersonId> AUTHOR =
            Attribute.text("author", Comment::author, PersonId::value);

    /** When it was said. */
    public static final Attribute<Comment, Instant> AT =
            Attribute.<Comment>time("at", Comment::at).sorted();

    /** How comments are stored. */
    public static final RecordKind<Comment> KIND = RecordKind.of("comment", Comment.class, Comment::id, Comment::tenant)
            .with(ID, VISIBILITY, AUTHOR, AT)
            .lookup(TICKET);
}
