package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;

/** What a draft may ask the store before anything is written. */
final class Lookup {

    private Lookup() {}

    static Draft.Lookups of(Engine.Parts parts, UnitOfWork work, TenantId tenant, TicketId ticket) {
        return new Draft.Lookups(
                () -> work.list(openChildren(tenant, ticket)).size(),
                () -> work.count(
                        Task.KIND,
                        tenant,
                        Task.TICKET.is(ticket).and(Task.STATE.in(List.of(Task.State.OPEN, Task.State.IN_PROGRESS)))),
                () -> parts.ids().next(Times.micros(parts.clock().instant())));
    }

    /** For a ticket that is not in the store yet: nothing can belong to it, so nothing is asked. */
    static Draft.Lookups ofUnwritten(Engine.Parts parts) {
        return new Draft.Lookups(
                () -> 0,
                () -> 0,
                () -> parts.ids().next(Times.micros(parts.clock().instant())));
    }

    /** The open children of a ticket, newest state, held in the order of their ids. */
    static Query<TicketRecord> openChildren(TenantId tenant, TicketId parent) {
        return Query.of(
                        TicketAttributes.KIND,
                        tenant,
                        TicketAttributes.PARENT.is(parent).and(TicketAttributes.IS_OPEN.is(true)))
                .locked(Lock.WRITE);
    }
}
