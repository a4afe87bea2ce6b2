package io.itsm4j.journal;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way events leave. A round claims the lowest waiting events of some records for a while, in a transaction of its
 * own; hands them to the sink outside any transaction; and takes the delivered ones off. A crash in between means that
 * an event is handed over again after the claim has run out, never that it is lost. Later events of a record wait until
 * the earlier ones are delivered, so that order per record holds on any number of nodes.
 */
public final class Outbox {

    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LAST_RETRY = Duration.ofHours(6);
    private static final int ATTEMPTS = 12;
    private static final int BATCH = 200;

    private final Store store;
    private final InstantSource clock;
    private final EventSink sink;
    private final MeterRegistry meters;

    /** An outbox that empties into a sink. */
    public Outbox(Store store, InstantSource clock, EventSink sink, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.sink = sink;
        this.meters = meters;
    }

    private static final class Tally {
        private int delivered;
        private int failed;
        private int dead;
    }

    /**
     * Hands waiting events to the sink.
     *
     * @param limit the most events, 1 to 10,000
     */
    public DeliveryReport deliver(int limit) {
        if (limit < 1 || limit > Query.MOST) {
            throw new InvalidInput("limit", "OUT_OF_LIMIT", Map.of("limit", "1 … " + Query.MOST));
        }
        Tally tally = new Tally();
        int claimed = 0;
        while (claimed < limit) {
            int wanted = Math.min(BATCH, limit - claimed);
            List<OutboxMessage> batch = store.inNewTransaction(work -> claim(work, wanted));
            batch.stream()
                    .collect(java.util.stream.Collectors.groupingBy(
                            OutboxMessage::subjectId, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                    .values()
                    .forEach(run -> deliver(run, tally));
            claimed += batch.size();
            if (batch.isEmpty()) {
                return new DeliveryReport(tally.delivered, tally.failed, tally.dead, false);
            }
        }
        return new DeliveryReport(tally.delivered, tally.failed, tally.dead, true);
    }

    /** Claims, of each record, the run of waiting events that begins with its lowest undelivered one. */
    private List<OutboxMessage> claim(UnitOfWork work, int wanted) {
        Instant now = now();
        List<OutboxMessage> waiting = work.list(Query.of(
                        OutboxMessage.KIND,
                        null,
                        OutboxMessage.STATUS
                                .is(OutboxMessage.Status.PENDING)
                                .and(OutboxMessage.NEXT_ATTEMPT_AT.atMost(now)))
                .sortedBy(Sort.ascending(OutboxMessage.NEXT_ATTEMPT_AT))
                .limitedTo(wanted)
                .locked(Lock.SKIP_LOCKED));
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<String> subjects = new HashSet<>();
        waiting.forEach(message -> subjects.add(message.subjectId()));
        Map<String, List<OutboxMessage>> rows = new HashMap<>();
        work.list(Query.of(OutboxMessage.KIND, null, OutboxMessage.SUBJECT.in(subjects)))
                .forEach(row -> rows.computeIfAbsent(row.subjectId(), first -> new ArrayList<>())
                        .add(row));
        Set<String> held = new HashSet<>();
        waiting.forEach(message -> held.add(message.id()));
        List<OutboxMessage> claimed = new ArrayList<>();
        for (List<OutboxMessage> run : rows.values()) {
            run.sort(Comparator.comparingLong(OutboxMessage::sequence));
            OutboxMessage blocker = null;
            for (OutboxMessage message : run) {
                if (blocker == null && !held.contains(message.id())) {
                    blocker = message;
                }
                if (blocker != null) {
                    putOff(work, message, held, blocker, now);
                    continue;
                }
                OutboxMessage mine = message.claimedUntil(now.plus(CLAIM));
                work.update(OutboxMessage.KIND, message, mine);
                claimed.add(mine);
            }
        }
        work.flush();
        return claimed;
    }

    /** A message that waits for an earlier one of its record is not looked at again before that one is due. */
    private static void putOff(
            UnitOfWork work, OutboxMessage message, Set<String> held, OutboxMessage blocker, Instant now) {
        if (held.contains(message.id())) {
            boolean dead = blocker.status() == OutboxMessage.Status.DEAD;
            Instant earliest = dead ? now.plus(LAST_RETRY) : blocker.nextAttemptAt();
            Instant until = earliest.isAfter(now) ? earliest : now.plusSeconds(1);
            work.update(OutboxMessage.KIND, message, message.putOff(until));
        }
    }

    private void deliver(List<OutboxMessage> run, Tally tally) {
        List<OutboxMessage> taken = new ArrayList<>();
        RuntimeException failure = null;
        Map<String, JournalEntry> entries = entries(run);
        int at = 0;
        while (at < run.size() && failure == null) {
            OutboxMessage message = run.get(at);
            try {
                JournalEntry entry = entries.get(message.id());
                if (entry != null) {
                    sink.accept(DomainEvent.of(entry));
                }
                taken.add(message);
                at++;
            } catch (RuntimeException hosts) {
                failure = hosts;
            }
        }
        List<OutboxMessage> left = run.subList(at, run.size());
        RuntimeException why = failure;
        store.inNewTransaction(work -> {
            settle(work, taken, left, why, tally);
            return taken;
        });
    }

    private Map<String, JournalEntry> entries(List<OutboxMessage> run) {
        List<String> ids = run.stream().map(OutboxMessage::id).toList();
        Map<String, JournalEntry> entries = new HashMap<>();
        store.inNewTransaction(
                        work -> work.list(Query.of(JournalEntry.KIND, run.get(0).tenant(), JournalEntry.ID.in(ids))))
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /** Only a claim that is still ours counts: the number of attempts is its fence. */
    private void settle(
            UnitOfWork work,
            List<OutboxMessage> taken,
            List<OutboxMessage> left,
            @org.jspecify.annotations.Nullable RuntimeException why,
            Tally tally) {
        for (OutboxMessage message : taken) {
            mine(work, message).ifPresent(row -> work.delete(OutboxMessage.KIND, row));
            tally.delivered += counted("delivered");
        }
        Instant now = now();
        for (OutboxMessage message : left) {
            boolean first = message.equals(left.get(0));
            boolean dead = first && message.attempts() >= ATTEMPTS;
            OutboxMessage.Status status = dead ? OutboxMessage.Status.DEAD : OutboxMessage.Status.PENDING;
            Instant retryAt = now.plus(backOff(message.attempts()));
            mine(work, message)
                    .ifPresent(row ->
                            work.update(OutboxMessage.KIND, row, row.failed(status, retryAt, String.valueOf(why))));
            if (dead) {
                tally.dead += counted("dead");
            } else if (first) {
                tally.failed += counted("failed");
            }
        }
        work.flush();
    }

    private static Optional<OutboxMessage> mine(UnitOfWork work, OutboxMessage claimed) {
        return work.find(OutboxMessage.KIND, claimed.tenant(), claimed.id(), Lock.WRITE)
                .filter(row -> row.attempts() == claimed.attempts());
    }

    private static Duration backOff(long attempts) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait;
    }

    /** A page of a tenant's events that were given up. */
    public Page<OutboxMessage> dead(TenantId tenant, PageRequest<OutboxMessage> request) {
        return store.inTransaction(work -> Paging.page(
                work,
                OutboxMessage.KIND,
                OutboxMessage.ID,
                tenant,
                request,
                OutboxMessage.STATUS.is(OutboxMessage.Status.DEAD),
                List.of(Sort.ascending(OutboxMessage.NEXT_ATTEMPT_AT))));
    }

    /** How many of a tenant's events wait or were given up. */
    public long waiting(TenantId tenant) {
        return store.inTransaction(work -> work.count(OutboxMessage.KIND, tenant, io.itsm4j.storage.Criterion.all()));
    }

    /**
     * Puts an event that was given up back in line.
     *
     * @throws NotFound when there is no such event
     */
    public void retry(TenantId tenant, String id) {
        store.inTransaction(work -> {
            OutboxMessage row = row(work, tenant, id);
            work.update(OutboxMessage.KIND, row, row.revived(now()));
            wakeFollowers(work, row);
            work.flush();
            return row;
        });
    }

    /**
     * Takes an event that was given up off, so that later ones of its record can go.
     *
     * @throws NotFound when there is no such event
     */
    public void discard(TenantId tenant, String id) {
        store.inTransaction(work -> {
            OutboxMessage row = row(work, tenant, id);
            work.delete(OutboxMessage.KIND, row);
            wakeFollowers(work, row);
            work.flush();
            return row;
        });
    }

    private void wakeFollowers(UnitOfWork work, OutboxMessage row) {
        work
                .list(Query.of(OutboxMessage.KIND, row.tenant(), OutboxMessage.SUBJECT.is(row.subjectId()))
                        .locked(Lock.WRITE))
                .stream()
                .filter(other -> !other.id().equals(row.id()))
                .forEach(other -> work.update(OutboxMessage.KIND, other, other.putOff(now())));
    }

    private static OutboxMessage row(UnitOfWork work, TenantId tenant, String id) {
        return work.find(OutboxMessage.KIND, tenant, id, Lock.WRITE)
                .filter(row -> row.status() == OutboxMessage.Status.DEAD)
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private int counted(String outcome) {
        meters.counter("itsm.deliveries", "outcome", outcome).increment();
        return 1;
    }
}
