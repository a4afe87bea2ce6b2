package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rows of a tenant that exist to be locked, where a rule spans more records than can be locked one by one. */
final class Guards {

    private final Store store;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    Guards(Store store) {
        this.store = store;
    }

    /**
     * Holds the guard until the transaction ends. It is made first, in a transaction of its own, and never looked for
     * before that within this one: a database may lock the gap where it is missing, and then nobody could fill it.
     */
    void hold(UnitOfWork work, TenantId tenant, String name) {
        String id = NumberBlock.idOf(tenant, name);
        if (!made.contains(id)) {
            make(new NumberBlock(id, tenant, name, 0));
            made.add(id);
        }
        if (work.find(NumberBlock.KIND, tenant, id, Lock.WRITE).isEmpty()) {
            made.remove(id);
            throw new Conflict("GONE", Map.of("record", id, "retryable", true));
        }
    }

    private void make(NumberBlock guard) {
        try {
            store.inNewTransaction(work -> {
                if (work.find(NumberBlock.KIND, guard.tenant(), guard.id(), Lock.NONE)
                        .isEmpty()) {
                    work.insert(NumberBlock.KIND, guard);
                    work.flush();
                }
                return guard;
            });
        } catch (Conflict madeByAnother) {
            if (!madeByAnother.code().equals("DUPLICATE")) {
                throw madeByAnother;
            }
        }
    }
}
