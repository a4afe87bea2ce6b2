package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.util.Map;

/** Rows of a tenant that exist to be locked, where a rule spans more records than can be locked one by one. */
final class Guards {

    private Guards() {}

    /** Holds the guard until the transaction ends. A missing one is made first, in a transaction of its own. */
    static void hold(Store store, UnitOfWork work, TenantId tenant, String name) {
        String id = NumberBlock.idOf(tenant, name);
        if (work.find(NumberBlock.KIND, tenant, id, Lock.WRITE).isPresent()) {
            return;
        }
        make(store, new NumberBlock(id, tenant, name, 0));
        if (work.find(NumberBlock.KIND, tenant, id, Lock.WRITE).isEmpty()) {
            throw new Conflict("GONE", Map.of("record", id, "retryable", true));
        }
    }

    private static void make(Store store, NumberBlock guard) {
        try {
            store.inNewTransaction(work -> {
                work.insert(NumberBlock.KIND, guard);
                work.flush();
                return guard;
            });
        } catch (Conflict madeByAnother) {
            if (!madeByAnother.code().equals("DUPLICATE")) {
                throw madeByAnother;
            }
        }
    }
}
