package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;

/** What contracts of service levels share: an office calendar, an agreement, and how clocks are looked at. */
public abstract class MeasuredContract extends Contract {

    protected static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "paper");
    protected static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-17:00"));

    protected static Target within(Metric metric, int hours) {
        return Target.within(metric, Duration.ofHours(hours));
    }

    protected static Agreement gold() {
        return Agreement.sla(
                        "gold",
                        "Gold",
                        within(Metric.RESPONSE, 1),
                        within(Metric.RESOLUTION, 2).when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        within(Metric.RESOLUTION, 8).when("rest", Fact.PRIORITY.after(Priority.CRITICAL)))
                .on("office");
    }

    protected Itsm itsm(Agreement... agreements) {
        return with(builder().build(), agreements);
    }

    protected Itsm with(Itsm itsm, Agreement... agreements) {
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        levels.defineCalendar(OFFICE);
        for (Agreement agreement : agreements) {
            levels.define(agreement);
        }
        return itsm;
    }

    protected static SlaClock clock(ServiceLevels levels, TicketId id, Metric metric) {
        return levels.clocks(id).stream()
                .filter(clock -> clock.metric().equals(metric))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    protected static void assertReplays(ServiceLevels levels, TicketId id) {
        var replayed = levels.replay(id);
        assertThat(replayed.replayed()).isEqualTo(replayed.stored());
        assertThat(replayed.isSame()).isTrue();
    }

    protected static Instant time(String text) {
        return Instant.parse(text);
    }

    protected static ThresholdAction escalation(String group) {
        return new ThresholdAction.EscalateTo(Escalate.Kind.FUNCTIONAL, null, group);
    }

    protected void at(String time) {
        clock.set(time("2026-03-02T" + time + "Z"));
    }

    /** The stretches leave no gap, and those that ran since the clock counts are the time that has passed. */
    protected static void assertAddsUp(ClockExplanation why) {
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
}
