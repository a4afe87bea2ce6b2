package io.itsm4j.examples.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.ticket.OpenTicket;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Missed due instants worked off beside many open clocks on PostgreSQL, by one worker and by two: the library, JDBC
 * written by hand that claims as many tickets at a time and writes the same rows, and db-scheduler with a task for each
 * that writes the same rows. Round by round in one run; after each round the rows are counted.
 */
final class DueItems {

    private static final int BATCH = 200;
    private static final double OF_JDBC = 0.5;
    private static final double OF_SCHEDULER = 5;
    private static final Instant OPENED = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant DUE = OPENED.plus(Duration.ofHours(8));
    private static final Instant NOW = DUE.plus(Duration.ofHours(1));
    private static final long DUE_AT = EntryWriter.micros(DUE.plusNanos(1_000));
    private static final String TASKS = "create table if not exists scheduled_tasks (task_name text not null,"
            + " task_instance text not null, task_data bytea, execution_time timestamp with time zone not null,"
            + " picked boolean not null, picked_by text, last_success timestamp with time zone,"
            + " last_failure timestamp with time zone, consecutive_failures int,"
            + " last_heartbeat timestamp with time zone, version bigint not null, priority smallint,"
            + " primary key (task_name, task_instance))";

    private final long clocks;
    private final int items;
    private final int rounds;
    private final DueByHand byHand = new DueByHand(NOW, EntryWriter.micros(DUE));
    private Instant time = OPENED;

    DueItems(long clocks, int items, int rounds) {
        this.clocks = clocks;
        this.items = items;
        this.rounds = rounds;
        if (clocks < 6L * items * (rounds + 1) + 2L * items) {
            throw new IllegalArgumentException(
                    "needs at least " + (6L * items * (rounds + 1) + 2L * items) + " clocks");
        }
    }

