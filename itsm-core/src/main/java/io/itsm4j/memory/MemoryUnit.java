package io.itsm4j.memory;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.PlainValues;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction: a buffer of writes over the committed tables, and the locks it holds. */
final class MemoryUnit implements UnitOfWork {

    /** A buffered write; no record means removed. */
    private record Change<R>(RecordKind<R> kind, @Nullable R record, boolean isNew) {}

    private final MemoryStore store;
    private final Map<RecordLocks.Key, Change<?>> changes = new LinkedHashMap<>();
    private final Set<RecordLocks.Key> held = new LinkedHashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private static final long UNCHECKED = -1;

    /** What the store had written when all changes were last checked. */
    private long checkedAt = UNCHECKED;

    private boolean rollbackOnly;
    private boolean committed;

    MemoryUnit(MemoryStore store) {
        this.store = store;
    }

    @Override
    public <R> Optional<R> find(RecordKind<R> kind, TenantId tenant, String id, Lock lock) {
        if (lock != Lock.NONE) {
            R visible = newest(kind, id);
            if (visible == null || !kind.tenantOf(visible).equals(tenant)) {
                return Optional.empty();
            }
            if (!hold(new RecordLocks.Key(kind.name(), id), lock)) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(newest(kind, id))
                .filter(record -> kind.tenantOf(record).equals(tenant));
    }

    @Override
    public <R> List<R> list(Query<R> query) {
        List<R> ordered = query.lock() == Lock.NONE ? ordered(query) : null;
        if (ordered != null) {
            return ordered;
        }
        List<R> matching = matching(query.kind(), query.tenant(), query.criterion());
        if (query.lock() != Lock.NONE) {
            return locked(query, matching);
        }
        return first(inOrder(query, matching), query.limit());
    }

    /** As many as are wanted from an index that has them in order; null when none has, or own changes come between. */
    private <R> @Nullable List<R> ordered(Query<R> query) {
        if (changes.keySet().stream()
                .anyMatch(key -> key.kind().equals(query.kind().name()))) {
            return null;
        }
        store.commits().readLock().lock();
        try {
            Iterable<R> ordered = store.table(query.kind()).inOrder(query);
            if (ordered == null) {
                return null;
            }
            List<R> found = new ArrayList<>();
            for (R record : ordered) {
                if (fits(query.kind(), query.tenant(), query.criterion(), record)) {
                    found.add(record);
                    if (found.size() == query.limit()) {
                        break;
                    }
                }
            }
            return found;
        } finally {
            store.commits().readLock().unlock();
        }
    }

    /** Few of many are wanted, as a rule: a heap gives them without sorting all. */
    private static <R> Queue<R> inOrder(Query<R> query, List<R> matching) {
        Queue<R> heap = new PriorityQueue<>(Math.max(1, matching.size()), order(query.kind(), query.sort()));
        heap.addAll(matching);
        return heap;
    }

    private static <R> List<R> first(Queue<R> ordered, int limit) {
        List<R> first = new ArrayList<>(Math.min(limit, ordered.size()));
        while (first.size() < limit && !ordered.isEmpty()) {
            first.add(ordered.remove());
        }
        return first;
    }

    /** Locks in the order of ids, then keeps what still matches. */
    private <R> List<R> locked(Query<R> query, List<R> matching) {
        RecordKind<R> kind = query.kind();
        Queue<R> wanted = inOrder(query, matching);
        if (query.lock() == Lock.WRITE) {
            List<R> all = first(wanted, query.limit());
            all.sort(Comparator.comparing(kind::idOf));
            wanted = new ArrayDeque<>(all);
        }
        List<R> taken = new ArrayList<>();
        while (taken.size() < query.limit() && !wanted.isEmpty()) {
            R record = wanted.remove();
            if (hold(new RecordLocks.Key(kind.name(), kind.idOf(record)), query.lock())) {
                R now = newest(kind, kind.idOf(record));
                if (now != null && query.criterion().test(now)) {
                    taken.add(now);
                }
            }
        }
        taken.sort(order(kind, query.sort()));
        return taken;
    }

    @Override
    public <R, S> List<S> list(Query<R> query, Projection<R, S> projection) {
        List<S> views = new ArrayList<>();
        for (R record : list(query)) {
            List<Object> values = new ArrayList<>();
            for (Attribute<R, ?> attribute : projection.attributes()) {
                values.add(attribute.read(record));
            }
            views.add(projection.view().apply(values));
        }
        return views;
    }

    @Override
    public <R> Map<Object, Long> countBy(
            RecordKind<R> kind, TenantId tenant, Criterion<R> criterion, Attribute<R, ?> by) {
        CriterionLimits.check(kind, criterion.and(new Criterion.Absent<>(by)));
        Map<Object, Long> counts = new HashMap<>();
        for (R record : matching(kind, tenant, criterion)) {
            by.readAll(record).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        return counts;
    }

    @Override
    public <R> long count(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion) {
        CriterionLimits.check(kind, criterion);
        return matching(kind, tenant, criterion).size();
    }

    @Override
    public <R> void insert(RecordKind<R> kind, R record) {
        RecordLocks.Key key = new RecordLocks.Key(kind.name(), kind.idOf(record));
        if (newest(kind, key.id()) != null) {
            throw duplicate(kind);
        }
        change(key, new Change<>(kind, record, true));
    }

    @Override
    public <R> void update(RecordKind<R> kind, R before, R after) {
        RecordLocks.Key key = new RecordLocks.Key(kind.name(), kind.idOf(after));
        Change<?> pending = changes.get(key);
        boolean isNew = pending != null && pending.isNew();
        if (!isNew) {
            hold(key, Lock.WRITE);
        }
        if (newest(kind, key.id()) == null) {
            throw new Conflict("GONE", Map.of("record", key.id()));
        }
        change(key, new Change<>(kind, after, isNew));
    }

    @Override
    public <R> void delete(RecordKind<R> kind, R record) {
        RecordLocks.Key key = new RecordLocks.Key(kind.name(), kind.idOf(record));
        hold(key, Lock.WRITE);
        change(key, new Change<>(kind, null, false));
    }

    @Override
    public void flush() {
        store.commits().readLock().lock();
        try {
            checkUnique();
        } finally {
            store.commits().readLock().unlock();
        }
    }

    @Override
    public void rollbackOnly() {
        rollbackOnly = true;
    }

    @Override
    public boolean afterCommit(Runnable work) {
        return afterCommit.add(work);
    }

    boolean isRollbackOnly() {
        return rollbackOnly;
    }

    void commit() {
        store.commits().writeLock().lock();
        try {
            checkUnique();
            changes.forEach(this::apply);
            if (!changes.isEmpty()) {
                store.countWritten();
            }
            committed = true;
        } finally {
            store.commits().writeLock().unlock();
        }
    }

    void release() {
        held.forEach(store.locks()::release);
        held.clear();
    }

    void runAfterCommit() {
        if (committed) {
            afterCommit.forEach(Runnable::run);
        }
    }

    @SuppressWarnings("unchecked")
    private <R> void apply(RecordLocks.Key key, Change<R> change) {
        Table<R> table = store.table(change.kind());
        if (change.record() == null) {
            table.remove(key.id());
        } else {
            table.put(key.id(), change.record());
        }
    }

    private void checkUnique() {
        if (checkedAt != store.written()) {
            Map<List<Object>, String> own = new HashMap<>();
            changes.forEach((key, change) -> checkUnique(key, change, own));
            checkedAt = store.written();
        }
    }

    private void change(RecordLocks.Key key, Change<?> change) {
        changes.put(key, change);
        checkedAt = UNCHECKED;
    }

    private <R> void checkUnique(RecordLocks.Key key, Change<R> change, Map<List<Object>, String> own) {
        R record = change.record();
        if (record == null) {
            return;
        }
        Table<R> table = store.table(change.kind());
        if (change.isNew() && table.get(key.id()) != null) {
            throw duplicate(change.kind());
        }
        for (List<Object> unique : table.keys(record)) {
            List<Object> scoped = new ArrayList<>(unique);
            scoped.add(key.kind());
            String twin = own.putIfAbsent(scoped, key.id());
            String holder = table.holder(unique);
            if (twin != null || holder != null && !holder.equals(key.id()) && !givesUp(key.kind(), holder, unique)) {
                throw duplicate(change.kind());
            }
        }
    }

    /** Whether the committed holder of a unique key gives it up in this very transaction. */
    private boolean givesUp(String kind, String holder, List<Object> unique) {
        Change<?> change = changes.get(new RecordLocks.Key(kind, holder));
        return change != null && !keysOf(change).contains(unique);
    }

    private <R> List<List<Object>> keysOf(Change<R> change) {
        R record = change.record();
        return record == null ? List.of() : store.table(change.kind()).keys(record);
    }

    private static Conflict duplicate(RecordKind<?> kind) {
        return new Conflict("DUPLICATE", Map.of("kind", kind.name(), "retryable", true));
    }

    private boolean hold(RecordLocks.Key key, Lock lock) {
        if (held.contains(key)) {
            return true;
        }
        if (lock == Lock.SKIP_LOCKED) {
            boolean taken = store.locks().tryAcquire(key);
            if (taken) {
                held.add(key);
            }
            return taken;
        }
        store.locks().acquire(key);
        return held.add(key);
    }

    @SuppressWarnings("unchecked")
    private <R> @Nullable R newest(RecordKind<R> kind, String id) {
        Change<?> change = changes.isEmpty() ? null : changes.get(new RecordLocks.Key(kind.name(), id));
        return change == null ? store.table(kind).get(id) : (R) change.record();
    }

    private <R> List<R> matching(RecordKind<R> kind, @Nullable TenantId tenant, Criterion<R> criterion) {
        List<R> found = new ArrayList<>();
        store.commits().readLock().lock();
        try {
            for (R record : store.table(kind).candidates(criterion)) {
                if (!isChanged(kind, record) && fits(kind, tenant, criterion, record)) {
                    found.add(record);
                }
            }
        } finally {
            store.commits().readLock().unlock();
        }
        changes.forEach((key, change) -> addOwn(kind, tenant, criterion, key, change, found));
        return found;
    }

    @SuppressWarnings("unchecked")
    private <R> void addOwn(
            RecordKind<R> kind,
            @Nullable TenantId tenant,
            Criterion<R> criterion,
            RecordLocks.Key key,
            Change<?> change,
            List<R> found) {
        R record = key.kind().equals(kind.name()) ? (R) change.record() : null;
        if (record != null && fits(kind, tenant, criterion, record)) {
            found.add(record);
        }
    }

    private <R> boolean isChanged(RecordKind<R> kind, R record) {
        return !changes.isEmpty() && changes.containsKey(new RecordLocks.Key(kind.name(), kind.idOf(record)));
    }

    private static <R> boolean fits(RecordKind<R> kind, @Nullable TenantId tenant, Criterion<R> criterion, R record) {
        return (tenant == null || kind.tenantOf(record).equals(tenant)) && criterion.test(record);
    }

    private static <R> Comparator<R> order(RecordKind<R> kind, List<Sort<R>> sort) {
        boolean last = !sort.isEmpty() && sort.get(sort.size() - 1).descending();
        Comparator<R> byId = (a, b) -> PlainValues.compare(kind.idOf(a), kind.idOf(b)) * (last ? -1 : 1);
        Comparator<R> order = byId;
        for (int i = sort.size() - 1; i >= 0; i--) {
            Sort<R> key = sort.get(i);
            Comparator<R> byKey = (a, b) -> compare(key, a, b);
            order = byKey.thenComparing(order);
        }
        return order;
    }

    private static <R> int compare(Sort<R> key, R a, R b) {
        Object left = java.util.Objects.requireNonNull(key.attribute().read(a));
        Object right = java.util.Objects.requireNonNull(key.attribute().read(b));
        return PlainValues.compare(left, right) * (key.descending() ? -1 : 1);
    }
}
