package io.itsm4j.sla;

import static io.itsm4j.sla.Metric.RESOLUTION;
import static io.itsm4j.sla.Metric.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a clock runs, told in small stories. */
class ClockTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Target FOUR = Target.within(RESOLUTION, FOUR_HOURS);

    private static Agreement gold(Target... targets) {
        return Agreement.sla("gold", "Gold", targets).on("office");
    }

    private static Instant time(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void is_due_when_the_working_time_has_passed() {
        Life life = Life.under(gold(FOUR)).open();
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T14:00:00Z"));
    }

    @Test
    void is_met_at_the_due_instant_and_breached_a_microsecond_later() {
        Life met = Life.under(gold(FOUR)).open().at("2026-03-02T14:00:00Z").state("RESOLVED");
        assertThat(met.clock(RESOLUTION).status()).isEqualTo(ClockStatus.MET);
        assertThat(met.elapsed(RESOLUTION)).isEqualTo(FOUR_HOURS);

        Life late =
                Life.under(gold(FOUR)).open().at("2026-03-02T14:00:00.000001Z").state("RESOLVED");
        assertThat(late.clock(RESOLUTION).status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(late.clock(RESOLUTION).breachedAt()).isEqualTo(time("2026-03-02T14:00:00Z"));
    }

    @Test
    void stands_still_while_the_ticket_waits() {
        Life life = Life.under(gold(FOUR))
                .open()
                .after(Duration.ofHours(1))
                .state("PENDING")
                .at("2026-03-03T09:00:00Z")
                .state("ACTIVE");
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(1));
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-03T12:00:00Z"));
        assertThat(life.clock(RESOLUTION).pauses())
                .containsExactly(new Pause(time("2026-03-02T10:00:00Z"), time("2026-03-03T09:00:00Z")));
    }

    @Test
    void never_pauses_the_response() {
        Life life = Life.under(gold(Target.within(RESPONSE, Duration.ofHours(1))))
                .open()
                .state("PENDING")
                .after(Duration.ofMinutes(61))
                .tell("TicketResponded", Map.of("firstRespondedAt", "2026-03-02T10:01:00Z"));
        assertThat(life.clock(RESPONSE).status()).isEqualTo(ClockStatus.BREACHED);
    }

    @Test
    void is_not_changed_by_a_pause_within_closed_hours() {
        Life plain = Life.under(gold(FOUR)).at("2026-03-02T16:00:00Z").open();
        Life paused = Life.under(gold(FOUR))
                .at("2026-03-02T16:00:00Z")
                .open()
                .at("2026-03-02T17:00:00Z")
                .state("PENDING")
                .at("2026-03-03T09:00:00Z")
                .state("ACTIVE");
        assertThat(paused.clock(RESOLUTION).dueAt())
                .isEqualTo(plain.clock(RESOLUTION).dueAt());
        assertThat(paused.clock(RESOLUTION).paused()).isZero();
    }

    @Test
    void a_pause_that_begins_at_the_due_instant_in_closed_hours_does_not_save_it() {
        Target three = Target.within(RESOLUTION, Duration.ofHours(3));
        Life life = Life.under(gold(three))
                .open()
                .at("2026-03-02T12:00:00Z")
                .state("PENDING")
                .at("2026-03-02T12:30:00Z")
                .state("ACTIVE");
        assertThat(life.clock(RESOLUTION).breachedAt()).isEqualTo(time("2026-03-02T12:00:00Z"));
    }

    @Test
    void starts_paused_when_its_ticket_waits_already() {
        Life life = Life.under(gold(FOUR)).tell("TicketOpened", Map.of("stateCategory", "PENDING"));
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        life.after(Duration.ofHours(2)).state("ACTIVE");
        assertThat(life.elapsed(RESOLUTION)).isZero();
    }

    @Test
    void takes_over_another_target_as_if_it_had_applied_from_the_start() {
        Target critical = FOUR.when("critical", Fact.PRIORITY.is(Priority.CRITICAL));
        Target rest =
                Target.within(RESOLUTION, Duration.ofHours(20)).when("rest", Fact.PRIORITY.atLeast(Priority.HIGH));
        Life life = Life.under(gold(critical, rest)).open();
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-04T16:00:00Z"));

        life.at("2026-03-02T11:00:00Z").priority("CRITICAL");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T14:00:00Z"));
        assertThat(life.clock(RESOLUTION).target()).isEqualTo("critical");
    }

    @Test
    void takes_over_another_target_from_the_change_on_when_that_was_agreed() {
        Target critical =
                FOUR.when("critical", Fact.PRIORITY.is(Priority.CRITICAL)).switching(SwitchPolicy.FROM_SWITCH);
        Target rest = Target.within(RESOLUTION, Duration.ofHours(20));
        Life life = Life.under(gold(critical, rest.when("rest", Fact.PRIORITY.atLeast(Priority.HIGH))))
                .open()
                .at("2026-03-02T11:00:00Z")
                .priority("CRITICAL");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T16:00:00Z"));
        assertThat(life.clock(RESOLUTION).round()).isEqualTo(1);
    }

    private static final Target FROM_SWITCH =
            FOUR.when("critical", Fact.PRIORITY.is(Priority.CRITICAL)).switching(SwitchPolicy.FROM_SWITCH);
    private static final Target FORTY =
            Target.within(RESOLUTION, Duration.ofHours(40)).when("rest", Fact.PRIORITY.after(Priority.CRITICAL));

    private static Agreement mixed() {
        return Agreement.sla("gold", "Gold", FROM_SWITCH, FORTY);
    }

    @Test
    void counts_from_the_start_again_when_a_target_that_counted_from_its_change_is_given_back() {
        Life life = Life.under(mixed()).open().after(Duration.ofHours(39)).priority("CRITICAL");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(43)));

        life.after(Duration.ofMinutes(1)).priority("MODERATE");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(40)));
        assertThat(life.clock(RESOLUTION).startedAt()).isEqualTo(Life.MONDAY_NINE);
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(39).plusMinutes(1));
    }

    @Test
    void leaves_all_pauses_of_the_cycle_out_when_it_counts_from_the_start_again() {
        Life life = Life.under(mixed())
                .open()
                .after(Duration.ofHours(1))
                .state("PENDING")
                .after(Duration.ofHours(2))
                .state("ACTIVE")
                .after(Duration.ofHours(1))
                .priority("CRITICAL")
                .after(Duration.ofHours(1))
                .state("PENDING")
                .after(Duration.ofHours(4))
                .state("ACTIVE")
                .writtenDown()
                .after(Duration.ofHours(1))
                .priority("MODERATE");
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(4));
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(46)));
    }

    @Test
    void a_pause_that_goes_on_over_both_changes_counts_once() {
        Life life = Life.under(mixed())
                .open()
                .after(Duration.ofHours(1))
                .state("PENDING")
                .after(Duration.ofHours(1))
                .priority("CRITICAL");
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
        assertThat(life.elapsed(RESOLUTION)).isZero();

        life.after(Duration.ofHours(1)).state("ACTIVE");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(life.now().plus(FOUR_HOURS));

        life.after(Duration.ofHours(1)).priority("MODERATE");
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(2));
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(42)));
    }

    @Test
    void counts_from_the_last_reset_and_not_from_before_it_when_a_target_is_given_back() {
        Conditions reset = Metrics.conditions(RESOLUTION).orElseThrow().resetBy(Fact.EVENT.is("Reset"));
        Life life = Life.under(Agreement.sla("gold", "Gold", FROM_SWITCH.with(reset), FORTY.with(reset)))
                .open()
                .after(Duration.ofHours(1))
                .priority("CRITICAL")
                .after(Duration.ofHours(1))
                .tell("Reset", Map.of())
                .after(Duration.ofHours(1))
                .priority("MODERATE");
        assertThat(life.clock(RESOLUTION).startedAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(2)));
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(42)));
    }

    @Test
    void takes_up_the_levels_of_the_start_again_when_a_target_is_given_back() {
        Life life = Life.under(mixed())
                .open()
                .after(Duration.ofHours(20))
                .reached(RESOLUTION, "50")
                .after(Duration.ofHours(1))
                .priority("CRITICAL");
        assertThat(life.clock(RESOLUTION).reached()).isEmpty();

        life.after(Duration.ofHours(3)).reached(RESOLUTION, "75");
        int round = life.clock(RESOLUTION).round();
        life.writtenDown().priority("MODERATE");
        assertThat(life.clock(RESOLUTION).reached()).containsExactly("50");
        assertThat(life.clock(RESOLUTION).round()).isGreaterThan(round);
    }

    @Test
    void a_rise_before_a_reopening_and_one_after_it_give_the_same_time() {
        Life before = Life.under(mixed())
                .open()
                .after(Duration.ofHours(10))
                .state("RESOLVED")
                .priority("CRITICAL")
                .after(Duration.ofHours(10))
                .state("ACTIVE");
        Life after = Life.under(mixed())
                .open()
                .after(Duration.ofHours(10))
                .state("RESOLVED")
                .after(Duration.ofHours(10))
                .state("ACTIVE")
                .priority("CRITICAL");
        for (Life life : java.util.List.of(before, after)) {
            assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.RUNNING);
            assertThat(life.clock(RESOLUTION).breachedAt()).isNull();
            assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(24)));
            life.after(Duration.ofHours(1)).priority("LOW");
            assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(11));
            assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(Life.MONDAY_NINE.plus(Duration.ofHours(50)));
        }
    }

    @Test
    void a_target_that_takes_over_too_late_is_breached_and_stays_so() {
        Target critical = FOUR.when("critical", Fact.PRIORITY.is(Priority.CRITICAL));
        Target rest =
                Target.within(RESOLUTION, Duration.ofHours(20)).when("rest", Fact.PRIORITY.atLeast(Priority.HIGH));
        Life life = Life.under(gold(critical, rest))
                .open()
                .at("2026-03-02T15:00:00Z")
                .priority("CRITICAL")
                .priority("LOW")
                .state("RESOLVED");
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(life.clock(RESOLUTION).breachedAt()).isEqualTo(time("2026-03-02T14:00:00Z"));
    }

    @Test
    void goes_on_after_a_reopening_without_the_time_between() {
        Life life = Life.under(gold(FOUR))
                .open()
                .at("2026-03-02T11:00:00Z")
                .state("RESOLVED")
                .at("2026-03-04T09:00:00Z")
                .state("ACTIVE");
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(2));
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-04T11:00:00Z"));
    }

    @Test
    void begins_again_after_a_reopening_and_keeps_its_breach() {
        Life life = Life.under(gold(FOUR.reopening(ReopenPolicy.RESTART)))
                .open()
                .at("2026-03-02T16:00:00Z")
                .state("RESOLVED")
                .at("2026-03-03T09:00:00Z")
                .state("ACTIVE")
                .after(Duration.ofHours(1))
                .state("RESOLVED");
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(1));
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(life.clock(RESOLUTION).round()).isEqualTo(1);
    }

    @Test
    void opens_another_cycle_after_a_reopening_and_leaves_the_first_as_it_was() {
        Life life = Life.under(gold(FOUR.reopening(ReopenPolicy.NEW_CYCLE)))
                .open()
                .at("2026-03-02T11:00:00Z")
                .state("RESOLVED")
                .at("2026-03-03T09:00:00Z")
                .state("ACTIVE");
        assertThat(life.clocks().clocks())
                .extracting(ClockState::cycle, ClockState::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, ClockStatus.MET),
                        org.assertj.core.groups.Tuple.tuple(2, ClockStatus.RUNNING));
    }

    @Test
    void stays_as_it_is_after_a_reopening_when_that_was_agreed() {
        Life life = Life.under(gold(FOUR.reopening(ReopenPolicy.KEEP)))
                .open()
                .state("RESOLVED")
                .state("ACTIVE");
        assertThat(life.clocks().clocks()).extracting(ClockState::status).containsExactly(ClockStatus.MET);
    }

    @Test
    void cancel_beats_stop_and_stop_beats_reset() {
        Conditions all = Conditions.between(
                        Fact.EVENT.is("TicketOpened"), Fact.STATE.in(java.util.List.of("STOP", "BOTH")))
                .cancelledBy(Fact.STATE.is("BOTH"))
                .resetBy(Fact.STATE.in(java.util.List.of("STOP", "RESET")));
        Target target = Target.of(RESOLUTION, FOUR.limit(), all);
        Life both = Life.under(gold(target)).open().tell("X", Map.of("state", "BOTH"));
        assertThat(both.clock(RESOLUTION).status()).isEqualTo(ClockStatus.CANCELLED);
        Life stopped = Life.under(gold(target)).open().tell("X", Map.of("state", "STOP"));
        assertThat(stopped.clock(RESOLUTION).status()).isEqualTo(ClockStatus.MET);
        assertThat(stopped.clock(RESOLUTION).round()).isZero();
        Life reset = Life.under(gold(target)).open().after(Duration.ofHours(1)).tell("X", Map.of("state", "RESET"));
        assertThat(reset.clock(RESOLUTION).startedAt()).isEqualTo(time("2026-03-02T10:00:00Z"));
    }

    @Test
    void a_resume_ends_a_pause_whose_cause_still_holds() {
        Conditions conditions =
                Metrics.conditions(RESOLUTION).orElseThrow().resumedBy(Fact.EVENT.is("RequesterReplied"));
        Life life = Life.under(gold(FOUR.with(conditions)))
                .open()
                .tell("RequesterReplied", Map.of())
                .state("PENDING")
                .after(Duration.ofHours(1))
                .tell("RequesterReplied", Map.of());
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.RUNNING);
        life.after(Duration.ofHours(1)).tell("TicketCommented", Map.of());
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(1));
        life.state("ACTIVE").state("PENDING");
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.PAUSED);
    }

    @Test
    void counts_from_the_report_when_the_ticket_was_written_down_later() {
        Life life = Life.under(gold(FOUR.fromReport()))
                .reportedAt("2026-03-02T09:00:00Z")
                .at("2026-03-02T10:00:00Z")
                .open();
        assertThat(life.clock(RESOLUTION).startedAt()).isEqualTo(time("2026-03-02T09:00:00Z"));
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void is_due_by_the_clock_on_the_wall() {
        Target tomorrow = Target.of(RESOLUTION, new TimeLimit.WorkingDayAt(1, LocalTime.of(16, 0)));
        Target third = Target.of(RESOLUTION, new TimeLimit.EndOfWorkingDay(3));
        Target today = Target.of(RESOLUTION, new TimeLimit.EndOfWorkingDay(0));
        Life friday = Life.under(gold(tomorrow)).at("2026-03-06T10:00:00Z").open();
        assertThat(friday.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-09T16:00:00Z"));
        assertThat(Life.under(gold(third)).open().clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-05T17:00:00Z"));
        assertThat(Life.under(gold(today)).open().clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-02T17:00:00Z"));
        assertThat(Life.under(gold(today))
                        .at("2026-03-06T18:00:00Z")
                        .open()
                        .clock(RESOLUTION)
                        .dueAt())
                .isEqualTo(time("2026-03-09T17:00:00Z"));
    }

    @Test
    void a_rule_of_the_wall_clock_counts_as_if_the_ticket_had_come_later_by_the_pause() {
        Target tomorrow = Target.of(RESOLUTION, new TimeLimit.WorkingDayAt(1, LocalTime.of(16, 0)));
        Life life = Life.under(gold(tomorrow))
                .open()
                .state("PENDING")
                .after(Duration.ofHours(2))
                .state("ACTIVE");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-03T16:00:00Z"));
        life.state("PENDING").at("2026-03-03T10:00:00Z").state("ACTIVE");
        assertThat(life.clock(RESOLUTION).dueAt()).isEqualTo(time("2026-03-04T16:00:00Z"));
    }

    @Test
    void an_operational_agreement_measures_each_group_while_it_holds_the_ticket() {
        Agreement ola = Agreement.ola("inside", "Inside", FOUR).on("office").forGroups("network", "desk");
        Life life = Life.under(ola)
                .tell("TicketOpened", Map.of("group", "desk"))
                .after(Duration.ofHours(1))
                .group("network")
                .after(Duration.ofHours(1))
                .group("desk")
                .after(Duration.ofHours(1))
                .group("elsewhere")
                .after(Duration.ofHours(2))
                .state("RESOLVED");
        assertThat(life.clocks().clocks())
                .extracting(
                        clock -> clock.key().holder(),
                        clock -> Timing.elapsed(clock, Life.calendar("office"), life.now()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("desk", Duration.ofHours(2)),
                        org.assertj.core.groups.Tuple.tuple("network", Duration.ofHours(1)));
        assertThat(life.clocks().clocks()).allMatch(clock -> clock.status() == ClockStatus.MET);
    }

    @Test
    void a_contract_with_a_supplier_measures_while_the_ticket_lies_with_them() {
        Conditions never = Conditions.between(
                Fact.CATEGORY_OF_STATE.is(io.itsm4j.lifecycle.StateCategory.PENDING),
                Fact.CATEGORY_OF_STATE.is(io.itsm4j.lifecycle.StateCategory.RESOLVED));
        Agreement uc = Agreement.uc(
                "line",
                "Leased line",
                "telecom",
                Fact.PENDING_REASON.is("VENDOR"),
                Target.of(RESOLUTION, FOUR.limit(), never));
        Life life = Life.under(uc)
                .open()
                .tell("TicketHeld", Map.of("stateCategory", "PENDING", "pendingReason", "VENDOR"))
                .after(Duration.ofHours(3))
                .tell("TicketResumed", Map.of("stateCategory", "ACTIVE", "pendingReason", ""))
                .after(Duration.ofHours(5))
                .state("RESOLVED");
        assertThat(life.clock(RESOLUTION).key().holder()).isEqualTo("telecom");
        assertThat(life.elapsed(RESOLUTION)).isEqualTo(Duration.ofHours(3));
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.MET);
    }

    @Test
    void is_given_up_when_its_agreement_no_longer_fits() {
        Life life = Life.under(gold(FOUR).forServices("mail"))
                .tell("TicketOpened", Map.of("service", "mail"))
                .tell("TicketUpdated", Map.of("service", "web"));
        assertThat(life.clock(RESOLUTION).status()).isEqualTo(ClockStatus.CANCELLED);
        life.tell("TicketUpdated", Map.of("service", "mail"));
        assertThat(life.clock(RESOLUTION).cycle()).isEqualTo(2);
    }

    @Test
    void the_report_and_the_call_after_a_resolution_begin_with_it_and_are_given_up_when_it_is_taken_back() {
        Agreement seed = SeedAgreement.agreement();
        Life life = Life.under(seed).open().after(Duration.ofHours(1)).state("RESOLVED");
        assertThat(life.clock(Metric.FAULT_REPORT).dueAt()).isEqualTo(time("2026-03-03T10:00:00Z"));
        life.after(Duration.ofHours(1)).state("ACTIVE");
        assertThat(life.clock(Metric.CALL_BACK).status()).isEqualTo(ClockStatus.CANCELLED);
        life.after(Duration.ofHours(1)).state("RESOLVED");
        life.tell("FaultReportFiled", Map.of("faultReportAt", "2026-03-02T12:30:00Z"));
        assertThat(life.clock(Metric.FAULT_REPORT).status()).isEqualTo(ClockStatus.MET);
        assertThat(life.clock(Metric.FAULT_REPORT).cycle()).isEqualTo(2);
    }
}
