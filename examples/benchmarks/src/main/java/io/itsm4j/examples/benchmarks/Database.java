package io.itsm4j.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A PostgreSQL of this program's own with the library's tables; every contestant gets a pool of the same kind. */
final class Database implements AutoCloseable {

    /** As many connections as the largest number of threads needs, and the one that leases numbers. */
    private static final int CONNECTIONS = 10;

    private final EmbeddedPostgres server;
    private final List<HikariDataSource> pools = new ArrayList<>();

    Database() throws IOException {
        server = EmbeddedPostgres.builder().start();
        SchemaInitializer.on(server.getPostgresDatabase()).apply();
    }

    /** A pool without auto-commit, batches rewritten into one statement by the driver. */
    DataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** Lets what a round left behind settle, so that it is not charged to the next. */
    void settle() throws SQLException {
        run(List.of("vacuum analyze", "checkpoint"));
    }

    /** Runs statements one by one, outside any pool. */
    void run(List<String> statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of what a statement gives. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (result.next()) {
                answers.add(result.getString(1));
            }
            return answers;
        }
    }

    String version() throws SQLException {
        return "PostgreSQL " + ask("show server_version").get(0);
    }

    /** How many rows of each table a tenant has. */
    String rows(String tenant) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (String table :
                List.of("ticket", "incident", "journal", "outbox", "comment", "ticket_value", "sla_clock")) {
            String count = "select count(*) from itsm_" + table + " where tenant = '" + tenant + "'";
            rows.append(' ').append(table).append(' ').append(ask(count).get(0));
        }
        return rows.toString();
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        server.close();
    }
}
