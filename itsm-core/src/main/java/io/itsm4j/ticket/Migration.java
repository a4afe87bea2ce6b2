package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateMap;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts tickets under the present version of their type's lifecycle, as a state map says, across tenants. Each ticket is
 * moved by a command of its own in the name of the system: {@code LifecycleMigrated} is journalled with both states and
 * both versions, listeners and the outbox hear it, what is due is worked out anew. Guards are not asked and effects are
 * not run; times follow from the categories as with any change of state, so that a map which leads from an open state
 * to an ended one ends the ticket, and one which leads back reopens it.
 *
 * <p>It works in transactions of its own, a batch each. What is done stays done: one that was interrupted is begun
 * again and goes on with the tickets that still have the old version, on any node.
 */
public final class Migration {

    private static final int BATCH = 100;
    private static final int RETRIES = 3;

    private final Engine engine;
    private final TicketType<?> type;
    private final StateMap map;
    private final boolean ended;

    private Migration(Engine engine, TicketType<?> type, StateMap map, boolean ended) {
        this.engine = engine;
        this.type = type;
        this.map = map;
        this.ended = ended;
    }

    /**
     * The migration of the open tickets of a type.
     *
     * @param typeName the name of the type
     * @param map where they go; its target is the type's present lifecycle
     * @throws RuleViolated with {@code TYPE_UNKNOWN}, or with {@code MIGRATION_LIFECYCLE} when the map is about another
     *     lifecycle or leads to another version or to states that the lifecycle does not have
     */
    public static Migration of(Engine engine, String typeName, StateMap map) {
        TicketType<?> type = engine.type(typeName);
        Lifecycle<?> lifecycle = type.lifecycle();
        Set<String> known = new java.util.LinkedHashSet<>();
        lifecycle.states().forEach(state -> known.add(state.name()));
        boolean meant = map.lifecycle().equals(lifecycle.name())
                && map.toVersion() == lifecycle.version()
                && map.fromVersion() != map.toVersion()
                && known.containsAll(map.states().values());
        if (!meant) {
            throw new RuleViolated(
                    "MIGRATION_LIFECYCLE",
                    Map.of(
                            "type",
                            typeName,
                            "map",
                            map.lifecycle() + " v" + map.fromVersion() + " to v" + map.toVersion(),
                            "targets",
                            Set.copyOf(map.states().values()),
                            "lifecycle",
                            lifecycle.toString(),
                            "known",
                            known));
        }
        return new Migration(engine, type, map, false);
    }

    /** The same for closed and cancelled tickets too; open ones never wait for them. */
    public Migration withEnded() {
        return new Migration(engine, type, map, true);
    }

    /**
     * Counts what would be moved, and writes nothing.
     *
     * @throws RuleViolated with {@code MIGRATION_STATES} and counts when tickets stand in states that the map does not
     *     name
     */
    public MigrationReport plan() {
        Map<String, Long> counts = new LinkedHashMap<>();
        StateCounts.of(engine.parts().store(), old(ended))
                .forEach((state, count) -> counts.merge(state.name(), count, Long::sum));
        Map<String, Long> unmapped = new TreeMap<>(counts);
        unmapped.keySet().removeAll(map.states().keySet());
        if (!unmapped.isEmpty()) {
            throw new RuleViolated(
                    "MIGRATION_STATES",
                    Map.of(
                            "type", type.name(),
                            "version", map.fromVersion(),
                            "states", unmapped,
                            "mapped", map.states().keySet()));
        }
        return report(counts, false);
    }

    /**
     * Moves all of them.
     *
     * @return what was done
     * @throws RuleViolated with {@code MIGRATION_STATES} and counts, before anything is written, when tickets stand in
     *     states that the map does not name
     */
    public MigrationReport run() {
        return run(Integer.MAX_VALUE);
    }

