package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Role;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketSummary;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The first and the two hundredth page of a group's queue among many tickets, beside the raw statement; the last full
 * page where there are fewer.
 */
final class QueuePages {

    private static final int SIZE = 50;
    private static final int DEEP = 200;
    private static final int READS = 200;
    private static final int WARM_UP = 1_000;

    private final int tickets;
    private final int rounds;
    private final int deep;

    QueuePages(int tickets, int rounds) {
        this.tickets = tickets;
        this.rounds = rounds;
        this.deep = Math.min(DEEP, ManyTickets.queued(tickets) / SIZE);
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Database database = new Database();
                EntityManagerFactory factory = Hibernate.factory(database.pool(), JpaStore.entityClassNames())) {
            System.out.println(Machine.description() + "; " + database.version());
            ManyTickets.fill(database, tickets);
            Itsm itsm = Itsm.builder().store(JpaStore.owning(factory)).build();
            Queue queue = itsm.as(Actor.of(ManyTickets.TENANT, Life.PERSON, Role.AGENT))
                    .queue();
            RawPages raw = new RawPages(database.pool(), SIZE);
            String cursor = cursor(queue);
            RawPages.Position position = position(raw);
            check(queue.page(request().at(cursor)), raw.page(position));
            Map<String, Runnable> readers = new LinkedHashMap<>();
            readers.put("raw, page 1", () -> raw.page(null));
            readers.put("itsm4j, page 1", () -> queue.page(request()));
            readers.put("raw, page " + deep, () -> raw.page(position));
            readers.put("itsm4j, page " + deep, () -> queue.page(request().at(cursor)));
            report(measured(readers));
        }
    }

    private static PageRequest<TicketRecord> request() {
        return PageRequest.of(TicketAttributes.IS_OPEN
                        .is(true)
                        .and(TicketAttributes.GROUP.is(new GroupId(ManyTickets.GROUP))))
                .ofSize(SIZE);
    }

    private String cursor(Queue queue) {
        String cursor = null;
        for (int page = 1; page < deep; page++) {
            cursor = queue.page(request().at(cursor)).next().orElseThrow();
        }
        return java.util.Objects.requireNonNull(cursor);
    }

    private RawPages.Position position(RawPages raw) {
        RawPages.Position position = null;
        for (int page = 1; page < deep; page++) {
            position = raw.page(position).get(SIZE - 1).position();
        }
        return java.util.Objects.requireNonNull(position);
    }

    /** Both must show the same. */
    private static void check(Page<TicketSummary> page, List<RawPages.Line> lines) {
        Iterator<RawPages.Line> line = lines.iterator();
        for (TicketSummary ticket : page.items()) {
            String other = line.next().position().id();
            if (!ticket.id().value().equals(other)) {
                throw new IllegalStateException(ticket.id() + " stands where the raw statement has " + other);
            }
        }
    }

    private Map<String, List<Round>> measured(Map<String, Runnable> readers)
            throws InterruptedException, ExecutionException {
        Map<String, List<Round>> measured = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Runnable> reader : readers.entrySet()) {
                Round result = Round.of(
                        round < 0 ? WARM_UP : READS,
                        1,
                        new AtomicLong(),
                        page -> reader.getValue().run());
                if (round >= 0) { // the one before warms up
                    measured.computeIfAbsent(reader.getKey(), none -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        return measured;
    }

    private void report(Map<String, List<Round>> measured) {
        System.out.printf(
                Locale.ROOT,
                "%n%,d tickets, pages of %d, %d rounds of %d reads; medians%n",
                tickets,
                SIZE,
                rounds,
                READS);
        measured.forEach((name, list) -> {
            Round median = Round.median(list);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s p50 %7.3f ms   p99 %7.3f ms   CPU %.3f ms%n",
                    name,
                    median.p50(),
                    median.p99(),
                    median.cpu());
        });
        System.out.printf(
                Locale.ROOT,
                "page 1:   %.2f × the raw statement (must ≤ 2.00, aim ≤ 1.30)%n"
                        + "page %d: %.2f × the raw statement (must ≤ 2.00, aim ≤ 1.30), %.2f × page 1 (must ≤ 1.30)%n",
                p50(measured, "itsm4j, page 1") / p50(measured, "raw, page 1"),
                deep,
                p50(measured, "itsm4j, page " + deep) / p50(measured, "raw, page " + deep),
                p50(measured, "itsm4j, page " + deep) / p50(measured, "itsm4j, page 1"));
    }

    private static double p50(Map<String, List<Round>> measured, String name) {
        return Round.median(measured.getOrDefault(name, List.of())).p50();
    }
}
