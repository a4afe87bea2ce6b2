package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.AttainmentReport;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ReportBy;
import io.itsm4j.sla.ReportOn;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.WhatIf;
import io.itsm4j.sla.WhatIfReport;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportReport;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import io.itsm4j.ticket.Verb;
import io.itsm4j.ticket.Verbs;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * A proposed agreement, a proposed calendar and a report over a history of tickets with seven entries each, on
 * PostgreSQL and one thread. The bound: 100,000 tickets in under a minute, which is 0.6 ms a ticket.
 */
final class WhatIfs {

    private static final double BOUND = 0.6;
    private static final PersonId BY = PersonId.of(Life.PERSON);
    private static final Instant OPENED = Instant.parse("2025-01-06T08:00:00Z");

    private final int tickets;
    private final int rounds;

    WhatIfs(int tickets, int rounds) {
        this.tickets = tickets;
        this.rounds = rounds;
    }

    void run() throws IOException, SQLException {
        try (Database database = new Database();
                EntityManagerFactory factory = Hibernate.factory(database.pool(), JpaStore.entityClassNames());
                Itsm itsm = Itsm.builder()
                        .store(JpaStore.owning(factory))
                        .numberBlock(100)
                        .build()) {
            System.out.println(Machine.description() + "; " + database.version());
            ServiceLevels levels = itsm.as(Actor.of("itsm4j", Life.PERSON, Role.AGENT, Role.MANAGER))
                    .serviceLevels();
            levels.defineCalendar(CalendarDefinition.of("office", "Europe/Berlin", WeekPlan.weekdays("08:00-18:00")));
            levels.define(agreement(4, 16));
            bring(itsm);
            database.settle();
            for (int round = 0; round < rounds; round++) {
                measure(levels, round == 0 ? "the first time" : "again");
            }
        }
    }

    private void measure(ServiceLevels levels, String round) {
        System.out.println(round + ":");
        timed("another agreement", () -> differing(levels, WhatIf.agreed(agreement(2, 12))));
        timed(
                "another calendar",
                () -> differing(
                        levels,
                        WhatIf.open(CalendarDefinition.of(
                                "office", "Europe/Berlin", WeekPlan.weekdays("09:00-12:00", "13:00-17:00")))));
        timed("the report of the time", () -> {
            AttainmentReport report = levels.reports()
                    .attainment(ReportOn.reported(OPENED, OPENED.plus(Duration.ofDays(3_650)))
                            .tellingApart(ReportBy.METRIC, ReportBy.PRIORITY, ReportBy.MONTH));
            return report.lines().size() + " lines, " + report.tickets() + " tickets";
        });
    }

    private static String differing(ServiceLevels levels, WhatIf what) {
        WhatIfReport sum = levels.reports().whatIf(what, ticket -> {});
        return sum.differing() + " tickets differ, breached clocks "
                + sum.before().breached() + " → " + sum.after().breached();
    }

    private void timed(String what, Supplier<String> work) {
        long start = System.nanoTime();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        String said = work.get();
        double each = (System.nanoTime() - start) / 1e6 / tickets;
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e6 / tickets;
        System.out.printf(
                Locale.ROOT,
                "  %-24s %7.3f ms a ticket (CPU %.3f ms here), %5.1f s for 100,000 (bound 60 s: %s); %s%n",
                what,
                each,
                cpu,
                each * 100,
                each <= BOUND ? "held" : "MISSED",
                said);
    }

    private static Agreement agreement(int critical, int rest) {
        return Agreement.sla(
                        "gold",
                        "Gold",
                        Target.within(Metric.RESPONSE, Duration.ofHours(1)),
                        Target.within(Metric.RESOLUTION, Duration.ofHours(critical))
                                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL)),
                        Target.within(Metric.RESOLUTION, Duration.ofHours(rest))
                                .when("rest", Fact.PRIORITY.after(Priority.CRITICAL)))
                .on("office");
    }

    private void bring(Itsm itsm) {
        ImportReport report = itsm.as(Actor.of("itsm4j", Life.PERSON, Role.IMPORTER))
                .imports(itsm.incidentType())
                .run(LongStream.range(0, tickets).mapToObj(WhatIfs::imported).iterator());
        if (report.imported() != tickets) {
            throw new IllegalStateException(report.toString());
        }
    }

    private static ImportedTicket<Incident> imported(long number) {
        Random random = new Random(number);
        Instant at = OPENED.plus(Duration.ofMinutes(7 * number));
        boolean isCritical = random.nextInt(5) == 0;
        List<ImportedTicket.Step<Incident>> steps = new ArrayList<>();
        List<Verb<Incident>> verbs = List.of(
                Verbs.assign(Assign.to(Life.GROUP, Life.PERSON)),
                IncidentVerbs.start(),
                IncidentVerbs.hold(HoldIncident.untilCallerAnswers(Life.QUESTION)),
                IncidentVerbs.resume(),
                IncidentVerbs.resolve(ResolveIncident.with(Life.CODE, Life.NOTES)),
                IncidentVerbs.close());
        for (Verb<Incident> verb : verbs) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(900)));
            steps.add(new ImportedTicket.Step<>(at, BY, verb));
        }
        return new ImportedTicket<>(
                number,
                OpenTicket.titled(Life.title(number))
                        .describedAs(Life.DESCRIPTION)
                        .rated(isCritical ? Impact.HIGH : Impact.MEDIUM, isCritical ? Urgency.HIGH : Urgency.MEDIUM),
                Incident.NEW,
                OPENED.plus(Duration.ofMinutes(7 * number)),
                BY,
                steps);
    }
}
