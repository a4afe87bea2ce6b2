package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Attainment;
import io.itsm4j.sla.AttainmentReport;
import io.itsm4j.sla.BreachCause;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.ReportBy;
import io.itsm4j.sla.ReportOn;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.SwitchPolicy;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.WaiveBreach;
import io.itsm4j.sla.WhatIf;
import io.itsm4j.sla.WhatIfReport;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports about service levels, and what would have been under other definitions, on every store alike. */
public abstract class ServiceLevelReportContract extends Contract {

    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "paper");
    private static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00"));
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final ReportOn OF_MARCH = ReportOn.reported(MARCH, APRIL);

    private static Agreement gold(int hours) {
        return Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(hours)))
                .on("office");
    }

    private Itsm itsm(Agreement... agreements) {
        Itsm itsm = builder().build();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.defineCalendar(OFFICE);
        for (Agreement agreement : agreements) {
            levels.define(agreement);
        }
        return itsm;
    }

    private TicketId open(Itsm itsm, String title) {
        return itsm.as(bob).incidents().open(OpenTicket.titled(title)).id();
    }

    private TicketId lived(Itsm itsm, String title, int hours) {
        TicketId id = open(itsm, title);
        clock.advance(Duration.ofHours(hours));
        itsm.as(bob).incidents().resolve(id, FIXED);
        return id;
    }

    private static Attainment only(AttainmentReport report) {
        assertThat(report.lines()).hasSize(1);
        return report.lines().get(0);
    }

    @Test
    void counts_what_was_kept_and_what_was_missed_and_how_long_it_took() {
        Itsm itsm = itsm(gold(2));
        Instant nine = clock.instant();
        lived(itsm, "in time", 1);
        clock.set(nine);
        lived(itsm, "just in time", 2);
        clock.set(nine);
        TicketId late = lived(itsm, "late", 4);
        clock.set(nine.plus(Duration.ofHours(4)));
        open(itsm, "running");
        TicketId cancelled = open(itsm, "given up");
        itsm.as(carol).incidents().cancel(cancelled, "by mistake");
        TicketId overdue = open(itsm, "overdue, and nobody has noticed");
        itsm.as(bob).incidents().hold(open(itsm, "waiting"), HoldIncident.untilCallerAnswers("?"));
        clock.advance(Duration.ofHours(1));
        ServiceLevels levels = itsm.as(carol).serviceLevels();

        Attainment line = only(levels.reports().attainment(OF_MARCH));
        assertThat(line.key()).isEqualTo(Map.of(ReportBy.AGREEMENT, "gold", ReportBy.METRIC, "RESOLUTION"));
        assertThat(line.met()).isEqualTo(2);
        assertThat(line.breached()).isEqualTo(1);
        assertThat(line.open()).isEqualTo(3);
        assertThat(line.cancelled()).isEqualTo(1);
        assertThat(line.clocks()).isEqualTo(7);
        assertThat(line.attained()).hasValue(2.0 / 3);
        assertThat(line.elapsed().number()).isEqualTo(3);
        assertThat(line.elapsed().mean()).isEqualTo(Duration.ofMinutes(140));
        assertThat(line.elapsed().longest()).isEqualTo(Duration.ofHours(4));
        assertThat(line.elapsed().median())
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(1));

        clock.advance(Duration.ofHours(2));
        Attainment later = only(levels.reports().attainment(OF_MARCH));
        assertThat(later.breached()).isEqualTo(3);
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(3);
        assertThat(levels.clocks(overdue).get(0).status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(later.attainedWithWaivers()).hasValue(2.0 / 5);

        levels.waive(WaiveBreach.of(levels.clocks(late).get(0), "the power was off"));
        Attainment waived = only(levels.reports().attainment(OF_MARCH));
        assertThat(waived.breached()).isEqualTo(3);
        assertThat(waived.waived()).isEqualTo(1);
        assertThat(waived.attainedWithWaivers()).hasValue(3.0 / 5);
    }

    @Test
    void tells_priorities_groups_customers_and_months_apart() {
        Itsm itsm = itsm(gold(2));
        Incidents incidents = itsm.as(bob).incidents();
        for (int i = 0; i < 6; i++) {
            TicketId id = incidents
                    .open(OpenTicket.titled("VPN " + i).ofUnit(i % 2 == 0 ? "north" : "south"))
                    .id();
            incidents.assign(id, Assign.to(i < 4 ? "network" : "desk", null));
            if (i == 5) {
                incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
            }
        }
        ServiceLevels levels = itsm.as(bob).serviceLevels();

        AttainmentReport report = levels.reports()
                .attainment(
                        OF_MARCH.tellingApart(ReportBy.CUSTOMER, ReportBy.GROUP, ReportBy.PRIORITY, ReportBy.MONTH));
        assertThat(report.lines())
                .extracting(line -> line.key().values().stream().toList(), Attainment::open)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(List.of("PLANNING", "network", "north", "2026-03"), 2L),
                        org.assertj.core.groups.Tuple.tuple(List.of("PLANNING", "desk", "north", "2026-03"), 1L),
                        org.assertj.core.groups.Tuple.tuple(List.of("PLANNING", "network", "south", "2026-03"), 2L),
                        org.assertj.core.groups.Tuple.tuple(List.of("CRITICAL", "desk", "south", "2026-03"), 1L));
        assertThat(only(levels.reports().attainment(OF_MARCH.tellingApart().when(Fact.PRIORITY.is(Priority.CRITICAL))))
                        .clocks())
                .isEqualTo(1);
        assertThat(levels.reports()
                        .attainment(ReportOn.reported(APRIL, APRIL.plusSeconds(1)))
                        .lines())
                .isEmpty();
    }

    @Test
    void says_the_same_of_a_past_instant_whatever_happened_since() {
        Itsm itsm = itsm(gold(2));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId late = lived(itsm, "late", 4);
        TicketId paused = open(itsm, "waiting");
        incidents.hold(paused, HoldIncident.untilCallerAnswers("?"));
        clock.advance(Duration.ofHours(1));
        TicketId running = open(itsm, "running");
        clock.advance(Duration.ofMinutes(30));
        Instant then = clock.instant();
        ReportOn on = OF_MARCH.tellingApart(ReportBy.AGREEMENT, ReportBy.PRIORITY, ReportBy.GROUP);
        AttainmentReport asked = levels.reports().attainment(on);
        assertThat(asked.tickets()).isEqualTo(3);
        assertThat(asked.asOf()).isEqualTo(then);

        clock.advance(Duration.ofHours(30));
        itsm.processDue(100);
        levels.waive(WaiveBreach.of(levels.clocks(late).get(0), "the power was off"));
        incidents.resume(paused);
        incidents.tickets().update(running, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        incidents.assign(running, Assign.to("network", null));
        incidents.resolve(running, FIXED);
        incidents.reopen(late, "again");
        open(itsm, "new");
        itsm.as(Actor.of("acme", "migration", Role.IMPORTER))
                .imports(itsm.incidentType())
                .run(List.of(new ImportedTicket<>(
                                1,
                                OpenTicket.titled("old"),
                                Incident.NEW,
                                Instant.parse("2026-03-02T08:00:00Z"),
                                new PersonId("dora"),
                                List.of(new ImportedTicket.Step<>(
                                        Instant.parse("2026-03-02T08:30:00Z"),
                                        new PersonId("dora"),
                                        IncidentVerbs.resolve(FIXED)))))
                        .iterator());
        levels.define(gold(1));
        levels.recalculate(Recalculate.dryRun().forReal());

        assertThat(levels.reports().attainment(on.asOf(then))).isEqualTo(asked);
        AttainmentReport today = levels.reports().attainment(on);
        assertThat(today.tickets()).isEqualTo(5);
        assertThat(today.lines()).isNotEqualTo(asked.lines());
        refused(
                InvalidInput.class,
                "IN_THE_FUTURE",
                () -> levels.reports().attainment(on.asOf(clock.instant().plusSeconds(1))));
    }

    @Test
    void says_where_the_time_of_missed_clocks_went() {
        Itsm itsm = itsm(Agreement.sla(
                        "gold",
                        "Gold",
                        Target.within(Metric.RESOLUTION, Duration.ofHours(1))
                                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        Target.within(Metric.RESOLUTION, Duration.ofHours(6))
                                .when("rest", Fact.PRIORITY.after(Priority.CRITICAL)))
                .on("office"));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId network = open(itsm, "lies with the network");
        clock.advance(Duration.ofHours(1));
        incidents.assign(network, Assign.to("network", null));
        incidents.start(network);
        TicketId raised = open(itsm, "raised too late");
        clock.advance(Duration.ofHours(2));
        incidents.tickets().update(raised, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        clock.advance(Duration.ofHours(5));

        Attainment line =
                only(itsm.as(bob).serviceLevels().reports().attainment(OF_MARCH.tellingApart(ReportBy.METRIC)));
        assertThat(line.breached()).isEqualTo(2);
        assertThat(line.causes())
                .containsExactlyInAnyOrder(
                        new Attainment.Cause(
                                new BreachCause(
                                        BreachCause.Kind.TIME_PASSED, IncidentLifecycle.IN_PROGRESS.name(), "network"),
                                1),
                        new Attainment.Cause(
                                new BreachCause(
                                        BreachCause.Kind.DUE_BEFORE_THE_CHANGE, IncidentLifecycle.NEW.name(), null),
                                1));
    }

    @Test
    void what_follows_a_missed_instant_does_not_hide_where_the_time_before_it_went() {
        Itsm itsm = itsm(Agreement.sla(
                "gold",
                "Gold",
                Target.within(Metric.UPDATE, Duration.ofHours(2)),
                Target.within(Metric.RESOLUTION, Duration.ofHours(2)).reopening(ReopenPolicy.RESTART)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id =
                incidents.open(OpenTicket.titled("VPN").requestedBy("alice")).id();
        incidents.assign(id, Assign.to("desk", null));
        String state = incidents.get(id).state().name();
        clock.advance(Duration.ofMinutes(150));
        incidents.comment(id, AddComment.publicly("we are at it"));
        incidents.assign(id, Assign.to("network", null));
        clock.advance(Duration.ofMinutes(30));
        incidents.resolve(id, FIXED);
        clock.advance(Duration.ofHours(1));
        incidents.reopen(id, "again");
        clock.advance(Duration.ofHours(1));

        AttainmentReport report =
                itsm.as(bob).serviceLevels().reports().attainment(OF_MARCH.tellingApart(ReportBy.METRIC));
        assertThat(report.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.causes())
                        .containsExactly(
                                new Attainment.Cause(new BreachCause(BreachCause.Kind.TIME_PASSED, state, "desk"), 1)));
    }

    @Test
    void all_the_time_since_the_start_counts_when_a_clock_counts_from_the_start_again() {
        Itsm itsm = itsm(Agreement.sla(
                "gold",
                "Gold",
                Target.within(Metric.RESOLUTION, Duration.ofHours(4))
                        .switching(SwitchPolicy.FROM_SWITCH)
                        .when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                Target.within(Metric.RESOLUTION, Duration.ofHours(40))
                        .when("rest", Fact.PRIORITY.after(Priority.CRITICAL))));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = open(itsm, "VPN");
        incidents.assign(id, Assign.to("network", null));
        clock.advance(Duration.ofHours(30));
        incidents.assign(id, Assign.to("desk", null));
        clock.advance(Duration.ofHours(9));
        incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        clock.advance(Duration.ofMinutes(1));
        incidents.tickets().update(id, UpdateTicket.rate(Impact.LOW, Urgency.LOW));
        clock.advance(Duration.ofHours(1));

        List<Attainment.Cause> causes = only(itsm.as(bob)
                        .serviceLevels()
                        .reports()
                        .attainment(OF_MARCH))
                .causes();
        assertThat(causes)
                .singleElement()
                .satisfies(one -> assertThat(one.cause().group()).isEqualTo("network"));
    }

    @Test
    void tries_an_agreement_out_ticket_by_ticket_and_touches_nothing() {
        Itsm itsm = itsm(gold(4));
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        Instant nine = clock.instant();
        List<TicketId> ids = new ArrayList<>();
        for (int hours = 1; hours <= 6; hours++) {
            clock.set(nine);
            ids.add(lived(itsm, hours + " hours", hours));
        }
        clock.set(nine.plus(Duration.ofHours(7)));
        long entries = itsm.as(bob)
                .incidents()
                .tickets()
                .journal(ids.get(0), PageRequest.all())
                .items()
                .size();

        List<WhatIfReport.Ticket> differing = new ArrayList<>();
        WhatIfReport sum = levels.reports().whatIf(WhatIf.agreed(gold(2)).atMost(2), differing::add);
        assertThat(sum.examined()).isEqualTo(6);
        assertThat(sum.before()).isEqualTo(new WhatIfReport.Counts(6, 2));
        assertThat(sum.after()).isEqualTo(new WhatIfReport.Counts(6, 4));
        assertThat(differing).hasSize(6);
        WhatIfReport.Difference third = differing.stream()
                .filter(ticket -> ticket.ticket().equals(ids.get(2)))
                .findFirst()
                .orElseThrow()
                .clocks()
                .get(0);
        assertThat(third.before().status()).isEqualTo(ClockStatus.MET);
        assertThat(third.before().dueAt()).isEqualTo(nine.plus(Duration.ofHours(4)));
        assertThat(third.after().status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(third.after().breachedAt()).isEqualTo(nine.plus(Duration.ofHours(2)));
        assertThat(third.after().elapsed()).isEqualTo(Duration.ofHours(3));

        assertThat(levels.reports().whatIf(WhatIf.agreed(gold(4))).tickets()).isEmpty();
        assertThat(levels.agreement("gold").orElseThrow().revision()).isEqualTo(1);
        assertThat(levels.clocks(ids.get(2)).get(0).status()).isEqualTo(ClockStatus.MET);
        assertThat(itsm.as(bob)
                        .incidents()
                        .tickets()
                        .journal(ids.get(0), PageRequest.all())
                        .items())
                .hasSize((int) entries);
    }

    @Test
    void a_trial_knows_whose_word_it_was_before_anything_was_measured() {
        Itsm itsm = itsm();
        TicketId id = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("VPN").requestedBy("alice"))
                .id();
        clock.advance(Duration.ofMinutes(90));
        itsm.as(alice).portal().comment(id, "and?");
        clock.advance(Duration.ofMinutes(90));
        itsm.as(bob).incidents().resolve(id, FIXED);

        WhatIfReport word = itsm.as(carol)
                .serviceLevels()
                .reports()
                .whatIf(WhatIf.agreed(
                        Agreement.sla("word", "Word", Target.within(Metric.UPDATE, Duration.ofHours(2)))));
        assertThat(word.tickets().get(0).clocks().get(0).after().status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(word.tickets().get(0).clocks().get(0).after().breachedAt())
                .isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void tries_a_calendar_and_a_further_agreement_out() {
        Itsm itsm = itsm(gold(4), Agreement.sla("plain", "Plain", Target.within(Metric.RESPONSE, Duration.ofHours(1))));
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id = lived(itsm, "VPN", 5);
        CalendarDefinition shorter = CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("10:00-12:00"));

        WhatIfReport.Ticket ticket =
                levels.reports().whatIf(WhatIf.open(shorter)).tickets().get(0);
        assertThat(ticket.ticket()).isEqualTo(id);
        assertThat(ticket.clocks()).hasSize(1);
        assertThat(ticket.clocks().get(0).key().agreement()).isEqualTo("gold");
        assertThat(ticket.clocks().get(0).before().status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(ticket.clocks().get(0).after().status()).isEqualTo(ClockStatus.MET);
        assertThat(ticket.clocks().get(0).after().elapsed()).isEqualTo(Duration.ofHours(2));

        Agreement more = Agreement.sla("more", "More", Target.within(Metric.RESOLUTION, Duration.ofHours(1)))
                .on("nights");
        refused(InvalidInput.class, "UNKNOWN", () -> levels.reports().whatIf(WhatIf.agreed(more)));
        WhatIfReport with = levels.reports()
                .whatIf(WhatIf.agreed(more)
                        .with(CalendarDefinition.of("nights", "UTC", WeekPlan.everyDay("13:00-24:00"))));
        assertThat(with.before()).isEqualTo(new WhatIfReport.Counts(0, 0));
        assertThat(with.after()).isEqualTo(new WhatIfReport.Counts(1, 0));
        assertThat(with.tickets().get(0).clocks().get(0).before()).isNull();
        assertThat(with.tickets().get(0).clocks().get(0).after().elapsed()).isEqualTo(Duration.ofHours(1));
    }
}
