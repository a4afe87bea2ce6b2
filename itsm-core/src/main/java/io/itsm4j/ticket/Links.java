package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links between tickets: no link to itself, no link twice, no cycle where the type forbids it. */
final class Links {

    private static final String GUARD = "~links";
    private static final int PART = 500;

    private Links() {}

    static <D> void add(Engine engine, UnitOfWork work, Acting acting, Draft<D> draft, LinkType how, TicketId other) {
        if (how.isEngineOnly()) {
            throw new RuleViolated("LINK_TYPE", Map.of("type", how));
        }
        boolean there = work.find(TicketAttributes.KIND, draft.tenant(), other.value(), Lock.NONE)
                .filter(ticket -> engine.gate().sees(acting, ticket))
                .isPresent();
        if (!there) {
            throw new NotFound("NOT_FOUND", Map.of("id", other));
        }
        between(engine, work, draft, how, other);
    }

    /** Links another ticket to this one, as a step of that other ticket. */
    static <D> void addFrom(
            Engine engine, UnitOfWork work, Acting acting, Draft<D> draft, LinkType how, TicketId other) {
        if (how.isEngineOnly()) {
            throw new RuleViolated("LINK_TYPE", Map.of("type", how));
        }
        TicketRecord from = work.find(TicketAttributes.KIND, draft.tenant(), other.value(), Lock.WRITE)
                .filter(ticket -> engine.gate().sees(acting, ticket))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", other)));
        if (other.equals(draft.id())) {
            throw new RuleViolated("LINK_SELF", Map.of("number", draft.number()));
        }
        draft.note("type", how.name()).note("from", other.value());
        Raising.link(draft, engine.type(from.type()), other, how);
    }

    static <D> void between(Engine engine, UnitOfWork work, Draft<D> draft, LinkType how, TicketId other) {
        if (other.equals(draft.id())) {
            throw new RuleViolated("LINK_SELF", Map.of("number", draft.number()));
        }
        make(engine, work, draft, how, other);
    }

    /** Moves links to another ticket; those that only the engine makes tell of this ticket's past and stay. */
    static <D> void move(Engine engine, UnitOfWork work, Draft<D> draft, TicketId to) {
        engine.guards().hold(work, draft.tenant(), GUARD);
        TicketId from = draft.id();
        long moved = 0;
        for (Link link :
                work.list(Query.of(Link.KIND, draft.tenant(), Link.FROM.is(from).or(Link.TO.is(from)))
                        .locked(Lock.WRITE))) {
            TicketId one = link.from().equals(from) ? to : link.from();
            TicketId two = link.to().equals(from) ? to : link.to();
            boolean turned = link.type().isSymmetric() && two.value().compareTo(one.value()) < 0;
            TicketId first = turned ? two : one;
            TicketId second = turned ? one : two;
            boolean falls = first.equals(second)
                    || !between(work, draft.tenant(), first, link.type(), second)
                            .isEmpty();
            boolean stays = link.type().isEngineOnly()
                    || !falls && link.type().isAcyclic() && leads(work, draft.tenant(), link.type(), second, first);
            if (!stays) {
                draft.write(Link.KIND, link, null);
                moved++;
                if (!falls) {
                    draft.write(
                            Link.KIND,
                            null,
                            new Link(
                                    draft.freshId(),
                                    draft.tenant(),
                                    first,
                                    link.type(),
                                    second,
                                    draft.actor().id(),
                                    draft.now()));
                }
            }
        }
        draft.note("movedLinks", moved);
    }

    static <D> void make(Engine engine, UnitOfWork work, Draft<D> draft, LinkType how, TicketId other) {
        engine.guards().hold(work, draft.tenant(), GUARD);
        if (!found(work, draft, how, other).isEmpty()) {
            draft.note("type", how.name()).note("other", other.value()).note("already", true);
            return;
        }
        if (how.isAcyclic() && leads(work, draft.tenant(), how, other, draft.id())) {
            throw new RuleViolated("LINK_CYCLE", Map.of("number", draft.number(), "type", how));
        }
        Link link = new Link(
                draft.freshId(),
                draft.tenant(),
                from(draft, how, other),
                how,
                to(draft, how, other),
                draft.actor().id(),
                draft.now());
        draft.write(Link.KIND, null, link).note("type", how.name()).note("other", other.value());
    }

