package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one command has decided so far, over all records it touches: nothing of it is written yet, and whoever asks
 * again within the command sees it.
 */
final class Books {

    private final Engine engine;
    private final UnitOfWork work;
    private final Map<TicketId, TicketRecord> tickets = new HashMap<>();
    private final Map<TicketId, Long> openedTasks = new HashMap<>();
    private final Map<TicketId, Map<String, Task>> tasks = new HashMap<>();
    private final Map<String, Kept> records = new HashMap<>();
    private final List<TicketId> open = new ArrayList<>();
    private final List<String> chain = new ArrayList<>();

    Books(Engine engine, UnitOfWork work) {
        this.engine = engine;
        this.work = work;
    }

    Engine engine() {
        return engine;
    }

    UnitOfWork work() {
        return work;
    }

    /** The ticket as this command has decided it, else as it was read. */
    TicketRecord latest(TicketRecord read) {
        return tickets.getOrDefault(read.id(), read);
    }

    @Nullable TicketRecord ticket(TicketId id) {
        return tickets.get(id);
    }

    /** How many more tasks of a ticket are open by what this command has decided. */
    long openedTasks(TicketId id) {
        return openedTasks.getOrDefault(id, 0L);
    }

    /** The tasks of a ticket that this command has made or moved, by id, as they are now. */
    Map<String, Task> tasks(TicketId id) {
        return tasks.getOrDefault(id, Map.of());
    }

    /** Notes what was decided about the tasks of a ticket. */
    void tasks(TicketId id, List<Pending<?>> rows) {
        Map<String, Task> left = Tasks.left(rows);
        if (!left.isEmpty()) {
            tasks.computeIfAbsent(id, any -> new LinkedHashMap<>()).putAll(left);
        }
        long more = Tasks.opened(rows);
        if (more != 0) {
            openedTasks.merge(id, more, Long::sum);
        }
    }

    void decided(TicketRecord after) {
        tickets.put(after.id(), after);
    }

    @SuppressWarnings("unchecked")
    <R extends Kept> @Nullable R record(RecordType<R> type, String id) {
        return (R) records.get(type.name() + " " + id);
    }

    <R extends Kept> void recorded(RecordType<R> type, R after) {
        records.put(type.name() + " " + after.id(), after);
    }

    /**
     * Begins to decide about a ticket; every {@code enter} has its {@link #leave}.
     *
     * @throws RuleViolated with {@code CASCADE_CYCLE} when that ticket is being decided already, with
     *     {@code CASCADE_TOO_DEEP} when too many are
     */
    void enter(TicketId id, String number) {
        if (open.contains(id)) {
            List<String> round = new ArrayList<>(chain);
            round.add(number);
            throw new RuleViolated("CASCADE_CYCLE", Map.of("chain", round));
        }
        if (open.size() > Family.DEPTH) {
            throw new RuleViolated("CASCADE_TOO_DEEP", Map.of("chain", chain, "limit", Family.DEPTH));
        }
        open.add(id);
        chain.add(number);
    }

    void leave() {
        open.remove(open.size() - 1);
        chain.remove(chain.size() - 1);
    }
}
