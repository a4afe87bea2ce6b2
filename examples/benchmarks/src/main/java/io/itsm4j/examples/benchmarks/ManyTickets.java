package io.itsm4j.examples.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the table of tickets by one statement: three in twenty are open, in ten groups, most of them of moderate
 * priority. Secondary indexes are put aside meanwhile.
 */
final class ManyTickets {

    static final String TENANT = "itsm4j";
    static final String GROUP = "g0";

    private static final String FILL = "insert into itsm_ticket (id, tenant, ticket_number, ticket_type,"
            + " lifecycle_version, state_name, state_category, is_open, record_version, title, description, search_text,"
            + " requester, opened_for, opened_by, channel, watchers, cis, impact, urgency, priority, tags, support_group,"
            + " assignee, support_tier, reassignments, escalations, created_at, opened_at, updated_at, updated_by,"
            + " closed_at, reopens, is_archived, due_at, due_attempts, restricted_to, custom_fields, chain_sequence,"
            + " chain_hash, sla_state, details) select '01990000-0000-7000-8000-' || lpad(n::text, 12, '0'), '" + TENANT
            + "', 'INC' || n, 'incident', 1,"
            + " case when n % 20 < 3 then 'IN_PROGRESS' else 'CLOSED' end,"
            + " case when n % 20 < 3 then 'ACTIVE' else 'CLOSED' end, n % 20 < 3, 2,"
            + " 'Printer ' || n || ' prints nothing', '" + Life.DESCRIPTION + "', 'printer ' || n, 'p' || n % 5000,"
            + " 'p' || n % 5000, 'ann', 'PORTAL', '[]', '[]', 3, 3,"
            + " (array[1, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5])[(1 + n / 20 % 19)::integer], '[]',"
            + " 'g' || n / 20 % 10, 'a' || n % 200, 1, 0, 0, at, at, at, 'ann',"
            + " case when n % 20 < 3 then null else at end, 0, false, " + Story.NEVER + ", 0, '[]', '{}', 2,"
            + " repeat('0', 64), '', '" + Story.NEW_DETAILS + "' from (select n, 1750000000000000 + n * 37000000 as at"
            + " from generate_series(1::bigint, :tickets) n) as numbers";

    private ManyTickets() {}

    /** How many open ones the group has. */
    static int queued(int tickets) {
        return tickets / 200 * 3;
    }

    static void fill(Database database, int tickets) throws SQLException {
        String secondary = " from pg_indexes where tablename = 'itsm_ticket' and indexname not like '%pkey'";
        List<String> statements = new ArrayList<>(database.ask("select 'drop index ' || indexname" + secondary));
        statements.add(FILL.replace(":tickets", Integer.toString(tickets)));
        statements.addAll(database.ask("select indexdef" + secondary));
        database.run(statements);
        database.settle();
    }
}
