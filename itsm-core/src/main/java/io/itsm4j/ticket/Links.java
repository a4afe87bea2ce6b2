package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links between tickets: no link to itself, no link twice, no cycle where the type forbids it. */
final class Links {

    private static final String GUARD = "~links";

    private Links() {}

    static <D> void add(Engine engine, UnitOfWork work, Acting acting, Draft<D> draft, LinkType how, TicketId other) {
        if (how.isEngineOnly()) {
            throw new RuleViolated("LINK_TYPE", Map.of("type", how));
        }
        if (other.equals(draft.id())) {
            throw new RuleViolated("LINK_SELF", Map.of("number", draft.number()));
        }
        boolean there = work.find(TicketAttributes.KIND, draft.tenant(), other.value(), Lock.NONE)
                .filter(ticket -> engine.gate().sees(acting, ticket))
                .isPresent();
        if (!there) {
            throw new NotFound("NOT_FOUND", Map.of("id", other));
        }
        make(engine, work, draft, how, other);
    }

    static <D> void make(Engine engine, UnitOfWork work, Draft<D> draft, LinkType how, TicketId other) {
        if (how.isAcyclic()) {
            engine.guards().hold(work, draft.tenant(), GUARD);
        }
        if (exists(work, draft.tenant(), draft.id(), how, other)
                || how.isSymmetric() && exists(work, draft.tenant(), other, how, draft.id())) {
            draft.note("type", how.name()).note("other", other.value()).note("already", true);
            return;
        }
        if (how.isAcyclic() && leads(work, draft.tenant(), how, other, draft.id())) {
            throw new RuleViolated("LINK_CYCLE", Map.of("number", draft.number(), "type", how));
        }
        Link link = new Link(
                draft.freshId(),
                draft.tenant(),
                draft.id(),
                how,
                other,
                draft.actor().id(),
                draft.now());
        draft.write(Link.KIND, null, link).note("type", how.name()).note("other", other.value());
    }

    static <D> void remove(UnitOfWork work, Draft<D> draft, LinkType how, TicketId other) {
        List<Link> found = found(work, draft.tenant(), draft.id(), how, other);
        if (found.isEmpty() && how.isSymmetric()) {
            found = found(work, draft.tenant(), other, how, draft.id());
        }
        found.forEach(link -> draft.write(Link.KIND, link, null));
        draft.note("type", how.name()).note("other", other.value());
    }

    private static boolean exists(UnitOfWork work, TenantId tenant, TicketId from, LinkType how, TicketId to) {
        return !found(work, tenant, from, how, to).isEmpty();
    }

    private static List<Link> found(UnitOfWork work, TenantId tenant, TicketId from, LinkType how, TicketId to) {
        return work.list(Query.of(
                Link.KIND, tenant, Link.FROM.is(from).and(Link.TYPE.is(how)).and(Link.TO.is(to))));
    }

    /** Whether following links of a type from one ticket arrives at another; read locked, so that it is the newest. */
    private static boolean leads(UnitOfWork work, TenantId tenant, LinkType how, TicketId start, TicketId goal) {
        Set<TicketId> seen = new HashSet<>(Set.of(start));
        List<TicketId> level = List.of(start);
        while (!level.isEmpty()) {
            if (level.contains(goal)) {
                return true;
            }
            level =
                    work
                            .list(Query.of(Link.KIND, tenant, Link.TYPE.is(how).and(Link.FROM.in(level)))
                                    .locked(Lock.WRITE))
                            .stream()
                            .map(Link::to)
                            .filter(seen::add)
                            .toList();
        }
        return false;
    }
}
