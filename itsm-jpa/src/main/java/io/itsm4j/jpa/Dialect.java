package io.itsm4j.jpa;

import io.itsm4j.storage.Lock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What differs between providers and databases: how a wait for a lock is bounded, whether locked rows can be left out,
 * whether a locked query can be limited. Found out once, when the store is opened.
 *
 * @param provider who translates queries
 * @param database where they run
 * @param lockTimeout how long a lock is waited for
 */
record Dialect(Provider provider, Database database, Duration lockTimeout) {

    enum Provider {
        HIBERNATE,
        ECLIPSELINK,
        OTHER
    }

    enum Database {
        H2,
        POSTGRESQL,
        MARIADB;

        /** The folder of its scripts. */
        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
    private static final int SKIP_LOCKED = -2;

    /** Each database has one of these views in its catalogue; a question all of them understand. */
    private static final String PROBE = "select upper(table_name) from information_schema.tables"
            + " where upper(table_name) in ('SETTINGS', 'PG_CLASS', 'INNODB_TRX')"
            + " and upper(table_schema) in ('INFORMATION_SCHEMA', 'PG_CATALOG')";

    static Dialect of(EntityManager entities, Duration lockTimeout) {
        String provider = entities.getDelegate().getClass().getName();
        Provider who = provider.startsWith("org.hibernate.")
                ? Provider.HIBERNATE
                : provider.startsWith("org.eclipse.persistence.") ? Provider.ECLIPSELINK : Provider.OTHER;
        List<?> found = entities.createNativeQuery(PROBE).getResultList();
        Database where = found.contains("SETTINGS")
                ? Database.H2
                : found.contains("PG_CLASS") ? Database.POSTGRESQL : Database.MARIADB;
        return new Dialect(who, where, lockTimeout);
    }

    /** Our reads never make the provider write what the host has pending. */
    <Q extends Query> Q prepared(Q query) {
        query.setFlushMode(FlushModeType.COMMIT);
        if (provider == Provider.ECLIPSELINK) {
            query.setHint("eclipselink.jdbc.bind-parameters", "true");
        }
        return query;
    }

    /** Not for EclipseLink, whose read-only queries leave the transaction and miss what it has written. */
    void readOnly(Query query) {
        if (provider == Provider.HIBERNATE) {
            query.setHint("org.hibernate.readOnly", true);
        }
    }

    void locked(Query query, Lock lock) {
        query.setLockMode(LockModeType.PESSIMISTIC_WRITE);
        if (provider != Provider.HIBERNATE) {
            return;
        }
        // A host's read-only transaction would make rows read-only, and changes to them would vanish silently
        query.setHint("org.hibernate.readOnly", false);
        if (lock == Lock.SKIP_LOCKED) {
            query.setHint(LOCK_TIMEOUT, SKIP_LOCKED);
        } else if (database != Database.POSTGRESQL) {
            query.setHint(LOCK_TIMEOUT, (int) lockTimeout.toMillis());
        }
    }

    /**
     * PostgreSQL waits for a lock without end unless told otherwise, until the end of the transaction. A condition that
     * is always true tells it on the way, which saves a statement in every transaction. Its arguments are part of the
     * text: Hibernate translates a query whose functions have parameters anew each time.
     */
    void boundWait(Jpql<?> jpql) {
        if (database == Database.POSTGRESQL) {
            jpql.add(" and function('set_config', 'lock_timeout', '" + lockTimeout.toMillis() + "ms', true) <> ''");
        }
    }

    /** EclipseLink writes {@code for update} before {@code limit}, which H2 does not understand. */
    boolean limitsLockedQueries() {
        return provider != Provider.ECLIPSELINK || database != Database.H2;
    }
}
