package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approvals;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.CastVote;
import io.itsm4j.approval.Choice;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Delegation;
import io.itsm4j.approval.Expiry;
import io.itsm4j.approval.Quorum;
import io.itsm4j.approval.Verdict;
import io.itsm4j.approval.Vote;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Errands.Errand;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Approvals ask people, count votes by rules that are data, and tell their subject what came of it. */
public abstract class ApprovalContract extends AskedContract {

    @Test
    void asks_the_members_of_a_group_and_carries_the_outcome_out_with_the_deciding_vote() {
        String id = asked(BOTH_OF_THE_BOARD);
        assertThat(waitingFor(dora)).containsExactly(id);
        assertThat(waitingFor(bob)).isEmpty();

        Approval half = as(dora).approve(id);
        assertThat(half.state()).isEqualTo(Approval.State.PENDING);
        assertThat(subject(id).state()).isEqualTo(Errands.WAITING);
        assertThat(waitingFor(dora)).isEmpty();
        assertThat(waitingFor(egon)).containsExactly(id);

        Approval whole = as(egon).approve(id);
        assertThat(whole.state()).isEqualTo(Approval.State.APPROVED);
        assertThat(whole.decidedAt()).isEqualTo(NINE);
        Ticket<Errand> granted = subject(id);
        assertThat(granted.state()).isEqualTo(Errands.GRANTED);
        assertThat(granted.details().mark().approvedBy()).containsExactlyInAnyOrder(dora.id(), egon.id());
        assertThat(waitingFor(frida)).isEmpty();
        assertThat(as(carol).get(id)).isEqualTo(whole);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_rejection_needs_a_comment_and_an_unreachable_quorum_fails_at_once() {
        String id = asked(BOTH_OF_THE_BOARD);

        InvalidInput mute = refused(InvalidInput.class, "REQUIRED", () -> as(dora).reject(id, " "));
        assertThat(mute.faults()).extracting(InvalidInput.Fault::field).containsExactly("comment");
        as(dora).reject(id, "too expensive");
        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        as(egon).reject(id, "not needed");

        assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.REJECTED);
        assertThat(subject(id).state()).isEqualTo(Errands.REFUSED);
        refused(RuleViolated.class, "APPROVAL_ENDED", () -> as(frida).approve(id));
        assertThat(as(carol).votes(id))
                .extracting(Vote::choice, Vote::comment)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Choice.REJECT, "too expensive"),
                        org.assertj.core.groups.Tuple.tuple(Choice.REJECT, "not needed"));
    }

    @Test
    void steps_open_one_after_the_other_and_resolve_their_people_when_they_do() {
        ApprovalPolicy two = ApprovalPolicy.named(
                "two steps",
                ApprovalStep.asking("lead", Approver.person("dora")),
                ApprovalStep.asking("managers", Approver.role(Role.MANAGER)));
        String id = asked(two);
        assertThat(waitingFor(carol)).isEmpty();
        staff.person("mia", Set.of(Role.MANAGER));

        as(dora).approve(id);

        assertThat(waitingFor(carol)).containsExactly(id);
        assertThat(waitingFor(mia)).containsExactly(id);
        as(mia).approve(id);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
        assertThat(as(carol).history(id, null).items())
                .extracting(JournalEntry::event)
                .containsExactly("ApprovalRequested", "VoteCast", "ApprovalGranted");
    }

    @Test
    void nobody_to_ask_is_an_error_and_too_few_as_well() {
        TicketId id = errand();
        ApprovalPolicy empty =
                ApprovalPolicy.named("empty", ApprovalStep.asking("nobody", Approver.group("nobody-is-here")));
        ApprovalPolicy four = ApprovalPolicy.named(
                "four", ApprovalStep.asking("board", Approver.group("board")).needing(Quorum.atLeast(4)));

        refused(RuleViolated.class, "APPROVERS_NONE", () -> asked(id, empty));
        refused(RuleViolated.class, "APPROVERS_TOO_FEW", () -> asked(id, four));
        itsm = building(builder().ids(IdSource.seeded(23)));
        assertThat(desk.get(id).state()).isEqualTo(Errands.NEW);
        assertThat(as(carol).page(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void a_directory_that_cannot_list_a_group_is_not_asked_to_guess() {
        Itsm blind = builder()
                .ids(IdSource.seeded(31))
                .type(errands.type())
                .approvable(errands.approvable())
                .build();
        Tickets<Errand> tickets = blind.as(bob).tickets(errands.type());
        TicketId id = tickets.open(OpenTicket.titled("Fetch")).id();

        refused(
                RuleViolated.class,
                "APPROVERS_UNKNOWN",
                () -> tickets.act(id, Errands.ASK, Reason.NONE, errands.asking(ANY_OF_THE_BOARD)));
    }

    @Test
    void a_stand_in_votes_within_the_dates_and_both_are_recorded() {
        String id = asked(BOTH_OF_THE_BOARD);
        Delegation standIn = as(dora).delegate(Delegate.to("bob", NINE.plusSeconds(3_600), NINE.plusSeconds(7_200)));
        assertThat(waitingFor(bob)).isEmpty();
        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(bob).approve(id));

        clock.advance(Duration.ofHours(1));
        assertThat(waitingFor(bob)).containsExactly(id);
        assertThat(as(carol).explain(id).standIns()).containsEntry(dora.id(), Set.of(bob.id()));
        as(bob).approve(id);

        assertThat(as(carol).votes(id)).singleElement().satisfies(vote -> {
            assertThat(vote.principal()).isEqualTo(dora.id());
            assertThat(vote.by()).isEqualTo(bob.id());
        });
        refused(RuleViolated.class, "APPROVAL_VOTED", () -> as(dora).approve(id));
        clock.advance(Duration.ofHours(1));
        assertThat(as(bob).delegations(PageRequest.all()).items()).containsExactly(standIn);
        String later = asked(ANY_OF_THE_BOARD);
        assertThat(waitingFor(bob)).isEmpty();
        refused(NotPermitted.class, "APPROVAL_NOT_ASKED", () -> as(bob).approve(later));
    }

    @Test
    void a_delegation_is_taken_back_confined_to_a_kind_and_given_by_nobody_but_its_principal_or_a_manager() {
        String id = asked(ANY_OF_THE_BOARD);
        Instant evening = NINE.plusSeconds(36_000);
        Delegation taken = as(dora).delegate(Delegate.to("bob", NINE, evening));
        as(dora).endDelegation(taken.id());
        as(egon).delegate(Delegate.to("bob", NINE, evening).onlyFor("change"));
        assertThat(waitingFor(bob)).isEmpty();
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> as(bob).delegate(Delegate.to("bob", NINE, evening).inPlaceOf("frida")));
        refused(InvalidInput.class, "RANGE_REVERSED", () -> as(dora).delegate(Delegate.to("bob", evening, NINE)));
        refused(InvalidInput.class, "DELEGATE_SELF", () -> as(dora).delegate(Delegate.to("dora", NINE, evening)));

        as(carol).delegate(Delegate.to("bob", NINE, evening).inPlaceOf("frida"));

        assertThat(waitingFor(bob)).containsExactly(id);
        as(bob).approve(id);
        assertThat(as(carol).get(id).approvedBy()).containsExactly(bob.id());
    }

    @Test
    void reminds_those_who_have_not_voted_and_escalates_when_the_time_is_over() {
        ApprovalPolicy timed = ApprovalPolicy.named(
                "timed",
                ApprovalStep.asking("board", Approver.group("board"))
                        .needing(Quorum.all())
                        .reminding(Duration.ofHours(4), Duration.ofHours(8))
                        .escalatingAfter(Duration.ofHours(24), Approver.role(Role.MANAGER)));
        String id = asked(timed);
        clock.advance(Duration.ofHours(4));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);
        assertThat(itsm.processDue(10).done()).isZero();
        clock.advance(Duration.ofHours(20));
        while (itsm.processDue(10).done() > 0) {
            assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
        }

        assertThat(waitingFor(carol)).containsExactly(id);
        assertThat(as(carol).history(id, null).items())
                .extracting(JournalEntry::event)
                .containsExactly("ApprovalRequested", "ApprovalReminded", "ApprovalStepExpired");
        as(carol).approve(id);
        assertThat(subject(id).state()).isEqualTo(Errands.GRANTED);
    }

    @Test
    void lets_time_approve_reject_or_do_nothing_as_the_policy_says() {
        ApprovalStep step = ApprovalStep.asking("board", Approver.group("board"));
        String yes = asked(ApprovalPolicy.named("yes", step.within(Duration.ofHours(1), Expiry.APPROVE)));
        String no = asked(ApprovalPolicy.named("no", step.within(Duration.ofHours(1), Expiry.REJECT)));
        String never = asked(ApprovalPolicy.named("never", step.within(Duration.ofHours(1), Expiry.NOTHING)));
        clock.advance(Duration.ofMinutes(59));
        assertThat(itsm.processDue(10).done()).isZero();
        clock.advance(Duration.ofMinutes(1));

        assertThat(itsm.processDue(10).done()).isEqualTo(2);

        assertThat(subject(yes).state()).isEqualTo(Errands.GRANTED);
        assertThat(subject(no).state()).isEqualTo(Errands.REFUSED);
        assertThat(subject(never).state()).isEqualTo(Errands.WAITING);
        assertThat(as(carol).explain(yes).steps().get(0).verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(waitingFor(dora)).containsExactly(never);
    }

    @Test
    void what_time_cannot_decide_is_set_aside_for_a_while_and_keeps_no_other_approval() {
        AtomicReference<String> stubborn = new AtomicReference<>("");
        itsm = building(builder().listener(event -> {
            if (event.name().equals("ErrandGranted") && event.subjectId().equals(stubborn.get())) {
                throw new IllegalStateException("the printer is gone");
            }
        }));
        desk = itsm.as(bob).tickets(errands.type());
        ApprovalPolicy hour = ApprovalPolicy.named(
                "hour",
                ApprovalStep.asking("board", Approver.group("board")).within(Duration.ofHours(1), Expiry.APPROVE));
        String bad = asked(hour);
        String good = asked(hour);
        stubborn.set(subject(bad).id().value());
        clock.advance(Duration.ofHours(1));

        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 1, false));

        assertThat(subject(good).state()).isEqualTo(Errands.GRANTED);
        assertThat(subject(bad).state()).isEqualTo(Errands.WAITING);
        assertThat(as(carol).get(bad).state()).isEqualTo(Approval.State.PENDING);
        List<JournalEntry> history = as(carol).history(bad, null).items();
        assertThat(history).extracting(JournalEntry::event).containsExactly("ApprovalRequested", "DueWorkSetAside");
        assertThat(String.valueOf(history.get(1).data().get("cause"))).contains("ErrandGranted");
        clock.advance(Duration.ofMinutes(14));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(0, 0, 0, false));
        clock.advance(Duration.ofMinutes(1));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(0, 0, 1, false));

        stubborn.set("");
        clock.advance(Duration.ofMinutes(15));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 0, false));
        assertThat(subject(bad).state()).isEqualTo(Errands.GRANTED);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void is_called_off_by_who_asked_for_it_and_the_subject_is_told() {
        String id = asked(BOTH_OF_THE_BOARD);
        refused(NotPermitted.class, "NOT_PERMITTED", () -> as(dora).withdraw(id, "no"));

        as(bob).withdraw(id, "a printer was found");

        assertThat(subject(id).state()).isEqualTo(Errands.NEW);
        assertThat(subject(id).details().mark().state()).isEqualTo(Approval.State.WITHDRAWN);
        assertThat(waitingFor(dora)).isEmpty();
        refused(RuleViolated.class, "APPROVAL_ENDED", () -> as(dora).approve(id));
    }

    @Test
    void concerns_those_who_are_asked_and_staff_and_nobody_else() {
        String id = asked(ApprovalPolicy.named("lead", ApprovalStep.asking("lead", Approver.person("dora"))));

        assertThat(as(dora).find(id)).isPresent();
        assertThat(as(alice).find(id)).isPresent();
        assertThat(as(frida).find(id)).isEmpty();
        assertThat(as(frida).page(PageRequest.all()).items()).isEmpty();
        refused(NotFound.class, "NOT_FOUND", () -> as(frida).explain(id));
        refused(NotFound.class, "NOT_FOUND", () -> as(frida).approve(id));
        Actor stranger = Actor.of("globex", "dora", Role.MANAGER);
        refused(NotFound.class, "NOT_FOUND", () -> as(stranger).approve(id));
        assertThat(as(stranger).find(id)).isEmpty();
    }

    @Test
    void a_repeated_vote_under_its_key_is_the_same_vote() {
        String id = asked(BOTH_OF_THE_BOARD);
        Approvals once = as(dora).with(CommandOptions.key("vote-1"));

        Approval first = once.vote(id, CastVote.approving());
        Approval second = once.vote(id, CastVote.approving());

        assertThat(second).isEqualTo(first);
        assertThat(as(carol).votes(id)).hasSize(1);
        refused(io.itsm4j.Conflict.class, "IDEMPOTENCY_MISMATCH", () -> once.vote(id, CastVote.abstaining()));
    }

    @Test
    void a_person_who_is_erased_leaves_votes_that_still_count() {
        String id = asked(BOTH_OF_THE_BOARD);
        as(dora).vote(id, CastVote.approving().saying("dora says yes"));

        assertThat(itsm.erase(ACME, new PersonId("dora"))).isPositive();

        assertThat(as(carol).votes(id)).singleElement().satisfies(vote -> {
            assertThat(vote.by().value()).startsWith("erased-");
            assertThat(vote.comment()).isNull();
        });
        assertThat(as(carol).get(id).involves(dora.id())).isFalse();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
