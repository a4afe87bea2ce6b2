package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.BookingConflict;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.ConflictRule;
import io.itsm4j.change.DeclareWindow;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.Slot;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** When changes happen: what holds what, when it may, and which times are free. */
public abstract class ChangeScheduleStories extends ChangeContract {

    @Test
    void two_changes_never_hold_the_same_or_a_dependent_item_at_the_same_time() {
        TicketId first = scheduled("db-1", TEN, NOON);
        TicketId same = waiting("db-1", ELEVEN, NOON);
        TicketId below = waiting("storage-1", ELEVEN, NOON);
        TicketId above = waiting("shop", ELEVEN, NOON);
        TicketId beside = waiting("db-2", ELEVEN, NOON);
        TicketId after = waiting("db-1", NOON, NOON.plusSeconds(3_600));

        assertThat(desk.conflicts(below))
                .extracting(BookingConflict::number, BookingConflict::direct)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(desk.get(first).number(), false));
        for (TicketId refused : List.of(same, below, above)) {
            RuleViolated conflict = refused(RuleViolated.class, "CHANGE_CONFLICT", () -> approve(cora, refused));
            assertThat(conflict.getMessage()).contains(desk.get(first).number());
            assertThat(desk.get(refused).state()).isEqualTo(ChangeLifecycle.AUTHORISE);
        }
        approve(cora, beside);
        approve(cora, after);
        desk.cancel(first, "not needed");
        approve(cora, same);

