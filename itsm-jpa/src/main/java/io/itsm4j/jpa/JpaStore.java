package io.itsm4j.jpa;

import io.itsm4j.StoreUnavailable;
import io.itsm4j.jpa.mapping.DetailsCodec;
import io.itsm4j.jpa.schema.SchemaValidator;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in a relational database through Jakarta Persistence 3.1 or newer: H2, PostgreSQL or MariaDB, with
 * Hibernate or EclipseLink.
 *
 * <p>Either it owns its transactions ({@link #owning}), or it joins the host's ({@link #joining}) and then never
 * commits, never clears the host's persistence context and leaves no row of its own in it. A failure of its own rows
 * becomes an {@link io.itsm4j.ItsmException} and makes a commit impossible; a failure of the host's rows, met when its
 * own are flushed, passes through as the provider threw it.
 *
 * <p>What may differ between databases: {@link io.itsm4j.storage.Lock#SKIP_LOCKED} waits like a plain lock with
 * EclipseLink, and on H2 texts outside the basic plane sort by UTF-16 code unit.
 */
public final class JpaStore implements Store {

    /** The package a host with a persistence unit of its own adds to what it scans for entities. */
    public static final String ENTITY_PACKAGE = "io.itsm4j.jpa";

    private final Transactions transactions;
    private final EntityManagerFactory factory;
    private final DetailsCodec codec = new DetailsCodec();
    private Duration lockTimeout = Duration.ofSeconds(5);
    private boolean checksSchema = true;
    private @Nullable Catalogue catalogue;
    private @Nullable Dialect dialect;

    private JpaStore(EntityManagerFactory factory, Function<JpaStore, Transactions> transactions) {
        this.factory = factory;
        this.transactions = transactions.apply(this);
    }

    /**
     * A store that begins, commits and rolls back resource-local transactions. A call within another, on the same
     * thread, joins it.
     *
     * @param factory knows the entities of {@link #ENTITY_PACKAGE}; closed by whoever made it
     */
    public static JpaStore owning(EntityManagerFactory factory) {
        return new JpaStore(factory, store -> new OwnTransactions(factory, store::unit));
    }

    /**
     * A store that works in the host's transactions.
     *
     * @param hosts the entity manager of the present transaction
     * @param host how the host runs transactions
     * @param own the factory of the host's entity managers; knows the entities of {@link #ENTITY_PACKAGE}
     */
    public static JpaStore joining(Supplier<EntityManager> hosts, HostTransaction host, EntityManagerFactory own) {
        return new JpaStore(own, store -> new JoinedTransactions(hosts, host, own, store::unit));
    }

    /**
     * The names of all entities, for a host that lists its classes one by one.
     *
     * @return fully qualified class names
     */
    public static List<String> entityClassNames() {
        return Entities.NAMES;
    }

    /**
     * Sets how long a lock is waited for before {@code LOCK_TIMEOUT}; five seconds unless set. Databases round it to
     * what they offer; EclipseLink leaves it to the database, except on PostgreSQL.
     *
     * @return this store
     */
    public JpaStore waitingForLocks(Duration atMost) {
        lockTimeout = atMost;
        return this;
    }

    @Override
    public void declare(String ticketType, Class<?> details, Object blank) {
        codec.learn(ticketType, details, blank);
    }

    /**
     * Leaves the check of the schema out, for tables that were not made by the scripts; what does not fit then shows
     * when it is first used.
     *
     * @return this store
     */
    public JpaStore withoutSchemaCheck() {
        checksSchema = false;
        return this;
    }

    /**
     * {@inheritDoc} Finds out what the provider and the database can do, and checks the schema.
     *
     * @throws StoreUnavailable with {@code ENTITIES_MISSING} when the persistence unit does not know the entities,
     *     {@code STORE_SCHEMA} when the tables are missing, older, newer or damaged, with the script to run,
     *     {@code STORE_CHARSET} when the database cannot hold every character
     */
    @Override
    public void open(List<RecordKind<?>> kinds) {
        Catalogue found = new Catalogue(Mappings.all(codec), kinds, factory.getMetamodel());
        transactions.look(entities -> {
            Dialect what = probed(entities);
            if (checksSchema) {
                new SchemaValidator(what.database().folder(), found.entities()).check(entities);
            }
            dialect = what;
        });
        catalogue = found;
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        return transactions.join(work);
    }

    @Override
    public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
        return transactions.begin(work);
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isActive();
    }

    /** {@inheritDoc} It opened nothing that outlives a unit of work. */
    @Override
    public void close() {}

    private Dialect probed(EntityManager entities) {
        try {
            return Dialect.of(entities, lockTimeout);
        } catch (RuntimeException failure) {
            throw Failures.ours(failure);
        }
    }

    private JpaUnitOfWork unit(EntityManager entities, JpaUnitOfWork.Ending ending) {
        return new JpaUnitOfWork(entities, opened(catalogue), opened(dialect), ending);
    }

    private static <T> T opened(@Nullable T part) {
        return Optional.ofNullable(part)
                .orElseThrow(() -> new StoreUnavailable("STORE_NOT_OPEN", Map.of("retryable", false)));
    }
}
