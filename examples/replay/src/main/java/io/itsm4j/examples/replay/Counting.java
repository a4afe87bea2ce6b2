package io.itsm4j.examples.replay;

import static io.itsm4j.lifecycle.StateCategory.ACTIVE;
import static io.itsm4j.lifecycle.StateCategory.CANCELLED;
import static io.itsm4j.lifecycle.StateCategory.CLOSED;
import static io.itsm4j.lifecycle.StateCategory.NEW;
import static io.itsm4j.lifecycle.StateCategory.PENDING;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.sla.Conditions;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.TimeLimit;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One way of counting the time of an incident.
 *
 * @param hours the hours of service of a day, or empty for the whole day
 * @param days the days of service; all of them when there are no hours
 * @param waiting whether time on hold counts
 * @param untilClosing whether it counts until the incident is closed, not only until it is resolved
 */
record Counting(String hours, Days days, boolean waiting, boolean untilClosing) {

    /** As good as no limit. */
    static final Duration NO_LIMIT = Duration.ofDays(3_650);

    /** The key of the agreement. */
    static final String KEY = "tried";

    private static final String CALENDAR = "service hours";

    /** Days of service. */
    enum Days {
        WEEKDAYS,
        ALL
    }

    /** The ways that fitting tries, the simplest first. */
    static List<Counting> all() {
        List<Counting> all = new ArrayList<>();
        for (boolean untilClosing : new boolean[] {false, true}) {
            for (boolean waiting : new boolean[] {true, false}) {
                all.add(new Counting("", Days.ALL, waiting, untilClosing));
                for (String hours : List.of("00:00-24:00", "08:00-18:00", "09:00-18:00", "09:00-17:00")) {
                    all.add(new Counting(hours, Days.WEEKDAYS, waiting, untilClosing));
                }
            }
        }
        return all;
    }

    /** Whether it is the clock on the wall, from the report to the end. */
    boolean isRaw() {
        return isRoundTheClock() && waiting;
    }

    private boolean isRoundTheClock() {
        return hours.isEmpty();
    }

    /** The agreement that promises these times. */
    io.itsm4j.sla.Agreement agreement(Map<Priority, Duration> limits) {
        List<Target> targets = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            Duration limit = limits.get(priority);
            if (limit != null) {
                targets.add(Target.of(Metric.RESOLUTION, new TimeLimit.Within(limit), conditions())
                        .when("priority " + priority.rank(), Fact.PRIORITY.is(priority))
                        .fromReport());
            }
        }
        return io.itsm4j.sla.Agreement.sla(KEY, "Tried on the log", targets.toArray(Target[]::new))
                .on(isRoundTheClock() ? io.itsm4j.sla.Agreement.ALWAYS : CALENDAR);
    }

    private Conditions conditions() {
        Criterion<io.itsm4j.sla.Situation> unresolved = in(NEW, ACTIVE, PENDING);
        Conditions conditions = untilClosing
                ? Conditions.between(unresolved.or(in(RESOLVED)), in(CLOSED))
                : Conditions.between(unresolved, in(RESOLVED, CLOSED));
        conditions = conditions.cancelledBy(in(CANCELLED));
        return waiting ? conditions : conditions.pausedWhile(in(PENDING));
    }

    private static Criterion<io.itsm4j.sla.Situation> in(StateCategory... categories) {
        return Fact.CATEGORY_OF_STATE.in(List.of(categories));
    }

    /** The calendars that the agreement needs. */
    List<CalendarDefinition> calendars(ZoneId zone) {
        return isRoundTheClock()
                ? List.of()
                : List.of(CalendarDefinition.of(
                        CALENDAR,
                        zone.getId(),
                        days == Days.WEEKDAYS ? WeekPlan.weekdays(hours) : WeekPlan.everyDay(hours)));
    }

    @Override
    public String toString() {
        return (isRoundTheClock() ? "round the clock" : "weekdays " + hours)
                + (waiting ? ", waiting counts" : ", waiting does not count")
                + (untilClosing ? ", until closing" : ", until the resolution");
    }
}
