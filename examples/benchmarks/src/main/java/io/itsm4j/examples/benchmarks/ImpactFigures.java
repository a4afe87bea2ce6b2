package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.Direction;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Impacts;
import io.itsm4j.cmdb.Snapshot;
import io.itsm4j.cmdb.SnapshotReach;
import io.itsm4j.jpa.JpaStore;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Impact over a large graph: a snapshot beside a search over plain arrays, the store beside a recursive query, and a
 * past instant beside the present. What is in reach is what the contestants find too; an analysis also says why, and
 * counts redundancy. Contestants take turns.
 */
final class ImpactFigures {

    private static final long FOREVER = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond() * 1_000_000;
    private static final Instant PAST = Instant.parse("2026-06-01T00:00:00Z");
    private static final String TENANT = "itsm4j";
    /** The compiler takes its time with a way as long as a provider's to a query. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /** By somebody who knows that the graph has one type of relation, which leads one way. */
    private static final String ONE_WAY =
            "with recursive hit(id) as (select cast(? as varchar(100)) collate \"C\" union"
                    + " select r.from_id from itsm_ci_relation r join hit on r.to_id = hit.id"
                    + " where r.tenant = ? and r.until_at = ? and r.relation_type = 'depends-on') select id from hit";

    /** By somebody who follows the types that the library ships, each the way it leads. */
    private static final String EACH_WAY =
            "with recursive hit(id) as (select cast(? as varchar(100)) collate \"C\" union"
                    + " select way.id from hit, lateral (select r.from_id as id from itsm_ci_relation r"
                    + " where r.tenant = ? and r.to_id = hit.id and r.until_at = ? and r.relation_type in"
                    + " ('connects-through', 'depends-on', 'located-in', 'runs-on', 'stored-on', 'uses')"
                    + " union all select r.to_id from itsm_ci_relation r where r.tenant = ? and r.from_id = hit.id"
                    + " and r.until_at = ? and r.relation_type in ('part-of')) way) select id from hit";

    private final int items;
    private final int rounds;
    private final int[] from;
    private final int[] to;
    private final Map<Integer, Integer> roots = new LinkedHashMap<>();

    ImpactFigures(int items, int rounds) {
        this.items = items;
        this.rounds = rounds;
        this.from = new int[items * 3];
        this.to = new int[items * 3];
        generate();
    }

    /**
     * Sets of known size, each item resting on three earlier ones of its set; the rest of the items is the last set.
     */
    private void generate() {
        SplittableRandom random = new SplittableRandom(7);
        int first = 0;
        int edge = 0;
        for (int size : new int[] {10, 1_000, 100_000, items}) {
            int last = Math.min(items, first + size + 1);
            if (size < items && last - first == size + 1) {
                roots.put(size, first);
            }
            for (int item = first + 1; item < last; item++) {
                for (int e = 0; e < 3; e++) {
                    int near = Math.max(first, item - 1 - random.nextInt(1 + (item - first) / 2));
                    from[edge] = item;
                    to[edge++] = e == 0 ? first + (item - first - 1) / 10 : near;
                }
            }
            first = last;
        }
        while (edge < from.length) {
            from[edge] = items - 1;
            to[edge] = items - 2 - edge % 1_000;
            edge++;
        }
    }

    private static String id(int item) {
        return String.format(Locale.ROOT, "%08x-0000-7000-8000-%012x", item, item);
    }

    void run() throws Exception {
        try (Database database = new Database();
                EntityManagerFactory librarys = Hibernate.factory(database.pool(), JpaStore.entityClassNames())) {
            System.out.println(Machine.description() + "; " + database.version());
            DataSource pool = database.pool();
            fill(pool);
            database.settle();
            Itsm itsm = Itsm.builder().store(JpaStore.owning(librarys)).build();
            Impacts impacts = itsm.as(Actor.of(TENANT, "cora", Role.MANAGER))
                    .configuration()
                    .impact();
            snapshot(impacts);
            stored(impacts, pool);
        }
    }

