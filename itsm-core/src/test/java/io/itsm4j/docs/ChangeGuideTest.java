package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.ConflictRule;
import io.itsm4j.change.DeclareWindow;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.Slot;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.interop.ICalendarText;
import io.itsm4j.interop.RecurrenceRules;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.testkit.Staff;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeGuideTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
    private final Actor chris = Actor.of("acme", "chris", Role.AGENT, Role.CHANGE_MANAGER);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Staff staff = new Staff()
            .person("bob", Set.of(Role.AGENT))
            .person("cora", Set.of(Role.AGENT, Role.CHANGE_MANAGER))
            .person("chris", Set.of(Role.AGENT, Role.CHANGE_MANAGER));
    private final Itsm itsm = Itsm.builder().clock(clock).directory(staff).build();
    private final Changes desk = itsm.as(bob).changes();
    private final Instant ten = clock.instant().plus(Duration.ofHours(1));

    @Test
    void a_minor_change() {
        // region change-first
        TicketId id = desk.open(OpenTicket.titled("Add a disk to db1")
                        .requestedBy("alice")
                        .touching("db-1"))
                .id();
        desk.plan(
                id,
                PlanChange.NOTHING
                        .because("the disk is full", null)
                        .doing("add a disk", "read and write", "take it out again")
                        .within(ten, ten.plus(Duration.ofHours(2))));
        desk.submit(id);
        desk.assess(
                id,
                AssessChange.answering(Map.of(
                        "tested", "yes",
                        "backout", "at-once",
                        "experience", "often",
                        "users", "a-team",
                        "downtime", "in-window",
                        "complexity", "one",
                        "security", "no")));
        Ticket<Change> asked = desk.requestApproval(id);

        String approval = asked.details().approval().approval();
        itsm.as(cora).approvals().approve(approval); // scheduled, and its window booked
        // endregion
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);

        // region change-do
        clock.advance(Duration.ofHours(1)); // in a test; otherwise time does that
        desk.start(id);
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "in time"));
        desk.close(id);
        // endregion
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.CLOSED);
    }

    @Test
    void when() {
        Instant friday = ten;
        TicketId id =
                desk.open(OpenTicket.titled("Add a disk").touching("db-1")).id();
        // region change-when
        itsm.as(cora)
                .changes()
                .calendar()
                .declare(DeclareWindow.freeze("the sale", friday, friday.plus(Duration.ofDays(3))));
        List<Slot> free = desk.freeSlots(id, new Slot(friday, friday.plus(Duration.ofDays(7))), Duration.ofHours(2));
        List<Ticket<Change>> ahead = desk.forwardSchedule(new Slot(friday, friday.plus(Duration.ofDays(30))));
        // endregion

        assertThat(free).containsExactly(new Slot(friday.plus(Duration.ofDays(3)), friday.plus(Duration.ofDays(7))));
        assertThat(ahead).isEmpty();
    }

    @Test
    void again_and_again_and_out_as_icalendar() {
        // region change-recurring
        Itsm itsm = Itsm.builder()
                .clock(clock)
                .changePorts(ChangePorts.NONE.recurring(new RecurrenceRules()))
                .build();
        Changes changes = itsm.as(cora).changes();
        changes.calendar()
                .declare(DeclareWindow.maintenance("databases", ten, ten.plus(Duration.ofHours(2)))
                        .ofCi("db-1")
                        .recurring("FREQ=WEEKLY", "Asia/Shanghai"));
        Slot month = new Slot(ten, ten.plus(Duration.ofDays(28)));
        String text = ICalendarText.write("Changes", clock.instant(), changes.forwardEvents(month));
        // endregion
        TicketId id =
                changes.open(OpenTicket.titled("Add a disk").touching("db-1")).id();

        assertThat(changes.freeSlots(id, month, Duration.ofHours(1)))
                .extracting(Slot::start)
                .containsExactly(
                        ten,
                        ten.plus(Duration.ofDays(7)),
                        ten.plus(Duration.ofDays(14)),
                        ten.plus(Duration.ofDays(21)));
        assertThat(text).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void standard() {
        // region change-standard
        StandardTemplate proposed = desk.standards()
                .propose(ProposeStandard.named("disk", "Add a disk", "disks fill up")
                        .doing("add a disk", "read and write", "take it out again"));
        itsm.as(chris).changes().standards().authorise(proposed.id());

        TicketId id = desk.openStandard(proposed.id(), OpenTicket.titled("").touching("db-1"))
                .id();
        desk.plan(id, PlanChange.NOTHING.within(ten, ten.plus(Duration.ofHours(1))));
        desk.schedule(id); // no approval of its own
        // endregion

        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
    }

    @Test
    void policy() {
        // region change-policy
        ChangePolicy ours = ChangePolicy.STANDARD
                .approvedBy(
                        ApprovalPolicy.named("minor", ApprovalStep.asking("lead", Approver.group("leads"))),
                        ChangePolicy.STANDARD.major(),
                        ChangePolicy.STANDARD.emergency())
                .onConflict(ConflictRule.ALLOW)
                .owingFor(Duration.ofHours(24));
        Itsm strict = Itsm.builder()
                .changePolicy(ours)
                .changePorts(ChangePorts.NONE.depending((tenant, items) -> {
                    Set<String> all = new HashSet<>(items);
                    if (all.contains("db-1")) {
                        all.add("shop"); // the shop rests on the database
                    }
                    return all;
                }))
                .build();
        // endregion

        assertThat(strict.as(bob).changes().conflicts(Set.of("db-1"), new Slot(ten, ten.plusSeconds(60))))
                .isEmpty();
    }
}
