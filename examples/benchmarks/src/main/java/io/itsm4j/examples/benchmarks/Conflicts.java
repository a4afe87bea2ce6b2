package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.Changes;
import io.itsm4j.change.Slot;
import io.itsm4j.jpa.JpaStore;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Whether one more change meets another: ten thousand scheduled changes hold two of five thousand items each, and the
 * nine that rest on each of them, for two hours within ninety days. The library beside the statement written by hand.
 */
final class Conflicts {

    private static final String TENANT = "conflicts";
    private static final int ITEMS = 5_000;
    private static final int CHANGES = 10_000;
    private static final int RESTING = 10;
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final int DAYS = 90;

    private final int checks;
    private final int rounds;
    private final AtomicLong numbers = new AtomicLong();

    Conflicts(int checks, int rounds) {
        this.checks = checks;
        this.rounds = rounds;
    }

    private static String item(long number) {
        return "ci-" + number % ITEMS;
    }

    private static Set<String> items(long number) {
        return Set.of(item(number * 7_919), item(number * 104_729 + 13));
    }

    private static Slot slot(long number) {
        Instant start = FROM.plus(Duration.ofMinutes(number * 1_009 % (DAYS * 24 * 60)));
        return new Slot(start, start.plus(LENGTH));
    }

    /** An item and the nine after it rest on each other. */
    private static Set<String> closure(Collection<String> items) {
        Set<String> all = new TreeSet<>();
        for (String item : items) {
            int first = Integer.parseInt(item.substring(3));
            for (int i = 0; i < RESTING; i++) {
                all.add(item(first + i));
            }
        }
        return all;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Database database = new Database();
                EntityManagerFactory factory = Hibernate.factory(database.pool(), JpaStore.entityClassNames())) {
            System.out.println(Machine.description() + "; " + database.version());
            DataSource pool = database.pool();
            System.out.printf(Locale.ROOT, "%d bookings%n", fill(pool));
            database.settle();
            Changes changes = Itsm.builder()
                    .store(JpaStore.owning(factory))
                    .changePorts(ChangePorts.NONE.depending((tenant, items) -> closure(items)))
                    .build()
                    .as(Actor.of(TENANT, "bob", Role.AGENT, Role.CHANGE_MANAGER))
                    .changes();
            AtomicLong found = new AtomicLong();
            Map<String, LongConsumer> contestants = new LinkedHashMap<>();
            contestants.put("JDBC", number -> found.addAndGet(byHand(pool, items(number), slot(number))));
            contestants.put(
                    "itsm4j",
                    number -> found.addAndGet(
                            changes.conflicts(items(number), slot(number)).size()));
            compare(pool, changes);
            Map<String, List<Round>> measured = new LinkedHashMap<>();
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, LongConsumer> contestant : contestants.entrySet()) {
                    Round result = Round.of(checks, 1, numbers, contestant.getValue());
                    if (round >= 0) { // the one before warms up
                        measured.computeIfAbsent(contestant.getKey(), none -> new ArrayList<>())
                                .add(result);
                    }
                }
            }
            measured.forEach((name, list) -> {
                Round median = Round.median(list);
                System.out.printf(
                        Locale.ROOT,
                        "%-10s %9.0f checks/s   p50 %.2f ms   p99 %.2f ms   CPU %.3f ms a check%n",
                        name,
                        median.perSecond(),
                        median.p50(),
                        median.p99(),
                        median.cpu());
            });
        }
    }

    private static long fill(DataSource pool) throws SQLException {
        long rows = 0;
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into itsm_booking"
                        + " (id, tenant, change_id, change_number, ci_ref, is_direct, is_lead, starts_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, false, ?, ?)")) {
            for (int change = 0; change < CHANGES; change++) {
                Set<String> items = items(change);
                Slot slot = slot(change);
                for (String ci : closure(items)) {
                    insert.setString(1, String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", rows++));
                    insert.setString(2, TENANT);
                    insert.setString(3, String.format(Locale.ROOT, "00000000-0000-7000-9000-%012d", change));
                    insert.setString(4, String.format(Locale.ROOT, "CHG%07d", change));
                    insert.setString(5, ci);
                    insert.setBoolean(6, items.contains(ci));
                    insert.setLong(7, micros(slot.start()));
                    insert.setLong(8, micros(slot.end()));
                    insert.addBatch();
                }
                if (change % 100 == 99) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        return rows;
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000;
    }

    /** Both must find the same changes. */
    private static void compare(DataSource pool, Changes changes) {
        long all = 0;
        for (long number = CHANGES; number < CHANGES + 500; number++) {
            int byHand = byHand(pool, items(number), slot(number));
            int library = changes.conflicts(items(number), slot(number)).size();
            if (byHand != library) {
                throw new IllegalStateException(number + ": " + byHand + " by hand, " + library + " by the library");
            }
            all += byHand;
        }
        System.out.printf(Locale.ROOT, "%.2f conflicts a check%n", all / 500.0);
    }

    private static int byHand(DataSource pool, Set<String> items, Slot slot) {
        Set<String> closure = closure(items);
        String sql = "select distinct change_id from itsm_booking where tenant = ? and ci_ref in ("
                + "?,".repeat(closure.size() - 1) + "?) and ends_at > ? and starts_at < ? and (is_direct or ci_ref in ("
                + "?,".repeat(items.size() - 1) + "?))";
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            select.setString(place++, TENANT);
            for (String ci : closure) {
                select.setString(place++, ci);
            }
            select.setLong(place++, micros(slot.start()));
            select.setLong(place++, micros(slot.end()));
            for (String ci : items) {
                select.setString(place++, ci);
            }
            int found = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found++;
                }
            }
            connection.rollback();
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
