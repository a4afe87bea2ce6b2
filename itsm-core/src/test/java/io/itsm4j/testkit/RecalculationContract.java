package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.GroupId;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.RecalculationReport;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Situation;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.SwitchPolicy;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clocks counted anew by other terms: what stays, what is given up, and which level is dealt with again. */
public abstract class RecalculationContract extends MeasuredContract {

    @Test
    void recalculates_when_asked_after_a_dry_run_in_parts_and_says_before_and_after() {
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(incidents.open(OpenTicket.titled("VPN " + i)).id());
        }
        clock.advance(Duration.ofHours(1));
        levels.define(gold().promising(within(Metric.RESOLUTION, 6), within(Metric.RESPONSE, 3)));

        RecalculationReport dry = levels.recalculate(Recalculate.dryRun());
        assertThat(dry.tickets()).hasSize(3);
        assertThat(dry.tickets().get(0).changes())
                .anySatisfy(change -> {
                    assertThat(change.dueBefore()).isEqualTo(time("2026-03-02T13:00:00Z"));
                    assertThat(change.dueAfter()).isEqualTo(time("2026-03-02T15:00:00Z"));
                })
                .anySatisfy(change -> {
                    assertThat(change.statusBefore()).isNull();
                    assertThat(change.dueAfter()).isEqualTo(time("2026-03-02T12:00:00Z"));
                });
        assertThat(clock(levels, ids.get(0), Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob)
                        .serviceLevels()
                        .recalculate(Recalculate.dryRun().forReal()));
        RecalculationReport first =
                levels.recalculate(Recalculate.dryRun().forReal().atMost(2));
        RecalculationReport second = levels.recalculate(
                Recalculate.dryRun().forReal().atMost(2).from(first.next().orElseThrow()));
        assertThat(first.tickets()).hasSize(2);
        assertThat(second.tickets()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(levels.recalculate(Recalculate.dryRun()).tickets()).isEmpty();
        for (TicketId id : ids) {
            assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T15:00:00Z"));
            assertThat(clock(levels, id, Metric.RESOLUTION).revision()).isEqualTo(2);
            assertReplays(levels, id);
        }
        JournalEntry entry = incidents
                .tickets()
                .journal(ids.get(0), PageRequest.all())
                .items()
                .get(1);
        assertThat(entry.event()).isEqualTo("ServiceLevelsRecalculated");
        assertThat(entry.actor().value()).isEqualTo("carol");
        assertThat(String.valueOf(entry.data().get("recalculation")))
                .contains("2026-03-02T13:00:00Z", "2026-03-02T15:00:00Z");
        incidents.resolve(ids.get(0), FIXED);
        assertReplays(levels, ids.get(0));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_recalculation_takes_no_breach_back_and_gives_up_what_is_promised_no_more() {
        Itsm itsm = itsm(gold());
        TicketId id = itsm.as(bob).incidents().open(OpenTicket.titled("VPN")).id();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        clock.advance(Duration.ofHours(9));
        itsm.processDue(100);
        levels.define(gold().promising(within(Metric.RESOLUTION, 40)));
        levels.recalculate(Recalculate.dryRun().forReal());

        assertThat(clock(levels, id, Metric.RESPONSE).status()).isEqualTo(ClockStatus.CANCELLED);
        assertThat(clock(levels, id, Metric.RESPONSE).breachedAt()).isEqualTo(time("2026-03-02T10:00:00Z"));
        assertThat(clock(levels, id, Metric.RESOLUTION).breachedAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        itsm.as(bob).incidents().resolve(id, FIXED);
        assertThat(clock(levels, id, Metric.RESOLUTION).status()).isEqualTo(ClockStatus.BREACHED);
        assertReplays(levels, id);
    }

    private static Agreement always(ReopenPolicy reopening) {
        return Agreement.sla("gold", "Gold", within(Metric.RESOLUTION, 8).reopening(reopening));
    }

    private static void recalculate(ServiceLevels levels, Agreement agreement) {
        levels.define(agreement);
        levels.recalculate(Recalculate.dryRun().forReal());
    }

    private static org.assertj.core.groups.Tuple cycle(int cycle, ClockStatus status, String due) {
        return org.assertj.core.groups.Tuple.tuple(cycle, status, time("2026-03-02T" + due + "Z"));
    }

    private static void assertCycles(ServiceLevels levels, TicketId id, org.assertj.core.groups.Tuple... cycles) {
        assertThat(levels.clocks(id))
                .extracting(SlaClock::cycle, SlaClock::status, SlaClock::dueAt)
                .containsExactlyInAnyOrder(cycles);
        assertReplays(levels, id);
    }

    @Test
    void a_first_cycle_that_a_recalculation_revives_is_ended_by_the_resolution_and_missed_by_nobody() {
        Itsm itsm = itsm(always(ReopenPolicy.RESUME).forCustomers("north"));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN").ofUnit("north")).id();
        at("10:00:00");
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("south"));
        at("11:00:00");
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("north"));
        assertCycles(
                levels, id, cycle(1, ClockStatus.CANCELLED, "17:00:00"), cycle(2, ClockStatus.RUNNING, "19:00:00"));
        at("12:00:00");
        recalculate(levels, always(ReopenPolicy.RESUME));
        assertCycles(
                levels, id, cycle(1, ClockStatus.RUNNING, "17:00:00"), cycle(2, ClockStatus.CANCELLED, "19:00:00"));

        at("13:00:00");
        incidents.resolve(id, FIXED);
        assertCycles(levels, id, cycle(1, ClockStatus.MET, "17:00:00"), cycle(2, ClockStatus.CANCELLED, "19:00:00"));
        at("17:00:00.000001");
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(0, 0, 0, false));
        at("18:00:00");
        incidents.reopen(id, "again");
        assertCycles(
                levels, id, cycle(1, ClockStatus.RUNNING, "22:00:00"), cycle(2, ClockStatus.CANCELLED, "19:00:00"));
    }

    @Test
    void a_cycle_that_a_recalculation_leaves_over_is_not_gone_on_with() {
        Itsm itsm = itsm(always(ReopenPolicy.NEW_CYCLE));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        at("10:00:00");
        incidents.resolve(id, FIXED);
        at("11:00:00");
        incidents.reopen(id, "again");
        at("12:00:00");
        incidents.resolve(id, FIXED);
        assertCycles(levels, id, cycle(1, ClockStatus.MET, "17:00:00"), cycle(2, ClockStatus.MET, "19:00:00"));

        recalculate(levels, always(ReopenPolicy.RESUME));
        at("13:00:00");
        incidents.reopen(id, "and again");
        assertCycles(levels, id, cycle(1, ClockStatus.RUNNING, "19:00:00"), cycle(2, ClockStatus.MET, "19:00:00"));
    }

    @Test
    void a_cycle_after_a_recalculation_has_a_number_of_its_own() {
        Itsm itsm = itsm(always(ReopenPolicy.NEW_CYCLE).forCustomers("north"));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN").ofUnit("north")).id();
        at("10:00:00");
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("south"));
        at("11:00:00");
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("north"));
        at("12:00:00");
        recalculate(levels, always(ReopenPolicy.NEW_CYCLE));
        at("13:00:00");
        incidents.resolve(id, FIXED);
        at("14:00:00");
        incidents.reopen(id, "again");
        assertCycles(
                levels,
                id,
                cycle(1, ClockStatus.MET, "17:00:00"),
                cycle(2, ClockStatus.CANCELLED, "19:00:00"),
                cycle(3, ClockStatus.RUNNING, "22:00:00"));
    }

    private static final Threshold HALF =
            Threshold.at(50, new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP)));

    private static Agreement beginningAgain(Criterion<Situation> reset) {
        Conditions conditions = Conditions.between(
                        Fact.EVENT.is("TicketOpened"), Fact.CATEGORY_OF_STATE.is(StateCategory.RESOLVED))
                .resetBy(reset);
        return Agreement.sla(
                "gold",
                "Gold",
                Target.of(Metric.RESOLUTION, new TimeLimit.Within(Duration.ofHours(4)), conditions)
                        .warning(HALF));
    }

    private static List<Instant> halves(Incidents incidents, TicketId id) {
        return incidents.tickets().journal(id, PageRequest.all()).items().stream()
                .filter(entry -> entry.event().equals("ServiceLevelReached"))
                .filter(entry -> entry.data().get("reached").toString().contains("level=50"))
                .map(JournalEntry::occurredAt)
                .toList();
    }

    @Test
    void a_level_that_was_dealt_with_is_not_again_when_a_recalculation_counts_from_the_start() {
        Target rest = within(Metric.RESOLUTION, 8)
                .when("rest", Fact.PRIORITY.after(Priority.CRITICAL))
                .warning(HALF);
        Target critical = within(Metric.RESOLUTION, 16)
                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL))
                .warning(HALF);
        Itsm itsm = itsm(Agreement.sla("gold", "Gold", rest, critical.switching(SwitchPolicy.FROM_SWITCH)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        at("13:00:00");
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(1, 0, 0, false));
        at("14:00:00");
        incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        at("14:10:00");
        recalculate(levels, Agreement.sla("gold", "Gold", rest, critical));
        assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-03T01:00:00Z"));

        at("17:00:00");
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(0, 0, 0, false));
        assertThat(halves(incidents, id)).containsExactly(time("2026-03-02T13:00:00Z"));
        assertReplays(levels, id);
    }

    @Test
    void a_stretch_that_only_a_recalculation_knows_has_levels_of_its_own_whatever_was_dealt_with_before() {
        Itsm itsm = itsm(beginningAgain(Fact.PRIORITY.is(Priority.CRITICAL)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId once = incidents.open(OpenTicket.titled("VPN")).id();
        TicketId twice = incidents.open(OpenTicket.titled("Mail")).id();
        at("10:00:00");
        incidents.tickets().update(once, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        incidents.tickets().update(twice, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        at("12:00:00");
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(2, 0, 0, false));
        at("12:15:00");
        incidents.tickets().update(twice, UpdateTicket.rate(Impact.LOW, Urgency.LOW));
        at("12:20:00");
        incidents.tickets().update(twice, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        at("12:30:00");
        incidents.assign(once, Assign.to("network", null));
        incidents.assign(twice, Assign.to("network", null));
        at("13:00:00");
        recalculate(levels, beginningAgain(Fact.GROUP.is(new GroupId("network"))));
        assertThat(levels.recalculate(Recalculate.dryRun()).tickets()).isEmpty();

        at("14:30:00");
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(2, 0, 0, false));
        for (TicketId id : List.of(once, twice)) {
            assertThat(halves(incidents, id))
                    .containsExactly(time("2026-03-02T12:00:00Z"), time("2026-03-02T14:30:00Z"));
            assertReplays(levels, id);
        }
    }
}
