package io.itsm4j.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Hand-written JDBC: reads what a step needs under a row lock, and writes the columns that change. */
final class JdbcLife implements Life {

    private static final String READ = "select state_name, record_version, chain_sequence, chain_hash from itsm_ticket"
            + " where tenant = ? and id = ? for update";
    private static final String CHAIN = "update itsm_ticket set record_version = record_version + 1, updated_at = ?,"
            + " updated_by = ?, chain_sequence = ?, chain_hash = ?";
    private static final String ASSIGN = CHAIN + ", support_group = ?, assignee = ? where id = ?";
    private static final String START =
            CHAIN + ", state_name = 'IN_PROGRESS', state_category = 'ACTIVE', first_responded_at = ? where id = ?";
    private static final String HOLD = CHAIN
            + ", state_name = 'ON_HOLD', state_category = 'PENDING', pending_reason = 'CALLER', pending_since = ?"
            + " where id = ?";
    private static final String RESUME = CHAIN
            + ", state_name = 'IN_PROGRESS', state_category = 'ACTIVE', pending_reason = null, pending_since = null"
            + " where id = ?";
    private static final String RESOLVE =
            CHAIN + ", state_name = 'RESOLVED', state_category = 'RESOLVED', resolved_at = ?, details = ? where id = ?";
    private static final String CLOSE =
            CHAIN + ", state_name = 'CLOSED', state_category = 'CLOSED', is_open = false, closed_at = ? where id = ?";
    private static final String RESOLUTION =
            "update itsm_incident set resolution_code = ?, resolution_notes = ? where id = ?";
    private static final String OPEN_ENDS = "select (select count(t.id) from itsm_task t where t.tenant = ?"
            + " and t.ticket_id = ? and t.task_state in ('OPEN', 'IN_PROGRESS'))"
            + " + (select count(c.id) from itsm_ticket c where c.tenant = ? and c.parent_id = ? and c.is_open)";

    private final DataSource pool;
    private final Story story = new Story();

    JdbcLife(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "JDBC";
    }

    /** What a step does once its ticket is read. */
    @FunctionalInterface
    private interface Step {
        void on(Connection connection, Head head, Instant now) throws SQLException;
    }

    @Override
    public void live(long number) {
        try {
            String id = open(number);
            step(id, "NEW", (connection, head, now) -> {
                Entry entry = story.assigned(head, now);
                update(connection, ASSIGN, entry, GROUP, PERSON);
            });
            step(id, "NEW", (connection, head, now) -> {
                Entry entry = story.started(head, now);
                update(connection, START, entry, entry.at());
            });
            step(id, "IN_PROGRESS", (connection, head, now) -> {
                String comment = story.id(now);
                Entry entry = story.held(head, comment, now);
                update(connection, HOLD, entry, entry.at());
                JdbcRows.write(connection, JdbcRows.COMMENT, JdbcRows.comment(comment, entry));
            });
            step(id, "ON_HOLD", (connection, head, now) -> update(connection, RESUME, story.resumed(head, now)));
            step(id, "IN_PROGRESS", (connection, head, now) -> {
                Entry entry = story.resolved(head, now);
                update(connection, RESOLVE, entry, entry.at(), Story.RESOLVED_DETAILS);
                JdbcRows.write(connection, RESOLUTION, CODE, NOTES, id);
            });
            step(id, "RESOLVED", (connection, head, now) -> {
                checkNothingOpen(connection, id);
                Entry entry = story.closed(head, now);
                update(connection, CLOSE, entry, entry.at());
            });
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String open(long number) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Instant now = now();
            String id = story.id(now);
            String title = Life.title(number);
            Entry entry = story.opened(Head.none(name(), id), title, now);
            JdbcRows.write(connection, JdbcRows.TICKET, JdbcRows.ticket(entry, "INC" + number, title));
            JdbcRows.write(connection, JdbcRows.INCIDENT, id, name());
            JdbcRows.write(connection, JdbcRows.JOURNAL, JdbcRows.journal(entry));
            JdbcRows.write(connection, JdbcRows.OUTBOX, JdbcRows.outbox(entry));
            connection.commit();
            return id;
        }
    }

    private void step(String id, String state, Step step) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            step.on(connection, head(connection, id, state), now());
            connection.commit();
        }
    }

    private Head head(Connection connection, String id, String state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            JdbcRows.bind(statement, name(), id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || !result.getString(1).equals(state)) {
                    throw new IllegalStateException("no ticket " + id + " in state " + state);
                }
                return new Head(name(), id, result.getLong(3), result.getString(4));
            }
        }
    }

    private void checkNothingOpen(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN_ENDS)) {
            JdbcRows.bind(statement, name(), id, name(), id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getLong(1) != 0) {
                    throw new IllegalStateException("has open tasks or children");
                }
            }
        }
    }

    private static void update(Connection connection, String sql, Entry entry, Object... changed) throws SQLException {
        Object[] values = new Object[changed.length + 5];
        values[0] = entry.at();
        values[1] = PERSON;
        values[2] = entry.sequence();
        values[3] = entry.hash();
        System.arraycopy(changed, 0, values, 4, changed.length);
        values[values.length - 1] = entry.ticket();
        JdbcRows.write(connection, sql, values);
        JdbcRows.write(connection, JdbcRows.JOURNAL, JdbcRows.journal(entry));
        JdbcRows.write(connection, JdbcRows.OUTBOX, JdbcRows.outbox(entry));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {}
}
