package io.itsm4j.examples.benchmarks;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Hibernate as everybody here gets it: JDBC batches, inserts in order, no cache, no schema generation. */
final class Hibernate {

    private Hibernate() {}

    static EntityManagerFactory factory(DataSource pool, List<String> entities) {
        PersistenceConfiguration unit = new PersistenceConfiguration("benchmarks").validationMode(ValidationMode.NONE);
        entities.forEach(name -> unit.managedClass(named(name)));
        unit.properties(Map.of(
                "jakarta.persistence.nonJtaDataSource", pool,
                "hibernate.connection.provider_disables_autocommit", "true",
                "hibernate.jdbc.batch_size", "50",
                "hibernate.order_inserts", "true",
                "hibernate.order_updates", "true"));
        return unit.createEntityManagerFactory();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
