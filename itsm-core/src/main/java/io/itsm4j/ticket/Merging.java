package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merging one ticket into another, and taking it back. Both are held in the order of their ids. */
final class Merging {

    static final Action MERGE = Action.of("merge");
    static final Action UNDO_MERGE = Action.of("undo-merge");

    private Merging() {}

    static <D> Ticket<D> merge(Engine engine, Acting acting, TicketType<D> type, TicketId source, TicketId target) {
        if (source.equals(target)) {
            throw new RuleViolated("MERGE_SELF", Map.of("id", source));
        }
        return engine.both(acting, type, MERGE, source, target, target, (work, from, into) -> {
            if (into.state().category().isTerminal()) {
                String code = into.family().mergedInto() != null ? "MERGE_MERGED" : "MERGE_ENDED";
                throw new RuleViolated(code, Map.of("number", into.number()));
            }
            List<Decided<?>> all = new ArrayList<>();
            Acting plain = acting.with(CommandOptions.NONE);
            Decided<D> ended = engine.step(
                    work,
                    acting,
                    type,
                    from,
                    MERGE,
                    Reason.NONE,
                    (unit, draft) -> {
                        draft.family(draft.family().merged(target)).note("into", into.number());
                        Links.make(engine, unit, draft, LinkType.MERGED_INTO, target);
                    },
                    engine.keyOf(acting, type, MERGE, source, target));
            all.add(ended);
            Set<io.itsm4j.actor.PersonId> watchers = new HashSet<>(into.people().watchers());
            watchers.addAll(from.people().watchers());
            watchers.add(from.people().requester());
            boolean fits = watchers.size() <= People.WATCHERS;
            all.add(engine.step(
                    work,
                    plain,
                    type,
                    into,
                    StandardActions.RECEIVE_MERGED,
                    Reason.NONE,
                    (unit, draft) -> {
                        draft.note("from", from.number());
                        if (fits) {
                            draft.people(draft.people().withWatchers(watchers));
                        }
                    },
                    Engine.Key.NONE));
            all.addAll(moveChildren(engine, work, plain, source, target));
            engine.write(work, all);
            return ended.ticket();
        });
    }

    private static List<Decided<?>> moveChildren(
            Engine engine, UnitOfWork work, Acting acting, TicketId source, TicketId target) {
        List<Decided<?>> moved = new ArrayList<>();
        for (TicketRecord child : work.list(Lookup.openChildren(acting.actor().tenant(), source))) {
            if (!child.id().equals(target)) {
                moved.add(move(engine, work, acting, engine.type(child.type()), child, target));
            }
        }
        return moved;
    }

    private static <D> Decided<D> move(
            Engine engine, UnitOfWork work, Acting acting, TicketType<D> type, TicketRecord child, TicketId parent) {
        return engine.step(
                work,
                acting.as(Acting.Audience.SYSTEM),
                type,
                child,
                StandardActions.PLACE,
                Reason.NONE,
                (unit, draft) -> draft.family(draft.family().under(parent)),
                Engine.Key.NONE);
    }

    static <D> Ticket<D> undo(Engine engine, Acting acting, TicketType<D> type, TicketId source) {
        return engine.command(acting, type, source, UNDO_MERGE, Reason.NONE, (work, draft) -> {
            TicketId target = draft.family().mergedInto();
            if (target == null) {
                throw new RuleViolated("NOT_MERGED", Map.of("number", draft.number()));
            }
            draft.family(draft.family().merged(null)).note("outOf", target.value());
            work.list(Query.of(
                            Link.KIND,
                            draft.tenant(),
                            Link.FROM
                                    .is(source)
                                    .and(Link.TYPE.is(LinkType.MERGED_INTO))
                                    .and(Link.TO.is(target))))
                    .forEach(link -> draft.write(Link.KIND, link, null));
        });
    }
}
