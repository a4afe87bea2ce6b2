package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.release.ConfigurationEdit;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.DeploymentRun.Outcome;
import io.itsm4j.release.EndDeployment;
import io.itsm4j.release.GateResult;
import io.itsm4j.release.JudgeGate;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.release.ReleaseLifecycle;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.SuccessRate;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Release management told as stories: through environments and gates to production, and back when it must be. */
public abstract class ReleaseStories extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);
    private final Actor dora = Actor.of("acme", "dora", Role.REQUESTER);
    private final List<String> written = new ArrayList<>();

    private Itsm itsm;
    private Releases releases;

    @BeforeEach
    void monday_nine_o_clock() {
        itsm = builder()
                .type(Works.TYPE)
                .releasePolicy(new ReleasePolicy(Works.TYPE.name(), Set.of("SCHEDULED"))
                        .approving(ApprovalPolicy.named(
                                "go-live",
                                ApprovalStep.asking("owners", Approver.person("dora"), Approver.person("ron")))))
                .releaseConfiguration(new Notebook(written))
                .build();
        releases = itsm.as(ron).releases();
    }

    /** Keeps the configuration as a list of lines. */
    private record Notebook(List<String> lines) implements ReleaseConfiguration {

        @Override
        public Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment) {
            lines.add("baseline " + moment);
            return Optional.of("baseline-" + moment);
        }

        @Override
        public void write(Ledger ledger, Ticket<Release> release) {
            release.details()
                    .configuration()
                    .forEach(edit -> lines.add(edit.ci() + "." + edit.attribute() + "=" + edit.value()));
        }
    }

    private void hours(int passed) {
        clock.advance(Duration.ofHours(passed));
    }

    private TicketId change() {
        return itsm.as(bob)
                .tickets(Works.TYPE)
                .open(OpenTicket.titled("New checkout"))
                .id();
    }

    private void approve(TicketId change) {
        itsm.as(bob).tickets(Works.TYPE).act(change, Works.SCHEDULE, null);
    }

    private TicketId planned(TicketId change) {
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.plan(
                id,
                PlanRelease.of(
                                "4.2.0",
                                TargetEnvironment.test("staging", "unit tests"),
                                TargetEnvironment.production("north", "acceptance", "sign-off"),
                                TargetEnvironment.production("south"))
                        .writing(ConfigurationEdit.set("shop", "version", "4.2.0"))
                        .between(NINE.plus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(2)))
                        .backedOutBy("redeploy 4.1.7"));
        return id;
    }

    private TicketId tested(TicketId change) {
        TicketId id = planned(change);
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.judge(id, JudgeGate.passed("staging", "unit tests"));
        deploy(id, "staging");
        return id;
    }

    private TicketId deploying(TicketId change) {
        TicketId id = tested(change);
        releases.declareReady(id);
        releases.judge(id, JudgeGate.passed("north", "acceptance"));
        releases.judge(id, JudgeGate.passed("north", "sign-off"));
        approve(change);
        releases.beginDeploying(id);
        return id;
    }

    private void deploy(TicketId id, String environment) {
        releases.startDeployment(id, environment);
        hours(1);
        releases.endDeployment(id, EndDeployment.worked());
    }

    private void refusedBy(String guard, ThrowingCallable work) {
        assertThat(refused(TransitionRefused.class, "GUARD", work).failedGuards())
                .contains(guard);
    }

    private List<DeploymentRun> runs(TicketId id) {
        return releases.deployments(id, PageRequest.all()).items();
    }

    @Test
    void from_the_plan_to_all_of_production() {
        TicketId change = change();
        TicketId id = deploying(change);
        deploy(id, "north");
        deploy(id, "south");
        releases.beginReview(id);
        releases.close(id, "went well");

        Ticket<Release> release = releases.get(id);
        assertThat(release.number()).isEqualTo("REL0000001");
        assertThat(release.state()).isEqualTo(ReleaseLifecycle.CLOSED);
        assertThat(release.details().deployed()).containsExactlyInAnyOrder("staging", "north", "south");
        assertThat(release.details().review()).isEqualTo("went well");
        assertThat(runs(id)).extracting(DeploymentRun::environment).containsExactly("staging", "north", "south");
        assertThat(runs(id)).extracting(DeploymentRun::outcome).containsOnly(Outcome.SUCCESSFUL);
        assertThat(runs(id)).extracting(DeploymentRun::change).containsExactly(null, change, change);
        assertThat(runs(id).get(0).startedAt()).isEqualTo(NINE);
        assertThat(runs(id).get(0).endedAt()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void the_configuration_is_written_once_and_baselines_are_taken_around_it() {
        TicketId id = deploying(change());
        assertThat(written).isEmpty();
        deploy(id, "north");
        assertThat(written).containsExactly("baseline BEFORE");
        deploy(id, "south");

        assertThat(written).containsExactly("baseline BEFORE", "shop.version=4.2.0", "baseline AFTER");
        assertThat(releases.get(id).details().baselineBefore()).isEqualTo("baseline-BEFORE");
        assertThat(releases.get(id).details().baselineAfter()).isEqualTo("baseline-AFTER");
    }

    @Test
    void it_carries_changes_and_problems_and_both_sides_know() {
        TicketId change = change();
        TicketId id = planned(change);
        TicketId problem =
                itsm.as(bob).problems().open(OpenProblem.titled("Leak")).id();

        releases.add(id, problem);
        releases.add(id, problem);

        assertThat(releases.scope(id)).extracting(LinkedTicket::id).containsExactlyInAnyOrder(change, problem);
        assertThat(itsm.as(bob).problems().tickets().linked(problem, io.itsm4j.ticket.LinkType.DELIVERED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(id);
    }

    @Test
    void nothing_is_built_that_is_not_planned_or_carries_nothing() {
        TicketId empty = releases.open(OpenTicket.titled("Shop 4.2")).id();
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> releases.beginBuild(empty));
        assertThat(refusal.failedGuards()).containsExactly("IS_PLANNED", "SCOPE_IS_NOT_EMPTY");
        InvalidInput twice = refused(
                InvalidInput.class,
                "TWICE",
                () -> releases.plan(
                        empty, PlanRelease.of("1", TargetEnvironment.test("a"), TargetEnvironment.production("a"))));
        assertThat(twice.faults()).extracting(InvalidInput.Fault::field).containsExactly("environments");
        refused(
                InvalidInput.class,
                "RANGE_REVERSED",
                () -> releases.plan(empty, PlanRelease.of("1").between(NINE, NINE)));
    }

    @Test
    void environments_come_in_order_and_gates_stand_before_them() {
        TicketId id = planned(change());
        releases.beginBuild(id);
        releases.beginTest(id);

        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "staging"));
        refusedBy("GATE_IS_PLANNED", () -> releases.judge(id, JudgeGate.passed("staging", "no such gate")));
        releases.judge(id, JudgeGate.passed("staging", "unit tests"));
        refusedBy("EARLIER_ENVIRONMENTS_FIRST", () -> releases.startDeployment(id, "north"));
        refusedBy("PRODUCTION_COMES_LAST", () -> releases.startDeployment(id, "north"));
        refusedBy("ENVIRONMENT_IS_PLANNED", () -> releases.startDeployment(id, "mars"));
        refusedBy("TESTED_EVERYWHERE", () -> releases.declareReady(id));
        releases.judge(id, JudgeGate.failed("staging", "unit tests", "three are red"));
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "staging"));
        assertThat(releases.get(id).details().gates())
                .containsExactly(new GateResult("staging", "unit tests", false, ron.id(), NINE, "three are red"));
        assertThat(runs(id)).isEmpty();
    }

    @Test
    void one_deployment_runs_at_a_time_and_a_failed_one_is_tried_again() {
        TicketId id = planned(change());
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.judge(id, JudgeGate.passed("staging", "unit tests"));
        releases.startDeployment(id, "staging");
        refusedBy("NO_RUN_IS_GOING_ON", () -> releases.startDeployment(id, "staging"));
        refusedBy("NO_RUN_IS_GOING_ON", () -> releases.cancel(id, "enough"));
        refusedBy("A_RUN_IS_GOING_ON", () -> releases.endRollback(id, EndDeployment.worked()));

        releases.endDeployment(id, EndDeployment.failed("disk full"));
        assertThat(releases.get(id).details().deployed()).isEmpty();
        refusedBy("A_RUN_IS_GOING_ON", () -> releases.endDeployment(id, EndDeployment.worked()));
        deploy(id, "staging");

        assertThat(runs(id)).extracting(DeploymentRun::outcome).containsExactly(Outcome.FAILED, Outcome.SUCCESSFUL);
    }

    @Test
    void production_is_touched_under_an_approved_change_only() {
        TicketId change = change();
        TicketId id = tested(change);
        releases.declareReady(id);
        refusedBy("HAS_AN_APPROVED_CHANGE", () -> releases.beginDeploying(id));
        approve(change);
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).releases().beginDeploying(id));
        releases.beginDeploying(id);
        releases.judge(id, JudgeGate.passed("north", "acceptance"));
        releases.judge(id, JudgeGate.passed("north", "sign-off"));

        itsm.as(bob).tickets(Works.TYPE).act(change, Works.GIVE_UP, null);
        refusedBy("PRODUCTION_NEEDS_AN_APPROVED_CHANGE", () -> releases.startDeployment(id, "north"));
        assertThat(written).as("no baseline of a refused deployment").isEmpty();
    }

    /** Tested, and planned to go where Dora and Ron are asked first; Ron asked for it and has no say. */
    private TicketId gated(TicketId change) {
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.plan(
                id,
                PlanRelease.of(
                                "4.2.0",
                                TargetEnvironment.test("staging"),
                                TargetEnvironment.production("north", "acceptance")
                                        .approvedBy("go-live north", "go-live"),
                                TargetEnvironment.production("south").approvedBy("go-live south", "go-live"))
                        .backedOutBy("redeploy 4.1.7"));
        releases.beginBuild(id);
        releases.beginTest(id);
        deploy(id, "staging");
        releases.declareReady(id);
        releases.judge(id, JudgeGate.passed("north", "acceptance"));
        return id;
    }

    private TicketId deployingGated(TicketId change) {
        TicketId id = gated(change);
        approve(change);
        releases.beginDeploying(id);
        return id;
    }

    private String approvalOf(TicketId id, String environment, String gate) {
        return java.util.Objects.requireNonNull(releases.get(id).details().mark(environment, gate))
                .approval();
    }

    @Test
    void an_approval_gate_opens_when_its_approval_is_granted() {
        TicketId id = deployingGated(change());
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "north"));
        refusedBy("GATE_IS_PLANNED", () -> releases.judge(id, JudgeGate.passed("north", "go-live north")));
        refusedBy("APPROVAL_IS_WANTED", () -> releases.requestApproval(id, "staging"));
        refusedBy("ENVIRONMENT_IS_PLANNED", () -> releases.requestApproval(id, "mars"));

        releases.requestApproval(id, "north");
        assertThat(itsm.as(dora).approvals().mine(PageRequest.all()).items())
                .extracting(asked -> asked.subject().label())
                .containsExactly("REL0000001 north: go-live north");
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "north"));
        refusedBy("APPROVAL_IS_WANTED", () -> releases.requestApproval(id, "north"));
        refused(
                NotPermitted.class,
                "APPROVAL_NOT_ASKED",
                () -> itsm.as(ron).approvals().approve(approvalOf(id, "north", "go-live north")));
        itsm.as(dora).approvals().approve(approvalOf(id, "north", "go-live north"));
        deploy(id, "north");

        assertThat(releases.get(id).details().deployed()).contains("north");
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "south"));
        assertThat(releases.tickets().journal(id, PageRequest.all()).items())
                .extracting(io.itsm4j.journal.JournalEntry::event)
                .contains("GateApprovalRequested", "GateApproved");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_refused_gate_stays_closed_and_may_be_asked_about_again() {
        TicketId id = deployingGated(change());
        releases.requestApproval(id, "north");
        itsm.as(dora).approvals().reject(approvalOf(id, "north", "go-live north"), "not before the sale");

        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "north"));
        releases.requestApproval(id, "north");
        itsm.as(dora).approvals().approve(approvalOf(id, "north", "go-live north"));
        deploy(id, "north");

        assertThat(runs(id)).extracting(DeploymentRun::environment).containsExactly("staging", "north");
    }

    @Test
    void h29_what_was_approved_is_asked_about_again_when_it_has_changed() {
        TicketId id = deployingGated(change());
        releases.requestApproval(id, "north");
        String first = approvalOf(id, "north", "go-live north");
        releases.tickets().update(id, UpdateTicket.NOTHING.describedAs("with the new payment page"));
        assertThat(itsm.as(dora).approvals().get(first).round()).isEqualTo(2);
        itsm.as(dora).approvals().approve(first);

        TicketId more = itsm.as(bob)
                .tickets(Works.TYPE)
                .open(OpenTicket.titled("One more"))
                .id();
        releases.add(id, more);
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "north"));
        releases.requestApproval(id, "north");
        String second = approvalOf(id, "north", "go-live north");
        assertThat(second).isNotEqualTo(first);
        itsm.as(dora).approvals().approve(second);
        deploy(id, "north");

        assertThat(releases.get(id).details().deployed()).contains("north");
    }

    @Test
    void h29_a_vote_on_another_scope_is_void() {
        TicketId change = change();
        TicketId id = deployingGated(change);
        releases.requestApproval(id, "north");
        String approval = approvalOf(id, "north", "go-live north");
        TicketId more = itsm.as(bob)
                .tickets(Works.TYPE)
                .open(OpenTicket.titled("One more"))
                .id();
        itsm.as(bob).tickets(Works.TYPE).link(more, io.itsm4j.ticket.LinkType.DELIVERED_BY, id);

        assertThat(itsm.as(dora).approvals().approve(approval).state()).isEqualTo(Approval.State.PENDING);
        assertThat(itsm.as(dora).approvals().approve(approval).state()).isEqualTo(Approval.State.APPROVED);
        deploy(id, "north");
    }

    @Test
    void what_is_built_anew_or_given_up_calls_its_approvals_off() {
        TicketId id = gated(change());
        releases.requestApproval(id, "north");
        String first = approvalOf(id, "north", "go-live north");
        releases.rework(id, "the page is blank");

        assertThat(itsm.as(dora).approvals().get(first).state()).isEqualTo(Approval.State.WITHDRAWN);
        assertThat(releases.get(id).details().approvals()).isEmpty();
        releases.requestApproval(id, "south");
        String second = approvalOf(id, "south", "go-live south");
        releases.cancel(id, "enough");

        assertThat(itsm.as(dora).approvals().get(second).state()).isEqualTo(Approval.State.WITHDRAWN);
        assertThat(itsm.as(dora).approvals().mine(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void no_gate_is_planned_that_nobody_could_open() {
        TicketId id = releases.openFor(change(), OpenTicket.titled("Shop 4.2")).id();
        refused(
                RuleViolated.class,
                "APPROVAL_POLICY",
                () -> releases.plan(
                        id,
                        PlanRelease.of("1", TargetEnvironment.production("a").approvedBy("go", "unheard of"))));
        refused(
                InvalidInput.class,
                "TWICE",
                () -> releases.plan(
                        id,
                        PlanRelease.of(
                                "1", TargetEnvironment.production("a", "go").approvedBy("go", "go-live"))));
    }

    @Test
    void what_counts_as_an_approved_change_is_data() {
        Itsm own = builder()
                .releasePolicy(new ReleasePolicy("problem", Set.of("ASSESSED")))
                .build();
        Releases on = own.as(ron).releases();
        TicketId scope = own.as(bob).problems().open(OpenProblem.titled("Leak")).id();
        TicketId id = on.openFor(scope, OpenTicket.titled("4.2")).id();
        on.plan(id, PlanRelease.of("4.2", TargetEnvironment.production("all")).backedOutBy("redeploy"));
        on.beginBuild(id);
        on.beginTest(id);
        on.declareReady(id);
        refusedBy("HAS_AN_APPROVED_CHANGE", () -> on.beginDeploying(id));

        own.as(bob).problems().assess(scope);
        on.beginDeploying(id);
        on.startDeployment(id, "all");

        assertThat(on.deployments(id, PageRequest.all()).items())
                .extracting(DeploymentRun::change)
                .containsExactly(scope);
    }

    @Test
    void rolled_back_environment_by_environment_and_then_as_a_whole() {
        TicketId id = deploying(change());
        deploy(id, "north");
        refusedBy("NOT_IN_PRODUCTION", () -> releases.rollBack(id, "orders are lost"));
        refusedBy("IS_DEPLOYED_THERE", () -> releases.startRollback(id, "south"));

        releases.startRollback(id, "north");
        hours(1);
        releases.endRollback(id, EndDeployment.worked());
        releases.rollBack(id, "orders are lost");

        assertThat(releases.get(id).state()).isEqualTo(ReleaseLifecycle.ROLLED_BACK);
        assertThat(releases.get(id).details().deployed()).containsExactly("staging");
        List<DeploymentRun> runs = runs(id);
        assertThat(runs)
                .extracting(DeploymentRun::outcome)
                .containsExactly(Outcome.SUCCESSFUL, Outcome.ROLLED_BACK, Outcome.SUCCESSFUL);
        assertThat(runs.get(2).rollbackOf()).isEqualTo(runs.get(1).id());
    }

    @Test
    void a_rollback_that_fails_leaves_it_where_it_is() {
        TicketId id = deploying(change());
        deploy(id, "north");
        releases.startRollback(id, "north");
        releases.endRollback(id, EndDeployment.failed("no space"));

        assertThat(releases.get(id).details().deployed()).contains("north");
        refusedBy("NOT_IN_PRODUCTION", () -> releases.rollBack(id, "orders are lost"));
    }

    @Test
    void the_success_rate_counts_production_and_forgets_nothing_that_was_taken_back() {
        TicketId id = deploying(change());
        releases.startDeployment(id, "north");
        hours(1);
        releases.endDeployment(id, EndDeployment.failed("typo"));
        deploy(id, "north");
        deploy(id, "south");
        releases.startRollback(id, "south");
        hours(1);
        releases.endRollback(id, EndDeployment.worked());

        SuccessRate rate = releases.successRate(NINE, NINE.plus(Duration.ofDays(1)));

        assertThat(rate).isEqualTo(new SuccessRate(3, 1));
        assertThat(rate.percent()).isEqualTo(100.0 / 3);
        assertThat(releases.successRate(NINE.plus(Duration.ofDays(1)), NINE.plus(Duration.ofDays(2))))
                .isEqualTo(new SuccessRate(0, 0));
    }

    @Test
    void built_anew_it_is_tested_anew() {
        TicketId id = tested(change());
        releases.declareReady(id);

        releases.rework(id, "the tests were wrong");

        Release release = releases.get(id).details();
        assertThat(releases.get(id).state()).isEqualTo(ReleaseLifecycle.BUILD);
        assertThat(release.deployed()).isEmpty();
        assertThat(release.gates()).isEmpty();
        releases.beginTest(id);
        refusedBy("GATES_ARE_PASSED", () -> releases.startDeployment(id, "staging"));
    }

    @Test
    void given_up_before_deploying_and_its_changes_go_on() {
        TicketId change = change();
        TicketId id = tested(change);

        releases.cancel(id, "merged into 4.3");

        assertThat(releases.get(id).state()).isEqualTo(ReleaseLifecycle.CANCELLED);
        assertThat(itsm.as(bob).tickets(Works.TYPE).get(change).state()).isEqualTo(Works.OPEN);
        TicketId next = releases.openFor(change, OpenTicket.titled("Shop 4.3")).id();
        assertThat(releases.scope(next)).extracting(LinkedTicket::id).containsExactly(change);
        TicketId deploying = deploying(change());
        refused(TransitionRefused.class, "TRANSITION", () -> releases.cancel(deploying, "too late"));
    }

    @Test
    void the_journal_tells_the_story() {
        TicketId id = deploying(change());

        assertThat(releases.tickets().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .containsExactly(
                        "TicketOpened",
                        "ReleasePlanned",
                        "BuildBegun",
                        "TestBegun",
                        "GateJudged",
                        "DeploymentStarted",
                        "DeploymentEnded",
                        "ReleaseReady",
                        "GateJudged",
                        "GateJudged",
                        "DeployingBegun");
    }

    @Test
    void a_person_is_taken_out_of_a_release() {
        TicketId id = tested(change());

        itsm.erase(ACME, ron.id());

        assertThat(releases.get(id).details().gates())
                .extracting(GateResult::by)
                .doesNotContain(ron.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void no_run_begins_and_nothing_is_built_anew_by_name_alone() {
        TicketId id = tested(change());
        long version = releases.get(id).version();
        TransitionRefused refusal = refused(
                TransitionRefused.class,
                "GUARD",
                () -> releases.tickets()
                        .act(
                                id,
                                ReleaseLifecycle.START_DEPLOYMENT,
                                new io.itsm4j.release.StartDeployment("staging"),
                                draft -> {}));
        assertThat(refusal.failedGuards()).containsExactly("RUN_HAS_BEGUN");
        assertThat(releases.get(id).version()).isEqualTo(version);
        assertThat(releases.get(id).details().deployed()).isNotEmpty();

        releases.tickets().act(id, ReleaseLifecycle.REWORK, "the tests were wrong");

        assertThat(releases.get(id).details().deployed()).isEmpty();
        assertThat(releases.get(id).details().gates()).isEmpty();
    }
}
