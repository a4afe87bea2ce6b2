package io.itsm4j.release;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Step;
import java.util.Optional;

/** The rules of releases, each a named guard. */
public final class ReleaseRules {

    /** A release knows what it is and where it goes. */
    public static final Guard<Step<Release>> IS_PLANNED = Guard.named(
            "IS_PLANNED",
            "a release has a version and at least one production environment",
            step -> step.details().version() != null
                    && step.details().environments().stream().anyMatch(TargetEnvironment::production));

    /** A release carries something. */
    public static final Guard<Step<Release>> SCOPE_IS_NOT_EMPTY = Guard.named(
            "SCOPE_IS_NOT_EMPTY",
            "no change and no problem is delivered by it",
            step -> !step.linkedTo(LinkType.DELIVERED_BY).isEmpty());

    /** It can be taken back. */
    public static final Guard<Step<Release>> BACKOUT_IS_PLANNED = Guard.named(
            "BACKOUT_IS_PLANNED",
            "a release is ready when there is a plan to take it back",
            step -> step.details().backout() != null);

    /** What is ready has been through everything but production. */
    public static final Guard<Step<Release>> TESTED_EVERYWHERE = Guard.named(
            "TESTED_EVERYWHERE",
            "it is not in every test environment",
            step -> step.details().deployedToAll(false));

    /** One deployment at a time. */
    public static final Guard<Step<Release>> NO_RUN_IS_GOING_ON = Guard.named(
            "NO_RUN_IS_GOING_ON",
            "a deployment is running",
            step -> step.before().map(ticket -> ticket.details().running()).isEmpty());

    /** What ends has begun. */
    public static final Guard<Step<Release>> A_RUN_IS_GOING_ON = Guard.named(
            "A_RUN_IS_GOING_ON",
            "no such deployment, or rolling back, is running",
            step -> step.before().map(ticket -> ticket.details().running()).isPresent()
                    && step.details().running() == null);

    /** What is told to have begun is running. */
    public static final Guard<Step<Release>> RUN_HAS_BEGUN = Guard.named(
            "RUN_HAS_BEGUN",
            "no deployment, or rolling back, begins with it",
            step -> target(step).isEmpty() || step.details().running() != null);

    /** It goes only where it is planned to go. */
    public static final Guard<Step<Release>> ENVIRONMENT_IS_PLANNED = Guard.named(
            "ENVIRONMENT_IS_PLANNED",
            "it is not planned to go there",
            step -> target(step).isPresent());

    /** Environments come in order. */
    public static final Guard<Step<Release>> EARLIER_ENVIRONMENTS_FIRST = Guard.named(
            "EARLIER_ENVIRONMENTS_FIRST",
            "it is not in the environments that come before",
            step -> target(step)
                    .filter(where -> !step.details().missingBefore(where).isEmpty())
                    .isEmpty());

    /** Gates stand before environments. */
    public static final Guard<Step<Release>> GATES_ARE_PASSED = Guard.named(
            "GATES_ARE_PASSED",
            "a gate before the environment is not passed",
            step -> target(step)
                    .filter(where -> !step.details().closedGates(where).isEmpty())
                    .isEmpty());

    /** Production waits until deploying begins. */
    public static final Guard<Step<Release>> PRODUCTION_COMES_LAST = Guard.named(
            "PRODUCTION_COMES_LAST",
            "production is deployed to when the release is deploying",
            step -> step.from().equals(ReleaseLifecycle.DEPLOYING)
                    || target(step).filter(TargetEnvironment::production).isEmpty());

    /** A result belongs to a gate that there is. */
    public static final Guard<Step<Release>> GATE_IS_PLANNED = Guard.named(
            "GATE_IS_PLANNED",
            "there is no such gate before the environment",
            step -> step.input() instanceof JudgeGate judged
                    && step.details()
                            .environment(judged.environment())
                            .filter(where -> where.gates().contains(String.valueOf(judged.gate())))
                            .isPresent());

    /** Nobody is asked twice, or about nothing. */
    public static final Guard<Step<Release>> APPROVAL_IS_WANTED = Guard.named(
            "APPROVAL_IS_WANTED",
            "no gate before the environment waits for an approval that is not asked for or granted",
            step -> step.details().approvals().stream()
                    .anyMatch(gate -> gate.mark().isPending()
                            && step.before()
                                    .flatMap(was ->
                                            was.details().gateOf(gate.mark().approval()))
                                    .isEmpty()));

    /** What is taken back was there. */
    public static final Guard<Step<Release>> IS_DEPLOYED_THERE = Guard.named(
            "IS_DEPLOYED_THERE",
            "it is not in that environment",
            step -> target(step)
                    .filter(where -> step.details().deployed().contains(where.name()))
                    .isPresent());

    /** What is reviewed is in production. */
    public static final Guard<Step<Release>> DEPLOYED_TO_ALL_PRODUCTION = Guard.named(
            "DEPLOYED_TO_ALL_PRODUCTION",
            "it is not in every production environment",
            step -> step.details().deployedToAll(true));

    /** What was rolled back, or never went out, is nowhere in production. */
    public static final Guard<Step<Release>> NOT_IN_PRODUCTION = Guard.named(
            "NOT_IN_PRODUCTION",
            "it is in production; roll it back there first",
            step -> !step.details().inProduction());

    /** A closed release was reviewed. */
    public static final Guard<Step<Release>> REVIEW_IS_DONE = Guard.named(
            "REVIEW_IS_DONE",
            "a release is closed with its review",
            step -> step.details().review() != null);

    /** Tasks are done before it ends. */
    public static final Guard<Step<Release>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    /** Parts are done before the whole is. */
    public static final Guard<Step<Release>> NO_OPEN_CHILDREN =
            Guard.named("NO_OPEN_CHILDREN", "children are open", step -> step.openChildren() == 0);

    private ReleaseRules() {}

    private static Optional<TargetEnvironment> target(Step<Release> step) {
        if (step.input() instanceof StartDeployment start) {
            return step.details().environment(start.environment());
        }
        return step.input() instanceof RequestGateApproval request
                ? step.details().environment(request.environment())
                : Optional.empty();
    }

    /** Production is touched under an approved change only. */
    static Guard<Step<Release>> productionNeedsAnApprovedChange(ReleasePolicy policy) {
        return Guard.named(
                "PRODUCTION_NEEDS_AN_APPROVED_CHANGE",
                "production is deployed to under an approved change that is delivered by the release",
                step -> target(step).filter(TargetEnvironment::production).isEmpty()
                        || approvedChange(step, policy).isPresent());
    }

    /** Deploying begins with an approved change. */
    static Guard<Step<Release>> hasAnApprovedChange(ReleasePolicy policy) {
        return Guard.named(
                "HAS_AN_APPROVED_CHANGE",
                "no approved change is delivered by the release",
                step -> approvedChange(step, policy).isPresent());
    }

    /** The first approved change in the scope. */
    static Optional<LinkedTicket> approvedChange(Step<Release> step, ReleasePolicy policy) {
        return step.linkedTo(LinkType.DELIVERED_BY).stream()
                .filter(ticket -> ticket.type().equals(policy.changeType())
                        && policy.approvedStates().contains(ticket.state().name()))
                .findFirst();
    }
}
