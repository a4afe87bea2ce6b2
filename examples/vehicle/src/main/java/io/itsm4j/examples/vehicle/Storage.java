package io.itsm4j.examples.vehicle;

import io.itsm4j.jpa.JpaStore;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Where the shop keeps its records.
 *
 * @param store the store
 * @param title what it is
 * @param end releases what was opened for it
 */
record Storage(Store store, String title, Runnable end) implements AutoCloseable {

    static final List<String> NAMES = List.of("h2", "memory", "postgres");

    /** By the name of {@code --store}; one of {@link #NAMES}. */
    static Storage named(String name) {
        return switch (name) {
            case "memory" -> new Storage(new MemoryStore(), "memory", () -> {});
            case "postgres" -> through(Servers.postgres(), "postgres, through JPA");
            default -> h2();
        };
    }

    /** A database that is gone when the program ends. */
    private static Storage h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:repair-shop-" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return through(new Servers.Server(database, () -> {}), "h2, through JPA");
    }

    private static Storage through(Servers.Server server, String title) {
        DataSource database = server.database();
        SchemaInitializer.on(database).apply();
        PersistenceConfiguration unit = new PersistenceConfiguration("repair-shop").validationMode(ValidationMode.NONE);
        JpaStore.entityClassNames().forEach(name -> unit.managedClass(entity(name)));
        unit.properties(Map.of("jakarta.persistence.nonJtaDataSource", database));
        EntityManagerFactory entities = unit.createEntityManagerFactory();
        return new Storage(JpaStore.owning(entities), title, () -> {
            entities.close();
            server.stop().run();
        });
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
