package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.CalendarSource;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Metrics;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Agreements and their clocks, on every store alike. */
public abstract class ServiceLevelContract extends MeasuredContract {

    @Test
    void measures_a_life_and_replays_it_from_the_journal_alone() {
        Itsm itsm = itsm(gold());
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));

        clock.advance(Duration.ofMinutes(30));
        incidents.start(id);
        assertThat(clock(levels, id, Metric.RESPONSE).status()).isEqualTo(ClockStatus.MET);
        assertThat(clock(levels, id, Metric.RESPONSE).percent()).isEqualTo(50);
        incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));
        assertThat(clock(levels, id, Metric.RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        clock.advance(Duration.ofHours(2));
        incidents.resume(id);
        assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-03T11:00:00Z"));
        incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(clock(levels, id, Metric.RESOLUTION).target()).isEqualTo("critical");
        assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        clock.advance(Duration.ofHours(2));
        incidents.resolve(id, FIXED);

        SlaClock resolution = clock(levels, id, Metric.RESOLUTION);
        assertThat(resolution.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(resolution.breachedAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        assertThat(resolution.elapsedMicros()).isEqualTo(9_000_000_000L);
        assertReplays(levels, id);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_ticket_stays_with_the_revision_that_first_measured_it() {
        Itsm itsm = itsm(gold());
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId old = incidents.open(OpenTicket.titled("VPN")).id();

        assertThat(levels.define(gold().promising(within(Metric.RESOLUTION, 4))).revision())
                .isEqualTo(2);
        TicketId young = incidents.open(OpenTicket.titled("Mail")).id();
        levels.defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.everyDay("00:00-24:00")));
        incidents.hold(old, HoldIncident.untilCallerAnswers("?"));
        incidents.resume(old);

        assertThat(clock(levels, old, Metric.RESOLUTION).revision()).isEqualTo(1);
        assertThat(clock(levels, old, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        assertThat(clock(levels, young, Metric.RESOLUTION).revision()).isEqualTo(2);
        assertThat(clock(levels, young, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        assertReplays(levels, old);
        assertReplays(levels, young);
    }

    @Test
    void a_retired_agreement_measures_nothing_new() {
        Itsm itsm = itsm(gold());
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.retire("gold");
        TicketId id = itsm.as(bob).incidents().open(OpenTicket.titled("VPN")).id();
        assertThat(levels.clocks(id)).isEmpty();
        assertThat(levels.agreements()).isEmpty();
        refused(NotFound.class, "NOT_FOUND", () -> levels.retire("gold"));
    }

    @Test
    void refuses_definitions_by_others_than_managers_and_those_that_cannot_be() {
        Itsm itsm = itsm(gold());
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).serviceLevels().define(gold()));
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        refused(InvalidInput.class, "UNKNOWN", () -> levels.define(gold().on("nowhere")));
        refused(InUse.class, "IN_USE", () -> levels.retireCalendar("office"));
        levels.retire("gold");
        levels.retireCalendar("office");
        assertThat(levels.calendars()).isEmpty();
    }

    @Test
    void explains_every_stretch_with_its_cause() {
        Itsm itsm = itsm(gold());
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        clock.advance(Duration.ofHours(1));
        incidents.hold(id, HoldIncident.untilCallerAnswers("?"));
        clock.advance(Duration.ofHours(1));
        incidents.resume(id);
        clock.advance(Duration.ofHours(1));

        ClockExplanation why = levels.explain(id).stream()
                .filter(one -> one.key().metric().equals(Metric.RESOLUTION))
                .findFirst()
                .orElseThrow();

        assertThat(why.elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(why.left()).isEqualTo(Duration.ofHours(6));
        assertThat(why.dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
        assertThat(why.calendarName()).isEqualTo("office");
        assertThat(why.segments())
                .extracting(
                        ClockExplanation.Segment::from,
                        ClockExplanation.Segment::to,
                        ClockExplanation.Segment::status,
                        ClockExplanation.Segment::event,
                        ClockExplanation.Segment::worked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                time("2026-03-02T09:00:00Z"),
                                time("2026-03-02T10:00:00Z"),
                                ClockStatus.RUNNING,
                                "TicketOpened",
                                Duration.ofHours(1)),
                        org.assertj.core.groups.Tuple.tuple(
                                time("2026-03-02T10:00:00Z"),
                                time("2026-03-02T11:00:00Z"),
                                ClockStatus.PAUSED,
                                "TicketHeld",
                                Duration.ZERO),
                        org.assertj.core.groups.Tuple.tuple(
                                time("2026-03-02T11:00:00Z"),
                                time("2026-03-02T12:00:00Z"),
                                ClockStatus.RUNNING,
                                "TicketResumed",
                                Duration.ofHours(1)));
    }

    @Test
    void explains_a_reopened_clock_without_gaps_and_without_the_time_in_which_it_was_stopped() {
        Itsm itsm = itsm(Agreement.sla(
                "resuming",
                "Resuming",
                within(Metric.RESOLUTION, 8),
                within(Metric.ON_SITE, 8).reopening(ReopenPolicy.RESTART)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        clock.set(time("2026-03-02T11:00:00Z"));
        incidents.resolve(id, FIXED);
        clock.set(time("2026-03-02T13:00:00Z"));
        incidents.reopen(id, "again");
        clock.set(time("2026-03-02T14:00:00Z"));
        incidents.hold(id, HoldIncident.untilCallerAnswers("?"));
        clock.set(time("2026-03-02T15:00:00Z"));
        incidents.resume(id);
        clock.set(time("2026-03-02T16:00:00Z"));

        List<ClockExplanation> all = itsm.as(bob).serviceLevels().explain(id);
        ClockExplanation resumed = explained(all, Metric.RESOLUTION);
        assertThat(resumed.elapsed()).isEqualTo(Duration.ofHours(4));
        assertThat(resumed.segments())
                .extracting(
                        ClockExplanation.Segment::from,
                        ClockExplanation.Segment::status,
                        ClockExplanation.Segment::event,
                        ClockExplanation.Segment::worked)
                .containsExactly(
                        stretch("2026-03-02T09:00:00Z", ClockStatus.RUNNING, "TicketOpened", 2),
                        stretch("2026-03-02T11:00:00Z", ClockStatus.MET, "TicketResolved", 0),
                        stretch("2026-03-02T13:00:00Z", ClockStatus.RUNNING, "TicketReopened", 1),
                        stretch("2026-03-02T14:00:00Z", ClockStatus.PAUSED, "TicketHeld", 0),
                        stretch("2026-03-02T15:00:00Z", ClockStatus.RUNNING, "TicketResumed", 1));
        ClockExplanation restarted = explained(all, Metric.ON_SITE);
        assertThat(restarted.elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(restarted.segments())
                .extracting(ClockExplanation.Segment::round, ClockExplanation.Segment::worked)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(0, Duration.ofHours(2)),
                        org.assertj.core.groups.Tuple.tuple(0, Duration.ZERO),
                        org.assertj.core.groups.Tuple.tuple(1, Duration.ofHours(1)));
        all.forEach(MeasuredContract::assertAddsUp);
    }

    private static ClockExplanation explained(List<ClockExplanation> all, Metric metric) {
        return all.stream()
                .filter(one -> one.key().metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static org.assertj.core.groups.Tuple stretch(String from, ClockStatus status, String event, int hours) {
        return org.assertj.core.groups.Tuple.tuple(time(from), status, event, Duration.ofHours(hours));
    }

    @Test
    void takes_service_hours_from_the_customer_and_never_asks_again_about_the_past() {
        List<String> asked = new ArrayList<>();
        Itsm itsm = with(builder()
                .serviceHours((tenant, source, situation) -> {
                    asked.add(String.valueOf(situation.value("organisationUnit")));
                    return Optional.of("night").filter(name -> "north".equals(situation.value("organisationUnit")));
                })
                .build());
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.defineCalendar(CalendarDefinition.of("night", "UTC", WeekPlan.everyDay("20:00-24:00")));
        levels.define(gold().promising(within(Metric.RESOLUTION, 4)).hoursOf(CalendarSource.CUSTOMER));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId north =
                incidents.open(OpenTicket.titled("VPN").ofUnit("north")).id();
        TicketId south =
                incidents.open(OpenTicket.titled("VPN").ofUnit("south")).id();
        assertThat(clock(levels, north, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-03T00:00:00Z"));
        assertThat(clock(levels, south, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        assertReplays(levels, north);
        assertThat(asked).containsExactly("north", "south");
    }

    @Test
    void measures_brought_in_history_at_its_own_times() {
        Itsm itsm = itsm(gold());
        Actor importer = Actor.of("acme", "migration", Role.IMPORTER);
        PersonId dora = new PersonId("dora");
        ImportedTicket<Incident> old = new ImportedTicket<>(
                1,
                OpenTicket.titled("VPN").referredToAs("OLD-1"),
                Incident.NEW,
                time("2026-02-02T10:00:00Z"),
                dora,
                List.of(
                        new ImportedTicket.Step<>(
                                time("2026-02-02T11:00:00Z"),
                                dora,
                                IncidentVerbs.hold(HoldIncident.untilCallerAnswers("which one?"))),
                        new ImportedTicket.Step<>(time("2026-02-04T11:00:00Z"), dora, IncidentVerbs.resolve(FIXED))));
        itsm.as(importer).imports(itsm.incidentType()).run(List.of(old).iterator());

        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = itsm.as(bob)
                .incidents()
                .tickets()
                .findByExternalReference("OLD-1")
                .orElseThrow()
                .id();
        SlaClock resolution = clock(levels, id, Metric.RESOLUTION);
        assertThat(resolution.status()).isEqualTo(ClockStatus.MET);
        assertThat(resolution.elapsedMicros()).isEqualTo(3_600_000_000L);
        assertThat(resolution.endedAt()).isEqualTo(time("2026-02-04T11:00:00Z"));
        assertReplays(levels, id);
    }

    @Test
    void replays_a_condition_on_what_the_requester_does_other_than_to_comment() {
        Conditions resumed = Metrics.conditions(Metric.RESOLUTION)
                .orElseThrow()
                .resumedBy(Fact.ACTION.is("update").and(Fact.SIDE.is("REQUESTER")));
        Itsm itsm =
                itsm(Agreement.sla("gold", "Gold", within(Metric.RESOLUTION, 8).with(resumed)));
        Incidents incidents = itsm.as(carol).incidents();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        TicketId id =
                incidents.open(OpenTicket.titled("VPN").requestedBy("bob")).id();
        incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));
        clock.advance(Duration.ofHours(1));
        incidents.tickets().update(id, UpdateTicket.rate(Impact.MEDIUM, Urgency.MEDIUM));
        assertThat(clock(levels, id, Metric.RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        assertReplays(levels, id);

        itsm.as(bob).incidents().tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(clock(levels, id, Metric.RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T18:00:00Z"));
        assertReplays(levels, id);
        assertThat(levels.recalculate(Recalculate.dryRun()).tickets()).isEmpty();
    }

    @Test
    void a_recalculation_knows_whose_word_it_was_before_anything_was_measured() {
        Itsm itsm = itsm();
        TicketId id = wordsOfTheRequesterOnly(itsm);
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.define(Agreement.sla("word", "Word", within(Metric.UPDATE, 2)));
        levels.recalculate(Recalculate.dryRun().forReal());

        SlaClock update = clock(levels, id, Metric.UPDATE);
        assertThat(update.status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(update.breachedAt()).isEqualTo(time("2026-03-02T11:00:00Z"));
        assertThat(update.cycle()).isEqualTo(1);
        assertReplays(levels, id);
    }

    /** Opened at nine, a word of the requester at half past ten, none of the desk, resolved at twelve. */
    private TicketId wordsOfTheRequesterOnly(Itsm itsm) {
        TicketId id = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("VPN").requestedBy("alice"))
                .id();
        clock.set(time("2026-03-02T10:30:00Z"));
        itsm.as(alice).portal().comment(id, "and?");
        clock.set(time("2026-03-02T12:00:00Z"));
        itsm.as(bob).incidents().resolve(id, FIXED);
        return id;
    }
}
