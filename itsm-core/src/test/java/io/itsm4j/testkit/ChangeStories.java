package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.Asked;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Assessment;
import io.itsm4j.change.Board;
import io.itsm4j.change.BookingConflict;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeKind;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.ConflictRule;
import io.itsm4j.change.DeclareWindow;
import io.itsm4j.change.FailureRule;
import io.itsm4j.change.FormBoard;
import io.itsm4j.change.HoldBoard;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.OwedApproval;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.PlanEdits;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.change.Plans;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.ReviewChange;
import io.itsm4j.change.RiskLevel;
import io.itsm4j.change.Slot;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemOrigin;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Change management told as stories: what is planned, who says yes, when it may happen, and how it ends. */
public abstract class ChangeStories extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Instant ELEVEN = NINE.plusSeconds(7_200);
    private static final Instant NOON = NINE.plusSeconds(3 * 3_600);

    /** What stands behind what: the shop rests on the database, which rests on the storage. */
    private static final Map<String, Set<String>> RESTS_ON_IT =
            Map.of("storage-1", Set.of("db-1"), "db-1", Set.of("shop"), "db-2", Set.of("shop"));

    private static final Map<String, String> HARMLESS = Map.of(
            "tested", "yes",
            "backout", "at-once",
            "experience", "often",
            "users", "nobody",
            "downtime", "no",
            "complexity", "one",
            "security", "no");
    private static final Map<String, String> DARING = Map.of(
            "tested", "no",
            "backout", "not-at-all",
            "experience", "never",
            "users", "everybody",
            "downtime", "in-service-hours",
            "complexity", "more",
            "security", "no");

    private final Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
    private final Actor chris = Actor.of("acme", "chris", Role.AGENT, Role.CHANGE_MANAGER);
    private final Actor eve = Actor.of("acme", "eve", Role.AGENT, ChangeLifecycle.EMERGENCY_IMPLEMENTER);

    private final List<PlannedEdit> applied = new ArrayList<>();

    private Staff staff;
    private Itsm itsm;
    private Changes desk;

    @BeforeEach
    void two_change_managers() {
        staff = new Staff()
                .person("alice", Set.of(Role.REQUESTER))
                .person("bob", Set.of(Role.AGENT))
                .person("eve", Set.of(Role.AGENT, ChangeLifecycle.EMERGENCY_IMPLEMENTER))
                .person("cora", Set.of(Role.AGENT, Role.CHANGE_MANAGER))
                .person("chris", Set.of(Role.AGENT, Role.CHANGE_MANAGER))
                .person("dora", Set.of(Role.REQUESTER))
                .person("egon", Set.of(Role.REQUESTER));
        itsm = building(builder(), ChangePolicy.STANDARD);
        desk = as(bob);
    }

    private Itsm building(Itsm.Builder builder, ChangePolicy policy) {
        return builder.directory(staff)
                .changePolicy(policy)
                .changePorts(ChangePorts.NONE
                        .depending(ChangeStories::dependants)
                        .editing((ledger, change, edits) -> applied.addAll(edits)))
                .build();
    }

    private static Set<String> dependants(TenantId tenant, Collection<String> items) {
        Set<String> all = new TreeSet<>(items);
        List<String> open = new ArrayList<>(items);
        while (!open.isEmpty()) {
            for (String next : RESTS_ON_IT.getOrDefault(open.remove(0), Set.of())) {
                if (all.add(next)) {
                    open.add(next);
                }
            }
        }
        return all;
    }

    private Changes as(Actor actor) {
        return itsm.as(actor).changes();
    }

    private static PlanChange plan(Instant start, Instant end) {
        return PlanChange.NOTHING
                .because("the disk is full", "the shop stands still otherwise")
                .doing("add a disk", "read and write", "take the disk out again")
                .within(start, end);
    }

    /** A planned normal change of an item, opened by Bob for Alice. */
    private TicketId planned(String ci, Instant start, Instant end) {
        TicketId id = desk.open(
                        OpenTicket.titled("Add a disk").requestedBy("alice").touching(ci))
                .id();
        desk.plan(id, plan(start, end));
        return id;
    }

    private TicketId assessed(String ci, Instant start, Instant end, Map<String, String> answers) {
        TicketId id = planned(ci, start, end);
        desk.update(id, UpdateTicket.rate(Impact.MEDIUM, Urgency.LOW));
        desk.submit(id);
        desk.assess(id, AssessChange.answering(answers));
        return id;
    }

    private TicketId waiting(String ci, Instant start, Instant end) {
        TicketId id = assessed(ci, start, end, HARMLESS);
        desk.requestApproval(id);
        return id;
    }

    private TicketId scheduled(String ci, Instant start, Instant end) {
        TicketId id = waiting(ci, start, end);
        approve(cora, id);
        return id;
    }

    private String approvalOf(TicketId id) {
        return java.util.Objects.requireNonNull(desk.get(id).details().approval())
                .approval();
    }

    private Approval approve(Actor who, TicketId id) {
        return itsm.as(who).approvals().approve(approvalOf(id));
    }

    private List<String> events(TicketId id) {
        return desk.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    private static List<String> guards(TransitionRefused refusal) {
        return refusal.failedGuards();
    }

    // --- normal changes ---------------------------------------------------------------------------------------

    @Test
    void a_minor_change_from_the_draft_to_the_end() {
        TicketId id = planned("db-1", TEN, ELEVEN);
        desk.submit(id);
        desk.assess(id, AssessChange.answering(HARMLESS).judging("yes", "none", "the shop pauses", "one hour"));
        assertThat(desk.get(id).details().risk().level()).isEqualTo(RiskLevel.LOW);
        desk.requestApproval(id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.AUTHORISE);
        assertThat(itsm.as(chris).approvals().mine(PageRequest.all()).items())
                .extracting(asked -> asked.subject().label())
                .containsExactly(desk.get(id).number());

        approve(cora, id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
        TransitionRefused early = refused(TransitionRefused.class, "GUARD", () -> desk.start(id));
        assertThat(guards(early)).containsExactly("WINDOW_HAS_BEGUN");
        clock.set(TEN);
        desk.start(id);
        refused(TransitionRefused.class, "TRANSITION", () -> desk.cancel(id, "too late for that"));
        clock.advance(Duration.ofMinutes(30));
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "in time"));
        desk.close(id);

        Ticket<Change> closed = desk.get(id);
        assertThat(closed.state()).isEqualTo(ChangeLifecycle.CLOSED);
        assertThat(closed.details().schedule().actualStart()).isEqualTo(TEN);
        assertThat(closed.details().schedule().actualEnd()).isEqualTo(TEN.plusSeconds(1_800));
        assertThat(events(id))
                .containsExactly(
                        "TicketOpened",
                        "ChangePlanned",
                        "ChangeSubmitted",
                        "ChangeAssessed",
                        "ChangeApprovalRequested",
                        "ChangeApproved",
                        "ChangeStarted",
                        "ChangeCompleted",
                        "TicketClosed");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void nothing_is_approved_that_is_not_planned() {
        TicketId id =
                desk.open(OpenTicket.titled("Something").requestedBy("alice")).id();
        TransitionRefused why = refused(TransitionRefused.class, "GUARD", () -> desk.submit(id));
        assertThat(guards(why)).containsExactly("HAS_A_REASON");
        desk.plan(id, PlanChange.NOTHING.because("because", null).within(ELEVEN, TEN));
        desk.submit(id);

        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.requestApproval(id));

        assertThat(guards(refusal))
                .containsExactlyInAnyOrder("HAS_A_RISK", "HAS_PLANS", "HAS_A_BACKOUT_PLAN", "HAS_CIS", "HAS_A_WINDOW");
        TicketId late = assessed("db-1", NINE.minusSeconds(7_200), NINE, HARMLESS);
        TransitionRefused over = refused(TransitionRefused.class, "GUARD", () -> desk.requestApproval(late));
        assertThat(guards(over)).containsExactly("WINDOW_LIES_AHEAD");
    }

    @Test
    void a_change_carries_why_and_how_it_is_made_and_what_it_means_for_others() {
        TicketId id = planned("db-1", TEN, ELEVEN);
        desk.plan(id, PlanChange.NOTHING.telling("mail to the shops").interrupting(15));
        desk.submit(id);
        desk.assess(
                id, AssessChange.answering(HARMLESS).judging("it can", "faster", "the shop pauses", "one engineer"));

        Change change = desk.get(id).details();
        assertThat(change.reason()).isEqualTo("the disk is full");
        assertThat(change.justification()).isEqualTo("the shop stands still otherwise");
        assertThat(change.plans())
                .isEqualTo(new Plans("add a disk", "read and write", "take the disk out again", "mail to the shops"));
        assertThat(change.schedule().window()).contains(new Slot(TEN, ELEVEN));
        assertThat(change.schedule().downtimeMinutes()).isEqualTo(15);
        assertThat(change.assessment())
                .isEqualTo(new Assessment("it can", "faster", "the shop pauses", "one engineer"));
        assertThat(change.risk().answers()).isEqualTo(HARMLESS);
        assertThat(change.risk().algorithm()).isPositive();
    }

    @Test
    void the_questionnaire_wants_every_answer_and_explains_what_it_makes_of_them() {
        TicketId id = planned("db-1", TEN, ELEVEN);
        desk.submit(id);

        InvalidInput faults = refused(
                InvalidInput.class,
                "FIELD_OPTION",
                () -> desk.assess(
                        id, AssessChange.answering(Map.of("tested", "yes", "backout", "perhaps", "weather", "fine"))));
        assertThat(faults.faults())
                .extracting(InvalidInput.Fault::field)
                .contains("answers.backout", "answers.users", "answers.weather");
        desk.update(id, UpdateTicket.rate(Impact.HIGH, Urgency.LOW));
        desk.assess(id, AssessChange.answering(DARING));

        assertThat(desk.get(id).details().risk().score()).isEqualTo(85);
        assertThat(desk.get(id).details().risk().level()).isEqualTo(RiskLevel.VERY_HIGH);
        assertThat(desk.explainRisk(id))
                .contains("tested: no weighs 2 of 2", "score: 12 of 14 is 85 of 100, band 3 of 3");
    }

    @Test
    void a_major_change_goes_to_the_board_that_was_formed_for_it() {
        TicketId id = assessed("db-1", TEN, NOON, DARING);
        assertThat(desk.get(id).details().risk().level()).isEqualTo(RiskLevel.HIGH);
        refused(NotPermitted.class, "NOT_PERMITTED", () -> desk.formBoard(id, FormBoard.of("the disk", TEN, "dora")));
        as(cora).formBoard(
                        id,
                        FormBoard.of("the disk", TEN, "dora", "egon", "chris")
                                .hearing("bob")
                                .needing(2));
        String board = java.util.Objects.requireNonNull(desk.get(id).details().board());
        desk.requestApproval(id);

        approve(Actor.of("acme", "dora", Role.REQUESTER), id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.AUTHORISE);
        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> approve(bob, id));
        approve(Actor.of("acme", "egon", Role.REQUESTER), id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);

        refused(
                RuleViolated.class,
                "BOARD_QUORUM",
                () -> as(cora).boards().hold(board, HoldBoard.with("nobody came", "dora", "bob")));
        Board held = as(cora).boards().hold(board, HoldBoard.with("do it at noon", "dora", "egon", "bob"));
        assertThat(held.state()).isEqualTo(Board.State.HELD);
        assertThat(as(bob).boards().get(board)).isEqualTo(held);
        refused(RuleViolated.class, "BOARD_OVER", () -> as(cora).boards().callOff(board, "again"));
    }

    @Test
    void a_rejected_change_is_revised_and_asked_for_anew() {
        TicketId id = waiting("db-1", TEN, ELEVEN);
        itsm.as(cora).approvals().reject(approvalOf(id), "not before the sale");
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.AUTHORISE);
        itsm.as(chris).approvals().reject(approvalOf(id), "I think so too");
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.REJECTED);

        desk.revise(id, "after the sale then");
        assertThat(desk.get(id).details().approval()).isNull();
        desk.plan(id, PlanChange.NOTHING.within(ELEVEN, NOON));
        desk.submit(id);
        desk.requestApproval(id);
        approve(cora, id);

        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
    }

    @Test
    void h28_nobody_approves_their_own_change_nor_carries_out_alone_what_they_alone_approved() {
        TicketId own = desk.open(
                        OpenTicket.titled("Add a disk").requestedBy("cora").touching("db-1"))
                .id();
        desk.plan(own, plan(TEN, ELEVEN));
        desk.submit(own);
        desk.assess(own, AssessChange.answering(HARMLESS));
        desk.requestApproval(own);
        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> approve(cora, own));
        approve(chris, own);

        clock.set(TEN);
        TransitionRefused alone =
                refused(TransitionRefused.class, "GUARD", () -> as(chris).start(own));
        assertThat(guards(alone)).containsExactly("IMPLEMENTER_IS_NOT_SOLE_APPROVER");
        desk.tickets().assign(own, Assign.to(null, "chris"));
        refused(TransitionRefused.class, "GUARD", () -> desk.start(own));
        desk.tickets().assign(own, Assign.to(null, "bob"));
        desk.start(own);

        assertThat(desk.get(own).state()).isEqualTo(ChangeLifecycle.IMPLEMENT);
    }

    @Test
    void h29_another_window_while_votes_are_out_asks_again_and_an_approved_one_is_revised_first() {
        TicketId id = assessed("db-1", TEN, ELEVEN, DARING);
        desk.requestApproval(id);
        approve(cora, id);
        desk.plan(id, PlanChange.NOTHING.within(ELEVEN, NOON));

        assertThat(itsm.as(cora).approvals().get(approvalOf(id)).round()).isEqualTo(2);
        assertThat(itsm.as(cora).approvals().mine(PageRequest.all()).items())
                .extracting(Asked::approval)
                .containsExactly(approvalOf(id));
        approve(chris, id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.AUTHORISE);
        approve(cora, id);
        assertThat(desk.get(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);

        refused(
                RuleViolated.class,
                "CHANGE_CONTENT",
                () -> desk.update(id, UpdateTicket.NOTHING.titled("Add two disks")));
        desk.update(id, UpdateTicket.rate(Impact.LOW, Urgency.LOW));
        desk.revise(id, "two disks");
        assertThat(desk.conflicts(Set.of("db-1"), new Slot(ELEVEN, NOON))).isEmpty();
    }

    // --- standard and emergency -------------------------------------------------------------------------------

    @Test
    void a_standard_change_is_authorised_once_and_made_many_times() {
        StandardTemplate template = as(bob).standards()
                .propose(ProposeStandard.named("disk", "Add a disk", "disks fill up")
                        .doing("add a disk", "read and write", "take it out again")
                        .interrupting(5));
        refused(
                RuleViolated.class,
                "STANDARD_STATE",
                () -> desk.openStandard(template.id(), OpenTicket.titled("x").touching("db-1")));
        StandardTemplate own = as(cora).standards()
                .propose(ProposeStandard.named("own", "Own", "own").doing("a", "b", "c"));
        refused(
                NotPermitted.class,
                "STANDARD_SEPARATION",
                () -> as(cora).standards().authorise(own.id()));
        as(cora).standards().authorise(template.id());

        TicketId id = desk.openStandard(
                        template.id(),
                        OpenTicket.titled("x").requestedBy("alice").touching("db-1"))
                .id();
        desk.plan(id, PlanChange.NOTHING.within(TEN, ELEVEN));
        refused(
                RuleViolated.class,
                "STANDARD_FROZEN",
                () -> desk.plan(id, PlanChange.NOTHING.doing("something else", null, null)));
        refused(
                RuleViolated.class,
                "STANDARD_FROZEN",
                () -> desk.update(id, UpdateTicket.NOTHING.titled("Something else")));
        refused(TransitionRefused.class, "GUARD", () -> desk.submit(id));
        desk.schedule(id);
        clock.set(TEN);
        desk.start(id);
        desk.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "as always"));
        desk.close(id);

        assertThat(desk.get(id).title()).isEqualTo("Add a disk");
        assertThat(desk.get(id).details().kind()).isEqualTo(ChangeKind.STANDARD);
        as(cora).standards().retire(template.id(), "disks are gone");
        refused(
                RuleViolated.class,
                "STANDARD_STATE",
                () -> desk.openStandard(template.id(), OpenTicket.titled("x").touching("db-1")));
    }

    private TicketId emergency(String ci) {
        TicketId id = desk.openEmergency(OpenTicket.titled("The shop is down")
                        .requestedBy("alice")
                        .touching(ci))
                .id();
        desk.plan(id, plan(NINE, TEN));
        return id;
    }

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

    // --- how it ends ------------------------------------------------------------------------------------------

    @Test
    void a_change_that_was_backed_out_is_reviewed_and_leads_somewhere() {
        TicketId id = scheduled("db-1", TEN, ELEVEN);
        clock.set(TEN);
        desk.start(id);
        refused(InvalidInput.class, "REQUIRED", () -> desk.backOut(id, " "));
        desk.backOut(id, "the disk was too slow");
        assertThat(desk.get(id).details().outcome()).isEqualTo(Outcome.BACKED_OUT);
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(id));
        assertThat(guards(refusal)).containsExactly("HAS_A_REVIEW");
        desk.review(id, ReviewChange.finding("wrong disk"));
        desk.close(id);

        assertThat(desk.get(id).details().followUp()).isEqualTo("PRB0000001");
    }

    private TicketId begun(String ci) {
        TicketId id = scheduled(ci, TEN, ELEVEN);
        clock.set(TEN);
        desk.start(id);
        return id;
    }

    private List<LinkedTicket> causedBy(TicketId change) {
        return desk.tickets().linkedTo(change, LinkType.CAUSED_BY);
    }

    @Test
    void a_change_that_failed_opens_a_problem_within_the_same_command() {
        TicketId id = begun("db-1");
        Changes once = desk.with(CommandOptions.key("failed-1"));
        once.complete(id, CompleteChange.with(Outcome.FAILED, "the disk was too slow"));
        once.complete(id, CompleteChange.with(Outcome.FAILED, "the disk was too slow"));

        assertThat(causedBy(id)).extracting(LinkedTicket::type).containsExactly("problem");
        Ticket<Problem> problem =
                itsm.as(bob).problems().get(causedBy(id).get(0).id());
        assertThat(problem.title()).isEqualTo("Add a disk");
        assertThat(problem.classification().affected()).containsExactly("db-1");
        assertThat(problem.details().origin()).isEqualTo(ProblemOrigin.FAILED_CHANGE);
        assertThat(problem.details().symptoms()).isEqualTo("the disk was too slow");
        assertThat(desk.get(id).details().followUp()).isEqualTo(problem.number());
        assertThat(desk.tickets().journal(id, PageRequest.all()).items())
                .filteredOn(entry -> entry.event().equals("ChangeFailed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data())
                        .containsEntry("followUp", problem.id().value()));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_problem_that_it_caused_already_is_not_opened_twice() {
        TicketId id = begun("db-1");
        TicketId known =
                itsm.as(bob).problems().open(OpenProblem.titled("Slow disks")).id();
        itsm.as(bob).problems().tickets().link(known, LinkType.CAUSED_BY, id);
        desk.backOut(id, "too slow");

        assertThat(causedBy(id)).extracting(LinkedTicket::id).containsExactly(known);
        assertThat(desk.get(id).details().followUp()).isEqualTo("PRB0000001");
    }

    @Test
    void what_follows_from_a_failure_is_data() {
        itsm = building(builder(), ChangePolicy.STANDARD.onFailure(FailureRule.INCIDENT));
        desk = as(bob);
        TicketId first = begun("db-1");
        desk.complete(first, CompleteChange.with(Outcome.FAILED, "it broke"));
        assertThat(causedBy(first)).extracting(LinkedTicket::type).containsExactly("incident");

        itsm = building(builder(), ChangePolicy.STANDARD.onFailure(FailureRule.NOTHING));
        desk = as(bob);
        clock.set(NINE);
        TicketId second = begun("db-2");
        desk.complete(second, CompleteChange.with(Outcome.FAILED, "it broke"));
        assertThat(causedBy(second)).isEmpty();
        desk.review(second, ReviewChange.finding("wrong disk"));
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> desk.close(second));
        assertThat(guards(refusal)).containsExactly("FAILURE_HAS_A_FOLLOW_UP");
        desk.review(second, ReviewChange.finding("wrong disk").followedBy("none: the disk was a loan"));
        desk.close(second);
    }

    @Test
    void a_success_opens_nothing() {
        TicketId id = begun("db-1");
        desk.complete(id, CompleteChange.with(Outcome.PARTLY, "one of two"));

        assertThat(causedBy(id)).isEmpty();
    }

    @Test
    void a_refused_end_opens_nothing() {
        TicketId id = begun("db-1");
        desk.tickets().addTask(id, AddTask.titled("Label it"));
        refused(
                TransitionRefused.class,
                "GUARD",
                () -> desk.complete(id, CompleteChange.with(Outcome.FAILED, "it broke")));

        assertThat(causedBy(id)).isEmpty();
        assertThat(itsm.as(bob).problems().page(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void planned_edits_are_applied_with_success_and_only_then() {
        PlannedEdit edit = new PlannedEdit("db-1", "disks", "3");
        TicketId good = planned("db-1", TEN, ELEVEN);
        TicketId bad = planned("db-2", NOON, NOON.plusSeconds(3_600));
        for (TicketId id : List.of(good, bad)) {
            desk.planEdits(id, PlanEdits.of(edit));
            desk.submit(id);
            desk.assess(id, AssessChange.answering(HARMLESS));
            desk.requestApproval(id);
            approve(cora, id);
        }
        assertThat(applied).isEmpty();
        clock.set(TEN);
        desk.start(good);
        desk.complete(good, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(applied).containsExactly(edit);
        clock.set(NOON);
        desk.start(bad);
        desk.complete(bad, CompleteChange.with(Outcome.FAILED, "it broke"));

        assertThat(applied).containsExactly(edit);
        assertThat(events(bad)).contains("ChangeFailed");
    }

    @Test
    void without_ports_of_the_host_the_recorded_items_say_what_is_hit_and_are_changed_with_success() {
        itsm = builder().directory(staff).build();
        desk = as(bob);
        var configuration = itsm.as(bob).configuration();
        String database = configuration
                .items()
                .register(RegisterItem.of("server", "db-9").with("host_name", "db-9"))
                .id();
        String shop = configuration
                .items()
                .register(RegisterItem.of("application", "Shop").environment("production"))
                .id();
        configuration.relations().relate(Relate.of(shop, "depends-on", database));
        TicketId first = planned(database, TEN, NOON);
        desk.planEdits(first, PlanEdits.of(new PlannedEdit(database, "environment", "production")));
        desk.submit(first);
        desk.assess(first, AssessChange.answering(HARMLESS));
        desk.requestApproval(first);
        approve(cora, first);

        TicketId above = waiting(shop, ELEVEN, NOON);
        refused(RuleViolated.class, "CHANGE_CONFLICT", () -> approve(cora, above));
        TicketId elsewhere = waiting("a reference that is no item", ELEVEN, NOON);
        approve(cora, elsewhere);

        clock.set(TEN);
        desk.start(first);
        assertThat(configuration.items().get(database).environment()).isNull();
        desk.complete(first, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(configuration.items().get(database).environment()).isEqualTo("production");
    }

    // --- when it happens --------------------------------------------------------------------------------------

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

    private void bare(Actor who, TicketId id, Action action, String... guards) {
        long version = desk.get(id).version();
        TransitionRefused refusal = refused(
                TransitionRefused.class, "GUARD", () -> as(who).tickets().act(id, action, null));
        assertThat(guards(refusal)).containsExactly(guards);
        assertThat(desk.get(id).version()).isEqualTo(version);
    }

    @Test
    void no_action_goes_by_its_name_alone_around_approval_board_waiver_and_review() {
        TicketId urgent = emergency("db-1");
        bare(eve, urgent, ChangeLifecycle.IMPLEMENT_NOW, "APPROVAL_IS_OWED");
        bare(bob, urgent, ChangeLifecycle.REQUEST_APPROVAL, "APPROVAL_IS_ASKED_FOR");
        bare(cora, urgent, ChangeLifecycle.WAIVE_FREEZE, "FREEZE_IS_WAIVED");
        bare(cora, urgent, ChangeLifecycle.WAIVE_CONFLICT, "CONFLICT_IS_WAIVED");
        TicketId normal = assessed("db-2", TEN, NOON, DARING);
        bare(cora, normal, ChangeLifecycle.FORM_BOARD, "BOARD_IS_FORMED");
        bare(bob, normal, ChangeLifecycle.REQUEST_APPROVAL, "APPROVAL_IS_ASKED_FOR");

        as(eve).implementNow(urgent, "the shop is down");
        TransitionRefused silent = refused(
                TransitionRefused.class,
                "GUARD",
                () -> desk.tickets()
                        .act(
                                urgent,
                                ChangeLifecycle.BACK_OUT,
                                CompleteChange.with(Outcome.BACKED_OUT, "went back"),
                                draft -> {}));
        assertThat(guards(silent)).containsExactly("HAS_AN_OUTCOME");
        desk.complete(urgent, CompleteChange.with(Outcome.SUCCESSFUL, "up again"));
        bare(bob, urgent, ChangeLifecycle.REVIEW_CHANGE, "REVIEW_IS_WRITTEN");
    }
}
