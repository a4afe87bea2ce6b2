package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalExplanation;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.CastVote;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Material;
import io.itsm4j.approval.Vote;
import io.itsm4j.testkit.Errands.Errand;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may never approve, and what a vote was about: separation of duties and the content that was approved. */
public abstract class ApprovalRulesContract extends AskedContract {

    @Test
    void h28_the_requester_never_approves_even_as_a_member_by_another_name_or_as_a_stand_in() {
        staff.moves("alice", "board");
        staff.alias("alice@acme", "alice");
        String id = asked(BOTH_OF_THE_BOARD);
        assertThat(waitingFor(alice)).isEmpty();

        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(alice).approve(id));
        Actor alias = Actor.of("acme", "alice@acme", Role.REQUESTER);
        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(alias).approve(id));
        as(dora).delegate(Delegate.to("alice", NINE, NINE.plusSeconds(3_600)));
        refused(
                NotPermitted.class,
                "APPROVAL_SEPARATION",
                () -> as(alice).vote(id, CastVote.approving().standingInFor("dora")));

        assertThat(as(carol).votes(id)).isEmpty();
    }

    @Test
    void h28_whoever_stands_in_for_the_requester_does_not_approve_either() {
        String id = asked(BOTH_OF_THE_BOARD);
        as(alice).delegate(Delegate.to("dora", NINE, NINE.plusSeconds(3_600)));

        refused(NotPermitted.class, "APPROVAL_SEPARATION", () -> as(dora).approve(id));
        assertThat(as(carol).explain(id).keptOut()).containsExactlyInAnyOrder(alice.id(), dora.id());
        clock.advance(Duration.ofHours(1));
        as(dora).approve(id);

        assertThat(as(carol).votes(id)).extracting(Vote::by).containsExactly(dora.id());
    }

    @Test
    void h28_another_requester_named_meanwhile_does_not_let_the_first_one_in() {
        staff.moves("alice", "board");
        TicketId ticket = errand();
        String id = asked(ticket, BOTH_OF_THE_BOARD);

        desk.update(
                ticket,
                new UpdateTicket(
                        null,
                        null,
                        "carol",
                        "carol",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        java.util.Map.of(),
                        Set.of()));

        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(alice).approve(id));
    }

    @Test
    void h28_whoever_carries_it_out_never_approves_it_alone() {
        TicketId ticket = errand();
        desk.assign(ticket, Assign.to(null, "dora"));
        String id = asked(ticket, ANY_OF_THE_BOARD);

        as(dora).approve(id);
        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        as(egon).approve(id);

        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void h28_one_person_is_one_vote_whoever_they_stand_in_for() {
        String id = asked(BOTH_OF_THE_BOARD);
        as(egon).delegate(Delegate.to("dora", NINE, NINE.plusSeconds(3_600)));

        as(dora).approve(id);
        refused(RuleViolated.class, "APPROVAL_VOTED", () -> as(dora).approve(id));
        refused(
                RuleViolated.class,
                "APPROVAL_VOTED",
                () -> as(dora).vote(id, CastVote.approving().standingInFor("egon")));

        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        as(egon).approve(id);
        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void h29_a_vote_of_somebody_who_left_the_group_is_void_and_its_members_are_asked() {
        String id = asked(BOTH_OF_THE_BOARD);
        as(dora).approve(id);
        staff.moves("dora", "network");
        staff.moves("bob", "board");

        as(egon).approve(id);

        Approval approval = as(carol).get(id);
        assertThat(approval.state()).isEqualTo(Approval.State.PENDING);
        assertThat(approval.approvedBy()).containsExactly(egon.id());
        assertThat(waitingFor(bob)).containsExactly(id);
        ApprovalExplanation why = as(carol).explain(id);
        assertThat(why.steps().get(0).struck()).containsExactly(dora.id());
        assertThat(why.steps().get(0).given()).isEqualTo(1);
        as(bob).approve(id);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
    }

    @Test
    void h29_whoever_left_the_group_or_the_company_does_not_vote() {
        String id = asked(BOTH_OF_THE_BOARD);
        staff.moves("dora", "network");
        staff.leaves("egon");

        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(dora).approve(id));
        refused(NotPermitted.class, "ACTOR_DISABLED", () -> as(egon).approve(id));
        assertThat(as(carol).votes(id)).isEmpty();
    }

    @Test
    void h29_whoever_approved_an_earlier_step_and_left_since_is_replaced_before_the_whole_is_approved() {
        ApprovalPolicy two = ApprovalPolicy.named(
                "two",
                ApprovalStep.asking("board", Approver.group("board")),
                ApprovalStep.asking("manager", Approver.person("carol")));
        String id = asked(two);
        as(dora).approve(id);
        assertThat(waitingFor(carol)).containsExactly(id);
        staff.moves("dora", "network");

        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(carol).approve(id));
        as(egon).approve(id);
        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        as(carol).approve(id);

        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
        assertThat(as(carol).get(id).approvedBy()).containsExactlyInAnyOrder(egon.id(), carol.id());
    }

    @Test
    void h29_another_content_voids_the_votes_and_asks_everybody_again() {
        TicketId ticket = errand();
        String id = asked(ticket, BOTH_OF_THE_BOARD);
        as(dora).approve(id);

        desk.act(
                ticket,
                Errands.PRICE,
                Reason.NONE,
                draft -> draft.details(new Errand(900, draft.details().mark())));

        Approval again = as(carol).get(id);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.approvedBy()).isEmpty();
        assertThat(waitingFor(dora)).containsExactly(id);
        as(egon).approve(id);
        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        as(dora).approve(id);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
        assertThat(as(carol).votes(id)).extracting(Vote::round).containsExactlyInAnyOrder(1, 2, 2);
    }

    @Test
    void what_is_not_material_changes_without_a_new_vote() {
        TicketId ticket = errand();
        String id = asked(ticket, BOTH_OF_THE_BOARD);
        as(dora).approve(id);

        desk.update(ticket, UpdateTicket.NOTHING.describedAs("it stands on the third floor"));
        as(egon).approve(id);

        assertThat(as(carol).get(id).round()).isEqualTo(1);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
    }

    @Test
    void a_release_that_declares_a_further_attribute_leaves_running_approvals_as_they_are() {
        String id = asked(BOTH_OF_THE_BOARD);
        as(dora).approve(id);
        errands = new Errands(Material.<Ticket<Errand>>of("title", Ticket::title)
                .and("cost", ticket -> ticket.details().cost())
                .since(2)
                .and("service", ticket -> ticket.classification().service()));
        itsm = building(otherNode());
        desk = itsm.as(bob).tickets(errands.type());

        as(egon).approve(id);

        assertThat(as(carol).get(id).round()).isEqualTo(1);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
        assertThat(as(carol).get(asked(BOTH_OF_THE_BOARD)).form()).isEqualTo(2);
    }
}