    private void fill(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into itsm_ci (id, tenant, record_version, ci_class, schema_version, ci_name,"
                        + " search_text, status_name, status_category, is_live, criticality, ci_attributes, created_at,"
                        + " changed_at, last_seen_at, chain_sequence, chain_hash)"
                        + " select lpad(to_hex(i), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'), '"
                        + TENANT
                        + "', 1, 'application', 1, 'item ' || i, 'item ' || i, 'LIVE', 'ACTIVE', true, 2, '{}', 0, 0, 0, 0,"
                        + " '' from generate_series(0, " + (items - 1) + ") i");
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "insert into itsm_ci_relation (id, tenant, record_version, from_id, relation_type, to_id, needed,"
                            + " source_name, since_at, until_at, chain_sequence, chain_hash) values (?, '" + TENANT
                            + "', 1, ?, 'depends-on', ?, 0, 'scan', 0, " + FOREVER
                            + ", 0, '') on conflict do nothing")) {
                for (int e = 0; e < from.length; e++) {
                    statement.setString(1, String.format(Locale.ROOT, "%08x-0000-7000-9000-%012x", e, e));
                    statement.setString(2, id(from[e]));
                    statement.setString(3, id(to[e]));
                    statement.addBatch();
                    if (e % 5_000 == 4_999) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
        }
    }

    private void snapshot(Impacts impacts) throws Exception {
        long begin = System.nanoTime();
        Snapshot snapshot = impacts.snapshot();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "snapshot of %,d items and %,d relations: %.1f s, %,.0f relations/s, %.1f bytes a relation all in all%n",
                snapshot.items(),
                snapshot.relations(),
                seconds,
                snapshot.relations() / seconds,
                (double) snapshot.bytes() / snapshot.relations());
        PlainGraph plain = new PlainGraph(items, to, from);
        SnapshotReach reach = snapshot.reach();
        for (Map.Entry<Integer, Integer> root : roots.entrySet()) {
            String id = id(root.getValue());
            int number = snapshot.number(id);
            compare(
                    "snapshot, " + root.getKey(),
                    root.getKey(),
                    Math.max(1, 2_000_000 / root.getKey()),
                    "plain arrays",
                    () -> plain.reach(root.getValue()),
                    "by number",
                    () -> reach.from(Direction.DOWNSTREAM, number));
            compare(
                    "snapshot, " + root.getKey(),
                    root.getKey(),
                    Math.max(1, 2_000_000 / root.getKey()),
                    "plain arrays",
                    () -> plain.reach(root.getValue()),
                    "by id",
                    () -> reach.from(Direction.DOWNSTREAM, id));
        }
    }

    private void stored(Impacts impacts, DataSource pool) throws Exception {
        for (Map.Entry<Integer, Integer> root : roots.entrySet()) {
            String id = id(root.getValue());
            ImpactQuery query = ImpactQuery.failing(id).atMost(1_000_000).looking(10_000_000);
            int times = Math.max(1, 2_000 / root.getKey());
            compare(
                    "store, " + root.getKey(),
                    root.getKey(),
                    times,
                    "one way",
                    () -> recursive(pool, ONE_WAY, id, TENANT, FOREVER),
                    "each way",
                    () -> recursive(pool, EACH_WAY, id, TENANT, FOREVER, TENANT, FOREVER));
            compare(
                    "store, " + root.getKey(),
                    root.getKey(),
                    times,
                    "each way",
                    () -> recursive(pool, EACH_WAY, id, TENANT, FOREVER, TENANT, FOREVER),
                    "reach",
                    () -> impacts.reach(query).ids().size());
            compare(
                    "store, " + root.getKey(),
                    root.getKey(),
                    times,
                    "reach, present",
                    () -> impacts.reach(query).ids().size(),
                    "as of",
                    () -> impacts.reach(query.at(PAST)).ids().size());
            int fewer = Math.max(1, 200 / root.getKey());
            compare(
                    "store, " + root.getKey(),
                    root.getKey(),
                    fewer,
                    "each way",
                    () -> recursive(pool, EACH_WAY, id, TENANT, FOREVER, TENANT, FOREVER),
                    "analyse",
                    () -> impacts.analyse(query).hits().size());
            compare(
                    "store, " + root.getKey(),
                    root.getKey(),
                    fewer,
                    "analyse, present",
                    () -> impacts.analyse(query).hits().size(),
                    "as of",
                    () -> impacts.analyse(query.at(PAST)).hits().size());
        }
    }

    private static int recursive(DataSource pool, String sql, Object... values) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int found = -1;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found++;
                }
            }
            connection.rollback();
            return found;
        }
    }

    private void compare(
            String what,
            int expected,
            int times,
            String baseline,
            Callable<Integer> byHand,
            String name,
            Callable<Integer> librarys)
            throws Exception {
        List<Double> hand = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        warm(byHand, expected);
        warm(librarys, expected);
        for (int round = 0; round < rounds; round++) {
            hand.add(micros(byHand, times, expected));
            ours.add(micros(librarys, times, expected));
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s %-16s %,12.2f µs   %-10s %,12.2f µs   %.2f ×%n",
                what,
                baseline,
                median(hand),
                name,
                median(ours),
                median(ours) / median(hand));
    }

    private static void warm(Callable<Integer> search, int expected) throws Exception {
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            micros(search, 1, expected);
        }
    }

    private static double micros(Callable<Integer> search, int times, int expected) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            int found = search.call();
            if (found != expected) {
                throw new IllegalStateException("found " + found + " and not " + expected);
            }
        }
        return (System.nanoTime() - begin) / 1e3 / times;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
