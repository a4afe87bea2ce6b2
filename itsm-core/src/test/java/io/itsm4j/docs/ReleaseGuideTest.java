package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.release.ConfigurationEdit;
import io.itsm4j.release.EndDeployment;
import io.itsm4j.release.JudgeGate;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.ReleaseLifecycle;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.SuccessRate;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseGuideTest {

    private final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder()
            .clock(clock)
            .releasePolicy(new ReleasePolicy("problem", Set.of("ASSESSED"))
                    .approving(ApprovalPolicy.named("owner", ApprovalStep.asking("owner", Approver.person("dora")))))
            .build();

    @Test
    void out_and_back() {
        TicketId change =
                itsm.as(ron).problems().open(OpenProblem.titled("Leak")).id();
        itsm.as(ron).problems().assess(change);

        // region release-first
        Releases releases = itsm.as(ron).releases();
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.plan(
                id,
                PlanRelease.of(
                                "4.2.0",
                                TargetEnvironment.test("staging", "unit tests"),
                                TargetEnvironment.production("shop", "sign-off"))
                        .writing(ConfigurationEdit.set("shop", "version", "4.2.0"))
                        .backedOutBy("Redeploy 4.1.7"));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.judge(id, JudgeGate.passed("staging", "unit tests"));
        releases.startDeployment(id, "staging");
        releases.endDeployment(id, EndDeployment.worked());
        releases.declareReady(id);
        // endregion
        assertThat(releases.get(id).state()).isEqualTo(ReleaseLifecycle.READY);

        releases.beginDeploying(id);
        releases.judge(id, JudgeGate.passed("shop", "sign-off"));
        releases.startDeployment(id, "shop");
        releases.endDeployment(id, EndDeployment.worked());
        // region release-rollback
        releases.startRollback(id, "shop");
        releases.endRollback(id, EndDeployment.worked());
        releases.rollBack(id, "Orders were lost");
        // endregion
        assertThat(releases.get(id).state()).isEqualTo(ReleaseLifecycle.ROLLED_BACK);

        Instant from = clock.instant();
        Instant to = from.plusSeconds(1);
        // region release-rate
        SuccessRate rate = releases.successRate(from, to);
        // endregion
        assertThat(rate).isEqualTo(new SuccessRate(1, 0));
    }

    @Test
    void a_gate_that_is_approved() {
        TicketId change =
                itsm.as(ron).problems().open(OpenProblem.titled("Leak")).id();
        Releases releases = itsm.as(ron).releases();
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.plan(
                id,
                PlanRelease.of(
                        "4.2.0",
                        TargetEnvironment.test("staging").approvedBy("test data", "owner"),
                        TargetEnvironment.production("shop")));
        releases.beginBuild(id);
        releases.beginTest(id);
        Actor dora = Actor.of("acme", "dora", Role.REQUESTER);

        // region release-gate
        releases.requestApproval(id, "staging");
        String approval =
                itsm.as(dora).approvals().mine(PageRequest.all()).items().get(0).approval();
        itsm.as(dora).approvals().approve(approval);
        releases.startDeployment(id, "staging");
        // endregion
        assertThat(releases.get(id).details().running()).isNotNull();
    }
}
