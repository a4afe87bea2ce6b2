package io.itsm4j.jpa.schema;

import io.itsm4j.Conflict;
import io.itsm4j.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies the scripts when asked. Two nodes at once take turns under a lock; what an interrupted run left is completed
 * by the next; tables of the host, its migration history among them, are not looked at.
 */
public final class SchemaInitializer {

    private static final Duration WAIT = Duration.ofSeconds(60);

    private final DataSource source;
    private final @Nullable String schema;

    private SchemaInitializer(DataSource source, @Nullable String schema) {
        this.source = source;
        this.schema = schema;
    }

    /** Works in the connection's own schema. */
    public static SchemaInitializer on(DataSource source) {
        return new SchemaInitializer(source, null);
    }

    /**
     * Works in another schema, which must exist; on MariaDB, in another database.
     *
     * @param name its name, exactly as the database keeps it
     */
    public SchemaInitializer inSchema(String name) {
        return new SchemaInitializer(source, name);
    }

    /**
     * Brings the schema to the version this library needs.
     *
     * @return how many scripts were run
     * @throws StoreUnavailable with {@code STORE_SCHEMA} when a statement is refused ({@code not applied}), naming the
     *     script to be run by somebody who may, when the schema is ahead of this library ({@code newer}), or when the
     *     database is another than H2, PostgreSQL or MariaDB ({@code database}); with {@code STORE_UNAVAILABLE} when it
     *     cannot be reached
     * @throws Conflict with {@code LOCK_TIMEOUT} when another node holds the lock for longer than a minute
     */
    public int apply() {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            String before = entered(connection);
            try {
                return locked(connection, database(connection));
            } finally {
                leave(connection, before);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException failure) {
            throw new StoreUnavailable(
                    "STORE_UNAVAILABLE", Map.of("cause", String.valueOf(failure.getMessage())), failure);
        }
    }

    private String entered(Connection connection) throws SQLException {
        boolean catalogues = isMariaDb(connection);
        String before = String.valueOf(catalogues ? connection.getCatalog() : connection.getSchema());
        enter(connection, schema, catalogues);
        return before;
    }

    private void leave(Connection connection, String before) throws SQLException {
        if (schema != null && !connection.isClosed()) {
            enter(connection, before, isMariaDb(connection));
        }
    }

    private static void enter(Connection connection, @Nullable String name, boolean catalogue) throws SQLException {
        if (name == null) {
            return;
        }
        if (catalogue) {
            connection.setCatalog(name);
        } else {
            connection.setSchema(name);
        }
    }

    private int locked(Connection connection, String database) throws SQLException {
        SchemaLock lock = SchemaLock.take(source, connection, database, WAIT);
        try {
            int found = found(connection);
            if (found > Scripts.VERSION) {
                throw refused("newer", found, Scripts.path(database, Scripts.VERSION), null);
            }
            for (int version = found + 1; version <= Scripts.VERSION; version++) {
                run(connection, database, version);
            }
            return Scripts.VERSION - found;
        } finally {
            lock.release();
        }
    }

    private static void run(Connection connection, String database, int version) {
        List<String> statements = Scripts.statements(database, version);
        boolean whole = database.equals("postgresql");
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(!whole);
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (whole) {
                connection.commit();
            }
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            undo(connection, whole, failure);
            throw refused("not applied", version - 1, Scripts.path(database, version), failure);
        }
    }

    private static void undo(Connection connection, boolean whole, SQLException failure) {
        try {
            if (whole) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** The table may not be there yet; asking the catalogue instead of failing keeps the log clean. */
    private static int found(Connection connection) throws SQLException {
        String schema = isMariaDb(connection) ? connection.getCatalog() : connection.getSchema();
        String sql = "select count(*) from information_schema.tables"
                + " where lower(table_name) = 'itsm_schema' and table_schema = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getInt(1) == 0) {
                    return 0;
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select max(schema_version) from itsm_schema")) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static String database(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String name = product.toLowerCase(Locale.ROOT);
        if (name.equals("h2") || name.equals("postgresql")) {
            return name;
        }
        if (isMariaDb(connection)) {
            return "mariadb";
        }
        throw refused("database", product, "none for it", null);
    }

    private static boolean isMariaDb(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return name.contains("mariadb") || name.contains("mysql");
    }

    private static StoreUnavailable refused(String problem, Object found, String file, @Nullable SQLException failure) {
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
                        file,
                        "cause",
                        failure == null ? "" : String.valueOf(failure.getMessage()),
                        "retryable",
                        false),
                failure);
    }
}
