package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ticket's facts told one after the other, and its clocks after each; no store, no engine. */
final class Life {

    static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static final Map<String, BusinessCalendar> CALENDARS = Map.of(
            Agreement.ALWAYS,
            BusinessCalendar.alwaysOpen(ZoneOffset.UTC),
            "office",
            office("UTC", WeekPlan.weekdays("09:00-12:00", "13:00-17:00")),
            "berlin",
            office("Europe/Berlin", WeekPlan.weekdays("08:00-18:00")),
            "nights",
            office("Asia/Shanghai", WeekPlan.everyDay("22:00-06:00")));

    private final List<Bound> bound = new ArrayList<>();
    private final Map<String, Object> facts = new HashMap<>();
    private boolean opened;
    private Instant now = MONDAY_NINE;
    private TicketClocks clocks = TicketClocks.NONE;

    private Life(List<Agreement> agreements) {
        agreements.forEach(one -> bound.add(new Bound(one, "hash-" + one.key(), 1)));
        facts.put("type", "incident");
        facts.put("priority", "MODERATE");
        facts.put("stateCategory", "NEW");
    }

    static Life under(Agreement... agreements) {
        return new Life(List.of(agreements));
    }

    private static BusinessCalendar office(String zone, WeekPlan week) {
        return BusinessCalendar.of(CalendarDefinition.of("office", zone, week));
    }

    static BusinessCalendar calendar(String name) {
        return CALENDARS.get(name);
    }

    Life reportedAt(String instant) {
        facts.put("openedAt", Instant.parse(instant).toString());
        return this;
    }

    Life at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Life after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Life open() {
        facts.putIfAbsent("openedAt", now.toString());
        return tell("TicketOpened", Map.of());
    }

    Life state(String category) {
        return tell("StateChanged", Map.of("stateCategory", category));
    }

    Life priority(String priority) {
        return tell("TicketUpdated", Map.of("priority", priority));
    }

    Life group(String group) {
        return tell("TicketAssigned", Map.of("group", group));
    }

    /** A level of a clock is dealt with. */
    Life reached(Metric metric, String level) {
        ClockState clock = clock(metric);
        return tell("ServiceLevelReached", Map.of(), Set.of(new Happening.Reached(clock.key(), clock.cycle(), level)));
    }

    /** Something happens, and facts change; an empty text takes a fact away. */
    Life tell(String event, Map<String, Object> changes) {
        return tell(event, changes, Set.of());
    }

    private Life tell(String event, Map<String, Object> changes, Set<Happening.Reached> reached) {
        Situation before = opened ? Situation.of(facts) : null;
        opened = true;
        facts.putAll(changes);
        facts.values().removeIf(""::equals);
        Map<String, Object> after = new HashMap<>(facts);
        after.put("event", event);
        Happening fact = new Happening(before, Situation.of(after), now, reached, false);
        clocks = Fold.step(clocks, fact, terms());
        facts.keySet().removeIf(Fact::isMomentary);
        return this;
    }

    /** The same ticket, as if its state had been written down and read again. */
    Life writtenDown() {
        clocks = TicketClocks.read(clocks.write());
        return this;
    }

    Instant now() {
        return now;
    }

    TicketClocks clocks() {
        return clocks;
    }

    ClockState clock(Metric metric) {
        return clocks.clocks().stream()
                .filter(clock -> clock.key().metric().equals(metric))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    Duration elapsed(Metric metric) {
        ClockState clock = clock(metric);
        return Timing.elapsed(clock, calendar(clock.calendar()), now);
    }

    private Terms terms() {
        return new Terms() {
            @Override
            public Collection<Bound> agreements(TicketClocks present) {
                return bound;
            }

            @Override
            public String calendarFor(ClockKey key, Bound one, Target target, Situation situation) {
                String own = target.calendar();
                return own == null ? one.agreement().calendar() : own;
            }

            @Override
            public BusinessCalendar calendar(String hash) {
                return Life.calendar(hash);
            }
        };
    }
}
