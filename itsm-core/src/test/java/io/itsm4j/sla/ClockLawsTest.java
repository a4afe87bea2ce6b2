package io.itsm4j.sla;

import static io.itsm4j.sla.Metric.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every clock, whatever happens to its ticket. */
class ClockLawsTest {

    private static final String[] CALENDARS = {Agreement.ALWAYS, "office", "berlin", "nights"};
    private static final String[] CATEGORIES = {"NEW", "ACTIVE", "ACTIVE", "PENDING", "PENDING", "RESOLVED", "CLOSED"};
    private static final String[] GROUPS = {"desk", "network", "other"};

    /** One fact: how long after the last one, and what changes. */
    private record Fate(Duration later, Map<String, Object> changes) {}

    static Agreement agreement(Random random) {
        List<Target> targets = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            if (random.nextInt(6) > 0) {
                targets.add(target(random, limit(random)).when(priority.name(), Fact.PRIORITY.is(priority)));
            }
        }
        targets.add(Target.within(Metric.RESPONSE, time(random)));
        targets.add(Target.within(Metric.UPDATE, time(random)).reopening(any(random, ReopenPolicy.values())));
        targets.add(Target.within(Metric.FAULT_REPORT, time(random)));
        Target[] all = targets.toArray(Target[]::new);
        return switch (random.nextInt(3)) {
            case 0 -> Agreement.sla("a", "A", all);
            case 1 -> Agreement.ola("a", "A", all).forGroups("desk", "network");
            default -> Agreement.uc("a", "A", "supplier", Fact.PENDING_REASON.is("VENDOR"), all);
        };
    }

    private static Target target(Random random, TimeLimit limit) {
        Conditions conditions = Metrics.conditions(RESOLUTION).orElseThrow();
        if (random.nextBoolean()) {
            conditions = conditions.resumedBy(Fact.EVENT.is("RequesterReplied"));
        }
        if (random.nextInt(3) == 0) {
            conditions = conditions.resetBy(Fact.EVENT.is("Reset"));
        }
        Target target = Target.of(RESOLUTION, limit, conditions)
                .reopening(any(random, ReopenPolicy.values()))
                .switching(any(random, SwitchPolicy.values()))
                .on(any(random, CALENDARS));
        return random.nextInt(4) == 0 ? target.fromReport() : target;
    }

    private static TimeLimit limit(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new TimeLimit.WorkingDayAt(1 + random.nextInt(3), java.time.LocalTime.of(16, 0));
            case 1 -> new TimeLimit.EndOfWorkingDay(random.nextInt(4));
            default -> new TimeLimit.Within(time(random));
        };
    }

    private static Duration time(Random random) {
        return Duration.ofMinutes(1 + random.nextInt(3_000)).plusNanos(random.nextInt(1_000) * 1_000L);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static List<Fate> fates(Random random) {
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Map<String, Object> changes = new HashMap<>();
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> changes.put("stateCategory", any(random, CATEGORIES));
                case 3 -> changes.put("priority", any(random, Priority.values()).name());
                case 4 -> changes.put("group", any(random, GROUPS));
                case 5 -> changes.put("pendingReason", random.nextBoolean() ? "VENDOR" : "");
                case 6 -> changes.put("event", random.nextBoolean() ? "RequesterReplied" : "Reset");
                default -> changes.put("firstRespondedAt", "2026-03-02T10:00:00Z");
            }
            boolean atOnce = random.nextInt(5) == 0;
            fates.add(new Fate(atOnce ? Duration.ZERO : Duration.ofMillis(random.nextInt(40_000_000)), changes));
        }
        return fates;
    }

    private static void tell(Life life, Fate fate) {
        Map<String, Object> changes = new HashMap<>(fate.changes());
        Object event = changes.remove("event");
        life.after(fate.later()).tell(event == null ? "TicketUpdated" : (String) event, changes);
    }

    @Property(tries = 300)
    void a_state_that_is_written_down_and_read_at_every_step_is_the_state_that_was_lived_through(@ForAll long seed) {
        Random random = new Random(seed);
        Agreement agreement = agreement(random);
        List<Fate> fates = fates(random);
        Life lived = Life.under(agreement).open();
        Life stored = Life.under(agreement).open().writtenDown();
        for (Fate fate : fates) {
            tell(lived, fate);
            tell(stored, fate);
            stored.writtenDown();
            assertThat(stored.clocks()).isEqualTo(lived.clocks());
        }
    }

    @Property(tries = 300)
    void elapsed_time_is_never_negative_and_never_goes_back_within_a_round(@ForAll long seed) {
        Random random = new Random(seed);
        Life life = Life.under(agreement(random)).open();
        Map<String, Duration> last = new HashMap<>();
        for (Fate fate : fates(random)) {
            tell(life, fate);
            for (ClockState clock : life.clocks().clocks()) {
                BusinessCalendar calendar = Life.calendar(clock.calendar());
                Duration elapsed = Timing.elapsed(clock, calendar, life.now());
                String round = clock.key() + " " + clock.cycle() + " " + clock.round() + " " + clock.calendar();
                assertThat(elapsed).isGreaterThanOrEqualTo(last.getOrDefault(round, Duration.ZERO));
                assertThat(Timing.elapsed(clock, calendar, life.now().plusSeconds(9)))
                        .isGreaterThanOrEqualTo(elapsed);
                last.keySet()
                        .removeIf(other -> other.startsWith(clock.key() + " " + clock.cycle() + " " + clock.round())
                                && !other.equals(round));
                last.put(round, elapsed);
            }
        }
    }

    @Property(tries = 300)
    void a_breach_is_never_taken_back_and_one_cycle_of_a_clock_measures_at_a_time(@ForAll long seed) {
        Random random = new Random(seed);
        Life life = Life.under(agreement(random)).open();
        Map<String, Instant> breaches = new HashMap<>();
        for (Fate fate : fates(random)) {
            tell(life, fate);
            Map<ClockKey, Integer> open = new HashMap<>();
            Map<String, Instant> now = new HashMap<>();
            for (ClockState clock : life.clocks().clocks()) {
                open.merge(clock.key(), clock.isOpen() ? 1 : 0, Integer::sum);
                if (clock.breachedAt() != null) {
                    now.put(clock.key() + " " + clock.cycle(), clock.breachedAt());
                }
            }
            assertThat(now).containsAllEntriesOf(breaches);
            assertThat(open.values()).allMatch(count -> count <= 1);
            breaches = now;
        }
    }

    /**
     * Time that is used up at closing time ends there: a clock that runs in the night after it is late, also one that
     * was held meanwhile, for a hold in closed hours changes nothing.
     */
    @Property(tries = 200)
    void a_clock_is_met_if_and_only_if_no_more_than_the_agreed_time_passed_minute_by_minute(@ForAll long seed) {
        Random random = new Random(seed);
        String hours = any(random, CALENDARS);
        Duration agreed = Duration.ofMinutes(1 + random.nextInt(900));
        Life life = Life.under(Agreement.sla("a", "A", Target.within(RESOLUTION, agreed))
                        .on(hours))
                .open();
        String category = "NEW";
        long worked = 0;
        boolean ranOn = false;
        for (int i = 0; i < 12; i++) {
            int minutes = random.nextInt(600);
            for (int m = 0; m < minutes; m++) {
                boolean runs = !category.equals("PENDING");
                ranOn |= runs && worked == agreed.toMinutes();
                worked += runs && isOpen(hours, life.now().plus(Duration.ofMinutes(m))) ? 1 : 0;
            }
            String next = i == 11 ? "RESOLVED" : any(random, "NEW", "ACTIVE", "PENDING");
            life.after(Duration.ofMinutes(minutes)).state(next);
            boolean resumes = category.equals("PENDING") && !next.equals("PENDING") && i < 11;
            ranOn |= resumes
                    && worked == agreed.toMinutes()
                    && !isOpen(hours, life.now().minus(Duration.ofMinutes(1)));
            category = next;
        }
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofMinutes(worked));
        assertThat(life.clock(RESOLUTION).status())
                .isEqualTo(worked <= agreed.toMinutes() && !ranOn ? ClockStatus.MET : ClockStatus.BREACHED);
    }

    private static boolean isOpen(String hours, Instant at) {
        return Life.calendar(hours).isOpen(at);
    }

    @Property(tries = 200)
    void pausing_and_resuming_while_the_calendar_is_closed_changes_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        String hours = any(random, "office", "berlin", "nights");
        Target target = Target.of(RESOLUTION, limit(random));
        Life plain = Life.under(Agreement.sla("a", "A", target).on(hours));
        Life paused = Life.under(Agreement.sla("a", "A", target).on(hours));
        Instant start = Life.MONDAY_NINE.plusSeconds(random.nextInt(400_000));
        Instant close = Life.calendar(hours).nextClosing(start);
        plain.at(start.toString()).open();
        paused.at(start.toString()).open().at(close.toString()).state("PENDING");
        paused.at(Life.calendar(hours).nextOpening(close).toString()).state("ACTIVE");
        plain.at(paused.now().toString()).state("ACTIVE");
        assertThat(paused.clock(RESOLUTION).dueAt())
                .isEqualTo(plain.clock(RESOLUTION).dueAt());
        assertThat(paused.clock(RESOLUTION).breachedAt())
                .isEqualTo(plain.clock(RESOLUTION).breachedAt());
        assertThat(paused.elapsed(RESOLUTION)).isEqualTo(plain.elapsed(RESOLUTION));
    }

    @Property(tries = 300)
    void a_target_that_counts_from_the_start_does_not_know_of_those_before_it_that_did_not(@ForAll long seed) {
        Random random = new Random(seed);
        Conditions conditions = Metrics.conditions(RESOLUTION).orElseThrow().resetBy(Fact.EVENT.is("Reset"));
        Target rest = Target.of(RESOLUTION, limit(random), conditions).on(any(random, CALENDARS));
        Target critical = Target.of(RESOLUTION, limit(random), conditions)
                .switching(SwitchPolicy.FROM_SWITCH)
                .on(any(random, CALENDARS))
                .when("critical", Fact.PRIORITY.is(Priority.CRITICAL));
        Target high = Target.of(RESOLUTION, limit(random), conditions)
                .switching(any(random, SwitchPolicy.values()))
                .when("high", Fact.PRIORITY.is(Priority.HIGH));
        Life switched = Life.under(
                        Agreement.sla("a", "A", critical, high, rest.when("rest", Fact.PRIORITY.after(Priority.HIGH))))
                .open();
        Life plain = Life.under(Agreement.sla("a", "A", rest)).open();
        for (int i = 0; i < 20; i++) {
            Duration later = Duration.ofMinutes(random.nextInt(900));
            switched.after(later);
            plain.after(later);
            switch (random.nextInt(3)) {
                case 0 -> {
                    String category = any(random, "NEW", "ACTIVE", "PENDING", "RESOLVED");
                    switched.state(category);
                    plain.state(category);
                }
                case 1 -> switched.priority(any(random, Priority.values()).name());
                default -> {
                    String event = random.nextInt(4) == 0 ? "Reset" : "TicketUpdated";
                    switched.tell(event, Map.of());
                    plain.tell(event, Map.of());
                }
            }
        }
        switched.state("ACTIVE").priority("LOW");
        plain.state("ACTIVE");
        assertThat(switched.clock(RESOLUTION).startedAt())
                .isEqualTo(plain.clock(RESOLUTION).startedAt());
        assertThat(switched.clock(RESOLUTION).dueAt())
                .isEqualTo(plain.clock(RESOLUTION).dueAt());
        assertThat(switched.elapsed(RESOLUTION)).isEqualTo(plain.elapsed(RESOLUTION));
    }

    @Property(tries = 20)
    void a_thousand_changes_of_priority_within_a_minute_leave_one_clock(@ForAll long seed) {
        Random random = new Random(seed);
        Life life = Life.under(Agreement.sla(
                        "a",
                        "A",
                        Target.within(RESOLUTION, Duration.ofHours(4))
                                .when("high", Fact.PRIORITY.atMost(Priority.HIGH)),
                        Target.within(RESOLUTION, Duration.ofHours(8)).when("low", Fact.PRIORITY.after(Priority.HIGH))))
                .open();
        Instant opened = life.now();
        for (int i = 0; i < 1_000; i++) {
            life.after(Duration.ofMillis(60))
                    .priority(any(random, Priority.values()).name());
        }
        life.priority("HIGH");
        assertThat(life.clocks().clocks()).hasSize(1);
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(opened.plus(Duration.ofHours(4)));
        assertThat(life.clock(RESOLUTION).startedAt()).isEqualTo(opened);
    }
}
