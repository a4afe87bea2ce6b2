package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.NotPermitted;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.OwedApproval;
import io.itsm4j.change.ReviewChange;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Emergency changes told as stories: what is owed when somebody cannot wait for a yes. */
public abstract class EmergencyStories extends ChangeContract {

    @Test
    void an_emergency_begins_with_its_approval() {
        TicketId id = emergency("db-1");
        desk.requestApproval(id);
        clock.advance(Duration.ofMinutes(5));
        approve(cora, id);

        Ticket<Change> begun = desk.get(id);
        assertThat(begun.state()).isEqualTo(ChangeLifecycle.IMPLEMENT);
        assertThat(begun.details().schedule().actualStart()).isEqualTo(NINE.plusSeconds(300));
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "up again"));
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(id));
        assertThat(guards(refusal)).containsExactly("HAS_A_REVIEW");
        desk.review(id, ReviewChange.finding("watch the disks"));
        desk.close(id);
    }

    @Test
    void an_emergency_that_cannot_wait_owes_its_approval_and_is_not_closed_without_it() {
        TicketId id = emergency("db-1");
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.implementNow(id, "the shop is down"));
        as(eve).implementNow(id, "the shop is down");
        assertThat(desk.get(id).details().approvalOwedBy()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "up again"));
        desk.review(id, ReviewChange.finding("watch the disks"));
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(id));
        assertThat(guards(refusal)).containsExactly("APPROVAL_IS_NOT_OWED");

        clock.advance(Duration.ofDays(2));
        approve(cora, id);
        desk.close(id);

        assertThat(events(id))
                .containsSubsequence("EmergencyChangeStarted", "ChangeApprovedAfterwards", "TicketClosed");
    }

    private SlaClock owed(TicketId id) {
        return itsm.as(bob).serviceLevels().clocks(id).stream()
                .filter(clock -> clock.metric().equals(Metric.APPROVAL))
                .reduce((first, second) -> {
                    throw new AssertionError("two clocks");
                })
                .orElseThrow();
    }

    @Test
    void the_approval_that_an_emergency_owes_runs_on_a_clock_of_its_own() {
        TicketId calm = planned("db-2", TEN, ELEVEN);
        TicketId id = emergency("db-1");
        assertThat(itsm.as(bob).serviceLevels().clocks(id)).isEmpty();
        as(eve).implementNow(id, "the shop is down");

        assertThat(owed(id).agreement()).isEqualTo(OwedApproval.KEY);
        assertThat(owed(id).status()).isEqualTo(ClockStatus.RUNNING);
        assertThat(owed(id).startedAt()).isEqualTo(NINE);
        assertThat(owed(id).dueAt()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        assertThat(itsm.as(bob)
                        .serviceLevels()
                        .page(PageRequest.of(SlaClock.METRIC.is(Metric.APPROVAL)))
                        .items())
                .extracting(SlaClock::ticket)
                .containsExactly(id);
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "up again"));
        clock.advance(Duration.ofHours(30));
        approve(cora, id);

        assertThat(owed(id).status()).isEqualTo(ClockStatus.MET);
        assertThat(owed(id).endedAt()).isEqualTo(NINE.plus(Duration.ofHours(30)));
        assertThat(itsm.as(bob).serviceLevels().clocks(calm)).isEmpty();
        assertThat(itsm.as(bob).serviceLevels().replay(id).isSame()).isTrue();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void an_owed_approval_that_comes_too_late_is_told_of_escalated_and_stays_breached() {
        TicketId id = emergency("db-1");
        desk.tickets().assign(id, Assign.to(null, "eve"));
        as(eve).implementNow(id, "the shop is down");
        clock.advance(Duration.ofDays(2));
        itsm.processDue(10);
        clock.advance(Duration.ofSeconds(1));
        itsm.processDue(10);
        assertThat(itsm.processDue(10).done()).isZero();

        assertThat(events(id)).contains("ServiceLevelBreached");
        assertThat(desk.get(id).assignment().escalations()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        approve(cora, id);

        assertThat(owed(id).status()).isEqualTo(ClockStatus.BREACHED);
        assertThat(owed(id).breachedAt()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        assertThat(itsm.as(bob).serviceLevels().count(SlaClock.IS_BREACHED.is(true)))
                .isEqualTo(1);
    }

    @Test
    void the_limit_of_an_owed_approval_is_data() {
        Actor mona = Actor.of("acme", "mona", Role.AGENT, Role.MANAGER);
        staff.person("mona", Set.of(Role.AGENT, Role.MANAGER));
        itsm = building(builder(), ChangePolicy.STANDARD.owingFor(Duration.ofHours(8)));
        desk = as(bob);
        TicketId first = emergency("db-1");
        as(eve).implementNow(first, "the shop is down");
        assertThat(owed(first).dueAt()).isEqualTo(NINE.plus(Duration.ofHours(8)));

        itsm.as(mona).serviceLevels().define(OwedApproval.within(Duration.ofHours(4)));
        TicketId second = emergency("db-2");
        as(eve).implementNow(second, "so is the other");

        assertThat(owed(second).dueAt()).isEqualTo(NINE.plus(Duration.ofHours(4)));
        assertThat(owed(first).dueAt()).isEqualTo(NINE.plus(Duration.ofHours(8)));
    }

    @Test
    void a_clock_that_runs_is_found_again_when_the_policy_has_changed() {
        TicketId id = emergency("db-1");
        as(eve).implementNow(id, "the shop is down");
        itsm = building(builder(), ChangePolicy.STANDARD.owingFor(Duration.ofHours(8)));
        desk = as(bob);
        TicketId other = emergency("db-2");
        as(eve).implementNow(other, "so is the other");
        clock.advance(Duration.ofHours(9));
        approve(cora, id);
        approve(cora, other);

        assertThat(owed(id).status()).isEqualTo(ClockStatus.MET);
        assertThat(owed(id).dueAt()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        assertThat(owed(other).status()).isEqualTo(ClockStatus.BREACHED);
    }
}
