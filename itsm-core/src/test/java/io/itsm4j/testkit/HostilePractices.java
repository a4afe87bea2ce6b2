package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Quorum;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemLifecycle;
import io.itsm4j.problem.Problems;
import io.itsm4j.problem.RecordCause;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.request.Form;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.Question;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Sequel;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must not work in problems, requests, the catalogue and releases. */
public abstract class HostilePractices extends PracticesAtHand {

    @Test
    void h28_nobody_approves_what_they_ordered_not_even_for_another() {
        offer(Quorum.any());
        String approval = approval(orderedBy(boss));
        refusedWithoutTrace(
                NotPermitted.class,
                "APPROVAL_NOT_ASKED",
                () -> itsm.as(boss).approvals().approve(approval));
        itsm.as(chief)
                .approvals()
                .delegate(Delegate.to("boss", clock.instant(), clock.instant().plus(Duration.ofDays(9))));

        ItsmException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                ItsmException.class, () -> itsm.as(boss).approvals().approve(approval));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).startsWith("APPROVAL_");
        assertThat(itsm.as(chief).approvals().approve(approval).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void h28_a_person_counts_once() {
        offer(Quorum.atLeast(2));
        TicketId id = orderedBy(alice);
        String approval = approval(id);
        itsm.as(boss).approvals().approve(approval);

        refusedWithoutTrace(
                RuleViolated.class,
                "APPROVAL_VOTED",
                () -> itsm.as(boss).approvals().approve(approval));

        assertThat(itsm.as(bob).requests().get(id).state()).isEqualTo(RequestLifecycle.AWAITING_APPROVAL);
    }

    @Test
    void h29_an_edited_request_is_asked_about_again() {
        offer(Quorum.atLeast(2));
        TicketId id = orderedBy(alice);
        String approval = approval(id);
        itsm.as(boss).approvals().approve(approval);
        itsm.as(bob).requests().tickets().update(id, UpdateTicket.NOTHING.describedAs("two of them"));

        Approval asked = itsm.as(chief).approvals().approve(approval);

        assertThat(asked.state()).isEqualTo(Approval.State.PENDING);
        assertThat(asked.round()).isEqualTo(2);
        itsm.as(boss).approvals().approve(approval);
        assertThat(itsm.as(chief).approvals().approve(approval).state()).isEqualTo(Approval.State.APPROVED);
    }

    @Test
    void h34_one_vote_decides_when_two_would_at_the_same_moment() {
        offer(Quorum.any());
        for (int round = 0; round < (FULL ? 50 : 3); round++) {
            TicketId id = orderedBy(alice);
            String approval = approval(id);
            int before = heard.size();

            List<Together.Outcome<Approval>> outcomes = Together.run(
                    () -> itsm.as(boss).approvals().approve(approval),
                    () -> itsm.as(chief).approvals().approve(approval));

            assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
            assertThat(itsm.as(bob).requests().get(id).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
            assertThat(heard.subList(before, heard.size()))
                    .filteredOn(event -> event.name().equals("RequestApproved"))
                    .hasSize(1);
        }
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h34_two_problems_do_not_end_as_duplicates_of_each_other() {
        for (int round = 0; round < (FULL ? 50 : 3); round++) {
            TicketId a = problem("a");
            TicketId b = problem("b");

            List<Together.Outcome<Ticket<Problem>>> outcomes = Together.run(
                    () -> problems().markDuplicate(a, b), () -> problems().markDuplicate(b, a));

            assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
            assertThat(List.of(problems().get(a).state(), problems().get(b).state()))
                    .containsExactlyInAnyOrder(ProblemLifecycle.NEW, ProblemLifecycle.CLOSED);
            Throwable lost = outcomes.stream()
                    .filter(outcome -> !outcome.succeeded())
                    .findFirst()
                    .orElseThrow()
                    .failure()
                    .orElseThrow();
            assertThat(lost).isInstanceOfAny(TransitionRefused.class, RuleViolated.class, Conflict.class);
        }
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void h34_one_deployment_runs_when_two_are_started_at_the_same_moment() {
        Releases releases = itsm.as(ron).releases();
        TicketId id =
                releases.openFor(problem("Leak"), OpenTicket.titled("4.2")).id();
        releases.plan(
                id, PlanRelease.of("4.2", TargetEnvironment.test("staging"), TargetEnvironment.production("all")));
        releases.beginBuild(id);
        releases.beginTest(id);

        var outcomes = Together.run(
                () -> releases.startDeployment(id, "staging"), () -> releases.startDeployment(id, "staging"));

        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(releases.deployments(id, PageRequest.all()).items())
                .extracting(DeploymentRun::outcome)
                .containsExactly(DeploymentRun.Outcome.RUNNING);
    }

    @Test
    void h36_a_category_does_not_lie_below_itself_nor_too_deep() {
        Wording text = Wording.of("text");
        catalogue().define(ServiceCategory.top("0", text));
        for (int i = 1; i < ServiceCategory.DEPTH; i++) {
            catalogue().define(ServiceCategory.top("" + i, text).under("" + (i - 1)));
        }
        String last = "" + (ServiceCategory.DEPTH - 1);
        says(
                refusedWithoutTrace(
                        RuleViolated.class,
                        "CATEGORY_CYCLE",
                        () -> catalogue()
                                .define(ServiceCategory.top("deeper", text).under(last)),
                        () -> catalogue()
                                .define(ServiceCategory.top("deeper", text).under("0"))),
                "20");
        refusedWithoutTrace(
                RuleViolated.class,
                "CATEGORY_CYCLE",
                () -> catalogue().define(ServiceCategory.top("0", text).under("0")));
        refusedWithoutTrace(
                RuleViolated.class,
                "CATEGORY_CYCLE",
                () -> catalogue().define(ServiceCategory.top("0", text).under(last)));
    }

    @Test
    void h36_no_problem_becomes_its_own_ancestor() {
        TicketId top = problem("top");
        TicketId part = problems()
                .open(OpenProblem.of(OpenTicket.titled("part").under(top)))
                .id();
        refusedWithoutTrace(
                RuleViolated.class, "PARENT_CYCLE", () -> problems().tickets().placeUnder(top, part));
        refusedWithoutTrace(
                RuleViolated.class, "PARENT_CYCLE", () -> problems().tickets().placeUnder(top, top));
    }

    @Test
    void h37_nothing_ends_over_open_parts() {
        TicketId whole = problem("whole");
        problems().open(OpenProblem.of(OpenTicket.titled("part").under(whole)));
        TransitionRefused problem = refusedWithoutTrace(
                TransitionRefused.class, "GUARD", () -> problems().cancel(whole, "enough"));
        assertThat(problem.failedGuards()).containsExactly("NO_OPEN_CHILDREN");

        offer(Quorum.any());
        TicketId request = orderedBy(alice);
        problems().open(OpenProblem.of(OpenTicket.titled("part").under(request)));
        TransitionRefused cancelled = refusedWithoutTrace(
                TransitionRefused.class, "GUARD", () -> itsm.as(alice).shop().cancel(request, "enough"));
        assertThat(cancelled.failedGuards()).containsExactly("NO_OPEN_CHILDREN");

        Releases releases = itsm.as(ron).releases();
        TicketId release = releases.open(OpenTicket.titled("4.2")).id();
        problems().open(OpenProblem.of(OpenTicket.titled("part").under(release)));
        TransitionRefused given =
                refusedWithoutTrace(TransitionRefused.class, "GUARD", () -> releases.cancel(release, "enough"));
        assertThat(given.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
    }

    @Test
    void h40_what_the_catalogue_uses_is_not_taken_off() {
        offer(Quorum.any());
        says(refusedWithoutTrace(InUse.class, "IN_USE", () -> catalogue().removeCategory("devices")), "devices", "1");
        says(
                refusedWithoutTrace(InUse.class, "IN_USE", () -> catalogue().retireService("notebooks")),
                "notebooks",
                "1");
        TicketId id = orderedBy(alice);
        catalogue().retire("notebook");
        catalogue().retireService("notebooks");
        itsm.as(boss).approvals().approve(approval(id));
        assertThat(itsm.as(bob).requests().get(id).state()).isEqualTo(RequestLifecycle.IN_FULFILMENT);
    }

    @Test
    void h19_an_answer_of_any_length_meets_any_pattern_in_linear_time() {
        offer(Quorum.any());
        catalogue()
                .define(catalogue()
                        .item("notebook")
                        .orElseThrow()
                        .item()
                        .asking(Form.of(Question.of("why", Question.Kind.TEXT, Wording.of("Why?"))
                                .like("a*a*a*a*a*a*a*a*a*a*a*a*b"))));
        OrderLine line = OrderLine.of("notebook").answering("why", times(Question.LONGEST, "a"));
        refusedField(
                "lines[0].answers.why",
                "ANSWER_PATTERN",
                () -> itsm.as(alice).shop().place(PlaceOrder.of(line)),
                () -> itsm.as(alice)
                        .shop()
                        .place(PlaceOrder.of(OrderLine.of("notebook")
                                .answering("why", times(Question.LONGEST - 1, "a") + "b"))));
        refusedField(
                "lines[0].answers.why",
                "TOO_LONG",
                () -> itsm.as(alice)
                        .shop()
                        .place(PlaceOrder.of(OrderLine.of("notebook").answering("why", times(1_000_000, "a")))),
                () -> itsm.as(alice)
                        .shop()
                        .place(PlaceOrder.of(OrderLine.of("notebook").answering("why", "ab"))));
    }

    @Test
    void h03_no_nul_in_an_answer_or_a_definition() {
        offer(Quorum.any());
        catalogue()
                .define(catalogue()
                        .item("notebook")
                        .orElseThrow()
                        .item()
                        .asking(Form.of(Question.of("why", Question.Kind.TEXT, Wording.of("Why?")))));
        refusedField(
                "lines[0].answers.why",
                "ILLEGAL_CHARACTER",
                () -> itsm.as(alice)
                        .shop()
                        .place(PlaceOrder.of(OrderLine.of("notebook").answering("why", "a\0b"))),
                () -> itsm.as(alice)
                        .shop()
                        .place(PlaceOrder.of(OrderLine.of("notebook").answering("why", "ab"))));
        refusedField(
                "name.en",
                "ILLEGAL_CHARACTER",
                () -> catalogue().define(ServiceCategory.top("x", Wording.of("\ud800"))),
                () -> catalogue().define(ServiceCategory.top("x", Wording.of("\ud83d\ude00"))));
    }

    private static final TicketType<HostJob> RESTLESS = TicketType.named(
                    "restless", "RST", HostJob.class, new HostJob(""))
            .sequel(new Sequel<>(Set.of(GO), step -> true, RETURN, Reason.NONE, draft -> {}))
            .sequel(new Sequel<>(Set.of(RETURN), step -> true, GO, Reason.NONE, draft -> {}))
            .livingBy(StandardActions.addTo(Lifecycle.<Step<HostJob>>named("restless")
                            .initial(HERE)
                            .transition(GO)
                            .from(HERE)
                            .to(THERE)
                            .by(Role.AGENT)
                            .transition(RETURN)
                            .from(THERE)
                            .to(HERE)
                            .by(Role.AGENT)
                            .transition(END)
                            .from(HERE)
                            .to(OVER)
                            .by(Role.AGENT))
                    .build());

    @Test
    void h52_rules_that_set_each_other_off_stop_with_the_chain_of_causes() {
        Itsm on = scene().type(RESTLESS).build();
        TicketId id =
                on.as(bob).tickets(RESTLESS).open(OpenTicket.titled("restless")).id();

        RuleViolated refusal = refusedWithoutTrace(
                RuleViolated.class,
                "CASCADE_TOO_DEEP",
                () -> on.as(bob).tickets(RESTLESS).act(id, GO, null),
                () -> on.as(bob).tickets(RESTLESS).act(id, END, null));

        says(refusal, "RST0000001 go", "RST0000001 return", "10");
    }

    @Test
    void h23_another_tenants_problem_is_not_found_by_any_verb() {
        TicketId id = problem("ours");
        Problems theirs = itsm.as(rival).problems();
        for (var verb : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> theirs.assess(id),
                () -> theirs.recordCause(id, RecordCause.of("x")),
                () -> theirs.publishWorkaround(id, "x"),
                () -> theirs.markDuplicate(id, id),
                () -> theirs.openBehind(id, OpenProblem.titled("x")),
                () -> itsm.as(rival).releases().startDeployment(id, "x"),
                () -> itsm.as(rival).requests().fulfil(id, null))) {
            refusedWithoutTrace(io.itsm4j.NotFound.class, "NOT_FOUND", verb);
        }
    }

    @Test
    void h18_a_risk_is_not_accepted_for_ever() {
        TicketId id = problem("Leak");
        problems().assess(id);
        Problems pat = itsm.as(Actor.of("acme", "pat", Role.AGENT, Role.PROBLEM_MANAGER))
                .problems();
        refusedWithoutTrace(
                InvalidInput.class,
                "OUT_OF_RANGE",
                () -> pat.acceptRisk(id, io.itsm4j.problem.AcceptRisk.until(java.time.Instant.MAX, "why not")),
                () -> pat.acceptRisk(
                        id, io.itsm4j.problem.AcceptRisk.until(clock.instant().plus(Duration.ofDays(1)), "a day")));
    }
}
