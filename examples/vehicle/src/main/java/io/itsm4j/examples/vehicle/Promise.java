package io.itsm4j.examples.vehicle;

import io.itsm4j.ItsmSession;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import java.time.Duration;

/** What the shop promises: a vehicle is ready within four working hours, waiting for parts or for a bay not counted. */
final class Promise {

    static final String KEY = "workshop";

    private static final CalendarDefinition OPEN =
            CalendarDefinition.of("workshop-hours", "UTC", WeekPlan.weekdays("07:30-18:00"));

    private static final Agreement AGREEMENT = Agreement.sla(
                    KEY,
                    "Ready within four hours",
                    Target.within(Metric.RESOLUTION, Duration.ofHours(4)).warning(Threshold.at(75)))
            .when(Fact.TYPE.is(RepairType.REPAIR.name()))
            .on(OPEN.name());

    private Promise() {}

    /** Puts it in force; the session is a manager's. */
    static void make(ItsmSession owner) {
        ServiceLevels levels = owner.serviceLevels();
        levels.defineCalendar(OPEN);
        levels.define(AGREEMENT);
    }
}