    static <D> void remove(UnitOfWork work, Draft<D> draft, LinkType how, TicketId other) {
        found(work, draft, how, other).forEach(link -> draft.write(Link.KIND, link, null));
        draft.note("type", how.name()).note("other", other.value());
    }

    /** The links of a ticket whose other ends the reader may see. */
    static List<Link> of(Engine engine, UnitOfWork work, Acting reader, TicketId id) {
        TenantId tenant = reader.actor().tenant();
        List<Link> all =
                Paging.all(work, Query.of(Link.KIND, tenant, Link.FROM.is(id).or(Link.TO.is(id))), Link.ID);
        List<TicketId> others =
                all.stream().map(link -> other(link, id)).distinct().toList();
        Set<TicketId> seen = new HashSet<>();
        for (int at = 0; at < others.size(); at += PART) {
            List<String> part = others.subList(at, Math.min(others.size(), at + PART)).stream()
                    .map(TicketId::value)
                    .toList();
            Query<TicketRecord> visible = Query.of(
                    TicketAttributes.KIND,
                    tenant,
                    TicketAttributes.ID
                            .in(part)
                            .and(TicketAttributes.TYPE.in(engine.gate().readable(reader, engine.types())))
                            .and(engine.gate().visible(reader)));
            work.list(visible, TicketSummary.PROJECTION).forEach(ticket -> seen.add(ticket.id()));
        }
        return all.stream().filter(link -> seen.contains(other(link, id))).toList();
    }

    private static TicketId other(Link link, TicketId id) {
        return link.from().equals(id) ? link.to() : link.from();
    }

    /** Read locked: a snapshot that is older than the guard may not know of a link. */
    private static List<Link> found(UnitOfWork work, Draft<?> draft, LinkType how, TicketId other) {
        return between(work, draft.tenant(), from(draft, how, other), how, to(draft, how, other));
    }

    private static List<Link> between(UnitOfWork work, TenantId tenant, TicketId from, LinkType how, TicketId to) {
        return work.list(Query.of(
                        Link.KIND,
                        tenant,
                        Link.FROM.is(from).and(Link.TYPE.is(how)).and(Link.TO.is(to)))
                .locked(Lock.WRITE));
    }

    /** A link without direction runs from the smaller id, so that it is the same row from both ends. */
    private static TicketId from(Draft<?> draft, LinkType how, TicketId other) {
        return how.isSymmetric() && other.value().compareTo(draft.id().value()) < 0 ? other : draft.id();
    }

    private static TicketId to(Draft<?> draft, LinkType how, TicketId other) {
        return from(draft, how, other).equals(other) ? draft.id() : other;
    }

    /** Whether following links of a type from one ticket arrives at another; read locked, so that it is the newest. */
    private static boolean leads(UnitOfWork work, TenantId tenant, LinkType how, TicketId start, TicketId goal) {
        Set<TicketId> seen = new HashSet<>(Set.of(start));
        List<TicketId> level = List.of(start);
        while (!level.isEmpty()) {
            if (level.contains(goal)) {
                return true;
            }
            List<TicketId> next = new ArrayList<>();
            for (int at = 0; at < level.size(); at += PART) {
                List<TicketId> part = level.subList(at, Math.min(level.size(), at + PART));
                Query<Link> onwards = Query.of(
                                Link.KIND, tenant, Link.TYPE.is(how).and(Link.FROM.in(part)))
                        .locked(Lock.WRITE);
                Paging.all(work, onwards, Link.ID).stream()
                        .map(Link::to)
                        .filter(seen::add)
                        .forEach(next::add);
            }
            level = next;
        }
        return false;
    }
}