        assertThat(desk.forwardSchedule(new Slot(NINE, NOON.plusSeconds(7_200))))
                .extracting(Ticket::id)
                .containsExactlyInAnyOrder(beside, same, after);
        assertThat(desk.forwardSchedule(new Slot(NOON, NOON.plusSeconds(7_200))))
                .extracting(Ticket::id)
                .containsExactly(after);
    }

    @Test
    void the_forward_schedule_is_read_page_by_page_in_the_order_of_the_windows() {
        TicketId third = scheduled("ci-3", TEN.plusSeconds(120), NOON);
        TicketId first = scheduled("ci-1", TEN, NOON);
        TicketId second = scheduled("ci-2", TEN.plusSeconds(60), NOON);
        TicketId wide = desk.open(
                        OpenTicket.titled("Two of them").requestedBy("alice").touching("ci-5", "ci-4"))
                .id();
        desk.plan(wide, plan(TEN.plusSeconds(180), NOON));
        desk.submit(wide);
        desk.assess(wide, AssessChange.answering(HARMLESS));
        desk.requestApproval(wide);
        approve(cora, wide);
        waiting("ci-6", TEN, NOON);
        Slot day = new Slot(NINE, NOON);

        var page = desk.forwardSchedule(day, 3, null);
        assertThat(page.items()).extracting(Ticket::id).containsExactly(first, second, third);
        var rest = desk.forwardSchedule(day, 3, page.next().orElseThrow());
        assertThat(rest.items()).extracting(Ticket::id).containsExactly(wide);
        assertThat(rest.next()).isEmpty();
        List<String> events = new ArrayList<>();
        desk.forwardEvents(day, event -> events.add(event.uid()));
        assertThat(events).containsExactly(first.value(), second.value(), third.value(), wide.value());
        clock.set(TEN);
        desk.start(first);
        desk.complete(first, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(desk.forwardSchedule(day)).extracting(Ticket::id).containsExactly(second, third, wide);
    }

    @Test
    void the_forward_schedule_shows_what_the_reader_may_see() {
        TicketId open = scheduled("ci-1", TEN, NOON);
        staff.person("nora", Set.of(Role.AGENT), "network");
        Changes net = as(Actor.of("acme", "nora", Role.AGENT));
        TicketId secret = net.open(OpenTicket.titled("Change the locks")
                        .requestedBy("alice")
                        .touching("ci-2")
                        .restrictedToGroups("network"))
                .id();
        net.plan(secret, plan(TEN, NOON));
        net.submit(secret);
        net.assess(secret, AssessChange.answering(HARMLESS));
        net.requestApproval(secret);
        itsm.as(cora)
                .approvals()
                .approve(java.util.Objects.requireNonNull(
                                net.get(secret).details().approval())
                        .approval());
        Slot day = new Slot(NINE, NOON);

        assertThat(desk.forwardSchedule(day)).extracting(Ticket::id).containsExactly(open);
        assertThat(net.forwardSchedule(day)).extracting(Ticket::id).containsExactlyInAnyOrder(open, secret);
    }

    @Test
    void a_conflict_is_noted_or_let_pass_with_a_reason_where_the_policy_says_so() {
        scheduled("db-1", TEN, NOON);
        itsm = building(otherNode(), ChangePolicy.STANDARD.onConflict(ConflictRule.ALLOW));
        desk = as(bob);
        TicketId asked = waiting("db-1", ELEVEN, NOON);
        refused(RuleViolated.class, "CHANGE_CONFLICT", () -> approve(cora, asked));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.waiveConflict(asked, "they know"));
        refused(InvalidInput.class, "REQUIRED", () -> as(cora).waiveConflict(asked, " "));
        as(cora).waiveConflict(asked, "both teams sit in one room");
        approve(cora, asked);
        assertThat(desk.get(asked).state()).isEqualTo(ChangeLifecycle.SCHEDULED);

        itsm = building(
                otherNode().ids(io.itsm4j.journal.IdSource.seeded(29)),
                ChangePolicy.STANDARD.onConflict(ConflictRule.WARN));
        desk = as(bob);
        TicketId warned = waiting("db-1", ELEVEN, NOON);
        approve(cora, warned);
        assertThat(desk.tickets().journal(warned, PageRequest.all()).items())
                .filteredOn(entry -> entry.event().equals("ChangeApproved"))
                .singleElement()
                .satisfies(entry ->
                        assertThat((List<?>) entry.data().get("conflicts")).hasSize(2));
    }

    @Test
    void a_freeze_blocks_until_a_change_manager_says_why_not() {
        as(cora).calendar().declare(DeclareWindow.freeze("the sale", TEN, NOON));
        TicketId id = waiting("db-1", TEN, ELEVEN);

        RuleViolated frozen = refused(RuleViolated.class, "CHANGE_FREEZE", () -> approve(cora, id));
        assertThat(frozen.getMessage()).contains("the sale");
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.waiveFreeze(id, "it must be"));
        as(chris).waiveFreeze(id, "the shop stands still otherwise");
        approve(cora, id);

        assertThat(desk.get(id).details().freezeWaiver().by()).isEqualTo(chris.id());
        assertThat(events(id)).contains("FreezeWaived");
        desk.revise(id, "an hour later");
        assertThat(desk.get(id).details().freezeWaiver()).isNull();
        as(chris).waiveFreeze(id, "still");
        desk.plan(id, PlanChange.NOTHING.within(ELEVEN, NOON));
        assertThat(desk.get(id).details().freezeWaiver()).isNull();
    }

    @Test
    void what_has_a_maintenance_window_is_changed_within_it() {
        as(cora).calendar()
                .declare(DeclareWindow.maintenance("databases", ELEVEN, NOON).ofCi("db-1"));
        TicketId outside = waiting("db-1", TEN, ELEVEN);
        TicketId other = waiting("db-2", TEN, ELEVEN);
        TicketId inside = waiting("db-1", ELEVEN, NOON);

        refused(RuleViolated.class, "CHANGE_MAINTENANCE", () -> approve(cora, outside));
        approve(cora, other);
        approve(cora, inside);
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> desk.calendar().declare(DeclareWindow.freeze("mine", TEN, NOON)));
        refused(
                InvalidInput.class,
                "RANGE_REVERSED",
                () -> as(cora).calendar().declare(DeclareWindow.freeze("mine", NOON, TEN)));
        refused(
                InvalidInput.class,
                "CALENDAR_RULE",
                () -> as(cora).calendar()
                        .declare(DeclareWindow.freeze("weekly", TEN, NOON).recurring("FREQ=WEEKLY", "Asia/Shanghai")));
    }

    @Test
    void free_slots_leave_out_what_others_hold_and_what_the_calendar_forbids() {
        scheduled("storage-1", TEN, ELEVEN);
        as(cora).calendar().declare(DeclareWindow.freeze("lunch", NOON, NOON.plusSeconds(1_800)));
        TicketId id = planned("db-1", TEN, ELEVEN);
        Instant one = NINE.plusSeconds(4 * 3_600);

        assertThat(desk.freeSlots(id, new Slot(NINE, one), Duration.ofMinutes(30)))
                .containsExactly(new Slot(NINE, TEN), new Slot(ELEVEN, NOON), new Slot(NOON.plusSeconds(1_800), one));
        assertThat(desk.freeSlots(id, new Slot(NINE, one), Duration.ofMinutes(31)))
                .containsExactly(new Slot(NINE, TEN), new Slot(ELEVEN, NOON));
        refused(
                InvalidInput.class,
                "OUT_OF_LIMIT",
                () -> desk.freeSlots(id, new Slot(NINE, NINE.plus(Duration.ofDays(400))), Duration.ofMinutes(31)));
    }

    // --- at once ----------------------------------------------------------------------------------------------

    @Test
    void h34_of_changes_approved_at_once_for_the_same_and_dependent_items_exactly_one_gets_the_window() {
        Itsm other = building(otherNode(), ChangePolicy.STANDARD);
        List<String> chain = List.of("storage-1", "db-1", "shop", "db-1");
        for (int round = 0; round < 8; round++) {
            Instant start = TEN.plus(Duration.ofDays(round));
            List<TicketId> ids = new ArrayList<>();
            List<Callable<Approval>> votes = new ArrayList<>();
            for (int i = 0; i < chain.size(); i++) {
                TicketId id = waiting(chain.get(i), start.plusSeconds(600L * i), start.plusSeconds(3_600));
                ids.add(id);
                String approval = approvalOf(id);
                Itsm node = i % 2 == 0 ? itsm : other;
                votes.add(() -> node.as(cora).approvals().approve(approval));
            }

            List<Together.Outcome<Approval>> outcomes = Together.run(votes);

            assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.failure().stream()))
                    .allSatisfy(
                            lost -> assertThat(((ItsmException) lost).code()).isEqualTo("CHANGE_CONFLICT"));
            assertThat(ids.stream()
                            .map(desk::get)
                            .filter(change -> change.state().equals(ChangeLifecycle.SCHEDULED)))
                    .hasSize(1);
            assertThat(desk.forwardSchedule(new Slot(start, start.plusSeconds(3_600))))
                    .hasSize(1);
        }
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h34_a_window_that_is_given_free_and_wanted_at_once_is_held_by_one_at_most() {
        Itsm other = building(otherNode(), ChangePolicy.STANDARD);
        for (int round = 0; round < 8; round++) {
            Instant start = TEN.plus(Duration.ofDays(round));
            TicketId holder = scheduled("db-1", start, start.plusSeconds(3_600));
            TicketId wanting = waiting("storage-1", start, start.plusSeconds(3_600));
            String approval = approvalOf(wanting);

            List<Together.Outcome<Object>> outcomes = Together.run(
                    () -> desk.cancel(holder, "no"),
                    () -> other.as(cora).approvals().approve(approval));

            assertThat(outcomes.get(0).failure()).isEmpty();
            boolean got = outcomes.get(1).succeeded();
            assertThat(desk.get(wanting).state())
                    .isEqualTo(got ? ChangeLifecycle.SCHEDULED : ChangeLifecycle.AUTHORISE);
            assertThat(desk.forwardSchedule(new Slot(start, start.plusSeconds(3_600))))
                    .hasSize(got ? 1 : 0);
        }
    }
}
