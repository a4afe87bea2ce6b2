package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.UnitOfWork;
import java.util.Optional;

/** Rows of a tenant that exist to be locked, where a rule spans more records than can be locked one by one. */
final class Guards {

    private Guards() {}

    /** Holds the guard until the transaction ends; two first holders race, and one gets a retryable conflict. */
    static void hold(UnitOfWork work, TenantId tenant, String name) {
        String id = NumberBlock.idOf(tenant, name);
        Optional<NumberBlock> guard = work.find(NumberBlock.KIND, tenant, id, Lock.WRITE);
        if (guard.isEmpty()) {
            work.insert(NumberBlock.KIND, new NumberBlock(id, tenant, name, 0));
            work.flush();
        }
    }
}