    /**
     * Moves some of them, open ones first.
     *
     * @param limit the most tickets, at least 1
     * @return what was done; call again while {@link MigrationReport#more()}
     * @throws InvalidInput with {@code OUT_OF_LIMIT}
     * @throws RuleViolated with {@code MIGRATION_STATES} and counts, before anything is written, when tickets stand in
     *     states that the map does not name
     */
    public MigrationReport run(int limit) {
        if (limit < 1) {
            throw new InvalidInput("limit", "OUT_OF_LIMIT", Map.of("limit", "1 …"));
        }
        long wanted = plan().tickets();
        Map<String, Long> moved = new LinkedHashMap<>();
        long done = move(old(false), limit, moved);
        if (ended && done < limit) {
            done += move(old(true), (int) (limit - done), moved);
        }
        return report(moved, done == limit && done < wanted);
    }

    private long move(Criterion<TicketRecord> wanted, int limit, Map<String, Long> moved) {
        long done = 0;
        String last = "";
        while (done < limit) {
            int size = (int) Math.min(BATCH, limit - done);
            Criterion<TicketRecord> further = last.isEmpty() ? wanted : wanted.and(TicketAttributes.ID.after(last));
            List<TicketRecord> batch = batch(further, size);
            for (TicketRecord ticket : batch) {
                moved.merge(ticket.state().name(), 1L, Long::sum);
                last = ticket.id().value();
            }
            done += batch.size();
            if (batch.size() < size) {
                return done;
            }
        }
        return done;
    }

    private List<TicketRecord> batch(Criterion<TicketRecord> wanted, int size) {
        for (int attempt = 1; ; attempt++) {
            try {
                return engine.parts().store().inNewTransaction(work -> {
                    List<TicketRecord> held = work.list(Query.of(TicketAttributes.KIND, null, wanted)
                            .limitedTo(size)
                            .locked(Lock.WRITE));
                    List<Decided<?>> decided = new ArrayList<>();
                    Books books = new Books(engine, work);
                    held.forEach(ticket -> decided.add(decide(books, type, ticket)));
                    engine.writing().write(work, decided);
                    return held;
                });
            } catch (Conflict lost) {
                if (!lost.retryable() || attempt > RETRIES) {
                    throw lost;
                }
            }
        }
    }

    private <D> Decided<D> decide(Books books, TicketType<D> own, TicketRecord ticket) {
        State from = ticket.state();
        State to = own.lifecycle().state(map.newStateOf(from.name()));
        Acting system = Acting.system(ticket.tenant());
        Instant recordedAt = engine.now();
        Instant notBefore = ticket.times().updatedAt();
        Instant at = recordedAt.isBefore(notBefore) ? notBefore : recordedAt;
        Draft.Lookups lookups = Lookup.of(engine.parts(), books.work(), ticket.tenant(), ticket.id());
        Draft<D> draft = new Draft<>(own, ticket, system.actor(), at, Reason.NONE, lookups);
        draft.with(new Ledger(books, system, StandardActions.MIGRATE.name(), at, recordedAt));
        draft.note("lifecycle", map.lifecycle())
                .note("fromVersion", map.fromVersion())
                .note("toVersion", map.toVersion())
                .note("fromState", from.name())
                .note("toState", to.name());
        books.enter(ticket.id(), ticket.number());
        try {
            Decided<D> decided = engine.decider().migrate(draft, to, recordedAt);
            books.decided(decided.after());
            return decided;
        } finally {
            books.leave();
        }
    }

    private Criterion<TicketRecord> old(boolean all) {
        Criterion<TicketRecord> version = TicketAttributes.TYPE
                .is(type.name())
                .and(TicketAttributes.LIFECYCLE_VERSION.is((long) map.fromVersion()));
        return all ? version : version.and(TicketAttributes.IS_OPEN.is(true));
    }

    private MigrationReport report(Map<String, Long> counts, boolean more) {
        List<MigrationReport.Move> moves = new ArrayList<>();
        map.states().forEach((from, to) -> {
            if (counts.containsKey(from)) {
                moves.add(new MigrationReport.Move(from, to, counts.get(from)));
            }
        });
        return new MigrationReport(type.name(), map.fromVersion(), map.toVersion(), moves, more);
    }
}
