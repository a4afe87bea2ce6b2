package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
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
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.CalendarSource;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Infeasibility;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Metrics;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.SeedAgreement;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.SwitchPolicy;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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
        all.forEach(ServiceLevelContract::assertAddsUp);
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

    /** The stretches leave no gap, and those that ran since the clock counts are the time that has passed. */
    private static void assertAddsUp(ClockExplanation why) {
        Duration worked = Duration.ZERO;
        Instant end = null;
        for (ClockExplanation.Segment segment : why.segments()) {
            assertThat(segment.from()).as("%s", why.segments()).isEqualTo(end == null ? segment.from() : end);
            assertThat(segment.to()).isAfterOrEqualTo(segment.from());
            end = segment.to();
            boolean counts =
                    segment.status() == ClockStatus.RUNNING && !segment.from().isBefore(why.startedAt());
            worked = counts ? worked.plus(segment.worked()) : worked;
        }
        assertThat(worked).as("%s", why.segments()).isEqualTo(why.elapsed());
    }

    @Test
    void lists_clocks_by_what_is_next_by_share_and_by_breach() {
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(incidents.open(OpenTicket.titled("VPN " + i)).id());
            clock.advance(Duration.ofMinutes(30));
        }
        incidents.resolve(ids.get(4), FIXED);
        Criterion<SlaClock> open = SlaClock.IS_OPEN.is(true);
        Page<SlaClock> first = levels.page(PageRequest.of(open).ofSize(3));
        Page<SlaClock> second =
                levels.page(PageRequest.of(open).ofSize(3).at(first.next().orElseThrow()));
        assertThat(first.items()).extracting(SlaClock::ticket).containsExactly(ids.get(0), ids.get(1), ids.get(2));
        assertThat(second.items()).extracting(SlaClock::ticket).containsExactly(ids.get(3));

        clock.set(time("2026-03-02T12:00:00Z"));
        assertThat(levels.count(SlaClock.elapsedAtLeast(50, clock.instant()))).isEqualTo(3);
        assertThat(levels.count(SlaClock.elapsedAtLeast(75, clock.instant()))).isEqualTo(1);
        clock.set(time("2026-03-02T13:00:00.000001Z"));
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(1);
        assertThat(levels.count(SlaClock.IS_BREACHED.is(true))).isZero();
        itsm.processDue(100);
        assertThat(levels.count(SlaClock.IS_BREACHED.is(true))).isEqualTo(1);
        refused(InvalidInput.class, "QUERY_FILTER", () -> SlaClock.elapsedAtLeast(33, clock.instant()));
    }

    @Test
    void lists_open_clocks_by_what_their_tickets_are_now() {
        Itsm itsm = itsm(Agreement.sla("gold", "Gold", within(Metric.RESPONSE, 1), within(Metric.RESOLUTION, 8)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents
                .open(OpenTicket.titled("VPN").forGroup("desk").ofUnit("north").onService("vpn"))
                .id();
        clock.advance(Duration.ofMinutes(10));
        incidents.start(id);
        Criterion<SlaClock> open = SlaClock.IS_OPEN.is(true);
        assertThat(levels.count(open.and(SlaClock.GROUP.is("desk")))).isEqualTo(1);

        clock.advance(Duration.ofMinutes(10));
        incidents.assign(id, Assign.to("network", null));
        assertThat(levels.count(open.and(SlaClock.GROUP.is("network")))).isEqualTo(1);
        assertThat(levels.count(SlaClock.GROUP.is("desk"))).isEqualTo(1);
        assertThat(clock(levels, id, Metric.RESPONSE).group()).isEqualTo("desk");

        incidents.tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(levels.count(open.and(SlaClock.PRIORITY.is(Priority.CRITICAL))))
                .isEqualTo(1);
        incidents.tickets().update(id, UpdateTicket.NOTHING.onService("mail"));
        assertThat(levels.count(open.and(SlaClock.SERVICE.is("mail")))).isEqualTo(1);
        incidents.tickets().update(id, UpdateTicket.NOTHING.ofUnit("south"));
        assertThat(levels.count(open.and(SlaClock.CUSTOMER.is("south")))).isEqualTo(1);

        SlaClock row = clock(levels, id, Metric.RESOLUTION);
        assertThat(row.dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        incidents.tickets().comment(id, AddComment.publicly("still at it"));
        assertThat(clock(levels, id, Metric.RESOLUTION)).isEqualTo(row);
    }

    @Test
    void a_clock_that_is_held_at_its_due_instant_is_not_listed_as_breached() {
        Itsm itsm = itsm(Agreement.sla("gold", "Gold", within(Metric.RESOLUTION, 5)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId held = incidents.open(OpenTicket.titled("held in time")).id();
        TicketId late = incidents.open(OpenTicket.titled("held too late")).id();
        TicketId running = incidents.open(OpenTicket.titled("not held")).id();
        clock.set(time("2026-03-02T14:00:00Z"));
        incidents.hold(held, HoldIncident.untilCallerAnswers("?"));
        clock.set(time("2026-03-02T14:00:00.000001Z"));
        incidents.hold(late, HoldIncident.untilCallerAnswers("?"));
        clock.set(time("2026-03-02T15:00:00Z"));

        assertThat(clock(levels, held, Metric.RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        assertThat(levels.explain(held).get(0).breachedAt()).isNull();
        assertThat(levels.page(PageRequest.of(SlaClock.breachedBy(clock.instant())))
                        .items())
                .extracting(SlaClock::ticket)
                .containsExactlyInAnyOrder(late, running);
        assertThat(levels.count(SlaClock.elapsedAtLeast(100, clock.instant()))).isEqualTo(3);

        incidents.resume(held);
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(2);
        clock.advance(Duration.ofNanos(1_000));
        assertThat(levels.count(SlaClock.breachedBy(clock.instant()))).isEqualTo(3);
    }

    @Test
    void shows_the_clocks_of_a_restricted_ticket_to_those_who_see_the_ticket() {
        Itsm itsm = itsm(gold());
        Ticket<Incident> ticket = itsm.as(bob).incidents().open(OpenTicket.titled("Salary"));
        itsm.as(carol).incidents().tickets().restrict(ticket.id(), new Restrict(Set.of("network", "hr")));

        assertThat(itsm.as(bob).serviceLevels().count(Criterion.all())).isEqualTo(2);
        assertThat(itsm.as(bob).serviceLevels().clocks(ticket.id())).hasSize(2);
        assertThat(itsm.as(carol).serviceLevels().count(Criterion.all())).isZero();
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(carol).serviceLevels().clocks(ticket.id()));
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(carol).serviceLevels().explain(ticket.id()));
    }

    @Test
    void finds_what_cannot_be_held() {
        Agreement sla = gold().promising(within(Metric.RESOLUTION, 8)).forServices("mail");
        Agreement ola =
                Agreement.ola("inside", "Inside", within(Metric.RESOLUTION, 6)).on("office");
        Agreement uc = Agreement.uc(
                        "line",
                        "Line",
                        "telecom",
                        Fact.PENDING_REASON.is("VENDOR"),
                        within(Metric.RESOLUTION, 7).when("mail", Fact.SERVICE.is("mail")),
                        within(Metric.RESOLUTION, 5))
                .on("office");
        Itsm itsm = itsm(sla, ola, uc);
        List<Infeasibility> found = itsm.as(carol).serviceLevels().feasibility();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.promising()).isEqualTo("inside");
            assertThat(one.resting()).isEqualTo("line");
            assertThat(one.ticket()).containsEntry("service", "mail");
            assertThat(one.heldAt()).isAfter(one.promisedAt());
        });
    }

    @Test
    void finds_what_cannot_be_held_for_one_category_only() {
        Agreement ola = Agreement.ola(
                "inside",
                "Inside",
                within(Metric.RESOLUTION, 9).when("slow", Fact.CATEGORY.is("hardware")),
                within(Metric.RESOLUTION, 6));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 8)).on(Agreement.ALWAYS), ola);
        List<Infeasibility> found = itsm.as(carol).serviceLevels().feasibility();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.promising()).isEqualTo("gold");
            assertThat(one.restingTarget()).isEqualTo("slow");
            assertThat(one.ticket()).isEqualTo(Map.of("category", "hardware"));
            assertThat(Duration.between(one.start(), one.promisedAt())).isEqualTo(Duration.ofHours(8));
            assertThat(Duration.between(one.start(), one.heldAt())).isEqualTo(Duration.ofHours(9));
        });
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
                levels.explain(id).forEach(ServiceLevelContract::assertAddsUp);
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
