package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Personal;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merging one ticket into another, and taking it back. Open children go over, unless the other ticket hangs below them;
 * so do watchers and the requester, as far as they do not watch yet. The merged ticket's journal says what went over,
 * and undoing brings exactly that back.
 */
final class Merging {

    static final Action MERGE = Action.of("merge");
    static final Action UNDO_MERGE = Action.of("undo-merge");

    private static final String CHILDREN = "children";
    private static final String WATCHERS = "watchers";

    private Merging() {}

    static <D> Ticket<D> merge(Engine engine, Acting who, TicketType<D> type, TicketId source, TicketId target) {
        if (source.equals(target)) {
            throw new RuleViolated("MERGE_SELF", Map.of("id", source));
        }
        Engine.First tree =
                (work, acting) -> Placing.hold(engine, work, acting.actor().tenant(), target);
        return engine.both(who, type, MERGE, source, target, target, tree, (work, acting, from, into) -> {
            if (into.state().category().isTerminal()) {
                String code = into.family().mergedInto() != null ? "MERGE_MERGED" : "MERGE_ENDED";
                throw new RuleViolated(code, Map.of("number", into.number()));
            }
            List<TicketRecord> children = goingOver(work, from, into);
            Set<PersonId> watchers = newWatchers(from, into);
            Acting plain = acting.with(CommandOptions.NONE);
            List<Decided<?>> all = new ArrayList<>();
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
                        noteWhatGoesOver(draft, children, watchers);
                    },
                    CommandKey.of(acting, type.name(), MERGE, source.value(), target));
            all.add(ended);
            Set<PersonId> together = new HashSet<>(into.people().watchers());
            together.addAll(watchers);
            all.add(engine.step(
                    work,
                    plain,
                    type,
                    into,
                    StandardActions.RECEIVE_MERGED,
                    Reason.NONE,
                    (unit, draft) -> draft.note("from", from.number())
                            .people(draft.people().withWatchers(together)),
                    CommandKey.NONE));
            for (TicketRecord child : children) {
                all.add(move(engine, work, plain, engine.type(child.type()), child, target));
            }
            engine.writing().write(work, all);
            return ended.ticket();
        });
    }

    /** Ending as merged, and being open again, come with the ticket that it is merged into, and never without. */
    static void check(Draft<?> draft, Action action) {
        boolean merged = draft.family().mergedInto() != null;
        boolean wrong = action.equals(MERGE) ? !merged : action.equals(UNDO_MERGE) && merged;
        if (wrong) {
            throw new RuleViolated("MERGE_TARGET", Map.of("number", draft.number(), "action", action.name()));
        }
    }

    private static List<TicketRecord> goingOver(UnitOfWork work, TicketRecord from, TicketRecord into) {
        List<TicketRecord> line = Placing.line(work, into.tenant(), into.id());
        Set<TicketId> above = line.stream().map(TicketRecord::id).collect(Collectors.toSet());
        List<TicketRecord> children =
                Paging.all(work, Lookup.openChildren(from.tenant(), from.id()), TicketAttributes.ID).stream()
                        .filter(child -> !above.contains(child.id()))
                        .toList();
        checkDepth(work, line, children);
        return children;
    }

    private static void checkDepth(UnitOfWork work, List<TicketRecord> line, List<TicketRecord> children) {
        if (!children.isEmpty()) {
            TenantId tenant = children.get(0).tenant();
            List<TicketId> ids = children.stream().map(TicketRecord::id).toList();
            Placing.checkDepth(line.size() + Placing.levels(work, tenant, ids));
        }
    }

    /** Nobody goes over when all of them would be too many. */
    private static Set<PersonId> newWatchers(TicketRecord from, TicketRecord into) {
        Set<PersonId> present = into.people().watchers();
        Set<PersonId> going = new HashSet<>(from.people().watchers());
        going.add(from.people().requester());
        going.removeAll(present);
        return present.size() + going.size() > People.WATCHERS ? Set.of() : going;
    }

    private static void noteWhatGoesOver(Draft<?> draft, List<TicketRecord> children, Set<PersonId> watchers) {
        if (!children.isEmpty()) {
            draft.note(
                    CHILDREN, children.stream().map(child -> child.id().value()).toList());
        }
        if (!watchers.isEmpty()) {
            draft.note(
                    WATCHERS,
                    watchers.stream()
                            .map(PersonId::value)
                            .sorted()
                            .map(Personal::new)
                            .toList());
        }
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
                CommandKey.NONE);
    }

    static <D> Ticket<D> undo(Engine engine, Acting who, TicketType<D> type, TicketId source) {
        Engine.First tree =
                (work, acting) -> Placing.hold(engine, work, acting.actor().tenant(), source);
        return engine.both(who, type, UNDO_MERGE, source, source, Reason.NONE, tree, (work, acting, from, same) -> {
            Decided<D> again = engine.step(
                    work,
                    acting,
                    type,
                    from,
                    UNDO_MERGE,
                    Reason.NONE,
                    Merging::takeOut,
                    CommandKey.of(acting, type.name(), UNDO_MERGE, source.value(), Reason.NONE));
            Acting plain = acting.with(CommandOptions.NONE);
            TicketId target = Objects.requireNonNull(from.family().mergedInto());
            Map<String, Object> over = whatWentOver(work, from);
            List<Decided<?>> all = new ArrayList<>();
            all.add(again);
            held(work, from.tenant(), target)
                    .flatMap(into -> released(engine, work, plain, type, into, from, texts(over.get(WATCHERS))))
                    .ifPresent(all::add);
            for (TicketRecord child : comingBack(work, from, target, texts(over.get(CHILDREN)))) {
                TicketType<?> its = engine.type(child.type());
                if (its.lifecycle().lookup(child.state(), StandardActions.PLACE) != null) {
                    all.add(move(engine, work, plain, its, child, source));
                }
            }
            engine.writing().write(work, all);
            return again.ticket();
        });
    }

    private static void takeOut(UnitOfWork work, Draft<?> draft) {
        TicketId target = draft.family().mergedInto();
        if (target == null) {
            throw new RuleViolated("NOT_MERGED", Map.of("number", draft.number()));
        }
        draft.family(draft.family().merged(null)).note("outOf", target.value());
        Links.remove(work, draft, LinkType.MERGED_INTO, target);
    }

    private static <D> Optional<Decided<D>> released(
            Engine engine,
            UnitOfWork work,
            Acting acting,
            TicketType<D> type,
            TicketRecord into,
            TicketRecord from,
            List<String> people) {
        if (type.lifecycle().lookup(into.state(), StandardActions.RELEASE_MERGED) == null) {
            return Optional.empty();
        }
        Set<PersonId> left = new HashSet<>(into.people().watchers());
        left.removeIf(watcher -> people.contains(watcher.value()));
        return Optional.of(engine.step(
                work,
                acting.as(Acting.Audience.SYSTEM),
                type,
                into,
                StandardActions.RELEASE_MERGED,
                Reason.NONE,
                (unit, draft) ->
                        draft.note("from", from.number()).people(draft.people().withWatchers(left)),
                CommandKey.NONE));
    }

    /** Those that went over and are still where they went; one that the ticket now hangs below stays there. */
    private static List<TicketRecord> comingBack(
            UnitOfWork work, TicketRecord from, TicketId target, List<String> children) {
        List<TicketRecord> line = Placing.line(work, from.tenant(), from.id());
        Set<TicketId> above = line.stream().map(TicketRecord::id).collect(Collectors.toSet());
        List<TicketRecord> back = children.stream()
                .map(TicketId::of)
                .filter(child -> !above.contains(child))
                .flatMap(child -> held(work, from.tenant(), child).stream())
                .filter(child -> target.equals(child.family().parent()))
                .toList();
        checkDepth(work, line, back);
        return back;
    }

    /** What the journal says of the last merge; read locked, so that it is the last. */
    private static Map<String, Object> whatWentOver(UnitOfWork work, TicketRecord ticket) {
        Criterion<JournalEntry> own = JournalEntry.SUBJECT.is(ticket.id().value());
        long next = Long.MAX_VALUE;
        while (true) {
            List<JournalEntry> newest =
                    work.list(Query.of(JournalEntry.KIND, ticket.tenant(), own.and(JournalEntry.SEQUENCE.before(next)))
                            .sortedBy(Sort.descending(JournalEntry.SEQUENCE))
                            .limitedTo(20)
                            .locked(Lock.WRITE));
            for (JournalEntry entry : newest) {
                if (entry.action().equals(MERGE.name())) {
                    return entry.data();
                }
            }
            if (newest.isEmpty()) {
                return Map.of();
            }
            next = newest.get(newest.size() - 1).sequence();
        }
    }

    private static Optional<TicketRecord> held(UnitOfWork work, TenantId tenant, TicketId id) {
        return work.find(TicketAttributes.KIND, tenant, id.value(), Lock.WRITE);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> many ? many.stream().map(String::valueOf).toList() : List.of();
    }
}
