package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts tickets under parents: no cycle, no tree deeper than {@link Family#DEPTH}, no closed parent. */
final class Placing {

    /** The record that serialises changes of trees within a tenant. */
    private static final String GUARD = "~tree";

    private Placing() {}

    /** A new ticket cannot close a cycle; its parent is held so that it cannot end meanwhile. */
    static void onOpen(Engine engine, UnitOfWork work, Acting acting, Draft<?> draft, TicketId parent) {
        TicketRecord top = parentOf(engine, work, acting, parent, Lock.WRITE);
        checkDepth(levels(work, top) + 1);
        draft.family(draft.family().under(parent));
    }

    static void place(Engine engine, UnitOfWork work, Acting acting, Draft<?> draft, @Nullable TicketId parent) {
        if (parent == null) {
            draft.family(draft.family().under(null));
            return;
        }
        if (parent.equals(draft.id())) {
            throw new RuleViolated("PARENT_CYCLE", Map.of("number", draft.number()));
        }
        engine.guards().hold(work, draft.tenant(), GUARD);
        TicketRecord top = parentOf(engine, work, acting, parent, Lock.NONE);
        int above = levels(work, top);
        for (TicketRecord at = top; at != null; at = up(work, at)) {
            if (at.id().equals(draft.id())) {
                throw new RuleViolated("PARENT_CYCLE", Map.of("number", draft.number()));
            }
        }
        checkDepth(above + below(work, draft));
        draft.family(draft.family().under(parent));
    }

    private static TicketRecord parentOf(Engine engine, UnitOfWork work, Acting acting, TicketId id, Lock lock) {
        TicketRecord parent = work.find(TicketAttributes.KIND, acting.actor().tenant(), id.value(), lock)
                .filter(ticket -> engine.gate().sees(acting, ticket))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
        if (parent.state().category().isTerminal()) {
            throw new RuleViolated("PARENT_ENDED", Map.of("number", parent.number()));
        }
        return parent;
    }

    private static @Nullable TicketRecord up(UnitOfWork work, TicketRecord ticket) {
        TicketId parent = ticket.family().parent();
        return parent == null
                ? null
                : work.find(TicketAttributes.KIND, ticket.tenant(), parent.value(), Lock.NONE)
                        .orElse(null);
    }

    private static int levels(UnitOfWork work, TicketRecord ticket) {
        int levels = 0;
        for (TicketRecord at = ticket; at != null && levels <= Family.DEPTH; at = up(work, at)) {
            levels++;
        }
        return levels;
    }

    /** How many levels hang on a ticket, itself included; stops counting when there are too many. */
    private static int below(UnitOfWork work, Draft<?> draft) {
        int levels = 1;
        List<TicketId> level = List.of(draft.id());
        while (levels <= Family.DEPTH) {
            level =
                    work
                            .list(Query.of(TicketAttributes.KIND, draft.tenant(), TicketAttributes.PARENT.in(level)))
                            .stream()
                            .map(TicketRecord::id)
                            .toList();
            if (level.isEmpty()) {
                return levels;
            }
            levels++;
        }
        return levels;
    }

    private static void checkDepth(int depth) {
        if (depth > Family.DEPTH) {
            throw new RuleViolated("TREE_TOO_DEEP", Map.of("limit", Family.DEPTH));
        }
    }
}
