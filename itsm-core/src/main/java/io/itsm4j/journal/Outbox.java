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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way events leave. A round claims the lowest waiting events of some records for a while, in a transaction of its
 * own; hands them to the sink outside any transaction; and takes the delivered ones off. A crash in between means that
 * an event is handed over again after the claim has run out, never that it is lost. Later events of a record wait until
 * the earlier ones are delivered, so that order per record holds on any number of nodes.
 *
 * <p>The library starts no thread and so cannot cut a sink short that does not return. It holds up the thread that
 * delivers and what that round has claimed, for the two minutes of a claim; other records go on other nodes all the
 * while. An event is counted as tried before it is handed over, so that one which never comes back, or takes its node
 * down, is given up like one that fails; after the first attempt it is claimed by itself, so that none behind or before
 * it is counted in its place.
 */
public final class Outbox {

    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LAST_RETRY = Duration.ofHours(6);
    private static final int ATTEMPTS = 12;
    private static final int BATCH = 200;
    private static final String UNANSWERED = "the receiver did not come back";

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
            List<List<OutboxMessage>> runs = store.inNewTransaction(work -> claim(work, wanted));
            if (runs.isEmpty()) {
                return new DeliveryReport(tally.delivered, tally.failed, tally.dead, false);
            }
            claimed += runs.stream().mapToInt(List::size).sum();
            deliver(runs.iterator(), tally);
        }
        return new DeliveryReport(tally.delivered, tally.failed, tally.dead, true);
    }

    /** Claims, of each record, the run of waiting events that begins with its lowest undelivered one. */
    private List<List<OutboxMessage>> claim(UnitOfWork work, int wanted) {
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
        Map<String, List<OutboxMessage>> rows = new LinkedHashMap<>();
        waiting.forEach(message -> rows.put(message.subjectId(), new ArrayList<>()));
        Paging.all(work, Query.of(OutboxMessage.KIND, null, OutboxMessage.SUBJECT.in(rows.keySet())), OutboxMessage.ID)
                .forEach(
                        row -> Objects.requireNonNull(rows.get(row.subjectId())).add(row));
        Set<String> held = new HashSet<>();
        waiting.forEach(message -> held.add(message.id()));
        List<List<OutboxMessage>> runs = new ArrayList<>();
        for (List<OutboxMessage> all : rows.values()) {
            all.sort(Comparator.comparingLong(OutboxMessage::sequence));
            List<OutboxMessage> run = claimRun(work, all, held, now);
            if (!run.isEmpty()) {
                runs.add(run);
            }
        }
        work.flush();
        return runs;
    }

    private static List<OutboxMessage> claimRun(
            UnitOfWork work, List<OutboxMessage> all, Set<String> held, Instant now) {
        List<OutboxMessage> run = new ArrayList<>();
        boolean alone = all.get(0).attempts() > 0;
        OutboxMessage blocker = null;
        for (OutboxMessage message : all) {
            if (blocker == null && !held.contains(message.id())) {
                blocker = message;
            }
            if (blocker != null) {
                putOff(work, message, held, blocker, now);
            } else if (run.isEmpty() || !alone) {
                OutboxMessage mine = message.putOff(now.plus(CLAIM));
                work.update(OutboxMessage.KIND, message, mine);
                run.add(mine);
            }
        }
        return run;
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

    /** Each transaction takes off what was delivered of one run and begins the next. */
    private void deliver(Iterator<List<OutboxMessage>> runs, Tally tally) {
        Begun run = store.inNewTransaction(work -> begin(work, runs, tally));
        while (!run.messages().isEmpty()) {
            Handed handed = handOver(run);
            run = store.inNewTransaction(work -> {
                settle(work, handed, tally);
                return begin(work, runs, tally);
            });
        }
    }

    /** The next run whose claim is still ours, counted as tried and claimed anew; none when there is no more. */
    private Begun begin(UnitOfWork work, Iterator<List<OutboxMessage>> runs, Tally tally) {
        while (runs.hasNext()) {
            List<OutboxMessage> claimed = runs.next();
            List<OutboxMessage> mine = mine(work, claimed);
            boolean ours = mine.size() == claimed.size();
            if (ours && mine.get(0).attempts() >= ATTEMPTS) {
                OutboxMessage lost = mine.get(0);
                work.update(OutboxMessage.KIND, lost, lost.failed(OutboxMessage.Status.DEAD, now(), UNANSWERED));
                tally.dead += counted("dead");
            } else if (ours) {
                List<OutboxMessage> begun = new ArrayList<>();
                for (OutboxMessage message : mine) {
                    OutboxMessage next = begun.isEmpty() ? message.tried() : message;
                    begun.add(next.putOff(now().plus(CLAIM)));
                    work.update(OutboxMessage.KIND, message, begun.get(begun.size() - 1));
                }
                work.flush();
                return new Begun(begun, entries(work, begun));
            }
        }
        work.flush();
        return new Begun(List.of(), Map.of());
    }

    private record Begun(List<OutboxMessage> messages, Map<String, JournalEntry> entries) {}

    private static Map<String, JournalEntry> entries(UnitOfWork work, List<OutboxMessage> run) {
        List<String> ids = run.stream().map(OutboxMessage::id).toList();
        Map<String, JournalEntry> entries = new HashMap<>();
        work.list(Query.of(JournalEntry.KIND, run.get(0).tenant(), JournalEntry.ID.in(ids)))
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /**
     * What became of a run.
     *
     * @param taken what the sink has taken
     * @param left what is left, first the one that failed if any did
     * @param why the failure, or null when the claim ran out first
     */
    private record Handed(
            List<OutboxMessage> taken,
            List<OutboxMessage> left,
            @Nullable RuntimeException why) {}

    /** Hands over one after the other, and begins with none once the claim has run out: another node may have it. */
    private Handed handOver(Begun run) {
        List<OutboxMessage> messages = run.messages();
        int at = 0;
        while (at < messages.size()
                && (at == 0 || now().isBefore(messages.get(at).nextAttemptAt()))) {
            try {
                JournalEntry entry = run.entries().get(messages.get(at).id());
                if (entry != null) {
                    sink.accept(DomainEvent.of(entry));
                }
                at++;
            } catch (RuntimeException hosts) {
                return new Handed(messages.subList(0, at), messages.subList(at, messages.size()), hosts);
            }
        }
        return new Handed(messages.subList(0, at), messages.subList(at, messages.size()), null);
    }

    private void settle(UnitOfWork work, Handed handed, Tally tally) {
        mine(work, handed.taken()).forEach(row -> work.delete(OutboxMessage.KIND, row));
        handed.taken().forEach(message -> tally.delivered += counted("delivered"));
        RuntimeException why = handed.why();
        if (why != null) {
            // The first of a run was counted when it was begun
            OutboxMessage failed = handed.left().get(0);
            OutboxMessage tried = handed.taken().isEmpty() ? failed : failed.tried();
            boolean dead = tried.attempts() >= ATTEMPTS;
            OutboxMessage.Status status = dead ? OutboxMessage.Status.DEAD : OutboxMessage.Status.PENDING;
            Instant retryAt = now().plus(backOff(tried.attempts()));
            for (OutboxMessage row : mine(work, handed.left())) {
                OutboxMessage next =
                        row.equals(failed) ? tried.failed(status, retryAt, String.valueOf(why)) : row.putOff(retryAt);
                work.update(OutboxMessage.KIND, row, next);
            }
            tally.dead += dead ? counted("dead") : 0;
            tally.failed += dead ? 0 : counted("failed");
        }
    }

    /** Those whose claim is still ours, in order: a claim of another node would have another end. */
    private static List<OutboxMessage> mine(UnitOfWork work, List<OutboxMessage> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        List<String> ids = claimed.stream().map(OutboxMessage::id).toList();
        Set<OutboxMessage> rows = new HashSet<>(
                work.list(Query.of(OutboxMessage.KIND, claimed.get(0).tenant(), OutboxMessage.ID.in(ids))
                        .locked(Lock.WRITE)));
        return claimed.stream().filter(rows::contains).toList();
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
