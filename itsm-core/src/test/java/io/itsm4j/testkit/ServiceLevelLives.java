package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Metrics;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.SeedAgreement;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SwitchPolicy;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Random lives and several workers leave the clocks that the journal alone leads to. */
public abstract class ServiceLevelLives extends MeasuredContract {

    @Test
    void random_lives_replay_from_the_journal_alone() {
        Itsm itsm = itsm(
                gold(),
                Agreement.ola("inside", "Inside", within(Metric.RESOLUTION, 3)).forGroups("network", "desk"),
                Agreement.sla("asked", "Asked", listening()),
                Agreement.sla(
                        "mixed",
                        "Mixed",
                        within(Metric.RESOLUTION, 2)
                                .switching(SwitchPolicy.FROM_SWITCH)
                                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        within(Metric.RESOLUTION, 9).when("rest", Fact.PRIORITY.after(Priority.CRITICAL))),
                SeedAgreement.agreement());
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            OpenTicket vpn = OpenTicket.titled("VPN " + seed);
            TicketId id = itsm.as(bob)
                    .incidents()
                    .open(seed % 2 == 0 ? vpn : vpn.requestedBy("alice"))
                    .id();
            for (int i = 0; i < 20; i++) {
                clock.advance(Duration.ofMinutes(random.nextInt(200)));
                try {
                    step(itsm, id, random);
                } catch (ItsmException refusedByTheTable) {
                    assertThat(refusedByTheTable.code())
                            .isIn("TRANSITION", "GUARD", "TIER_DOWN", "FROZEN", "NOT_FOUND");
                }
                if (random.nextInt(6) == 0) {
                    itsm.processDue(50);
                }
            }
            if (seed == 4) {
                levels.define(gold().promising(within(Metric.RESOLUTION, 5), within(Metric.UPDATE, 2)));
                levels.recalculate(Recalculate.dryRun().forReal());
            }
            assertReplays(levels, id);
            if (seed != 4) {
                levels.explain(id).forEach(MeasuredContract::assertAddsUp);
            }
        }
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    /** Goes on with what the requester does, and begins again with what they edit. */
    private static Target listening() {
        Conditions conditions = Metrics.conditions(Metric.RESOLUTION)
                .orElseThrow()
                .resumedBy(Fact.SIDE.is("REQUESTER"))
                .resetBy(Fact.ACTION.is("update").and(Fact.SIDE.is("REQUESTER")));
        return Target.of(new Metric("ASKED"), new TimeLimit.Within(Duration.ofHours(5)), conditions)
                .reopening(ReopenPolicy.RESUME);
    }

    private void step(Itsm itsm, TicketId id, Random random) {
        Incidents incidents = itsm.as(random.nextBoolean() ? bob : carol).incidents();
        switch (random.nextInt(10)) {
            case 0 -> incidents.start(id);
            case 1 -> incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));
            case 2 -> incidents.resume(id);
            case 3 -> incidents.resolve(id, FIXED);
            case 4 -> incidents.reopen(id, "again");
            case 5 -> incidents.assign(id, Assign.to(random.nextBoolean() ? "network" : "desk", null));
            case 6 ->
                incidents
                        .tickets()
                        .update(
                                id,
                                UpdateTicket.rate(
                                        Impact.values()[random.nextInt(3)], Urgency.values()[random.nextInt(3)]));
            case 7 -> incidents.tickets().comment(id, AddComment.publicly("still at it"));
            case 8 -> itsm.as(alice).portal().comment(id, "and?");
            default -> incidents.fileFaultReport(id, "a cable");
        }
    }

    @Test
    void eight_workers_on_two_nodes_deal_with_each_level_once() {
        int count = isFull() ? 100_000 : 2_000;
        Itsm here =
                itsm(gold().promising(within(Metric.RESOLUTION, 4).warning(Threshold.at(50, escalation("network")))));
        Itsm there = otherNode().build();
        Actor importer = Actor.of("acme", "migration", Role.IMPORTER);
        PersonId dora = new PersonId("dora");
        Instant opened = clock.instant();
        clock.advance(Duration.ofHours(3));
        here.as(importer)
                .imports(here.incidentType())
                .run(java.util.stream.IntStream.range(0, count)
                        .mapToObj(i -> new ImportedTicket<Incident>(
                                i, OpenTicket.titled("VPN " + i), Incident.NEW, opened, dora, List.of()))
                        .iterator());

        int workers = Math.min(8, fixture().parallelCommands());
        List<java.util.concurrent.Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            Itsm node = i % 2 == 0 ? here : there;
            work.add(() -> {
                int done = 0;
                DueReport report;
                do {
                    report = node.processDue(100);
                    done += report.done();
                } while (report.more());
                return done;
            });
        }
        List<Together.Outcome<Integer>> outcomes = Together.run(work);
        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        int done = outcomes.stream().mapToInt(one -> one.value().orElseThrow()).sum();
        done += here.processDue(10_000).done();

        assertThat(done).isEqualTo(count);
        Incidents incidents = here.as(bob).incidents();
        assertThat(incidents.count(TicketAttributes.TIER.is(2L))).isEqualTo(count);
        assertThat(incidents.count(TicketAttributes.TIER.is(3L))).isZero();
        assertThat(here.processDue(100).done()).isZero();
    }

    @Test
    void a_node_that_is_frozen_in_the_middle_keeps_its_claim_and_nobody_does_it_twice() {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        Itsm here = with(
                builder()
                        .listener(event -> {
                            if (event.action().equals("keep-time")) {
                                frozen.countDown();
                                Together.await(thawed);
                            }
                        })
                        .build(),
                gold().promising(within(Metric.RESOLUTION, 1)));
        Itsm there = otherNode().build();
        TicketId id = here.as(bob).incidents().open(OpenTicket.titled("VPN")).id();
        clock.advance(Duration.ofHours(2));

        List<Together.Outcome<Integer>> outcomes =
                Together.run(() -> here.processDue(10).done(), () -> {
                    Together.await(frozen);
                    try {
                        return there.processDue(10).done();
                    } finally {
                        thawed.countDown();
                    }
                });

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes.stream().map(one -> one.value().orElseThrow())).containsExactly(1, 0);
        assertThat(there.processDue(10).done()).isZero();
        assertThat(there.as(bob)
                        .incidents()
                        .tickets()
                        .journal(id, PageRequest.all())
                        .items())
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "ServiceLevelBreached");
    }
}
