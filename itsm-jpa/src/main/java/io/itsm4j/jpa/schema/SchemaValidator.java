package io.itsm4j.jpa.schema;

import io.itsm4j.ItsmException;
import io.itsm4j.StoreUnavailable;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the tables are there and are the ones this library needs, by asking for every column as the library
 * itself does; so it looks where the persistence unit looks, whatever schema that is.
 */
public final class SchemaValidator {

    private final String database;
    private final Map<String, Class<?>> entities;

    /**
     * Creates it.
     *
     * @param database the folder of the scripts: {@code h2}, {@code postgresql} or {@code mariadb}
     * @param entities the entities in use, by their names in queries
     */
    public SchemaValidator(String database, Map<String, Class<?>> entities) {
        this.database = database;
        this.entities = Map.copyOf(entities);
    }

    /**
     * Checks.
     *
     * @throws StoreUnavailable with {@code STORE_SCHEMA}, naming the problem ({@code missing}, {@code older},
     *     {@code newer} or {@code damaged}), the version found, the version wanted and the script to run; with
     *     {@code STORE_CHARSET} when MariaDB keeps our texts in another character set than utf8mb4
     */
    public void check(EntityManager manager) {
        Number found = found(manager);
        if (found == null) {
            throw refused("missing", "none", 1, null);
        }
        if (found.intValue() < Scripts.VERSION) {
            throw refused("older", found.intValue(), found.intValue() + 1, null);
        }
        if (found.intValue() > Scripts.VERSION) {
            throw refused("newer", found.intValue(), Scripts.VERSION, null);
        }
        entities.forEach((name, type) -> probe(manager, name, type));
        if (database.equals("mariadb")) {
            checkCharset(manager);
        }
    }

    private @Nullable Number found(EntityManager manager) {
        try {
            return manager.createQuery("select max(s.version) from ItsmSchema s", Number.class)
                    .getSingleResult();
        } catch (RuntimeException failure) {
            throw refused("missing", "none", 1, failure);
        }
    }

    private void probe(EntityManager manager, String name, Class<?> type) {
        try {
            manager.createQuery("select e from " + name + " e where e.tenant is null", type)
                    .setMaxResults(1)
                    .getResultList();
        } catch (RuntimeException failure) {
            throw refused("damaged", Scripts.VERSION, Scripts.making(database, table(type)), failure);
        }
    }

    private static String table(Class<?> entity) {
        return java.util.Objects.requireNonNull(entity.getAnnotation(jakarta.persistence.Table.class))
                .name();
    }

    private static void checkCharset(EntityManager manager) {
        List<?> wrong = manager.createNativeQuery("select concat(table_name, '.', column_name, ' ', character_set_name)"
                        + " from information_schema.columns where table_schema = database()"
                        + " and table_name like 'itsm!_%' escape '!' and character_set_name <> 'utf8mb4'"
                        + " order by table_name, ordinal_position")
                .setMaxResults(1)
                .getResultList();
        if (!wrong.isEmpty()) {
            throw new StoreUnavailable(
                    "STORE_CHARSET",
                    Map.of("found", String.valueOf(wrong.get(0)), "wanted", "utf8mb4", "retryable", false));
        }
    }

    private ItsmException refused(String problem, Object found, int script, @Nullable Throwable failure) {
        return new StoreUnavailable(
                "STORE_SCHEMA",
                Map.of(
                        "problem",
                        problem,
                        "found",
                        found,
                        "wanted",
                        Scripts.VERSION,
                        "file",
                        Scripts.path(database, script),
                        "cause",
                        innermost(failure),
                        "retryable",
                        false),
                failure);
    }

    private static String innermost(@Nullable Throwable failure) {
        Throwable at = failure;
        while (at != null && at.getCause() != null) {
            at = at.getCause();
        }
        return at == null ? "" : String.valueOf(at.getMessage());
    }
}
