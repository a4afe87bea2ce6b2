package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import io.itsm4j.ticket.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * The schemas of all tenants as one node knows them, for questions that are asked often and write nothing. What was
 * changed on this node counts at once, in the transaction that changes it too; what was changed on another counts
 * within a minute.
 */
final class KnownSchemas {

    /** How long a schema that another node has changed may still be worked with. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private record Known(Instant readAt, CiSchema schema) {}

    private final ConcurrentMap<TenantId, Known> known = new ConcurrentHashMap<>();
    private final ConcurrentMap<TenantId, Instant> changed = new ConcurrentHashMap<>();

    /** The schema of the tenant, at most {@link #MAX_AGE} old. */
    CiSchema of(Ledger ledger, Function<Ledger, CiSchema> reader) {
        TenantId tenant = ledger.tenant();
        Instant now = ledger.now();
        Instant change = changed.get(tenant);
        if (change != null && isRecent(change, now)) {
            return reader.apply(ledger); // may see what others will not before the commit, or never
        }
        Known found = known.get(tenant);
        if (found != null && isRecent(found.readAt(), now)) {
            return found.schema();
        }
        CiSchema schema = reader.apply(ledger);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(tenant, new Known(now, schema));
        return schema;
    }

    /** The tenant's schema changes: for as long as others may keep an older one, it is read anew each time. */
    void changed(Ledger ledger) {
        if (changed.size() >= MOST) {
            changed.values().removeIf(change -> !isRecent(change, ledger.now()));
        }
        changed.put(ledger.tenant(), ledger.now());
    }

    private static boolean isRecent(Instant then, Instant now) {
        return !now.isBefore(then) && now.isBefore(then.plus(MAX_AGE));
    }
}
