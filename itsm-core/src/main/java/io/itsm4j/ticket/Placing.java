package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts tickets under parents: no cycle, no tree deeper than {@link Family#DEPTH}, no closed parent. What decides is
 * read locked, because a transaction that has read before may see an old state otherwise; and held from the root down,
 * as cascades hold a tree.
 */
final class Placing {

    /** The record that serialises changes of trees within a tenant. */
    private static final String GUARD = "~tree";

    private static final int PART = 500;

    private Placing() {}

    /** Holds the guard of the tenant's trees, and a ticket with all that is above it. */
    static void hold(Engine engine, UnitOfWork work, TenantId tenant, @Nullable TicketId ticket) {
        engine.guards().hold(work, tenant, GUARD);
        if (ticket != null) {
            line(work, tenant, ticket);
        }
    }

    /** A new ticket cannot close a cycle; its parent is held so that it cannot end meanwhile. */
    static void onOpen(Engine engine, UnitOfWork work, Acting acting, Draft<?> draft, TicketId parent) {
        List<TicketRecord> line = line(work, acting.actor().tenant(), parent);
        checkParent(engine, acting, line, parent);
        checkDepth(line.size() + 1);
        draft.family(draft.family().under(parent));
    }

    /** The tree's guard and the parent's line are held already. */
    static void place(Engine engine, UnitOfWork work, Acting acting, Draft<?> draft, @Nullable TicketId parent) {
        if (parent != null) {
            if (parent.equals(draft.id())) {
                throw new RuleViolated("PARENT_CYCLE", Map.of("number", draft.number()));
            }
            List<TicketRecord> line = line(work, draft.tenant(), parent);
            checkParent(engine, acting, line, parent);
            if (line.stream().anyMatch(above -> above.id().equals(draft.id()))) {
                throw new RuleViolated("PARENT_CYCLE", Map.of("number", draft.number()));
            }
            checkDepth(line.size() + levels(work, draft.tenant(), List.of(draft.id())));
        }
        draft.family(draft.family().under(parent));
    }

    private static void checkParent(Engine engine, Acting acting, List<TicketRecord> line, TicketId parent) {
        if (line.isEmpty() || !engine.gate().sees(acting, line.get(0))) {
            throw new NotFound("NOT_FOUND", Map.of("id", parent));
        }
        TicketRecord found = line.get(0);
        if (found.state().category().isTerminal()) {
            throw new RuleViolated("PARENT_ENDED", Map.of("number", found.number()));
        }
    }

    /**
     * A ticket and what is above it, the ticket first; empty when there is none. Found without locks, held from the
     * root down, and followed once more as it is now.
     */
    static List<TicketRecord> line(UnitOfWork work, TenantId tenant, TicketId ticket) {
        List<TicketRecord> seen = walk(work, tenant, ticket, Lock.NONE);
        Collections.reverse(seen);
        seen.forEach(
                record -> work.find(TicketAttributes.KIND, tenant, record.id().value(), Lock.WRITE));
        return walk(work, tenant, ticket, Lock.WRITE);
    }

    private static List<TicketRecord> walk(UnitOfWork work, TenantId tenant, TicketId ticket, Lock lock) {
        List<TicketRecord> line = new ArrayList<>();
        TicketId next = ticket;
        while (next != null && line.size() <= Family.DEPTH) {
            TicketRecord at =
                    work.find(TicketAttributes.KIND, tenant, next.value(), lock).orElse(null);
            if (at == null) {
                return line;
            }
            line.add(at);
            next = at.family().parent();
        }
        return line;
    }

    /** How many levels these tickets and what hangs below them have; stops counting when there are too many. */
    static int levels(UnitOfWork work, TenantId tenant, List<TicketId> roots) {
        int levels = 0;
        List<TicketId> level = roots;
        while (!level.isEmpty() && levels <= Family.DEPTH) {
            levels++;
            level = below(work, tenant, level);
        }
        return levels;
    }

    private static List<TicketId> below(UnitOfWork work, TenantId tenant, List<TicketId> level) {
        List<TicketId> below = new ArrayList<>();
        for (int at = 0; at < level.size(); at += PART) {
            List<TicketId> part = level.subList(at, Math.min(level.size(), at + PART));
            Query<TicketRecord> children = Query.of(TicketAttributes.KIND, tenant, TicketAttributes.PARENT.in(part))
                    .locked(Lock.WRITE);
            below.addAll(Paging.all(work, children, TicketAttributes.ID).stream()
                    .map(TicketRecord::id)
                    .toList());
        }
        return below;
    }

    /** Refuses a tree of more levels than {@link Family#DEPTH}. */
    static void checkDepth(int depth) {
        if (depth > Family.DEPTH) {
            throw new RuleViolated("TREE_TOO_DEEP", Map.of("limit", Family.DEPTH));
        }
    }
}