    /** Works off what is due, with so many workers. */
    @FunctionalInterface
    private interface Contestant {
        void work(int workers) throws SQLException, InterruptedException, ExecutionException;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Database database = new Database();
                EntityManagerFactory factory = Hibernate.factory(database.pool(), JpaStore.entityClassNames());
                Itsm itsm = Itsm.builder()
                        .store(JpaStore.owning(factory))
                        .clock(() -> time)
                        .sink(event -> {})
                        .build()) {
            System.out.println(Machine.description() + "; " + database.version());
            DataSource pool = database.pool();
            DueTickets tickets = new DueTickets(pool);
            tickets.execute(TASKS, List.of());
            tickets.execute("create index on scheduled_tasks (execution_time)", List.of());
            tickets.copy(template(itsm), clocks);
            time = NOW;
            itsm.processDue(1_000);
            count(database, tickets);
            Map<String, Contestant> contestants = new LinkedHashMap<>();
            contestants.put("JDBC", workers -> shared(workers, () -> sweep(pool)));
            contestants.put("itsm4j", workers -> shared(workers, () -> sweep(itsm)));
            contestants.put("db-scheduler", workers -> scheduled(pool, workers));
            for (int workers : new int[] {1, 2}) {
                measure(database, tickets, contestants, workers);
            }
        }
    }

    /** What the library asks the database for an item; a batch counts as one statement. */
    private void count(Database database, DueTickets tickets) throws SQLException {
        StatementCounter counter = new StatementCounter();
        try (EntityManagerFactory factory =
                        Hibernate.factory(counter.on(database.pool()), JpaStore.entityClassNames());
                Itsm itsm = Itsm.builder()
                        .store(JpaStore.owning(factory))
                        .clock(() -> time)
                        .sink(event -> {})
                        .build()) {
            tickets.arm(2 * items, DUE_AT);
            itsm.processDue(items);
            long before = counter.executed();
            itsm.processDue(items);
            System.out.printf(
                    Locale.ROOT, "itsm4j: %.2f statements an item%n", (counter.executed() - before) / (double) items);
        }
    }

    private static String template(Itsm itsm) {
        var manager = itsm.as(Actor.of("itsm4j", Life.PERSON, Role.MANAGER));
        manager.serviceLevels()
                .define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        return itsm.as(Actor.of("itsm4j", Life.PERSON, Role.AGENT))
                .incidents()
                .open(OpenTicket.titled(Life.title(0)).describedAs(Life.DESCRIPTION))
                .id()
                .value();
    }

    private void measure(Database database, DueTickets tickets, Map<String, Contestant> contestants, int workers)
            throws SQLException, InterruptedException, ExecutionException {
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        for (int round = workers == 1 ? -1 : 0; round < rounds; round++) {
            for (Map.Entry<String, Contestant> contestant : contestants.entrySet()) {
                List<String> range = tickets.arm(items, DUE_AT);
                if (contestant.getKey().equals("db-scheduler")) {
                    tickets.execute(
                            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                    + " select 'breach', id, now(), false, 1 from itsm_ticket where id between ? and ?",
                            range);
                }
                database.settle();
                long start = System.nanoTime();
                contestant.getValue().work(workers);
                double perSecond = items / ((System.nanoTime() - start) / 1e9);
                long done = tickets.done(range);
                if (done != items) {
                    throw new IllegalStateException(contestant.getKey() + " wrote the rows of " + done);
                }
                if (round >= 0) { // the one before warms up
                    measured.computeIfAbsent(contestant.getKey(), none -> new ArrayList<>())
                            .add(perSecond);
                }
            }
        }
        report(measured, workers);
    }

    private void report(Map<String, List<Double>> measured, int workers) {
        System.out.printf(
                Locale.ROOT,
                "%n%d worker(s), %,d open clocks, %d rounds of %,d items; medians%n",
                workers,
                clocks,
                rounds,
                items);
        double library = median(measured, "itsm4j");
        measured.keySet()
                .forEach(name ->
                        System.out.printf(Locale.ROOT, "  %-13s %,9.0f items/s%n", name, median(measured, name)));
        bound("JDBC by hand", library / median(measured, "JDBC"), OF_JDBC);
        bound("db-scheduler", library / median(measured, "db-scheduler"), OF_SCHEDULER);
    }

    private static void bound(String of, double ratio, double bound) {
        System.out.printf(
                Locale.ROOT,
                "  itsm4j is %.2f × %s (bound %.1f: %s)%n",
                ratio,
                of,
                bound,
                ratio >= bound ? "held" : "MISSED");
    }

    private static double median(Map<String, List<Double>> measured, String name) {
        List<Double> values =
                measured.getOrDefault(name, List.of()).stream().sorted().toList();
        return values.get(values.size() / 2);
    }

    private static void shared(int workers, Callable<Integer> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(work);
            }
            for (Future<Integer> one : pool.invokeAll(all)) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private int sweep(DataSource pool) throws SQLException {
        int done = 0;
        try (Connection connection = pool.getConnection()) {
            int now;
            do {
                now = byHand.batch(connection, DueByHand.BY_TIME, EntryWriter.micros(NOW), BATCH);
                done += now;
            } while (now > 0);
        }
        return done;
    }

    private static int sweep(Itsm itsm) {
        int done = 0;
        int now;
        do {
            now = itsm.processDue(BATCH).done();
            done += now;
        } while (now > 0);
        return done;
    }

    private void scheduled(DataSource pool, int workers) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(items);
        OneTimeTask<Void> breach = Tasks.oneTime("breach").execute((instance, context) -> {
            try (Connection connection = pool.getConnection()) {
                byHand.batch(connection, DueByHand.BY_ID, instance.getId(), 1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            left.countDown();
        });
        Scheduler scheduler = Scheduler.create(pool, breach)
                .threads(workers)
                .pollUsingLockAndFetch(1, 50)
                .pollingInterval(Duration.ofMillis(50))
                .commitWhenAutocommitDisabled(true)
                .build();
        scheduler.start();
        try {
            if (!left.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException(left.getCount() + " tasks were not carried out");
            }
        } finally {
            scheduler.stop();
        }
    }
}
