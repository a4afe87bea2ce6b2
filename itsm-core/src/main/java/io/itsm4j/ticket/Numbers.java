package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Human numbers: leased from the store in blocks, in a transaction of its own, so that nobody waits for another's
 * command. Unique across nodes; numbers of commands that fail are gaps.
 */
final class Numbers {

    private static final int ATTEMPTS = 10;

    private final Store store;
    private final int block;
    private final Map<String, Lease> leases = new ConcurrentHashMap<>();

    Numbers(Store store, int block) {
        this.store = store;
        this.block = block;
    }

    /** What is left of the block this node holds. */
    private static final class Lease {

        private final ReentrantLock lock = new ReentrantLock();
        private long next;
        private long end;
    }

    String next(TenantId tenant, TicketType<?> type) {
        return type.number(next(tenant, type.prefix()));
    }

    long next(TenantId tenant, String prefix) {
        Lease lease = leases.computeIfAbsent(NumberBlock.idOf(tenant, prefix), id -> new Lease());
        lease.lock.lock();
        try {
            if (lease.next == lease.end) {
                lease.next = lease(tenant, prefix);
                lease.end = lease.next + block;
            }
            return lease.next++;
        } finally {
            lease.lock.unlock();
        }
    }

    private long lease(TenantId tenant, String prefix) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inNewTransaction(work -> {
                    String id = NumberBlock.idOf(tenant, prefix);
                    // looked for without a lock first: a database may lock the gap where a row is missing
                    if (work.find(NumberBlock.KIND, tenant, id, Lock.NONE).isEmpty()) {
                        work.insert(NumberBlock.KIND, new NumberBlock(id, tenant, prefix, 1 + block));
                        work.flush();
                        return 1L;
                    }
                    NumberBlock before = work.find(NumberBlock.KIND, tenant, id, Lock.WRITE)
                            .orElseThrow(() -> new Conflict("GONE", Map.of("record", id, "retryable", true)));
                    work.update(NumberBlock.KIND, before, before.leased(block));
                    work.flush();
                    return before.next();
                });
            } catch (Conflict lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
            }
        }
    }
}
