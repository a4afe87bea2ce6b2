package io.itsm4j.docs;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.IdSource;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockExplanation;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ReopenPolicy;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SwitchPolicy;
import io.itsm4j.sla.Target;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The worked timelines of the page about service levels: lives of real tickets, drawn from what explains their clocks.
 */
final class SlaPictures {

    private static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "Europe/Berlin", WeekPlan.weekdays("09:00-17:00"));
    private static final CalendarDefinition NIGHTS =
            CalendarDefinition.of("nights", "Europe/Berlin", WeekPlan.everyDay("20:00-08:00"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "a cable");

    private SlaPictures() {}

    static Map<String, String> all() {
        Map<String, String> pictures = new TreeMap<>();
        pictures.put("sla-pause.svg", pause());
        pictures.put("sla-switch.svg", change());
        pictures.put("sla-reopen.svg", reopening());
        pictures.put("sla-closing.svg", closing());
        pictures.put("sla-dst.svg", night());
        return pictures;
    }

    private static Target within(int hours) {
        return Target.within(Metric.RESOLUTION, Duration.ofHours(hours));
    }

    private static String both(String one, String other) {
        return one + ", " + other;
    }

    private static String pause() {
        Stage stage = new Stage("A pause within closed hours changes nothing; 4 hours agreed", OFFICE, MONDAY, 2, 14);
        stage.agree(Agreement.sla("a", "A", within(4)));
        TicketId unharmed = stage.open("2026-03-02T15:00");
        TicketId waiting = stage.open("2026-03-02T15:00");
        stage.at("2026-03-02T16:00").hold(waiting, HoldIncident.untilCallerAnswers("?"));
        stage.at("2026-03-02T17:30").hold(unharmed, HoldIncident.untilCallerAnswers("?"));
        stage.at("2026-03-03T08:30").resume(unharmed);
        stage.at("2026-03-03T10:00").resume(waiting);
        stage.at("2026-03-03T16:00");
        stage.clocks("held 17:30–08:30", unharmed, "due when held in closed hours");
        stage.clocks("held 16:00–10:00", waiting, "due when held for two open hours");
        return stage.svg();
    }

    private static String change() {
        Stage stage = new Stage("At 13:00 the priority rises: 4 hours instead of 8", OFFICE, MONDAY, 1, 34);
        for (SwitchPolicy policy : new SwitchPolicy[] {SwitchPolicy.FROM_START, SwitchPolicy.FROM_SWITCH}) {
            stage.agree(Agreement.sla(
                    policy.name(),
                    policy.name(),
                    within(4)
                            .when("critical", Fact.PRIORITY.is(Priority.CRITICAL))
                            .switching(policy),
                    within(8).when("rest", Fact.PRIORITY.after(Priority.CRITICAL))));
        }
        TicketId id = stage.open("2026-03-02T10:00");
        stage.at("2026-03-02T13:00").update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        stage.at("2026-03-02T16:00");
        stage.mark("2026-03-02T13:00", "the priority rises");
        stage.clocks("", id, "due");
        return stage.svg();
    }

    private static String reopening() {
        Stage stage =
                new Stage("Resolved on Monday after 2 of 4 hours, reopened on Tuesday at 10:00", OFFICE, MONDAY, 2, 17);
        for (ReopenPolicy policy :
                new ReopenPolicy[] {ReopenPolicy.RESUME, ReopenPolicy.RESTART, ReopenPolicy.NEW_CYCLE}) {
            stage.agree(Agreement.sla(policy.name(), policy.name(), within(4).reopening(policy)));
        }
        TicketId id = stage.open("2026-03-02T10:00");
        stage.at("2026-03-02T12:00").resolve(id, FIXED);
        stage.at("2026-03-03T10:00").reopen(id, "again");
        stage.at("2026-03-03T15:00");
        stage.mark("2026-03-03T10:00", "reopened");
        stage.clocks("", id, "due");
        return stage.svg();
    }

    private static String closing() {
        Stage stage = new Stage(
                "4 hours from 13:00 end exactly at closing time: due at 17:00, not the next morning",
                OFFICE,
                MONDAY,
                2,
                17);
        stage.agree(Agreement.sla("a", "A", within(4)));
        TicketId met = stage.open("2026-03-02T13:00");
        TicketId late = stage.open("2026-03-02T13:00");
        stage.at("2026-03-02T17:00").resolve(met, FIXED);
        stage.at("2026-03-03T10:30").resolve(late, FIXED);
        stage.clocks("resolved at 17:00", met, "due, and met");
        stage.clocks("resolved next day", late, "");
        return stage.svg();
    }

    private static String night() {
        Stage stage = new Stage(
                "8 hours from 22:00 over the night in which Berlin skips 02:00 to 03:00: due at 07:00",
                NIGHTS,
                LocalDate.of(2026, 3, 28),
                2,
                17);
        stage.agree(Agreement.sla("a", "A", within(8)));
        TicketId id = stage.open("2026-03-28T22:00");
        stage.at("2026-03-29T07:45");
        stage.clocks("open since 22:00", id, "due");
        return stage.svg();
    }

    /** A desk with a calendar, on which tickets live, and their picture. */
    private static final class Stage {

        private final MutableClock clock = MutableClock.at("2026-03-01T00:00:00Z");
        private final Itsm itsm = Itsm.builder()
                .store(new MemoryStore())
                .clock(clock)
                .ids(IdSource.seeded(1))
                .build();
        private final BusinessCalendar calendar;
        private final Timeline timeline;
        private final Map<Instant, String> marks = new TreeMap<>();

        Stage(String title, CalendarDefinition hours, LocalDate first, int days, double pixelsAnHour) {
            this.calendar = BusinessCalendar.of(hours);
            this.timeline = new Timeline(title, hours.zone(), first, days, pixelsAnHour);
            levels().defineCalendar(hours);
            int row = timeline.row("calendar is open");
            Instant end = first.plusDays(days).atStartOfDay(hours.zone()).toInstant();
            Instant at = first.atStartOfDay(hours.zone()).toInstant();
            if (calendar.isOpen(at)) {
                timeline.bar(row, at, calendar.nextClosing(at), Timeline.Kind.OPEN, "");
            }
            for (at = calendar.nextOpening(at); at.isBefore(end); ) {
                Instant closing = calendar.nextClosing(at);
                timeline.bar(row, at, closing, Timeline.Kind.OPEN, said(Duration.between(at, closing)));
                at = calendar.nextOpening(closing);
            }
        }

        private ServiceLevels levels() {
            return itsm.as(Actor.of("acme", "carol", Role.AGENT, Role.MANAGER)).serviceLevels();
        }

        void agree(Agreement agreement) {
            levels().define(agreement.on(calendar.definition().name()));
        }

        private Instant instant(String local) {
            return LocalDateTime.parse(local)
                    .atZone(calendar.definition().zone())
                    .toInstant();
        }

        Incidents at(String local) {
            clock.set(instant(local));
            return itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        }

        TicketId open(String local) {
            return at(local).open(OpenTicket.titled("VPN")).id();
        }

        void mark(String local, String says) {
            marks.merge(instant(local), says, SlaPictures::both);
        }

        /** Draws every cycle of every clock of a ticket. */
        void clocks(String name, TicketId id, String due) {
            for (ClockExplanation why : levels().explain(id).stream()
                    .sorted(Comparator.comparing(
                                    (ClockExplanation one) -> one.key().toString())
                            .thenComparing(ClockExplanation::cycle))
                    .toList()) {
                String own = name.isEmpty() ? why.agreement().name() : name;
                draw(timeline.row(why.cycle() > 1 ? own + " " + why.cycle() : own), why);
                Instant at = why.dueAt();
                if (at != null && !due.isEmpty() && (why.endedAt() == null || !name.isEmpty())) {
                    marks.merge(at, name.isEmpty() ? due + " " + own : due, SlaPictures::both);
                }
            }
        }

        private void draw(int row, ClockExplanation why) {
            for (ClockExplanation.Segment segment : why.segments()) {
                if (segment.status() == ClockStatus.PAUSED) {
                    timeline.bar(row, segment.from(), segment.to(), Timeline.Kind.PAUSED, "waits");
                } else if (segment.status() == ClockStatus.RUNNING) {
                    Instant due = segment.dueAt() == null ? segment.to() : segment.dueAt();
                    Instant late = due.isBefore(segment.from()) ? segment.from() : due;
                    Instant until = late.isBefore(segment.to()) ? late : segment.to();
                    running(row, segment.from(), until, Timeline.Kind.RUNNING);
                    running(row, until, segment.to(), Timeline.Kind.BREACHED);
                }
            }
        }

        private void running(int row, Instant from, Instant to, Timeline.Kind kind) {
            Instant at = calendar.isOpen(from) ? from : calendar.nextOpening(from);
            while (at.isBefore(to)) {
                Instant closing = calendar.nextClosing(at);
                Instant stop = closing.isBefore(to) ? closing : to;
                timeline.bar(row, at, stop, kind, said(Duration.between(at, stop)));
                at = calendar.nextOpening(stop);
            }
        }

        private static String said(Duration time) {
            long minutes = time.toMinutesPart();
            return minutes == 0 ? time.toHours() + " h" : time.toHours() + ":" + (minutes < 10 ? "0" : "") + minutes;
        }

        String svg() {
            itsm.close();
            marks.forEach(timeline::mark);
            return timeline.svg();
        }
    }
}
