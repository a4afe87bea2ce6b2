package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its requester sees it. What is internal (group, assignee, work logs, internal notes, custom fields) has
 * no place in this type.
 *
 * @param id the ticket
 * @param number its human number
 * @param type the name of its type
 * @param title its title
 * @param description what it says
 * @param state where it stands
 * @param pendingReason why it waits, or null
 * @param requester who asked
 * @param openedFor the person affected
 * @param service the service, or null
 * @param priority its priority
 * @param openedAt when it was reported
 * @param updatedAt when it last changed
 * @param resolvedAt when it was resolved, or null
 * @param closedAt when it ended, or null
 * @param version its version
 */
public record RequesterView(
        TicketId id,
        String number,
        String type,
        String title,
        String description,
        State state,
        @Nullable String pendingReason,
        PersonId requester,
        PersonId openedFor,
        @Nullable String service,
        Priority priority,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        long version) {

    static RequesterView of(TicketRecord t) {
        return new RequesterView(
                t.id(),
                t.number(),
                t.type(),
                t.content().title(),
                t.content().description(),
                t.state(),
                t.pendingReason(),
                t.people().requester(),
                t.people().openedFor(),
                t.classification().service(),
                t.classification().priority(),
                t.times().openedAt(),
                t.times().updatedAt(),
                t.times().resolvedAt(),
                t.times().closedAt(),
                t.version());
    }
}
