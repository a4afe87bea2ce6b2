package io.itsm4j.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statements of the hand-written JDBC baseline; what is always the same is in the text. */
final class JdbcRows {

    static final String TICKET = "insert into itsm_ticket (id, tenant, ticket_number, ticket_type, lifecycle_version,"
            + " state_name, state_category, is_open, record_version, title, description, search_text, requester,"
            + " opened_for, opened_by, channel, watchers, cis, impact, urgency, priority, tags, support_tier,"
            + " reassignments, escalations, created_at, opened_at, updated_at, updated_by, reopens, is_archived, due_at,"
            + " due_attempts, restricted_to, custom_fields, chain_sequence, chain_hash, sla_state,"
            + " details)"
            + " values (?, ?, ?, 'incident', 1, 'NEW', 'NEW', true, 1, ?, ?, ?, ?, ?, ?, 'IN_APP', '[]', '[]', 3, 3, 5,"
            + " '[]', 1, 0, 0, ?, ?, ?, ?, 0, false, ?, 0, '[]', '{}', 1, ?, '', ?)";
    static final String TIMED_TICKET =
            TICKET.replace("sla_state,", "sla_state, due_milestone,").replace("?, '', ?)", "?, ?, ?, ?)");
    static final String CLOCK = "insert into itsm_sla_clock (id, tenant, ticket_id, ticket_number, ticket_type,"
            + " agreement_key, agreement_revision, definition_hash, agreement_kind, metric, holder, target_name,"
            + " clock_cycle, clock_status, is_open, is_breached, started_at, due_at, next_at, half_at,"
            + " three_quarters_at, nine_tenths_at, elapsed_micros, target_micros, calendar_hash, priority,"
            + " restricted_to) values (?, ?, ?, ?, 'incident', 'gold', 1, ?, 'SLA', 'RESOLUTION', '', 'RESOLUTION', 1,"
            + " 'RUNNING', true, false, ?, ?, ?, ?, ?, ?, 0, ?, ?, 5, '')";
    static final String TICK = "update itsm_sla_clock set clock_status = ?, is_open = ?, due_at = ?, next_at = ?,"
            + " half_at = ?, three_quarters_at = ?, nine_tenths_at = ?, elapsed_micros = ?, ended_at = ? where id = ?";
    static final String INCIDENT = "insert into itsm_incident"
            + " (id, tenant, major_state, communications, reminders, alerts, flaps) values (?, ?, 'NO', 0, 0, 0, 0)";
    static final String JOURNAL = "insert into itsm_journal (id, tenant, subject_kind, subject_id, sequence_number,"
            + " event_name, action_name, occurred_at, recorded_at, actor, result_version, canonical, personal,"
            + " previous_hash, entry_hash) values (?, ?, 'ticket', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String OUTBOX = "insert into itsm_outbox"
            + " (id, tenant, subject_id, sequence_number, delivery_status, attempts, next_attempt_at)"
            + " values (?, ?, ?, ?, 'PENDING', 0, ?)";
    static final String COMMENT = "insert into itsm_comment"
            + " (id, tenant, ticket_id, author, visibility, body, written_at) values (?, ?, ?, ?, 'PUBLIC', ?, ?)";

    private JdbcRows() {}

    static void write(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (values[i] instanceof Boolean truth) {
                statement.setBoolean(i + 1, truth);
            } else if (values[i] == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
    }

    static Object[] ticket(Entry opened, String number, String title) {
        String search = (title + ' ' + number).toLowerCase(Locale.ROOT);
        return new Object[] {
            opened.ticket(),
            opened.tenant(),
            number,
            title,
            Life.DESCRIPTION,
            search,
            Life.PERSON,
            Life.PERSON,
            Life.PERSON,
            opened.at(),
            opened.at(),
            opened.at(),
            Life.PERSON,
            Story.NEVER,
            opened.hash(),
            Story.NEW_DETAILS
        };
    }

    static Object[] timedTicket(Entry opened, String number, String title, HandClock clock) {
        Object[] plain = ticket(opened, number, title);
        @Nullable Object[] timed = Arrays.copyOf(plain, plain.length + 2);
        timed[plain.length - 3] = clock.nextAt();
        timed[plain.length - 1] = clock.text();
        timed[plain.length] = clock.milestone();
        timed[plain.length + 1] = plain[plain.length - 1];
        return timed;
    }

    static Object[] clock(Entry opened, String number, HandClock clock) {
        ClockRow row = clock.row(opened, number);
        return new Object[] {
            row.id,
            row.tenant,
            row.ticketId,
            row.ticketNumber,
            row.definitionHash,
            row.startedAt,
            row.dueAt,
            row.nextAt,
            row.halfAt,
            row.threeQuartersAt,
            row.nineTenthsAt,
            row.targetMicros,
            row.calendarHash
        };
    }

    static @Nullable Object[] tick(Entry entry, HandClock clock) {
        return new @Nullable Object[] {
            clock.status(),
            clock.endedAt() == null,
            clock.at(100),
            clock.nextAt(),
            clock.at(50),
            clock.at(75),
            clock.at(90),
            clock.elapsed(entry.at()),
            clock.endedAt(),
            HandClock.idOf(entry.ticket())
        };
    }

    static Object[] journal(Entry entry) {
        return new Object[] {
            entry.id(),
            entry.tenant(),
            entry.ticket(),
            entry.sequence(),
            entry.event(),
            entry.action(),
            entry.at(),
            entry.at(),
            Life.PERSON,
            entry.sequence(),
            entry.canonical(),
            entry.personal(),
            entry.previousHash(),
            entry.hash()
        };
    }

    static Object[] outbox(Entry entry) {
        return new Object[] {entry.id(), entry.tenant(), entry.ticket(), entry.sequence(), entry.at()};
    }

    static Object[] comment(String id, Entry held) {
        return new Object[] {id, held.tenant(), held.ticket(), Life.PERSON, Life.QUESTION, held.at()};
    }
}
