package io.itsm4j.examples.finance;

import io.itsm4j.jpa.JpaStore;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where the office keeps its records.
 *
 * @param store the store
 * @param title what it is
 * @param end releases what was opened for it
 */
record Storage(Store store, String title, Runnable end) implements AutoCloseable {

    static final List<String> NAMES = List.of("h2", "memory");

    /** By the name of {@code --store}; one of {@link #NAMES}. */
    static Storage named(String name) {
        return name.equals("memory") ? new Storage(new MemoryStore(), "memory", () -> {}) : h2();
    }

    /** A database that is gone when the program ends. */
    private static Storage h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:finance-office-" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        SchemaInitializer.on(database).apply();
        PersistenceConfiguration unit =
                new PersistenceConfiguration("finance-office").validationMode(ValidationMode.NONE);
        JpaStore.entityClassNames().forEach(name -> unit.managedClass(entity(name)));
        unit.properties(Map.of("jakarta.persistence.nonJtaDataSource", database));
        EntityManagerFactory entities = unit.createEntityManagerFactory();
        return new Storage(JpaStore.owning(entities), "h2, through JPA", entities::close);
    }

    private static Class<?> entity(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
