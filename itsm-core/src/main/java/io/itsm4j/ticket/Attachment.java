package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * What is known of a file that belongs to a ticket. The bytes lie in the host's {@link AttachmentStore} under the
 * attachment's id.
 *
 * @param id the primary key, and the key of the bytes
 * @param tenant the tenant
 * @param ticket the ticket
 * @param fileName the name as given; use {@link FileNames#contentDisposition} to hand it to a browser
 * @param mediaType the declared media type, or {@code application/octet-stream}
 * @param size the number of bytes as counted
 * @param sha256 the digest of the bytes, 64 hexadecimal digits
 * @param visibility who may fetch it
 * @param by who attached it
 * @param at when
 */
public record Attachment(
        String id,
        TenantId tenant,
        TicketId ticket,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Comment.Visibility visibility,
        PersonId by,
        Instant at) {

    /** The primary key. */
    public static final Attribute<Attachment, String> ID = Attribute.text("id", Attachment::id);

    /** The ticket. */
    public static final Attribute<Attachment, TicketId> TICKET =
            Attribute.text("ticketId", Attachment::ticket, TicketId::value);

    /** Who may fetch it. */
    public static final Attribute<Attachment, Comment.Visibility> VISIBILITY =
            Attribute.text("visibility", Attachment::visibility, Comment.Visibility::name);

    /** When it was attached. */
    public static final Attribute<Attachment, Instant> AT =
            Attribute.<Attachment>time("at", Attachment::at).sorted();

    /** How attachments are stored. */
    public static final RecordKind<Attachment> KIND = RecordKind.of(
                    "attachment", Attachment.class, Attachment::id, Attachment::tenant)
            .with(ID, VISIBILITY, AT)
            .lookup(TICKET);
}
