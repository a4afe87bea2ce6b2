package io.itsm4j.examples.replay;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.IdSource;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Incidents whose zone, hours, pauses, priorities and reopenings are known, because they are made up from a seed. They
 * are lived through at a desk with a real agreement for each kind of hours, and after every step the library has to say
 * what is known: status, due instant, elapsed time and breach, to the microsecond.
 */
final class GeneratedLog {

    /**
     * What was compared.
     *
     * @param incidents how many incidents
     * @param steps after how many steps
     * @param breached how many of the incidents missed a due instant
     * @param pauses how many pauses there were
     * @param changes how many changes of priority
     * @param reopenings how many reopenings
     * @param differences the first values that differ, in words; empty when all are exact
     */
    record Outcome(
            long incidents,
            long steps,
            long breached,
            long pauses,
            long changes,
            long reopenings,
            List<String> differences) {

        Outcome {
            differences = List.copyOf(differences);
        }

        boolean isExact() {
            return differences.isEmpty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hours(String name, String zone, boolean everyDay, String... openings) {

        KnownHours known() {
            List<LocalTime> times = new ArrayList<>();
            for (String opening : openings) {
                for (String time : opening.split("-", -1)) {
                    times.add(time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time));
                }
            }
            return new KnownHours(
                    ZoneId.of(zone), LocalDate.of(2025, 12, 1), LocalDate.of(2027, 6, 30), everyDay, times, CLOSED);
        }

        CalendarDefinition defined() {
            return CalendarDefinition.of(
                            name, zone, everyDay ? WeekPlan.everyDay(openings) : WeekPlan.weekdays(openings))
                    .with(CLOSED.stream()
                            .map(date -> SpecialDay.holiday(date, "closed"))
                            .toList());
        }
    }

    private static final int SHOWN = 20;
    private static final String TENANT = "generated";
    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "made up");
    private static final Set<LocalDate> CLOSED =
            Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 5, 1));
    private static final List<Hours> HOURS = List.of(
            new Hours("berlin", "Europe/Berlin", false, "08:00-12:00", "13:00-17:30"),
            new Hours("nights", "America/New_York", true, "00:00-06:00", "22:00-24:00"),
            new Hours("howe", "Australia/Lord_Howe", true, "00:00-24:00"),
            new Hours("shanghai", "Asia/Shanghai", false, "09:00-18:00"));
    private static final List<Priority> GRADES = List.of(Priority.CRITICAL, Priority.MODERATE, Priority.PLANNING);
    private static final List<Duration> LIMITS =
            List.of(Duration.ofHours(3), Duration.ofMinutes(725), Duration.ofSeconds(90_061));

    private final long seed;
    private final List<String> differences = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long steps;
    private long breached;
    private long pauses;
    private long changes;
    private long reopenings;

    GeneratedLog(long seed) {
        this.seed = seed;
    }

    /** Lives so many incidents, one after the other, and compares after every step. */
    Outcome live(int incidents) {
        try (Itsm itsm = Itsm.builder()
                .store(new MemoryStore())
                .clock(() -> now)
                .ids(IdSource.seeded(seed))
                .build()) {
            ServiceLevels manager =
                    itsm.as(Actor.of(TENANT, "manager", Role.MANAGER)).serviceLevels();
            for (Hours hours : HOURS) {
                manager.defineCalendar(hours.defined());
                manager.define(agreement(hours));
            }
            for (int i = 0; i < incidents; i++) {
                new Incident(itsm, new Random(seed * 1_000_003 + i)).live();
            }
        }
        return new Outcome(incidents, steps, breached, pauses, changes, reopenings, differences);
    }

    private static io.itsm4j.sla.Agreement agreement(Hours hours) {
        List<Target> targets = new ArrayList<>();
        for (int grade = 0; grade < GRADES.size(); grade++) {
            targets.add(Target.within(Metric.RESOLUTION, LIMITS.get(grade))
                    .when(GRADES.get(grade).name(), Fact.PRIORITY.is(GRADES.get(grade))));
        }
        return io.itsm4j.sla.Agreement.sla(hours.name(), hours.name(), targets.toArray(Target[]::new))
                .on(hours.name())
                .forCustomers(hours.name());
    }

    /** One made-up life. */
    private final class Incident {

        private final Random random;
        private final Incidents incidents;
        private final ServiceLevels levels;
        private final TicketId id;
        private final KnownClock known;
        private int grade;

        Incident(Itsm itsm, Random random) {
            this.random = random;
            var session = itsm.as(Actor.of(TENANT, "agent", Role.AGENT));
            this.incidents = session.incidents();
            this.levels = session.serviceLevels();
            Hours hours = HOURS.get(random.nextInt(HOURS.size()));
            now = Instant.parse("2026-01-01T00:00:00Z")
                    .plusSeconds(random.nextInt(300 * 86_400))
                    .plusNanos(random.nextInt(1_000_000) * 1_000L);
            this.grade = random.nextInt(GRADES.size());
            this.id = incidents
                    .open(OpenTicket.titled("Made up").ofUnit(hours.name()).rated(impact(), urgency()))
                    .id();
            this.known = new KnownClock(hours.known(), now, LIMITS.get(grade));
        }

        void live() {
            compare("open");
            pass();
            incidents.start(id);
            known.look(now);
            compare("start");
            int rounds = 1 + random.nextInt(3);
            for (int round = 0; round < rounds; round++) {
                if (round > 0) {
                    pass();
                    incidents.reopen(id, "again");
                    known.goOn(now);
                    reopenings++;
                    compare("reopen");
                }
                work();
                pass();
                incidents.resolve(id, FIXED);
                known.resolve(now);
                compare("resolve");
            }
            breached += known.missed() == null ? 0 : 1;
        }

        private void work() {
            int times = random.nextInt(5);
            for (int i = 0; i < times; i++) {
                pass();
                if (random.nextBoolean()) {
                    incidents.hold(id, HoldIncident.untilCallerAnswers("which one?"));
                    known.hold(now);
                    pauses++;
                    compare("hold");
                    if (random.nextInt(4) == 0) {
                        pass();
                        change();
                    }
                    pass();
                    incidents.resume(id);
                    known.goOn(now);
                    compare("resume");
                } else {
                    change();
                }
            }
        }

        private void change() {
            int before = grade;
            grade = random.nextInt(GRADES.size());
            if (grade != before) {
                incidents.update(id, UpdateTicket.rate(impact(), urgency()));
                known.promise(now, LIMITS.get(grade));
                changes++;
                compare("rate");
            }
        }

        private Impact impact() {
            return Impact.values()[grade];
        }

        private Urgency urgency() {
            return Urgency.values()[grade];
        }

        /** Time passes; now and then exactly to the due instant, or one microsecond beyond it. */
        private void pass() {
            Instant due = known.due();
            int chance = random.nextInt(12);
            if (chance < 2 && known.status() == ClockStatus.RUNNING && due.isAfter(now)) {
                now = due.plusNanos(chance * 1_000L);
            } else {
                now = now.plusSeconds(random.nextInt(30_000)).plusNanos(random.nextInt(1_000_000) * 1_000L);
            }
        }

        private void compare(String step) {
            steps++;
            SlaClock said = levels.clocks(id).get(0);
            ClockExplanation why = levels.explain(id).get(0);
            check(step, "status", known.status(), said.status());
            check(step, "due", known.due(), why.dueAt());
            check(step, "breach", known.missed(), said.breachedAt());
            check(step, "elapsed", known.elapsed(now), why.elapsed());
            if (known.status() == ClockStatus.RUNNING) {
                check(step, "due of the row", known.due(), said.dueAt());
            }
            if (!known.status().isOpen()) {
                check(step, "elapsed of the row", known.elapsed(now), Duration.ofNanos(said.elapsedMicros() * 1_000));
            }
        }

        private void check(
                String step,
                String what,
                @org.jspecify.annotations.Nullable Object known,
                @org.jspecify.annotations.Nullable Object said) {
            if (!Objects.equals(known, said) && differences.size() < SHOWN) {
                differences.add(id + " after " + step + " at " + now + ": " + what + " is known to be " + known
                        + ", the library says " + said);
            }
        }
    }
}
