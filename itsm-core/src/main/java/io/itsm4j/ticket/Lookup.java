package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a draft may ask the store before anything is written. */
final class Lookup {

    private static final int PART = 500;

    private Lookup() {}

    static Draft.Lookups of(Engine.Parts parts, UnitOfWork work, TenantId tenant, TicketId ticket) {
        return new Draft.Lookups(
                () -> work.list(openChildren(tenant, ticket)).size(),
                () -> work.count(Task.KIND, tenant, Task.TICKET.is(ticket).and(Task.unfinished())),
                how -> linked(work, tenant, Link.FROM.is(ticket).and(Link.TYPE.is(how)), Lock.WRITE, Link::to),
                how -> linked(work, tenant, Link.TO.is(ticket).and(Link.TYPE.is(how)), Lock.WRITE, Link::from),
                () -> parts.ids().next(Times.micros(parts.clock().instant())));
    }

    /** The tickets at the other end of links, by id; held links show the newest state on every database. */
    static List<LinkedTicket> linked(
            UnitOfWork work, TenantId tenant, Criterion<Link> links, Lock lock, Function<Link, TicketId> end) {
        return tickets(
                work,
                tenant,
                Paging.all(work, Query.of(Link.KIND, tenant, links).locked(lock), Link.ID).stream()
                        .map(end)
                        .toList());
    }

    /** The tickets of these ids, by id. */
    static List<LinkedTicket> tickets(UnitOfWork work, TenantId tenant, List<TicketId> ids) {
        List<String> sorted =
                ids.stream().map(TicketId::value).distinct().sorted().toList();
        List<LinkedTicket> found = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += PART) {
            List<String> part = sorted.subList(from, Math.min(sorted.size(), from + PART));
            work.list(Query.of(TicketAttributes.KIND, tenant, TicketAttributes.ID.in(part)))
                    .forEach(ticket -> found.add(LinkedTicket.of(ticket)));
        }
        found.sort(Comparator.comparing(ticket -> ticket.id().value()));
        return List.copyOf(found);
    }

    /** The ids of the tickets with a link to one of these. */
    static Set<TicketId> linkedToAny(UnitOfWork work, LinkType how, Query<TicketRecord> which) {
        TenantId tenant = java.util.Objects.requireNonNull(which.tenant());
        List<TicketId> ends = Paging.all(work, which, TicketAttributes.ID).stream()
                .map(TicketRecord::id)
                .toList();
        Set<TicketId> linked = new HashSet<>();
        for (int from = 0; from < ends.size(); from += PART) {
            List<TicketId> part = ends.subList(from, Math.min(ends.size(), from + PART));
            Query<Link> links = Query.of(Link.KIND, tenant, Link.TO.in(part).and(Link.TYPE.is(how)));
            Paging.all(work, links, Link.ID).forEach(link -> linked.add(link.from()));
        }
        return linked;
    }

    /** For a ticket that is not in the store yet: only what was decided with it belongs to it, so nothing is asked. */
    static Draft.Lookups ofUnwritten(Engine.Parts parts, Books books, TicketId ticket) {
        return new Draft.Lookups(
                () -> 0,
                () -> books.openedTasks(ticket),
                how -> List.of(),
                how -> List.of(),
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
