package io.itsm4j.jpa.schema;

import io.itsm4j.Conflict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Keeps other nodes out while tables are made: an advisory lock on PostgreSQL and MariaDB; on H2, which has none, a
 * locked row on a second connection, since its table statements commit.
 */
final class SchemaLock {

    private static final long KEY = 0x6974736d346aL;

    private interface Release {

        void run() throws SQLException;
    }

    private final Release release;

    private SchemaLock(Release release) {
        this.release = release;
    }

    static SchemaLock take(DataSource source, Connection connection, String database, Duration wait)
            throws SQLException {
        return switch (database) {
            case "postgresql" -> onPostgres(connection, wait);
            case "mariadb" -> onMariaDb(connection, wait);
            default -> onH2(source, wait);
        };
    }

    private static SchemaLock onPostgres(Connection connection, Duration wait) throws SQLException {
        run(connection, "set lock_timeout = '" + wait.toSeconds() + "s'");
        try {
            run(connection, "select pg_advisory_lock(" + KEY + ")");
        } catch (SQLException failure) {
            if ("55P03".equals(failure.getSQLState())) {
                throw lost(failure);
            }
            throw failure;
        } finally {
            run(connection, "reset lock_timeout");
        }
        return new SchemaLock(() -> run(connection, "select pg_advisory_unlock(" + KEY + ")"));
    }

    private static SchemaLock onMariaDb(Connection connection, Duration wait) throws SQLException {
        String sql = "select get_lock(concat('itsm4j.', database()), " + wait.toSeconds() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (!result.next() || result.getInt(1) != 1) {
                throw lost(new SQLException("get_lock timed out"));
            }
        }
        return new SchemaLock(() -> run(connection, "do release_lock(concat('itsm4j.', database()))"));
    }

    private static SchemaLock onH2(DataSource source, Duration wait) throws SQLException {
        Connection holder = source.getConnection();
        int before;
        try {
            before = lockTimeout(holder);
            holder.setAutoCommit(true);
            run(holder, "create table if not exists itsm_schema_lock (id integer not null primary key)");
            run(holder, "merge into itsm_schema_lock (id) key (id) values (1)");
            holder.setAutoCommit(false);
            run(holder, "set lock_timeout " + wait.toMillis());
            run(holder, "select id from itsm_schema_lock where id = 1 for update");
        } catch (SQLException failure) {
            holder.close();
            if (failure.getErrorCode() == 50200) {
                throw lost(failure);
            }
            throw failure;
        }
        return new SchemaLock(() -> {
            try (holder) {
                holder.rollback();
                holder.setAutoCommit(true);
                run(holder, "set lock_timeout " + before);
            }
        });
    }

    private static int lockTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select lock_timeout()")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static Conflict lost(SQLException failure) {
        return new Conflict("LOCK_TIMEOUT", Map.of("retryable", true), failure);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void release() throws SQLException {
        release.run();
    }
}
