package io.itsm4j.memory;

import io.itsm4j.Conflict;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One lock for each record that somebody holds or waits for; nothing is kept for the others. */
final class RecordLocks {

    /** Names a record across kinds. */
    record Key(String kind, String id) {}

    /** A lock and how many transactions hold or want it. */
    private static final class Entry {

        private final Semaphore free = new Semaphore(1, true);
        private int users;
    }

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final long waitNanos;

    RecordLocks(Duration wait) {
        this.waitNanos = wait.toNanos();
    }

    /** Takes the lock, waiting a bounded time. */
    void acquire(Key key) {
        if (!tryAcquire(key, waitNanos)) {
            throw new Conflict(
                    "LOCK_TIMEOUT", Map.of("record", key.id(), "seconds", waitNanos / 1e9, "retryable", true));
        }
    }

    /** Takes the lock if nobody has it. */
    boolean tryAcquire(Key key) {
        return tryAcquire(key, 0);
    }

    private boolean tryAcquire(Key key, long nanos) {
        Entry entry = java.util.Objects.requireNonNull(entries.compute(key, (same, present) -> {
            Entry wanted = present == null ? new Entry() : present;
            wanted.users++;
            return wanted;
        }));
        boolean taken = false;
        try {
            taken = entry.free.tryAcquire() || nanos > 0 && entry.free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            return taken;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Conflict("INTERRUPTED", Map.of("record", key.id(), "retryable", true), stop);
        } finally {
            if (!taken) {
                leave(key);
            }
        }
    }

    void release(Key key) {
        Entry entry = entries.get(key);
        if (entry != null) {
            entry.free.release();
            leave(key);
        }
    }

    int size() {
        return entries.size();
    }

    private void leave(Key key) {
        entries.computeIfPresent(key, (same, entry) -> --entry.users == 0 ? null : entry);
    }
}
