package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agreements, their clocks and what happens at their thresholds, on every store alike. */
public abstract class ServiceLevelContract extends Contract {

    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "paper");
    private static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00"));

    private static Target within(Metric metric, int hours) {
        return Target.within(metric, Duration.ofHours(hours));
    }

    private static Agreement gold() {
        return Agreement.sla(
                        "gold",
                        "Gold",
                        within(Metric.RESPONSE, 1),
                        within(Metric.RESOLUTION, 2).when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        within(Metric.RESOLUTION, 8).when("rest", Fact.PRIORITY.after(Priority.CRITICAL)))
                .on("office");
    }

    private Itsm itsm(Agreement... agreements) {
        return with(builder().build(), agreements);
    }

    private Itsm with(Itsm itsm, Agreement... agreements) {
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.defineCalendar(OFFICE);
        for (Agreement agreement : agreements) {
            levels.define(agreement);
        }
        return itsm;
    }

    private static SlaClock clock(ServiceLevels levels, TicketId id, Metric metric) {
        return levels.clocks(id).stream()
                .filter(clock -> clock.metric().equals(metric))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static void assertReplays(ServiceLevels levels, TicketId id) {
        var replayed = levels.replay(id);
        assertThat(replayed.replayed()).isEqualTo(replayed.stored());
        assertThat(replayed.isSame()).isTrue();
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }

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
    void escalates_in_one_step_whatever_was_reached_meanwhile() {
        Threshold half = Threshold.at(
                50, new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP)), escalation("network"));
        Threshold most = Threshold.at(
                75,
                escalation("network"),
                new ThresholdAction.RaisePriority(Priority.CRITICAL),
                new ThresholdAction.AddTaskFor("Call the customer", "desk"));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4).warning(half, most)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        assertThat(incidents.get(id).due().at()).isEqualTo(time("2026-03-02T11:00:00Z"));

        clock.set(time("2026-03-02T15:00:00Z"));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(itsm.processDue(100).done()).isZero();

        Ticket<Incident> ticket = incidents.get(id);
        assertThat(ticket.assignment().tier()).isEqualTo(2);
        assertThat(ticket.assignment().escalations()).isEqualTo(1);
        assertThat(ticket.assignment().group().value()).isEqualTo("network");
        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(incidents.tickets().tasks(id, PageRequest.all()).items()).hasSize(1);
        List<JournalEntry> journal =
                incidents.tickets().journal(id, PageRequest.all()).items();
        assertThat(journal).extracting(JournalEntry::event).containsExactly("TicketOpened", "ServiceLevelBreached");
        assertThat(((List<?>) journal.get(1).data().get("reached"))
                        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("level"))))
                .containsExactly("50", "75", "breach");
        assertReplays(levels, id);
        incidents.resolve(id, FIXED);
        assertReplays(levels, id);
    }

    private static ThresholdAction escalation(String group) {
        return new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, null, group);
    }

    @Test
    void tells_whom_a_threshold_names_and_calls_the_host_with_a_key() {
        List<String> told = new ArrayList<>();
        List<String> called = new ArrayList<>();
        Threshold half = Threshold.at(
                50,
                new ThresholdAction.Notify(
                        Set.of(ThresholdAction.Audience.ASSIGNEE, ThresholdAction.Audience.REQUESTER)),
                new ThresholdAction.Call("pager"));
        Itsm itsm = with(
                builder()
                        .notifier(notification -> {
                            if (notification.event().name().equals("ServiceLevelReached")) {
                                notification.people().forEach(person -> told.add(person.value()));
                            }
                        })
                        .thresholdHandler("pager", (key, event) -> called.add(key))
                        .build(),
                gold().promising(within(Metric.RESOLUTION, 4).warning(half)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("VPN").requestedBy("alice"))
                .id();
        incidents.assign(id, Assign.to("network", "bob"));
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);
        itsm.deliver(100);

        assertThat(told).containsExactlyInAnyOrder("alice", "bob");
        assertThat(called).hasSize(1);
        assertThat(called.get(0)).hasSize(64);
    }
}
