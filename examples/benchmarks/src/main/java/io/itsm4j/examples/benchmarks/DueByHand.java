package io.itsm4j.examples.benchmarks;

import io.itsm4j.journal.Digests;
import io.itsm4j.journal.IdSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What is due about a clock by hand-written JDBC: claims tickets by row locks and writes for each the rows that the
 * library writes, each kind in one batch.
 */
final class DueByHand {

    static final String BY_TIME = "due_at <= ? order by due_at, id limit ?";
    static final String BY_ID = "id = ? limit ?";

    private static final String CLAIM =
            "select id, tenant, record_version, chain_sequence, chain_hash, sla_state" + " from itsm_ticket where ";
    private static final String TICKET = "update itsm_ticket set record_version = ?, updated_at = ?,"
            + " updated_by = 'system', due_at = ?, due_milestone = null, sla_state = ?, chain_sequence = ?,"
            + " chain_hash = ? where id = ?";
    private static final String CLOCK = "update itsm_sla_clock set is_breached = true, breached_at = ?, next_at = ?,"
            + " elapsed_micros = ? where id = ?";
    private static final String JOURNAL = JdbcRows.JOURNAL
            .replace("entry_hash)", "entry_hash, command_key, payload_hash)")
            .replace("?, ?)", "?, ?, ?, ?)");

    private final SecureRandom random = new SecureRandom();
    private final IdSource ids = IdSource.secure();
    private final Instant now;
    private final long dueAt;

    DueByHand(Instant now, long dueAt) {
        this.now = now;
        this.dueAt = dueAt;
    }

    private record Claimed(String id, String tenant, long version, long sequence, String hash, String state) {}

    /**
     * One transaction: claims and writes.
     *
     * @param which {@link #BY_TIME} or {@link #BY_ID}
     * @param key the instant or the id
     * @return how many were dealt with
     */
    int batch(Connection connection, String which, Object key, int limit) throws SQLException {
        List<Claimed> claimed = claim(connection, which, key, limit);
        long at = EntryWriter.micros(now);
        try (PreparedStatement ticket = connection.prepareStatement(TICKET);
                PreparedStatement clock = connection.prepareStatement(CLOCK);
                PreparedStatement journal = connection.prepareStatement(JOURNAL);
                PreparedStatement outbox = connection.prepareStatement(JdbcRows.OUTBOX)) {
            for (Claimed one : claimed) {
                String salt = salt();
                String commitment = Digests.sha256(salt, "system");
                String key1 = Digests.sha256(one.id(), "breach", "0");
                String command = Digests.sha256("due", one.id(), "service-level", key1);
                String canonical = canonical(one, commitment, key1);
                String hash = Digests.sha256(one.hash(), canonical);
                String entry = ids.next(now);
                String state = one.state()
                        .replaceFirst(
                                "," + dueAt + ",null,null,\\[]", "," + dueAt + "," + dueAt + ",null,[\"breach\"]");
                add(ticket, one.version() + 1, at, Story.NEVER, state, one.sequence() + 1, hash, one.id());
                add(
                        clock,
                        dueAt,
                        Story.NEVER,
                        at - dueAt,
                        Digests.sha256(one.id(), "gold", "RESOLUTION", "", "1").substring(0, 36));
                add(
                        journal,
                        entry,
                        one.tenant(),
                        one.id(),
                        one.sequence() + 1,
                        "ServiceLevelBreached",
                        "keep-time",
                        at,
                        at,
                        "system",
                        one.version() + 1,
                        canonical,
                        "{\"" + commitment + "\":[\"" + salt + "\",\"system\"]}",
                        one.hash(),
                        hash,
                        command,
                        command);
                add(outbox, entry, one.tenant(), one.id(), one.sequence() + 1, at);
            }
            ticket.executeBatch();
            clock.executeBatch();
            journal.executeBatch();
            outbox.executeBatch();
        }
        connection.commit();
        return claimed.size();
    }

    private static List<Claimed> claim(Connection connection, String which, Object key, int limit) throws SQLException {
        List<Claimed> claimed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CLAIM + which + " for update skip locked")) {
            JdbcRows.bind(statement, key, (long) limit);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    claimed.add(new Claimed(
                            result.getString(1),
                            result.getString(2),
                            result.getLong(3),
                            result.getLong(4),
                            result.getString(5),
                            result.getString(6)));
                }
            }
        }
        return claimed;
    }

    private String canonical(Claimed one, String commitment, String key) {
        return "{\"action\":\"keep-time\",\"actor\":{\"committed\":\"" + commitment
                + "\"},\"changes\":[],\"data\":{\"reached\":[{\"agreement\":\"gold\",\"at\":\"" + now
                + "\",\"cycle\":1,\"holder\":\"\",\"key\":\"" + key
                + "\",\"level\":\"breach\",\"metric\":\"RESOLUTION\",\"round\":0}],"
                + "\"serviceLevels\":{\"breached\":[\"gold/RESOLUTION#1\"]}},"
                + "\"event\":\"ServiceLevelBreached\",\"form\":1,\"kind\":\"ticket\",\"occurredAt\":\"" + now
                + "\",\"recordedAt\":\"" + now + "\",\"sequence\":" + (one.sequence() + 1) + ",\"subject\":\""
                + one.id() + "\",\"tenant\":\"" + one.tenant() + "\",\"version\":" + (one.version() + 1) + '}';
    }

    private String salt() {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        JdbcRows.bind(statement, values);
        statement.addBatch();
    }
}
