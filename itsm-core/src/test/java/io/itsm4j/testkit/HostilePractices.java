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
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Quorum;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemLifecycle;
import io.itsm4j.problem.Problems;
import io.itsm4j.problem.RecordCause;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.Form;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.Question;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.LinkReaction;
import io.itsm4j.ticket.LinkType;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must not work in problems, requests, the catalogue and releases. */
public abstract class HostilePractices extends Hostile {

    private final Actor kay = Actor.of("acme", "kay", Role.CATALOGUE_MANAGER);
    private final Actor boss = Actor.of("acme", "boss", Role.REQUESTER);
    private final Actor chief = Actor.of("acme", "chief", Role.REQUESTER);
    private final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);

    private Problems problems() {
        return itsm.as(bob).problems();
    }

    private TicketId problem(String title) {
        return problems().open(OpenProblem.titled(title)).id();
    }

    private Catalogue catalogue() {
        return itsm.as(kay).catalogue();
    }

    /** An item that boss and chief approve, one of them or both. */
    private void offer(Quorum quorum) {
        Wording text = Wording.of("text");
        catalogue().define(ServiceCategory.top("devices", text));
        catalogue().define(CatalogueService.of("notebooks", "devices", text, text, text));
        catalogue()
                .define(ApprovalPolicy.named(
                        "bosses",
                        ApprovalStep.asking("bosses", Approver.person("boss"), Approver.person("chief"))
                                .needing(quorum)));
        catalogue().define(CatalogueItem.draft("notebook", "notebooks", text).approvedBy("bosses"));
        catalogue().activate("notebook");
    }

    private TicketId orderedBy(Actor requester) {
        return itsm.as(requester)
                .shop()
                .place(PlaceOrder.of("notebook"))
                .items()
                .get(0)
                .id();
    }

    private String approval(TicketId id) {
        ApprovalMark mark = itsm.as(bob).requests().get(id).details().mark();
        assertThat(mark).isNotNull();
        return mark.approval();
    }

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

    private static final State HERE = State.of("HERE", StateCategory.NEW);
    private static final State THERE = State.of("THERE", StateCategory.ACTIVE);
    private static final State OVER = State.of("OVER", StateCategory.CLOSED);
    private static final Action GO = Action.of("go");
    private static final Action RETURN = Action.of("return");
    private static final Action END = Action.of("end");

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

    // --- changes, and what holds for all practices ------------------------------------------------------------

    private static final Map<String, String> HARMLESS = Map.of(
            "tested", "yes",
            "backout", "at-once",
            "experience", "often",
            "users", "nobody",
            "downtime", "no",
            "complexity", "one",
            "security", "no");

    private static ApprovalPolicy bosses() {
        return ApprovalPolicy.named(
                "bosses", ApprovalStep.asking("bosses", Approver.person("boss"), Approver.person("chief")));
    }

    /** Changes and gates of releases are approved by boss or chief. */
    private Itsm bossed() {
        return scene().changePolicy(ChangePolicy.STANDARD.approvedBy(bosses(), bosses(), bosses()))
                .releasePolicy(ReleasePolicy.STANDARD.approving(bosses()))
                .build();
    }

    private TicketId waiting(Itsm on, Actor requester, String ci) {
        Changes changes = on.as(bob).changes();
        Instant start = clock.instant().plus(Duration.ofHours(1));
        TicketId id = changes.open(OpenTicket.titled("Add a disk")
                        .requestedBy(requester.id().value())
                        .touching(ci))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("the disk is full", null)
                        .doing("add a disk", "read and write", "take it out again")
                        .within(start, start.plus(Duration.ofHours(1))));
        changes.submit(id);
        changes.assess(id, AssessChange.answering(HARMLESS));
        changes.requestApproval(id);
        return id;
    }

    private static String approvalOf(Itsm on, Actor reader, TicketId change) {
        return Objects.requireNonNull(
                        on.as(reader).changes().get(change).details().approval())
                .approval();
    }

    /** A release of the change whose only gate waits for boss or chief, asked about. */
    private TicketId gated(Itsm on, TicketId scope) {
        Releases releases = on.as(ron).releases();
        TicketId id = releases.openFor(scope, OpenTicket.titled("4.2").requestedBy("boss"))
                .id();
        releases.plan(
                id,
                PlanRelease.of(
                        "4.2",
                        TargetEnvironment.test("staging").approvedBy("go", "bosses"),
                        TargetEnvironment.production("all")));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.requestApproval(id, "staging");
        return id;
    }

    private String gateOf(Itsm on, TicketId release) {
        return Objects.requireNonNull(
                        on.as(ron).releases().get(release).details().mark("staging", "go"))
                .approval();
    }

    @Test
    void h28_nobody_approves_their_own_change_or_release_not_even_for_another() {
        Itsm on = bossed();
        TicketId change = waiting(on, boss, "db-1");
        TicketId release = gated(on, change);
        on.as(chief)
                .approvals()
                .delegate(Delegate.to("boss", clock.instant(), clock.instant().plus(Duration.ofDays(9))));
        for (String approval : List.of(approvalOf(on, bob, change), gateOf(on, release))) {
            refusedWithoutTrace(
                    NotPermitted.class,
                    "APPROVAL_SEPARATION",
                    () -> on.as(boss).approvals().approve(approval));
            assertThat(on.as(chief).approvals().approve(approval).state()).isEqualTo(Approval.State.APPROVED);
        }
    }

    @Test
    void h34_one_vote_decides_on_a_change_and_on_a_gate_when_two_would_at_the_same_moment() {
        Itsm on = bossed();
        for (int round = 0; round < (FULL ? 50 : 3); round++) {
            TicketId change = waiting(on, alice, "db-" + round);
            String first = approvalOf(on, bob, change);
            var votes = Together.run(
                    () -> on.as(boss).approvals().approve(first),
                    () -> on.as(chief).approvals().reject(first, "not now"),
                    () -> on.as(chief).approvals().approve(first));
            assertThat(votes).filteredOn(Together.Outcome::succeeded).isNotEmpty();
            Approval.State state = on.as(bob).approvals().get(first).state();
            assertThat(on.as(bob).changes().get(change).state().name())
                    .isEqualTo(state == Approval.State.APPROVED ? "SCHEDULED" : "AUTHORISE");

            TicketId release = on.as(ron)
                    .releases()
                    .openFor(change, OpenTicket.titled("4.2").requestedBy("alice"))
                    .id();
            on.as(ron)
                    .releases()
                    .plan(
                            release,
                            PlanRelease.of(
                                    "4.2",
                                    TargetEnvironment.test("staging").approvedBy("go", "bosses"),
                                    TargetEnvironment.production("all")));
            on.as(ron).releases().beginBuild(release);
            on.as(ron).releases().beginTest(release);
            on.as(ron).releases().requestApproval(release, "staging");
            String second = gateOf(on, release);
            var gates = Together.run(
                    () -> on.as(boss).approvals().approve(second),
                    () -> on.as(chief).approvals().approve(second));
            assertThat(gates).filteredOn(Together.Outcome::succeeded).hasSize(1);
            on.as(ron).releases().startDeployment(release, "staging");
        }
        assertThat(on.verify(ACME).isIntact()).isTrue();
    }

    /** A ticket of each practice, by the name of its type. */
    private Map<String, TicketId> oneOfEach(Itsm on) {
        Actor importer = Actor.of("acme", "bob", Role.AGENT, Role.IMPORTER);
        Map<String, TicketId> all = new LinkedHashMap<>();
        for (TicketType<?> type :
                List.of(on.incidentType(), on.problemType(), on.requestType(), on.changeType(), on.releaseType())) {
            all.put(type.name(), open(on, importer, type));
        }
        return all;
    }

    private static <D> TicketId open(Itsm on, Actor actor, TicketType<D> type) {
        return on.as(actor).tickets(type).open(OpenTicket.titled("one")).id();
    }

    private TicketType<?> type(Itsm on, String name) {
        return on.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void h36_no_ticket_of_any_practice_becomes_its_own_ancestor() {
        oneOfEach(itsm).forEach((name, top) -> {
            var tickets = itsm.as(bob).tickets(type(itsm, name));
            TicketId below =
                    incidents().open(OpenTicket.titled("below").under(top)).id();
            refusedWithoutTrace(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(top, top));
            refusedWithoutTrace(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(top, below));
        });
    }

    @Test
    void h37_a_change_does_not_end_over_open_parts_and_ends_once_they_have() {
        Changes changes = itsm.as(bob).changes();
        TicketId whole = changes.open(OpenTicket.titled("whole")).id();
        TicketId part = changes.open(OpenTicket.titled("part").under(whole)).id();
        TransitionRefused refusal =
                refusedWithoutTrace(TransitionRefused.class, "GUARD", () -> changes.cancel(whole, "enough"));
        assertThat(refusal.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        int before = heard.size();
        changes.cancel(part, "enough");
        assertThat(heard.subList(before, heard.size()))
                .as("the end of a part ends nothing else")
                .extracting(event -> event.subjectId())
                .containsExactly(part.value());
        changes.cancel(whole, "enough");

        Itsm on = bossed();
        TicketId done = waiting(on, alice, "db-1");
        on.as(chief).approvals().approve(approvalOf(on, bob, done));
        clock.advance(Duration.ofHours(1));
        Changes desk = on.as(bob).changes();
        desk.start(done);
        desk.complete(done, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        TicketId open = on.as(bob)
                .incidents()
                .open(OpenTicket.titled("part").under(done))
                .id();
        TransitionRefused close = refusedWithoutTrace(TransitionRefused.class, "GUARD", () -> desk.close(done));
        assertThat(close.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        on.as(bob).incidents().cancel(open, "none after all");
        desk.close(done);
    }

    @Test
    void h37_the_end_of_parts_and_of_the_whole_in_every_practice_is_one_pass_each() {
        oneOfEach(itsm).forEach((name, whole) -> {
            TicketId part = incidents()
                    .open(OpenTicket.titled("part of " + name).under(whole))
                    .id();
            int before = heard.size();
            incidents().cancel(part, "none after all");
            assertThat(heard.subList(before, heard.size()))
                    .as(name)
                    .extracting(event -> event.subjectId() + " " + event.action())
                    .containsExactly(part.value() + " cancel");
        });
    }

    @Test
    void h40_a_template_in_use_is_retired_and_what_was_made_from_it_goes_on() {
        Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
        Changes desk = itsm.as(bob).changes();
        StandardTemplate template = desk.standards()
                .propose(ProposeStandard.named("disk", "Add a disk", "disks fill up")
                        .doing("add a disk", "read and write", "take it out again"));
        itsm.as(cora).changes().standards().authorise(template.id());
        TicketId id = desk.openStandard(
                        template.id(),
                        OpenTicket.titled("x").requestedBy("alice").touching("db-1"))
                .id();
        itsm.as(cora).changes().standards().retire(template.id(), "disks are gone");
        refusedWithoutTrace(
                RuleViolated.class,
                "STANDARD_STATE",
                () -> desk.openStandard(template.id(), OpenTicket.titled("x").touching("db-1")));
        Instant start = clock.instant().plus(Duration.ofHours(1));
        desk.plan(id, PlanChange.NOTHING.within(start, start.plus(Duration.ofHours(1))));
        assertThat(desk.schedule(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
    }

    @Test
    void h40_a_service_and_a_calendar_in_use_are_archived_and_what_names_them_goes_on() {
        Actor mona = Actor.of("acme", "mona", Role.AGENT, Role.MANAGER);
        itsm.as(mona)
                .serviceLevels()
                .defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.everyDay("09:00-17:00")));
        offer(Quorum.any());
        catalogue()
                .define(catalogue()
                        .item("notebook")
                        .orElseThrow()
                        .item()
                        .deliveredWithin(Duration.ofHours(8))
                        .countedIn("office"));
        catalogue().activate("notebook");
        TicketId id = orderedBy(alice);
        itsm.as(mona).serviceLevels().retireCalendar("office");
        catalogue().retire("notebook");
        catalogue().retireService("notebooks");

        itsm.as(boss).approvals().approve(approval(id));
        assertThat(itsm.as(bob).requests().get(id).details().deliverBy()).isNotNull();
    }

    private static <D> TicketType<D> restless(TicketType<D> type) {
        return type.with(rules -> rules.sequel(new Sequel<>(
                        Set.of(StandardActions.UPDATE), step -> true, StandardActions.TAG, Reason.NONE, draft -> {}))
                .sequel(new Sequel<>(
                        Set.of(StandardActions.TAG), step -> true, StandardActions.UPDATE, Reason.NONE, draft -> {})));
    }

    @Test
    void h52_rules_that_set_each_other_off_stop_in_every_practice() {
        Itsm calm = itsm;
        Map<String, TicketId> each = oneOfEach(calm);
        Itsm on = scene().incidents(HostilePractices::restless)
                .problems(HostilePractices::restless)
                .requests(HostilePractices::restless)
                .changes(HostilePractices::restless)
                .releases(HostilePractices::restless)
                .build();
        each.forEach((name, id) -> {
            RuleViolated refusal = refusedWithoutTrace(
                    RuleViolated.class,
                    "CASCADE_TOO_DEEP",
                    () -> on.as(bob).tickets(type(on, name)).update(id, UpdateTicket.NOTHING.titled("two")),
                    () -> calm.as(bob).tickets(type(calm, name)).update(id, UpdateTicket.NOTHING.titled("two")));
            says(refusal, "update", "tag", "10");
        });
    }

    /** Goes where the other of its kind has not gone, and comes back when it has. */
    private static TicketType<HostJob> contrary(String name, String prefix, String other, boolean agrees) {
        return TicketType.named(name, prefix, HostJob.class, new HostJob(""))
                .onLinked(new LinkReaction<>(
                        LinkType.BLOCKED_BY,
                        Set.of(other),
                        Set.of(agrees ? StateCategory.ACTIVE : StateCategory.NEW),
                        (moved, ticket) -> true,
                        GO,
                        (moved, draft) -> {}))
                .onLinked(new LinkReaction<>(
                        LinkType.BLOCKED_BY,
                        Set.of(other),
                        Set.of(agrees ? StateCategory.NEW : StateCategory.ACTIVE),
                        (moved, ticket) -> true,
                        RETURN,
                        (moved, draft) -> {}))
                .livingBy(StandardActions.addTo(Lifecycle.<Step<HostJob>>named(name)
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
                                .from(HERE, THERE)
                                .to(OVER)
                                .by(Role.AGENT))
                        .build());
    }

    @Test
    void h52_tickets_that_react_to_each_other_do_not_play_ping_pong() {
        TicketType<HostJob> ping = contrary("ping", "PNG", "pong", true);
        TicketType<HostJob> pong = contrary("pong", "PON", "ping", false);
        Itsm on = scene().type(ping).type(pong).build();
        TicketId a = on.as(bob).tickets(ping).open(OpenTicket.titled("a")).id();
        TicketId b = on.as(bob).tickets(pong).open(OpenTicket.titled("b")).id();
        on.as(bob).tickets(ping).link(a, LinkType.BLOCKED_BY, b);
        refusedWithoutTrace(
                RuleViolated.class, "LINK_CYCLE", () -> on.as(bob).tickets(pong).link(b, LinkType.BLOCKED_BY, a));
        int before = heard.size();
        on.as(bob).tickets(pong).act(b, GO, null);
        assertThat(heard.subList(before, heard.size()))
                .extracting(event -> event.subjectId() + " " + event.action())
                .containsExactly(b.value() + " go", a.value() + " go");
    }

    @Test
    void h52_a_circle_of_practices_is_told_of_an_end_once_each() {
        Changes changes = itsm.as(bob).changes();
        TicketId change = changes.open(OpenTicket.titled("c")).id();
        TicketId problem = problem("p");
        TicketId incident = opened("i").id();
        problems().addFix(problem, change);
        problems().tickets().link(problem, LinkType.CAUSED_BY, change);
        incidents().tickets().link(incident, LinkType.CAUSED_BY, problem);
        incidents().tickets().link(incident, LinkType.RESOLVED_BY, change);
        incidents().hold(incident, HoldIncident.because(HoldReason.CHANGE));
        int before = heard.size();

        changes.cancel(change, "enough");

        assertThat(heard.subList(before, heard.size()))
                .extracting(event -> event.subjectId())
                .containsExactlyInAnyOrder(change.value(), problem.value(), incident.value());
    }
}
