package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;

/** Round trips are the cost: a step reads once, writes once, batches what it writes. */
class StatementCountTest {

    private static final Actor BOB = Actor.of("acme", "bob", Role.AGENT).inGroups("network");

    @ParameterizedTest
    @Stores
    void seven_steps_take_no_more_than_thirty(TestStore where) {
        try (Bench bench = where.bench()) {
            Incidents incidents = incidents(bench);
            sevenSteps(bench, incidents, new ArrayList<>());
            List<List<String>> steps = new ArrayList<>();
            sevenSteps(bench, incidents, steps);

            assertThat(steps).hasSize(7);
            assertThat(steps.stream().mapToInt(List::size).sum())
                    .as(steps.toString())
                    .isLessThanOrEqualTo(30);
            for (List<String> step : steps.subList(1, 7)) {
                assertThat(step.get(0))
                        .as("reads its ticket once, locking it")
                        .satisfies(sql -> assertThat(reads(sql, "itsm_ticket") && locks(sql))
                                .isTrue());
                assertThat(step.stream()
                                .filter(sql -> sql.toLowerCase(Locale.ROOT).startsWith("update itsm_ticket ")))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @Stores
    void seven_steps_with_a_clock_take_no_more_than_forty_and_read_nothing_for_it(TestStore where) {
        try (Bench bench = where.bench()) {
            Itsm itsm = Itsm.builder().store(JpaStore.owning(bench.factory())).build();
            itsm.as(Actor.of("acme", "carol", Role.MANAGER))
                    .serviceLevels()
                    .define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(4))));
            Incidents incidents = itsm.as(BOB).incidents();
            sevenSteps(bench, incidents, new ArrayList<>());
            List<List<String>> steps = new ArrayList<>();
            sevenSteps(bench, incidents, steps);

            assertThat(steps.stream().mapToInt(List::size).sum())
                    .as(steps.toString())
                    .isLessThanOrEqualTo(40);
            List<String> clocks = steps.stream()
                    .flatMap(List::stream)
                    .map(sql -> sql.toLowerCase(Locale.ROOT))
                    .filter(sql -> sql.contains("itsm_sla_clock"))
                    .toList();
            assertThat(clocks).as("started, assigned, paused, resumed, stopped").hasSize(5);
            assertThat(clocks).noneMatch(sql -> sql.startsWith("select"));
        }
    }

    @ParameterizedTest
    @Stores
    void many_new_records_go_as_one_batch_a_table_whatever_the_order(TestStore where) {
        Bench bench = where.shared();
        JpaStore store = bench.store();
        store.inTransaction(work -> {
            for (int i = 0; i < 40; i++) {
                TicketRecord ticket = Tickets.ticket(TenantId.of("batches"), i, "t", Incident.NEW);
                work.insert(TicketAttributes.KIND, ticket);
                work.insert(Comment.KIND, Tickets.comment(ticket, "first"));
            }
            work.flush();
            return null;
        });
        assertThat(bench.log().take().stream().distinct())
                .as("tickets, values, incident columns, comments")
                .hasSize(4);
    }

    @ParameterizedTest
    @Stores
    void many_removals_are_one_statement_a_table(TestStore where) {
        Bench bench = where.shared();
        JpaStore store = bench.store();
        TicketRecord ticket = Tickets.ticket(TenantId.of("removals"), 1, "t", Incident.NEW);
        List<Comment> comments = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            comments.add(Tickets.comment(ticket, "c" + i));
        }
        store.inTransaction(work -> {
            comments.forEach(comment -> work.insert(Comment.KIND, comment));
            return null;
        });
        bench.log().take();
        store.inTransaction(work -> {
            comments.forEach(comment -> work.delete(Comment.KIND, comment));
            return null;
        });
        assertThat(bench.log().take()).hasSize(1);
    }

    private static Incidents incidents(Bench bench) {
        return Itsm.builder()
                .store(JpaStore.owning(bench.factory()))
                .build()
                .as(BOB)
                .incidents();
    }

    private static boolean reads(String sql, String table) {
        return sql.toLowerCase(Locale.ROOT).matches("select .* from " + table + " .*");
    }

    private static boolean locks(String sql) {
        return sql.toLowerCase(Locale.ROOT).matches(".* for (no key )?update.*");
    }

    private static void sevenSteps(Bench bench, Incidents incidents, List<List<String>> steps) {
        bench.log().take();
        TicketId id = incidents.open(OpenTicket.titled("VPN is down")).id();
        steps.add(bench.log().take());
        List<Runnable> rest = List.of(
                () -> incidents.assign(id, Assign.to("network", "bob")),
                () -> incidents.start(id),
                () -> incidents.hold(id, HoldIncident.untilCallerAnswers("which one?")),
                () -> incidents.resume(id),
                () -> incidents.resolve(id, ResolveIncident.with("FIXED", "restarted")),
                () -> incidents.close(id));
        for (Runnable step : rest) {
            step.run();
            steps.add(bench.log().take());
        }
    }
}
