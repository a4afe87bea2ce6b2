package io.itsm4j.ticket;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Permission;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists and counts over tickets of all types that the actor may read. */
public final class Queue {

    private static final List<Sort<TicketRecord>> MOST_PRESSING =
            List.of(Sort.ascending(TicketAttributes.PRIORITY), Sort.ascending(TicketAttributes.CREATED_AT));

    private final Engine engine;
    private final Acting acting;

    /** The queue of somebody. */
    public Queue(Engine engine, Acting acting) {
        this.engine = engine;
        this.acting = acting;
    }

    /** Whose queue it is. */
    public Actor actor() {
        return acting.actor();
    }

    /** A page of summaries, the most pressing and oldest first unless the request says otherwise. */
    public Page<TicketSummary> page(PageRequest<TicketRecord> request) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> Paging.page(
                work,
                TicketAttributes.KIND,
                TicketAttributes.ID,
                reader.actor().tenant(),
                request,
                visible(reader),
                MOST_PRESSING,
                TicketSummary.PROJECTION));
    }

    /**
     * A page of tasks of tickets of all types, the oldest first unless the request says otherwise: what waits for a
     * group, or what somebody has to do, whichever ticket it belongs to.
     *
     * @return those whose ticket the actor may see; a page is full when there are enough of them, unless thousands that
     *     the actor may not see lie between
     */
    public Page<QueuedTask> tasks(PageRequest<Task> request) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> Paging.seen(
                work,
                Task.KIND,
                Task.ID,
                reader.actor().tenant(),
                request,
                List.of(Sort.ascending(Task.CREATED_AT)),
                tasks -> {
                    Map<TicketId, TicketSummary> tickets = summaries(
                            work, reader, tasks.stream().map(Task::ticket).collect(Collectors.toSet()));
                    return tasks.stream()
                            .map(task -> Optional.ofNullable(tickets.get(task.ticket()))
                                    .map(ticket -> new QueuedTask(task, ticket)))
                            .toList();
                }));
    }

    private Map<TicketId, TicketSummary> summaries(UnitOfWork work, Acting reader, Set<TicketId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return work
                .list(
                        Query.of(
                                TicketAttributes.KIND,
                                reader.actor().tenant(),
                                TicketAttributes.ID
                                        .in(ids.stream().map(TicketId::value).toList())
                                        .and(visible(reader))),
                        TicketSummary.PROJECTION)
                .stream()
                .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
    }

    /** How many tickets satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(
                work -> work.count(TicketAttributes.KIND, reader.actor().tenant(), criterion.and(visible(reader))));
    }

    /** How many tickets satisfy a condition, for each plain value of an attribute. */
    public Map<Object, Long> countBy(Criterion<TicketRecord> criterion, Attribute<TicketRecord, ?> by) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work ->
                work.countBy(TicketAttributes.KIND, reader.actor().tenant(), criterion.and(visible(reader)), by));
    }

    /** A condition for search: the words anywhere in title or number, upper and lower case alike. */
    public static Criterion<TicketRecord> matching(String words) {
        return TicketAttributes.SEARCH_TEXT.contains(TicketAttributes.fold(words));
    }

    /** The tickets that satisfy a condition, in the order of their ids, at most so many. */
    public List<TicketId> ids(Criterion<TicketRecord> criterion, int limit) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> work.list(
                Query.of(TicketAttributes.KIND, reader.actor().tenant(), criterion.and(visible(reader)))
                        .limitedTo(limit),
                new Projection<>(List.of(TicketAttributes.ID), values -> new TicketId((String) values.get(0)))));
    }

    /** The names of the types of ticket that the actor may read. */
    public Set<String> readable() {
        return engine.gate().readable(engine.gate().refreshed(acting), engine.types());
    }

    /**
     * The types whose journal the actor may take out as a whole: they need the permission {@code export}, which
     * auditors have unless the policy says otherwise, and may read the type.
     *
     * @return the verbs of each such type, by name; empty when there is none
     */
    public List<Tickets<?>> exportable() {
        Acting reader = engine.gate().refreshed(acting);
        return engine.known().stream()
                .filter(type -> engine.gate().permits(reader, type, Permission.EXPORT, Set.of(Role.AUDITOR)))
                .<Tickets<?>>map(type -> new Tickets<>(engine, type, acting))
                .toList();
    }

    private Criterion<TicketRecord> visible(Acting reader) {
        return TicketAttributes.TYPE
                .in(engine.gate().readable(reader, engine.types()))
                .and(engine.gate().visible(reader));
    }
}
