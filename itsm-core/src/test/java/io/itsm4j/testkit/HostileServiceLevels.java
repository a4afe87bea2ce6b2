package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.journal.DeliveryReport;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Recalculate;
import io.itsm4j.sla.RecalculationReport;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Agreements that cannot be meant, clocks that are treated badly, and nodes that do not agree on the time. */
public abstract class HostileServiceLevels extends Hostile {

    private static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00"));

    private ServiceLevels levels() {
        return itsm.as(carol).serviceLevels();
    }

    private static Agreement within(int hours) {
        return Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(hours)))
                .on("office");
    }

    private void define(Agreement... agreements) {
        levels().defineCalendar(OFFICE);
        for (Agreement agreement : agreements) {
            levels().define(agreement);
        }
    }

    private SlaClock clock(TicketId id) {
        List<SlaClock> clocks = levels().clocks(id);
        return clocks.get(clocks.size() - 1);
    }

    private void assertReplays(TicketId id) {
        var replayed = levels().replay(id);
        assertThat(replayed.replayed()).isEqualTo(replayed.stored());
    }

    private static Instant time(String text) {
        return Instant.parse(text);
    }

    @Test
    void h42_a_target_of_nothing_of_less_or_of_more_than_ten_years_is_refused() {
        for (Duration wrong : List.of(
                Duration.ZERO,
                Duration.ofHours(-1),
                Duration.ofNanos(999),
                Duration.ofDays(3_654),
                Duration.ofSeconds(Long.MAX_VALUE))) {
            says(
                    refusedWithoutTrace(
                            InvalidInput.class, "OUT_OF_LIMIT", () -> Target.within(Metric.RESOLUTION, wrong)),
                    "time");
        }
        refusedWithoutTrace(InvalidInput.class, "OUT_OF_LIMIT", () -> new TimeLimit.WorkingDayAt(0, LocalTime.NOON));
        refusedWithoutTrace(InvalidInput.class, "OUT_OF_LIMIT", () -> new TimeLimit.EndOfWorkingDay(-1));
        refusedWithoutTrace(InvalidInput.class, "OUT_OF_LIMIT", () -> Threshold.at(0));
        refusedWithoutTrace(
                InvalidInput.class,
                "DUPLICATE_NAME",
                () -> Target.within(Metric.RESOLUTION, Duration.ofHours(1))
                        .warning(Threshold.at(50), Threshold.at(50)));
        define(Agreement.sla("long", "Long", Target.within(Metric.RESOLUTION, Duration.ofDays(3_653))));
        assertThat(clock(opened("x").id()).dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3_653)));
    }

    @Test
    void h42_an_opening_of_more_hours_than_there_are_is_refused_and_does_not_come_round_again() {
        for (String wrong : List.of("1193047:00-09:00", "09:00-1193056:00", "49:00-50:00", "09:00-09:00")) {
            refusedWithoutTrace(
                    InvalidInput.class,
                    "CALENDAR_OPENING",
                    () -> levels().defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.weekdays(wrong))));
        }
    }

    @Test
    void h42_a_calendar_that_never_opens_is_refused_and_one_that_opens_no_more_keeps_no_ticket_from_its_way() {
        refusedWithoutTrace(
                InvalidInput.class,
                "CALENDAR_NEVER_OPEN",
                () -> levels().defineCalendar(CalendarDefinition.of("never", "UTC", WeekPlan.CLOSED)));
        levels().defineCalendar(CalendarDefinition.of("past", "UTC", WeekPlan.everyDay("00:00-24:00"))
                .from(LocalDate.of(2026, 3, 3), WeekPlan.CLOSED));
        levels().define(within(20).on("past"));
        TicketId id = opened("VPN").id();
        assertThat(clock(id).dueAt()).isEqualTo(io.itsm4j.ticket.Due.NEVER);
        clock.advance(Duration.ofDays(40));
        incidents().resolve(id, fixed());
        assertThat(clock(id).status()).isEqualTo(ClockStatus.MET);
        assertReplays(id);
    }

    @Test
    void h44_an_unknown_zone_is_refused_and_other_rules_of_time_change_nothing_until_that_is_asked_for() {
        refusedWithoutTrace(
                InvalidInput.class,
                "CALENDAR_ZONE",
                () -> levels().defineCalendar(CalendarDefinition.of("mars", "Mars/Olympus", WeekPlan.CLOSED)));
        define(within(4));
        TicketId id = opened("VPN").id();
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));

        levels().defineCalendar(CalendarDefinition.of("office", "America/New_York", WeekPlan.weekdays("09:00-17:00")));
        incidents().start(id);
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        assertReplays(id);

        RecalculationReport report = levels().recalculate(Recalculate.dryRun().forReal());
        assertThat(report.tickets().get(0).changes()).singleElement().satisfies(change -> {
            assertThat(change.dueBefore()).isEqualTo(time("2026-03-02T13:00:00Z"));
            assertThat(change.dueAfter()).isEqualTo(time("2026-03-02T18:00:00Z"));
        });
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-02T18:00:00Z"));
        assertReplays(id);
    }

    @Test
    void h44_new_rules_of_a_zone_are_named_where_an_instant_was_worked_out_by_them() {
        MovingZone.putForward("2026a", "2026-03-10T00:00");
        levels().defineCalendar(CalendarDefinition.of("office", MovingZone.ID, WeekPlan.everyDay("09:00-17:00")));
        levels().define(within(2));
        clock.set(time("2026-03-02T16:00:00Z"));
        TicketId left = opened("left alone").id();
        TicketId held = opened("held").id();
        clock.advance(Duration.ofMinutes(10));
        incidents().hold(held, HoldIncident.untilCallerAnswers("?"));
        assertThat(clock(left).dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
        ClockExplanation before = levels().explain(held).get(0);
        assertThat(before.dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
        assertThat(before.zoneRules()).containsExactly("2026a");
        assertThat(before.zoneRulesNow()).isEqualTo("2026a");
        assertThat(levels().replay(held).isBySameRules()).isTrue();

        MovingZone.putForward("2026b", "2026-03-03T00:00");
        itsm = scene().build();
        assertThat(clock(left).dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
        clock.advance(Duration.ofMinutes(10));
        incidents().resume(held);

        assertThat(clock(held).dueAt()).isEqualTo(time("2026-03-03T09:10:00Z"));
        ClockExplanation after = levels().explain(held).get(0);
        assertThat(after.zoneRules()).containsExactly("2026a", "2026b");
        assertThat(after.zoneRulesNow()).isEqualTo("2026b");
        assertThat(levels().replay(held).zoneRules()).isEqualTo(Map.of(MovingZone.ID, Set.of("2026a", "2026b")));
        assertThat(levels().replay(held).isBySameRules()).isFalse();
        assertThat(levels().replay(left).isSame()).isFalse();
        assertThat(levels().replay(left).isBySameRules()).isFalse();
        assertThat(clock(left).dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
    }

    @Test
    void h45_a_holiday_in_the_past_or_the_future_moves_a_clock_only_by_an_event_with_before_and_after() {
        define(within(16));
        TicketId id = opened("VPN").id();
        clock.set(time("2026-03-03T08:00:00Z"));
        CalendarDefinition both = OFFICE.with(List.of(
                SpecialDay.holiday(LocalDate.of(2026, 3, 2), "past"),
                SpecialDay.holiday(LocalDate.of(2026, 3, 4), "future")));
        levels().defineCalendar(both);
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-03T17:00:00Z"));

        levels().recalculate(Recalculate.dryRun().forReal());
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-05T17:00:00Z"));
        levels().defineCalendar(OFFICE);
        levels().recalculate(Recalculate.dryRun().forReal());
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-03T17:00:00Z"));

        List<JournalEntry> journal =
                incidents().tickets().journal(id, PageRequest.all()).items();
        assertThat(journal)
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "ServiceLevelsRecalculated", "ServiceLevelsRecalculated");
        assertThat(String.valueOf(journal.get(1).data().get("recalculation")))
                .contains("2026-03-03T17:00:00Z", "2026-03-05T17:00:00Z");
        assertReplays(id);
    }

    @Test
    void h46_pauses_in_every_wrong_order_never_make_elapsed_time_negative_or_less() {
        define(within(4));
        TicketId id = opened("VPN").id();
        long last = 0;
        for (int i = 0; i < 6; i++) {
            incidents().hold(id, HoldIncident.untilCallerAnswers("which one?"));
            clock.advance(Duration.ofHours(i));
            assertThat(clock(id).status()).isEqualTo(ClockStatus.PAUSED);
            assertThat(clock(id).elapsedMicros()).isGreaterThanOrEqualTo(last);
            last = clock(id).elapsedMicros();
            incidents().resume(id);
            clock.advance(Duration.ofMinutes(10));
        }
        incidents().hold(id, HoldIncident.untilCallerAnswers("which one?"));
        clock.advance(Duration.ofDays(9));
        incidents().resolve(id, fixed());
        assertThat(clock(id).status()).isEqualTo(ClockStatus.MET);
        assertThat(clock(id).elapsedMicros())
                .isGreaterThanOrEqualTo(last)
                .isLessThan(Duration.ofHours(1).toNanos() / 1_000);
        assertReplays(id);
    }

    @Test
    void h47_a_thousand_changes_of_priority_in_a_minute_leave_one_clock_and_at_the_due_instant_it_is_met() {
        define(Agreement.sla(
                        "gold",
                        "Gold",
                        Target.within(Metric.RESOLUTION, Duration.ofHours(2))
                                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        Target.within(Metric.RESOLUTION, Duration.ofHours(8)))
                .on("office"));
        TicketId id = opened("VPN").id();
        int changes = FULL ? 1_000 : 100;
        for (int i = 0; i < changes; i++) {
            clock.advance(Duration.ofMillis(60_000 / changes));
            Impact impact = i % 2 == 0 ? Impact.HIGH : Impact.LOW;
            Urgency urgency = i % 2 == 0 ? Urgency.HIGH : Urgency.LOW;
            incidents().tickets().update(id, UpdateTicket.rate(impact, urgency));
        }
        assertThat(levels().clocks(id)).hasSize(1);
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        clock.set(time("2026-03-02T11:00:00Z"));
        incidents().tickets().update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(clock(id).breachedAt()).isNull();
        incidents().resolve(id, fixed());
        assertThat(clock(id).status()).isEqualTo(ClockStatus.MET);
        assertThat(clock(id).elapsedMicros()).isEqualTo(clock(id).targetMicros());
        assertReplays(id);
    }

    @Test
    void h48_clocks_keep_the_order_of_facts_whatever_the_clock_of_the_node_does() {
        define(within(4));
        TicketId id = opened("VPN").id();
        clock.advance(Duration.ofHours(-1));
        incidents().hold(id, HoldIncident.untilCallerAnswers("which one?"));
        incidents().resume(id);
        for (int i = 0; i < (FULL ? 1_000 : 50); i++) {
            incidents().hold(id, HoldIncident.untilCallerAnswers("same instant"));
            incidents().resume(id);
        }
        assertThat(clock(id).elapsedMicros()).isZero();
        assertThat(clock(id).dueAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        clock.advance(Duration.ofDays(30));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(itsm.processDue(100).done()).isZero();
        assertReplays(id);
    }

    @Test
    void h49_nodes_an_hour_apart_deal_with_every_level_once() {
        define(within(4));
        MutableClock ahead = MutableClock.at("2026-03-02T10:00:00Z");
        Itsm fast = otherNode().clock(ahead).build();
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(opened("VPN " + i).id());
        }
        clock.set(time("2026-03-02T12:30:00Z"));
        ahead.set(time("2026-03-02T13:30:00Z"));
        assertThat(itsm.processDue(100).done()).isZero();
        assertThat(fast.processDue(7).done()).isEqualTo(7);
        clock.set(time("2026-03-02T13:30:00Z"));
        ahead.set(time("2026-03-02T14:30:00Z"));
        int done = itsm.processDue(100).done() + fast.processDue(100).done();
        assertThat(done).isEqualTo(13);
        for (TicketId id : ids) {
            assertThat(incidents().tickets().journal(id, PageRequest.all()).items())
                    .extracting(JournalEntry::event)
                    .containsExactly("TicketOpened", "ServiceLevelBreached");
            assertThat(clock(id).breachedAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
            assertReplays(id);
        }
    }

    @Test
    void h50_clocks_that_piled_up_in_an_outage_are_dealt_with_in_batches_and_each_once() {
        define(within(1)
                .promising(Target.within(Metric.RESOLUTION, Duration.ofHours(1))
                        .warning(Threshold.at(50), Threshold.after("late", Duration.ofHours(1)))));
        int many = 250;
        for (int i = 0; i < many; i++) {
            opened("t" + i);
        }
        clock.advance(Duration.ofDays(3));
        assertThat(behind()).isZero();
        int done = 0;
        DueReport report;
        do {
            report = itsm.processDue(100);
            assertThat(report.done()).isLessThanOrEqualTo(100);
            assertThat(behind()).isEqualTo(Duration.ofDays(3).minusMinutes(30).toSeconds());
            done += report.done();
        } while (report.more());
        assertThat(done).isEqualTo(many);
        assertThat(levels().count(SlaClock.IS_BREACHED.is(true))).isEqualTo(many);
        assertThat(meters.counter("itsm.due", "milestone", "service-level", "outcome", "done")
                        .count())
                .isEqualTo(many);
        itsm.processDue(100);
        assertThat(behind()).isZero();
    }

    private double behind() {
        return meters.get("itsm.due.lag").timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void h51_a_handler_that_throws_touches_no_ticket_is_tried_again_and_ends_visible() {
        List<String> keys = new ArrayList<>();
        itsm = scene().thresholdHandler("pager", (key, event) -> {
                    keys.add(key);
                    throw new IllegalStateException("no pager today");
                })
                .build();
        define(within(4)
                .promising(Target.within(Metric.RESOLUTION, Duration.ofHours(4))
                        .warning(Threshold.at(50, new ThresholdAction.Call("pager")))));
        TicketId id = opened("VPN").id();
        itsm.deliver(100);
        clock.advance(Duration.ofHours(2));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        for (int i = 0; i < 40; i++) {
            DeliveryReport report = itsm.deliver(100);
            assertThat(report.delivered()).isZero();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(keys).hasSizeGreaterThan(1);
        assertThat(Set.copyOf(keys)).hasSize(1);
        assertThat(itsm.outbox().dead(ACME, PageRequest.all()).items()).hasSize(1);
        assertThat(clock(id).status()).isEqualTo(ClockStatus.RUNNING);
    }

    @Test
    void h51_a_handler_that_throws_keeps_the_event_from_nobody_else_and_nobody_gets_it_over_and_over() {
        List<String> received = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<String> called = new ArrayList<>();
        itsm = scene().thresholdHandler("pager", (key, event) -> {
                    throw new IllegalStateException("no pager today");
                })
                .thresholdHandler("board", (key, event) -> called.add(key))
                .sink(event -> received.add(event.name()))
                .notifier(notification -> told.add(notification.event().name()))
                .build();
        define(calling("pager", "board"));
        opened("VPN");
        itsm.deliver(100);
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);
        received.clear();
        told.clear();

        for (int i = 0; i < 20; i++) {
            assertThat(itsm.deliver(100).delivered()).isZero();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(received).containsExactly("ServiceLevelReached");
        assertThat(told).containsExactly("ServiceLevelReached");
        assertThat(called).isNotEmpty();
        assertThat(itsm.outbox().dead(ACME, PageRequest.all()).items()).hasSize(1);
    }

    @Test
    void h51_a_handler_that_works_again_lets_the_event_go() {
        List<String> received = new ArrayList<>();
        List<String> called = new ArrayList<>();
        boolean[] broken = {true};
        itsm = scene().thresholdHandler("pager", (key, event) -> {
                    if (broken[0]) {
                        throw new IllegalStateException("no pager today");
                    }
                    called.add(key);
                })
                .sink(onTickets(received))
                .build();
        define(calling("pager"));
        TicketId id = opened("VPN").id();
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);
        incidents().start(id);
        itsm.deliver(100);
        assertThat(received).containsExactly("TicketOpened", "ServiceLevelReached");

        broken[0] = false;
        clock.advance(Duration.ofDays(1));
        itsm.deliver(100);
        assertThat(called).hasSize(1);
        assertThat(received).containsExactly("TicketOpened", "ServiceLevelReached", "TicketStarted");
        assertThat(itsm.outbox().waiting(ACME)).isZero();
    }

    @Test
    void h51_a_call_that_this_node_knows_no_handler_for_is_not_dropped() {
        List<String> received = new ArrayList<>();
        itsm = scene().thresholdHandler("pager", (key, event) -> {}).build();
        define(calling("pager"));
        Itsm other = otherNode().sink(onTickets(received)).build();
        opened("VPN");
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);

        DeliveryReport report = other.deliver(100);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(received).containsExactly("TicketOpened", "ServiceLevelReached");
        clock.advance(Duration.ofDays(1));
        assertThat(itsm.deliver(100).delivered()).isEqualTo(1);
    }

    private static EventSink onTickets(List<String> names) {
        return event -> {
            if (event.subjectKind().equals("ticket")) {
                names.add(event.name());
            }
        };
    }

    private static Agreement calling(String... handlers) {
        ThresholdAction[] actions = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.REQUESTER))),
                        java.util.stream.Stream.of(handlers).map(ThresholdAction.Call::new))
                .toArray(ThresholdAction[]::new);
        return within(4)
                .promising(Target.within(Metric.RESOLUTION, Duration.ofHours(4)).warning(Threshold.at(50, actions)));
    }

    @Test
    void h51_an_action_that_could_never_be_carried_out_is_refused() {
        refusedWithoutTrace(InvalidInput.class, "REQUIRED", () -> new ThresholdAction.Notify(Set.of()));
        for (int tier : new int[] {0, -1, 4, 99}) {
            says(
                    refusedWithoutTrace(
                            InvalidInput.class,
                            "OUT_OF_LIMIT",
                            () -> new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, tier, null)),
                    "tier",
                    "3");
        }
        refusedWithoutTrace(
                InvalidInput.class,
                "ILLEGAL_CHARACTER",
                () -> new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, null, " network"));
        refusedWithoutTrace(InvalidInput.class, "REQUIRED", () -> new ThresholdAction.AddTaskFor(" ", null));
        refusedWithoutTrace(
                InvalidInput.class, "TOO_LONG", () -> new ThresholdAction.AddTaskFor("x".repeat(201), null));
        refusedWithoutTrace(
                InvalidInput.class, "ILLEGAL_CHARACTER", () -> new ThresholdAction.AddTaskFor("Call\nthem", null));
        refusedWithoutTrace(InvalidInput.class, "REQUIRED", () -> new ThresholdAction.AddTaskFor("Call", ""));
        refusedWithoutTrace(InvalidInput.class, "REQUIRED", () -> new ThresholdAction.Call(""));

        itsm = scene().thresholdHandler("pager", (key, event) -> {}).build();
        define();
        says(
                refusedWithoutTrace(
                        InvalidInput.class,
                        "UNKNOWN",
                        () -> levels().define(calling("pgaer")),
                        () -> levels().define(calling("pager"))),
                "handler",
                "pgaer");
    }

    @Test
    void h52_groups_that_escalate_to_each_other_come_to_an_end() {
        define(
                Agreement.ola("desk", "Desk", escalating("network"))
                        .forGroups("desk")
                        .on("office"),
                Agreement.ola("network", "Network", escalating("desk"))
                        .forGroups("network")
                        .on("office"));
        TicketId id =
                incidents().open(OpenTicket.titled("VPN").forGroup("desk")).id();
        int done = 0;
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofHours(1));
            done += itsm.processDue(100).done();
        }
        assertThat(done).isLessThanOrEqualTo(4);
        assertThat(incidents().get(id).assignment().escalations()).isLessThanOrEqualTo(2);
        incidents().assign(id, Assign.to("desk", null));
        assertReplays(id);
    }

    private static Target escalating(String group) {
        return Target.within(Metric.RESOLUTION, Duration.ofHours(4))
                .warning(Threshold.at(25, new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, null, group)));
    }

    @Test
    void a_condition_that_cannot_be_asked_is_refused() {
        Criterion<io.itsm4j.sla.Situation> deep = Fact.CATEGORY.is("x");
        for (int i = 0; i < 100; i++) {
            deep = deep.not();
        }
        Criterion<io.itsm4j.sla.Situation> tooDeep = deep;
        refusedWithoutTrace(
                InvalidInput.class,
                "CONDITION",
                () -> levels().define(within(1).on("24x7").when(tooDeep)));
        refusedWithoutTrace(
                InvalidInput.class,
                "CONDITION",
                () -> levels().define(within(1)
                        .on("24x7")
                        .when(io.itsm4j.storage.Attribute.<io.itsm4j.sla.Situation>text("moon", s -> "full")
                                .is("full"))));
    }
}
