package io.itsm4j.examples.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The seven steps of an incident, a transaction each, with journal and outbox, on PostgreSQL: hand-written JDBC,
 * hand-written Hibernate and the library take turns, round by round, in one run.
 */
final class SevenSteps {

    private static final int WARM_UP = 5_000;
    private static final int WARM_UP_A_LIFE = 10;
    private static final int COUNTED = 200;

    private final int lives;
    private final int rounds;
    private final boolean timed;
    private final AtomicLong numbers = new AtomicLong();

    SevenSteps(int lives, int rounds, boolean timed) {
        this.timed = timed;
        this.lives = lives;
        this.rounds = rounds;
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        List<Function<DataSource, Life>> all = List.of(
                pool -> new JdbcLife(pool, timed),
                pool -> new HibernateLife(pool, timed),
                pool -> LibraryLife.on(pool, timed));
        try (Database database = new Database()) {
            System.out.println(
                    Machine.description() + "; " + database.version() + (timed ? "; with a clock each" : ""));
            Map<String, Double> statements = new LinkedHashMap<>();
            List<Life> contestants = new ArrayList<>();
            for (Function<DataSource, Life> one : all) {
                try (Life life = one.apply(database.pool())) {
                    count(one, database, statements);
                    System.out.println(life.name() + ": rows of " + COUNTED + " lives:" + database.rows(life.name()));
                }
                contestants.add(one.apply(database.pool()));
            }
            for (Life life : contestants) {
                Round.of(Math.min(WARM_UP, WARM_UP_A_LIFE * lives), 2, numbers, life::live);
            }
            for (int threads : new int[] {1, 2, 8}) {
                measure(database, contestants, threads, statements);
            }
            contestants.forEach(Life::close);
        }
    }

    /** The steady number of statements: what the first lives ask once is left out. */
    private void count(Function<DataSource, Life> one, Database database, Map<String, Double> statements) {
        StatementCounter counter = new StatementCounter();
        try (Life life = one.apply(counter.on(database.pool()))) {
            for (int i = 0; i < COUNTED / 2; i++) {
                life.live(numbers.incrementAndGet());
            }
            long before = counter.executed();
            for (int i = 0; i < COUNTED / 2; i++) {
                life.live(numbers.incrementAndGet());
            }
            statements.put(life.name(), (counter.executed() - before) / (COUNTED / 2.0));
        }
    }

    private void measure(Database database, List<Life> contestants, int threads, Map<String, Double> statements)
            throws SQLException, InterruptedException, ExecutionException {
        Map<Life, List<Round>> measured = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Life life : contestants) {
                database.settle();
                measured.computeIfAbsent(life, first -> new ArrayList<>())
                        .add(Round.of(lives, threads, numbers, life::live));
            }
        }
        Round hibernate = Round.median(measured.getOrDefault(contestants.get(1), List.of()));
        System.out.printf(
                Locale.ROOT,
                "%n%d thread(s), %d rounds of %d lives; medians%n%-10s %9s %9s %9s %9s %11s %12s %12s%n",
                threads,
                rounds,
                lives,
                "",
                "lives/s",
                "p50 ms",
                "p99 ms",
                "CPU ms",
                "statements",
                "× Hib. rate",
                "× Hib. CPU");
        measured.forEach((life, list) -> {
            Round median = Round.median(list);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %9.1f %9.2f %9.2f %9.3f %11.2f %12.2f %12.2f%n",
                    life.name(),
                    median.perSecond(),
                    median.p50(),
                    median.p99(),
                    median.cpu(),
                    statements.getOrDefault(life.name(), 0.0),
                    median.perSecond() / hibernate.perSecond(),
                    median.cpu() / hibernate.cpu());
        });
    }
}
