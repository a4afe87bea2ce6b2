package io.itsm4j.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Many tickets with an open clock each, made by the database from one that the library has opened. */
final class DueTickets {

    /** How the n-th copy is called: its id is the text form of n. */
    private static final String ID = "'00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')";

    /** The row's key, as the library makes it from ticket, agreement, metric, holder and cycle. */
    private static final String CLOCK = "substr(encode(sha256(convert_to(" + ID + ", 'UTF8') || '\\x00'::bytea"
            + " || convert_to(t.agreement_key, 'UTF8') || '\\x00'::bytea || convert_to(t.metric, 'UTF8')"
            + " || '\\x00'::bytea || '\\x00'::bytea || convert_to('1', 'UTF8') || '\\x00'::bytea), 'hex'), 1, 36)";

    private final DataSource pool;
    private long armed;

    DueTickets(DataSource pool) {
        this.pool = pool;
    }

    /** Copies the one ticket there is, its details and its clock, so many times, due at no instant. */
    void copy(String template, long times) throws SQLException {
        copy(
                "itsm_ticket",
                "id",
                template,
                times,
                Map.of("id", ID, "ticket_number", "'COPY' || n", "due_at", String.valueOf(Story.NEVER)));
        copy("itsm_incident", "id", template, times, Map.of("id", ID));
        copy("itsm_sla_clock", "ticket_id", template, times, Map.of("id", CLOCK, "ticket_id", ID));
    }

    private void copy(String table, String key, String template, long times, Map<String, String> other)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String column : columns(connection, table)) {
                values.put(column, other.getOrDefault(column, "t." + column));
            }
            String sql = "insert into " + table + " (" + String.join(", ", values.keySet()) + ") select "
                    + String.join(", ", values.values()) + " from " + table + " t, generate_series(1, ?) n where t."
                    + key + " = ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, times);
                statement.setString(2, template);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position")) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return columns;
    }

    /** Makes the next so many tickets due; returns the ids of the first and the last one. */
    List<String> arm(int many, long dueAt) throws SQLException {
        List<String> range = List.of(id(armed + 1), id(armed + many));
        armed += many;
        execute("update itsm_ticket set due_at = " + dueAt + " where id between ? and ?", range);
        return range;
    }

    /** How many of a range have been dealt with: their clocks are breached, and their journals say so. */
    long done(List<String> range) throws SQLException {
        long clocks =
                count("select count(*) from itsm_sla_clock where is_breached and ticket_id between ? and ?", range);
        long entries = count("select count(*) from itsm_journal where subject_id between ? and ?", range);
        long events = count("select count(*) from itsm_outbox where subject_id between ? and ?", range);
        return clocks == entries && clocks == events ? clocks : -1;
    }

    private static String id(long number) {
        return String.format(java.util.Locale.ROOT, "00000000-0000-7000-8000-%012x", number);
    }

    void execute(String sql, List<String> values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            statement.executeUpdate();
            connection.commit();
        }
    }

    private long count(String sql, List<String> values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
