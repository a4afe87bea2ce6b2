package io.itsm4j.memory;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records in memory. A transaction belongs to the thread that began it; what it writes is seen by itself at once and by
 * others after the commit, whole. Records locked by one transaction are waited for up to a bounded time, then the
 * waiting one gets a retryable {@link io.itsm4j.Conflict}. Everything is gone with the instance.
 */
public final class MemoryStore implements Store {

    private final Map<String, Table<?>> tables = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock commits = new ReentrantReadWriteLock();
    private final RecordLocks locks;

    /** How many transactions have written; read and counted under the lock of commits only. */
    private long written;

    /** Not static: two stores on one thread have transactions of their own. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable MemoryUnit> current = new ThreadLocal<>();

    /** A store in which a lock is waited for at most five seconds. */
    public MemoryStore() {
        this(Duration.ofSeconds(5));
    }

    /** A store in which a lock is waited for at most so long. */
    public MemoryStore(Duration lockWait) {
        this.locks = new RecordLocks(lockWait);
    }

    @Override
    public void open(List<RecordKind<?>> kinds) {
        kinds.forEach(kind -> tables.computeIfAbsent(kind.name(), name -> new Table<>(kind)));
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        MemoryUnit joined = current.get();
        return joined == null ? inNewTransaction(work) : work.apply(joined);
    }

    @Override
    public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
        MemoryUnit outer = current.get();
        MemoryUnit unit = new MemoryUnit(this);
        current.set(unit);
        try {
            T result = work.apply(unit);
            if (unit.isRollbackOnly()) {
                throw new RuleViolated("ROLLBACK_ONLY", Map.of());
            }
            unit.commit();
            return result;
        } finally {
            unit.release();
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            unit.runAfterCommit();
        }
    }

    @Override
    public boolean isInTransaction() {
        return current.get() != null;
    }

    @Override
    public void close() {
        tables.clear();
    }

    /** How many record locks are held or waited for at this moment; 0 when nothing runs. */
    public int heldLocks() {
        return locks.size();
    }

    @SuppressWarnings("unchecked")
    <R> Table<R> table(RecordKind<R> kind) {
        Table<?> table = tables.get(kind.name());
        if (table == null) {
            throw new RuleViolated("KIND_UNKNOWN", Map.of("kind", kind.name()));
        }
        return (Table<R>) table;
    }

    RecordLocks locks() {
        return locks;
    }

    ReentrantReadWriteLock commits() {
        return commits;
    }

    long written() {
        return written;
    }

    void countWritten() {
        written++;
    }
}
