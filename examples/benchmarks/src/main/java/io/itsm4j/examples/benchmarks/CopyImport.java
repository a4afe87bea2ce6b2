package io.itsm4j.examples.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** PostgreSQL's own bulk load: a {@code COPY} for each table, the fastest way in that keeps constraints and indexes. */
final class CopyImport {

    private static final String TICKET = "itsm_ticket (id, tenant, ticket_number, ticket_type, lifecycle_version,"
            + " state_name, state_category, is_open, record_version, title, description, search_text, requester,"
            + " opened_for, opened_by, channel, watchers, cis, impact, urgency, priority, tags, support_group,"
            + " assignee, support_tier, reassignments, escalations, created_at, opened_at, updated_at, updated_by,"
            + " first_responded_at, pending_since, resolved_at, closed_at, reopens, is_archived, due_at, due_attempts,"
            + " restricted_to, custom_fields, pending_reason, chain_sequence, chain_hash, sla_state,"
            + " details)";
    private static final String INCIDENT = "itsm_incident (id, tenant, resolution_code, resolution_notes, major_state,"
            + " communications, reminders, alerts, flaps)";
    private static final String COMMENT = "itsm_comment (id, tenant, ticket_id, author, visibility, body, written_at)";
    private static final String JOURNAL = "itsm_journal (id, tenant, subject_kind, subject_id, sequence_number,"
            + " event_name, action_name, occurred_at, recorded_at, actor, result_version, canonical, personal,"
            + " previous_hash, entry_hash)";

    private final DataSource pool;
    private final Story story = new Story(false);
    private final int batch;

    CopyImport(DataSource pool, int batch) {
        this.pool = pool;
        this.batch = batch;
    }

    void run(String tenant, long first, int many) {
        for (long from = first; from < first + many; from += batch) {
            try {
                copy(tenant, from, Math.min(first + many, from + batch));
            } catch (SQLException | IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private void copy(String tenant, long from, long end) throws SQLException, IOException {
        StringBuilder tickets = new StringBuilder();
        StringBuilder incidents = new StringBuilder();
        StringBuilder comments = new StringBuilder();
        StringBuilder journal = new StringBuilder();
        for (long number = from; number < end; number++) {
            History history = History.of(story, tenant, number);
            ticket(tickets, history.ticket());
            incident(incidents, history.incident());
            comment(comments, history.comment());
            history.journal().forEach(entry -> journal(journal, entry));
        }
        try (Connection connection = pool.getConnection()) {
            copy(connection, TICKET, tickets);
            copy(connection, INCIDENT, incidents);
            copy(connection, COMMENT, comments);
            copy(connection, JOURNAL, journal);
            connection.commit();
        }
    }

    private static void copy(Connection connection, String table, StringBuilder rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
    }

    private static void ticket(StringBuilder out, TicketRow t) {
        row(out, t.id, t.tenant, t.ticketNumber, t.ticketType, t.lifecycleVersion, t.stateName, t.stateCategory);
        next(out, t.isOpen, t.chainSequence, t.title, t.description, t.searchText, t.requester, t.openedFor);
        next(out, t.openedBy, t.channel, t.watchers, t.cis, t.impact, t.urgency, t.priority, t.tags, t.supportGroup);
        next(out, t.assignee, t.supportTier, t.reassignments, t.escalations, t.createdAt, t.openedAt, t.updatedAt);
        next(out, t.updatedBy, t.firstRespondedAt, t.pendingSince, t.resolvedAt, t.closedAt, t.reopens, t.isArchived);
        next(out, t.dueAt, t.dueAttempts, t.restrictedTo, t.customFields, t.pendingReason, t.chainSequence);
        next(out, t.chainHash, t.serviceLevels, t.details);
        out.append('\n');
    }

    private static void incident(StringBuilder out, IncidentRow i) {
        row(out, i.id, i.tenant, i.resolutionCode, i.resolutionNotes, i.majorState, i.communications, i.reminders);
        next(out, i.alerts, i.flaps);
        out.append('\n');
    }

    private static void comment(StringBuilder out, CommentRow c) {
        row(out, c.id, c.tenant, c.ticketId, c.author, c.visibility, c.body, c.writtenAt);
        out.append('\n');
    }

    private static void journal(StringBuilder out, JournalRow j) {
        row(out, j.id, j.tenant, j.subjectKind, j.subjectId, j.sequenceNumber, j.eventName, j.actionName);
        next(out, j.occurredAt, j.recordedAt, j.actor, j.resultVersion, j.canonical, j.personal, j.previousHash);
        next(out, j.entryHash);
        out.append('\n');
    }

    private static void row(StringBuilder out, Object first, @Nullable Object... rest) {
        value(out, first);
        next(out, rest);
    }

    private static void next(StringBuilder out, @Nullable Object... values) {
        for (Object value : values) {
            out.append('\t');
            value(out, value);
        }
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            text(out, text);
        } else {
            out.append(value == null ? "\\N" : value);
        }
    }

    private static void text(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
    }
}
