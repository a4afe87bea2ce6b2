package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalExplanation;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approvals;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.CastVote;
import io.itsm4j.approval.Choice;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Delegation;
import io.itsm4j.approval.Expiry;
import io.itsm4j.approval.Material;
import io.itsm4j.approval.Quorum;
import io.itsm4j.approval.Verdict;
import io.itsm4j.approval.Vote;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Errands.Errand;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approval told as stories: who is asked, what their votes amount to, and what nobody gets around. */
public abstract class ApprovalContract extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final ApprovalPolicy BOTH_OF_THE_BOARD = ApprovalPolicy.named(
            "board", ApprovalStep.asking("board", Approver.group("board")).needing(Quorum.atLeast(2)));
    private static final ApprovalPolicy ANY_OF_THE_BOARD =
            ApprovalPolicy.named("board", ApprovalStep.asking("board", Approver.group("board")));

    private final Actor dora = Actor.of("acme", "dora", Role.REQUESTER);
    private final Actor egon = Actor.of("acme", "egon", Role.REQUESTER);
    private final Actor frida = Actor.of("acme", "frida", Role.REQUESTER);

    private Staff staff;
    private Errands errands;
    private Itsm itsm;
    private Tickets<Errand> desk;

    @BeforeEach
    void a_board_of_three() {
        staff = new Staff()
                .person("alice", Set.of(Role.REQUESTER))
                .person("bob", Set.of(Role.AGENT), "network")
                .person("carol", Set.of(Role.AGENT, Role.MANAGER), "desk")
                .person("dora", Set.of(Role.REQUESTER), "board")
                .person("egon", Set.of(Role.REQUESTER), "board")
                .person("frida", Set.of(Role.REQUESTER), "board");
        errands = new Errands();
        itsm = building(builder());
        desk = itsm.as(bob).tickets(errands.type());
    }

    private Itsm building(Itsm.Builder builder) {
        return builder.directory(staff)
                .type(errands.type())
                .approvable(errands.approvable())
                .build();
    }

    private Approvals as(Actor actor) {
        return itsm.as(actor).approvals();
    }

    private TicketId errand() {
        return desk.open(OpenTicket.titled("Fetch a printer").requestedBy("alice"))
                .id();
    }

    /** An errand whose approval is asked for; returns the approval's id. */
    private String asked(ApprovalPolicy policy) {
        return asked(errand(), policy);
    }

    private String asked(TicketId id, ApprovalPolicy policy) {
        Ticket<Errand> ticket = desk.act(id, Errands.ASK, Reason.NONE, errands.asking(policy));
        return ticket.details().mark().approval();
    }

    private Ticket<Errand> subject(String approval) {
        return desk.get(TicketId.of(as(carol).get(approval).subject().id()));
    }

    private List<String> waitingFor(Actor actor) {
        return as(actor).mine(PageRequest.all()).items().stream()
                .map(Asked::approval)
                .toList();
    }

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

    // --- separation of duties (H28) ---------------------------------------------------------------------------

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

    // --- standing in ------------------------------------------------------------------------------------------

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

    // --- what was approved (H29) ------------------------------------------------------------------------------

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

    // --- time -------------------------------------------------------------------------------------------------

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

    // --- the rest ---------------------------------------------------------------------------------------------

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

    // --- at once (H34) ----------------------------------------------------------------------------------------

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    private void assertLegal(String id) {
        List<JournalEntry> entries = as(carol).history(id, null).items();
        assertThat(entries)
                .extracting(JournalEntry::resultVersion)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h34_of_an_approval_and_a_rejection_at_once_exactly_one_decides() {
        Itsm other = building(otherNode());
        as(dora).delegate(Delegate.to("bob", NINE, NINE.plusSeconds(86_400)));
        ApprovalPolicy lead = ApprovalPolicy.named("lead", ApprovalStep.asking("lead", Approver.person("dora")));
        for (int round = 0; round < 10; round++) {
            String id = asked(lead);

            List<Outcome<Approval>> outcomes = Together.run(
                    () -> as(dora).approve(id), () -> other.as(bob).approvals().reject(id, "no"));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsExactly("APPROVAL_ENDED");
            boolean approved = outcomes.get(0).succeeded();
            assertThat(subject(id).state()).isEqualTo(approved ? Errands.GRANTED : Errands.REFUSED);
            assertThat(subject(id).version()).isEqualTo(3);
            assertThat(as(carol).votes(id)).hasSize(1);
            assertLegal(id);
        }
    }

    @Test
    void h34_of_two_deciding_approvals_at_once_one_decides_and_the_other_is_told() {
        Itsm other = building(otherNode());
        for (int round = 0; round < 10; round++) {
            String id = asked(BOTH_OF_THE_BOARD);
            as(frida).approve(id);

            List<Outcome<Approval>> outcomes = Together.run(
                    () -> as(dora).approve(id), () -> other.as(egon).approvals().approve(id));

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsExactly("APPROVAL_ENDED");
            assertThat(as(carol).votes(id)).hasSize(2);
            assertThat(subject(id).version()).isEqualTo(3);
            assertLegal(id);
        }
    }

    @Test
    void h34_the_last_vote_and_the_end_of_the_time_at_once_leave_one_outcome() {
        Itsm other = building(otherNode());
        ApprovalPolicy expiring = ApprovalPolicy.named(
                "expiring",
                ApprovalStep.asking("lead", Approver.person("dora")).within(Duration.ofHours(1), Expiry.REJECT));
        for (int round = 0; round < 10; round++) {
            String id = asked(expiring);
            clock.advance(Duration.ofHours(1));

            List<Outcome<Object>> outcomes = Together.run(() -> as(dora).approve(id), () -> other.processDue(10));

            boolean approved = as(carol).get(id).state() == Approval.State.APPROVED;
            assertThat(codes(outcomes)).isEqualTo(approved ? List.of() : List.of("APPROVAL_ENDED"));
            assertThat(subject(id).state()).isEqualTo(approved ? Errands.GRANTED : Errands.REFUSED);
            assertThat(subject(id).version()).isEqualTo(3);
            assertLegal(id);
        }
    }

    @Test
    void h34_the_same_person_twice_and_a_stand_in_beside_their_principal_are_one_vote() {
        Itsm other = building(otherNode());
        as(dora).delegate(Delegate.to("bob", NINE, NINE.plusSeconds(86_400)));
        for (int round = 0; round < 10; round++) {
            String id = asked(BOTH_OF_THE_BOARD);
            List<Callable<Approval>> votes = new ArrayList<>();
            votes.add(() -> as(dora).approve(id));
            votes.add(() -> other.as(dora).approvals().approve(id));
            votes.add(() -> as(bob).vote(id, CastVote.approving().standingInFor("dora")));
            votes.add(() -> other.as(bob).approvals().approve(id));

            List<Outcome<Approval>> outcomes = Together.run(votes);

            assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
            assertThat(codes(outcomes)).containsOnly("APPROVAL_VOTED");
            assertThat(as(carol).votes(id)).hasSize(1);
            assertThat(as(carol).get(id).state()).isEqualTo(Approval.State.PENDING);
            assertLegal(id);
        }
    }

    @Test
    void h34_a_change_of_content_and_the_deciding_vote_at_once_never_approve_what_nobody_saw() {
        Itsm other = building(otherNode());
        for (int round = 0; round < 10; round++) {
            TicketId ticket = errand();
            String id = asked(ticket, BOTH_OF_THE_BOARD);
            as(dora).approve(id);
            long cost = 100 + round;

            List<Outcome<Object>> outcomes = Together.run(
                    () -> as(egon).approve(id),
                    () -> other.as(bob)
                            .tickets(errands.type())
                            .act(
                                    ticket,
                                    Errands.PRICE,
                                    Reason.NONE,
                                    draft -> draft.details(
                                            new Errand(cost, draft.details().mark()))));

            Ticket<Errand> after = desk.get(ticket);
            boolean granted = after.state().equals(Errands.GRANTED);
            assertThat(after.details().cost()).isEqualTo(granted ? 0 : cost);
            assertThat(codes(outcomes)).isEqualTo(granted ? List.of("TRANSITION") : List.of());
            assertThat(as(carol).get(id).round()).isEqualTo(granted ? 1 : 2);
            assertLegal(id);
        }
    }

    // --- who may look -----------------------------------------------------------------------------------------

    @Test
    void staff_see_approvals_of_those_subjects_only_that_they_may_see() {
        TicketId secret = desk.open(OpenTicket.titled("Fetch his things")
                        .requestedBy("alice")
                        .restrictedToGroups("network"))
                .id();
        String hidden = asked(secret, ANY_OF_THE_BOARD);
        String open = asked(ANY_OF_THE_BOARD);

        assertThat(as(carol).page(PageRequest.all()).items())
                .extracting(Approval::id)
                .containsExactly(open);
        assertThat(as(carol).count(io.itsm4j.storage.Criterion.all())).isEqualTo(1);
        assertThat(as(carol).find(hidden)).isEmpty();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable look :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> as(carol).get(hidden),
                        () -> as(carol).history(hidden, null),
                        () -> as(carol).votes(hidden),
                        () -> as(carol).explain(hidden),
                        () -> as(carol).withdraw(hidden, "none of your business"))) {
            refused(NotFound.class, "NOT_FOUND", look);
        }
        Actor nora = Actor.of("acme", "nora", Role.AGENT);
        staff.person("nora", Set.of(Role.AGENT), "network");
        assertThat(as(nora).count(io.itsm4j.storage.Criterion.all())).isEqualTo(2);
        assertThat(as(nora).get(hidden).subject().id()).isEqualTo(secret.value());
        assertThat(as(dora).get(hidden).id()).as("who is asked sees it").isEqualTo(hidden);
        assertThat(as(dora).approve(hidden).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void an_approval_follows_its_ticket_into_a_restriction_and_out_again() {
        Actor nora = Actor.of("acme", "nora", Role.AGENT, Role.MANAGER);
        staff.person("nora", Set.of(Role.AGENT, Role.MANAGER), "network");
        TicketId id = errand();
        String approval = asked(id, ANY_OF_THE_BOARD);
        assertThat(as(carol).find(approval)).isPresent();

        itsm.as(nora).tickets(errands.type()).restrict(id, new Restrict(Set.of("network")));
        assertThat(as(carol).find(approval)).isEmpty();
        assertThat(as(carol).count(io.itsm4j.storage.Criterion.all())).isZero();
        as(dora).approve(approval);
        assertThat(as(carol).find(approval)).isEmpty();
        assertThat(as(bob).get(approval).state()).isEqualTo(Approval.State.APPROVED);

        itsm.as(nora).tickets(errands.type()).restrict(id, new Restrict(Set.of()));
        assertThat(as(carol).find(approval)).isPresent();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    // --- who is told ------------------------------------------------------------------------------------------

    private List<Notification> told(Runnable work, Itsm telling, List<Notification> told) {
        told.clear();
        work.run();
        while (telling.deliver(100).delivered() > 0) {
            // all of them
        }
        return told.stream()
                .filter(notification -> !notification.event().subjectKind().equals("ticket"))
                .toList();
    }

    @Test
    void those_who_are_asked_are_told_and_reminded_and_who_asked_hears_of_the_outcome() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(41)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        TicketId id = errand();
        ApprovalPolicy policy = ApprovalPolicy.named(
                "two steps",
                ApprovalStep.asking("board", Approver.person("dora"), Approver.person("egon"))
                        .reminding(Duration.ofHours(1))
                        .escalatingAfter(Duration.ofHours(2), Approver.person("frida")),
                ApprovalStep.asking("managers", Approver.role(Role.MANAGER)));
        assertThat(told(() -> as(egon).delegate(Delegate.to("mia", NINE, NINE.plusSeconds(36_000))), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("DelegateNamed");
                    assertThat(notification.about()).isEqualTo("egon");
                    assertThat(notification.ticket()).isNull();
                    assertThat(notification.people()).containsExactly(mia.id());
                });
        String[] approval = new String[1];

        List<Notification> asking = told(() -> approval[0] = asked(id, policy), itsm, all);
        assertThat(asking).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalRequested");
            assertThat(notification.about()).isEqualTo(desk.get(id).number());
            assertThat(notification.ticket()).isNotNull();
            assertThat(notification.people())
                    .as("and who stands in")
                    .containsExactlyInAnyOrder(dora.id(), egon.id(), mia.id());
        });
        clock.advance(Duration.ofHours(1));
        assertThat(told(() -> itsm.processDue(10), itsm, all)).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalReminded");
            assertThat(notification.people()).contains(dora.id(), egon.id());
        });
        clock.advance(Duration.ofHours(1));
        assertThat(told(() -> itsm.processDue(10), itsm, all)).singleElement().satisfies(notification -> {
            assertThat(notification.event().name()).isEqualTo("ApprovalStepExpired");
            assertThat(notification.people()).contains(frida.id(), dora.id(), bob.id(), alice.id());
        });
        assertThat(told(() -> as(dora).approve(approval[0]), itsm, all))
                .singleElement()
                .satisfies(notification -> assertThat(notification.people()).containsExactly(carol.id()));
        assertThat(told(() -> as(carol).reject(approval[0], "too far"), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("ApprovalRefused");
                    assertThat(notification.people()).containsExactlyInAnyOrder(alice.id(), bob.id());
                });
    }

    @Test
    void who_may_not_see_the_subject_is_asked_without_being_shown_it() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(44)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        TicketId secret = desk.open(OpenTicket.titled("Fetch his things")
                        .requestedBy("alice")
                        .restrictedToGroups("network"))
                .id();

        assertThat(told(() -> asked(secret, BOTH_OF_THE_BOARD), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.people()).contains(dora.id());
                    assertThat(notification.about()).isEqualTo(desk.get(secret).number());
                    assertThat(notification.ticket()).isNull();
                    assertThat(notification.toString()).doesNotContain("his things");
                });
    }

    @Test
    void whoever_did_not_end_a_delegation_hears_that_it_is_over() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(42)).notifier(all::add));
        String delegation = as(egon).delegate(Delegate.to("mia", NINE, NINE.plusSeconds(36_000)))
                .id();

        assertThat(told(() -> as(carol).endDelegation(delegation), itsm, all))
                .filteredOn(notification -> notification.event().name().equals("DelegationEnded"))
                .singleElement()
                .satisfies(notification ->
                        assertThat(notification.people()).containsExactlyInAnyOrder(egon.id(), mia.id()));
    }

    @Test
    void who_was_asked_hears_that_nobody_asks_any_more_and_nobody_is_told_what_they_did_themselves() {
        List<Notification> all = new ArrayList<>();
        itsm = building(builder().ids(IdSource.seeded(43)).notifier(all::add));
        desk = itsm.as(bob).tickets(errands.type());
        String approval = asked(BOTH_OF_THE_BOARD);
        told(() -> as(dora).approve(approval), itsm, all);

        assertThat(told(() -> as(bob).withdraw(approval, "found one"), itsm, all))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.event().name()).isEqualTo("ApprovalWithdrawn");
                    assertThat(notification.people()).containsExactlyInAnyOrder(alice.id(), egon.id(), frida.id());
                });
    }
}
