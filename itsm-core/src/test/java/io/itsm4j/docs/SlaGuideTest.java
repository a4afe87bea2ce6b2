package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Attainment;
import io.itsm4j.sla.AttainmentReport;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.ReportBy;
import io.itsm4j.sla.ReportOn;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.sla.WhatIf;
import io.itsm4j.sla.WhatIfReport;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SlaGuideTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder().clock(clock).build();
    private final Actor carol = Actor.of("acme", "carol", Role.MANAGER, Role.AGENT);

    @Test
    void an_agreement_measures_and_escalates() {
        // region sla-first
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00")));
        levels.define(Agreement.sla(
                        "gold",
                        "Gold support",
                        Target.within(Metric.RESPONSE, Duration.ofMinutes(30)),
                        Target.within(Metric.RESOLUTION, Duration.ofHours(4))
                                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL))
                                .warning(
                                        Threshold.at(
                                                75,
                                                new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.ASSIGNEE))),
                                        Threshold.after(
                                                "late",
                                                Duration.ofHours(1),
                                                new ThresholdAction.EscalateTo(Escalate.Kind.HIERARCHIC, null, null))),
                        Target.of(Metric.RESOLUTION, new TimeLimit.WorkingDayAt(1, LocalTime.of(16, 0)))
                                .when("rest", Fact.PRIORITY.after(Priority.CRITICAL)))
                .forCustomers("north")
                .on("office"));

        TicketId vpn = itsm.as(carol)
                .incidents()
                .open(OpenTicket.titled("VPN is down").ofUnit("north"))
                .id();
        List<SlaClock> clocks = levels.clocks(vpn); // a response within 30 minutes, a resolution by tomorrow 16:00
        // endregion

        assertThat(clocks)
                .extracting(SlaClock::dueAt)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-03-02T09:30:00Z"), Instant.parse("2026-03-03T16:00:00Z"));
    }

    @Test
    void a_clock_explains_itself() {
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        Incidents incidents = itsm.as(carol).incidents();
        TicketId vpn = incidents.open(OpenTicket.titled("VPN is down")).id();
        clock.advance(Duration.ofHours(1));
        incidents.hold(vpn, HoldIncident.untilCallerAnswers("which one?"));
        clock.advance(Duration.ofHours(2));
        // region sla-explain
        ClockExplanation why = levels.explain(vpn).get(0);
        Duration left = why.left(); // 7 hours
        for (ClockExplanation.Segment segment : why.segments()) {
            // RUNNING since TicketOpened, 1 hour; PAUSED since TicketHeld
            String line = segment.status() + " since " + segment.event() + ", " + segment.worked();
            assertThat(line).isIn("RUNNING since TicketOpened, PT1H", "PAUSED since TicketHeld, PT0S");
        }
        boolean same = levels.replay(vpn).isSame(); // folding the journal again gives the same clocks
        // endregion
        assertThat(left).isEqualTo(Duration.ofHours(7));
        assertThat(why.segments()).hasSize(2);
        assertThat(same).isTrue();
    }

    @Test
    void lists_and_recalculation() {
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        itsm.as(carol).incidents().open(OpenTicket.titled("VPN is down"));
        clock.advance(Duration.ofHours(7));
        Instant now = clock.instant();
        // region sla-lists
        List<SlaClock> next =
                levels.page(PageRequest.of(SlaClock.IS_OPEN.is(true))).items(); // what comes next first
        long close = levels.count(SlaClock.elapsedAtLeast(75, now));
        long missed = levels.count(SlaClock.breachedBy(now));

        levels.define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(6))));
        var would = levels.recalculate(Recalculate.dryRun()); // says what would change
        var done = levels.recalculate(Recalculate.dryRun().forReal()); // a command for each ticket
        // endregion
        assertThat(next).hasSize(1);
        assertThat(close).isEqualTo(1);
        assertThat(missed).isZero();
        assertThat(done).isEqualTo(would);
        assertThat(levels.count(SlaClock.breachedBy(now))).isEqualTo(1);
    }

    @Test
    void reports_and_trials() {
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        itsm.as(carol).incidents().open(OpenTicket.titled("VPN is down"));
        Instant noon = clock.advance(Duration.ofHours(9)).instant();
        clock.advance(Duration.ofDays(30));
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        // region sla-reports
        AttainmentReport report = levels.reports()
                .attainment(ReportOn.reported(march, april) // tickets that were reported in March
                        .asOf(noon) // from what was recorded by then
                        .tellingApart(ReportBy.AGREEMENT, ReportBy.METRIC, ReportBy.PRIORITY));
        for (Attainment line : report.lines()) {
            OptionalDouble kept = line.attained();
            Duration nineInTen = line.elapsed().ninety();
            List<Attainment.Cause> why = line.causes();
        }
        // endregion
        assertThat(report.lines()).hasSize(1);
        assertThat(report.lines().get(0).breached()).isEqualTo(1);
        Consumer<WhatIfReport.Ticket> receiver =
                ticket -> assertThat(ticket.clocks()).isNotEmpty();
        // region sla-what-if
        Agreement proposed = Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofDays(60)));
        WhatIfReport sum = levels.reports().whatIf(WhatIf.agreed(proposed), receiver); // ticket by ticket
        long fewer = sum.before().breached() - sum.after().breached();
        // endregion
        assertThat(fewer).isEqualTo(1);
        assertThat(sum.differing()).isEqualTo(1);
    }

    @Test
    void a_metric_of_the_hosts_own() {
        // region sla-own
        Target parts = Target.of(
                new Metric("PARTS"),
                new TimeLimit.Within(Duration.ofDays(2)),
                Conditions.between(
                                Fact.PENDING_REASON.is("PARTS"),
                                Fact.CATEGORY_OF_STATE.in(List.of(StateCategory.ACTIVE, StateCategory.RESOLVED)))
                        .cancelledBy(Fact.CATEGORY_OF_STATE.is(StateCategory.CANCELLED)));
        // endregion
        assertThat(parts.metric().name()).isEqualTo("PARTS");
    }
}
