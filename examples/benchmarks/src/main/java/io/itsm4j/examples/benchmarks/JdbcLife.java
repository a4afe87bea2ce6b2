package io.itsm4j.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hand-written JDBC: reads what a step needs under a row lock, and writes the columns that change. */
final class JdbcLife implements Life {

    private static final String READ =
            "select state_name, record_version, chain_sequence, chain_hash, sla_state from itsm_ticket"
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
    private static final String TIME = ", due_at = ?, due_milestone = ?, sla_state = ?";
    private static final String OPEN_ENDS = "select (select count(t.id) from itsm_task t where t.tenant = ?"
            + " and t.ticket_id = ? and t.task_state in ('OPEN', 'IN_PROGRESS'))"
            + " + (select count(c.id) from itsm_ticket c where c.tenant = ? and c.parent_id = ? and c.is_open)";

    private final DataSource pool;
    private final Story story;
    private final boolean timed;

    /**
     * Lives on a pool.
     *
     * @param timed whether each incident has a clock
     */
    JdbcLife(DataSource pool, boolean timed) {
        this.pool = pool;
        this.timed = timed;
        story = new Story(timed);
    }

    @Override
    public String name() {
        return "JDBC";
    }

    /** A ticket as it was read: its chain and the text of its clocks. */
    private record Standing(Head head, String clocks) {}

    /** What a step does once its ticket is read. */
    @FunctionalInterface
    private interface Step {
        void on(Connection connection, Standing standing, Instant now) throws SQLException;
    }

    @Override
    public void live(long number) {
        try {
            String id = open(number);
            step(id, "NEW", (connection, at, now) -> {
                Entry entry = story.assigned(at.head(), now);
                update(connection, ASSIGN, entry, GROUP, PERSON);
            });
            step(id, "NEW", (connection, at, now) -> {
                Entry entry = story.started(at.head(), now);
                update(connection, START, entry, entry.at());
            });
            step(id, "IN_PROGRESS", (connection, at, now) -> {
                String comment = story.id(now);
                Entry entry = story.held(at.head(), comment, now);
                time(connection, HOLD, entry, at, clock -> clock.heldAt(entry.at()), entry.at());
                JdbcRows.write(connection, JdbcRows.COMMENT, JdbcRows.comment(comment, entry));
            });
            step(id, "ON_HOLD", (connection, at, now) -> {
                Entry entry = story.resumed(at.head(), now);
                time(connection, RESUME, entry, at, clock -> clock.resumedAt(entry.at()));
            });
            step(id, "IN_PROGRESS", (connection, at, now) -> {
                Entry entry = story.resolved(at.head(), now);
                time(
                        connection,
                        RESOLVE,
                        entry,
                        at,
                        clock -> clock.metAt(entry.at()),
                        entry.at(),
                        Story.RESOLVED_DETAILS);
                JdbcRows.write(connection, RESOLUTION, CODE, NOTES, id);
            });
            step(id, "RESOLVED", (connection, at, now) -> {
                checkNothingOpen(connection, id);
                Entry entry = story.closed(at.head(), now);
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
            String called = "INC" + number;
            if (timed) {
                HandClock clock = HandClock.startedAt(entry.at());
                JdbcRows.write(connection, JdbcRows.TIMED_TICKET, JdbcRows.timedTicket(entry, called, title, clock));
                JdbcRows.write(connection, JdbcRows.CLOCK, JdbcRows.clock(entry, called, clock));
            } else {
                JdbcRows.write(connection, JdbcRows.TICKET, JdbcRows.ticket(entry, called, title));
            }
            JdbcRows.write(connection, JdbcRows.INCIDENT, id, name());
            JdbcRows.write(connection, JdbcRows.JOURNAL, JdbcRows.journal(entry));
            JdbcRows.write(connection, JdbcRows.OUTBOX, JdbcRows.outbox(entry));
            connection.commit();
            return id;
        }
    }

    private void step(String id, String state, Step step) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            step.on(connection, read(connection, id, state), now());
            connection.commit();
        }
    }

    private Standing read(Connection connection, String id, String state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            JdbcRows.bind(statement, name(), id);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || !result.getString(1).equals(state)) {
                    throw new IllegalStateException("no ticket " + id + " in state " + state);
                }
                Head head = new Head(name(), id, result.getLong(3), result.getString(4));
                return new Standing(head, result.getString(5));
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

    private void time(
            Connection connection,
            String sql,
            Entry entry,
            Standing standing,
            UnaryOperator<HandClock> step,
            Object... changed)
            throws SQLException {
        if (!timed) {
            update(connection, sql, entry, changed);
            return;
        }
        HandClock clock = step.apply(HandClock.read(standing.clocks()));
        @Nullable Object[] all = Arrays.copyOf(changed, changed.length + 3);
        all[changed.length] = clock.nextAt();
        all[changed.length + 1] = clock.milestone();
        all[changed.length + 2] = clock.text();
        update(connection, sql.replace(" where", TIME + " where"), entry, all);
        JdbcRows.write(connection, JdbcRows.TICK, JdbcRows.tick(entry, clock));
    }

    private static void update(Connection connection, String sql, Entry entry, @Nullable Object... changed)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[changed.length + 5];
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
