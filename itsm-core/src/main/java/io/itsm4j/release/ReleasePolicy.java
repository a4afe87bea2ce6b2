package io.itsm4j.release;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How releases are handled, as data.
 *
 * @param changeType the name of the ticket type that changes have
 * @param approvedStates the states in which a change is approved and may be carried out
 * @param approvals how gates are approved, by the name that an {@link ApprovalGate} gives; a stored definition of the
 *     same name counts more
 */
public record ReleasePolicy(String changeType, Set<String> approvedStates, Map<String, ApprovalPolicy> approvals) {

    /** The name of the policy by which one of the release managers approves. */
    public static final String RELEASE_MANAGER = "release manager";

    /** The library's own changes, scheduled or being implemented; {@value #RELEASE_MANAGER} approves gates. */
    public static final ReleasePolicy STANDARD = new ReleasePolicy("change", Set.of("SCHEDULED", "IMPLEMENT"));

    /** Copies the states and the policies. */
    public ReleasePolicy {
        approvedStates = Set.copyOf(approvedStates);
        approvals = Map.copyOf(approvals);
    }

    /** Releases of other changes; {@value #RELEASE_MANAGER} approves gates. */
    public ReleasePolicy(String changeType, Set<String> approvedStates) {
        this(
                changeType,
                approvedStates,
                Map.of(
                        RELEASE_MANAGER,
                        ApprovalPolicy.named(
                                RELEASE_MANAGER,
                                ApprovalStep.asking(RELEASE_MANAGER, Approver.role(Role.RELEASE_MANAGER)))));
    }

    /** The same with another policy by which gates can be approved, under its own name. */
    public ReleasePolicy approving(ApprovalPolicy policy) {
        Map<String, ApprovalPolicy> more = new HashMap<>(approvals);
        more.put(policy.name(), policy);
        return new ReleasePolicy(changeType, approvedStates, more);
    }
}
