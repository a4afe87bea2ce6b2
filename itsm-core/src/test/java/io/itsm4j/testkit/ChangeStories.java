package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Asked;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Assessment;
import io.itsm4j.change.Board;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeKind;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.FormBoard;
import io.itsm4j.change.HoldBoard;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.Plans;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.RiskLevel;
import io.itsm4j.change.Slot;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Normal and standard changes told as stories: what is planned, who says yes, and what goes around neither. */
public abstract class ChangeStories extends ChangeContract {

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
