package io.itsm4j.change;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import java.time.Duration;

/**
 * How changes are handled, as data.
 *
 * @param risk how risk is worked out
 * @param majorFrom the level from which a normal change is a major one
 * @param minor who approves a minor normal change
 * @param major who approves a major normal change for which no board was formed
 * @param emergency who approves an emergency change
 * @param emergencyLimit how long after its start the approval of an emergency change may be owed
 * @param conflicts what happens when two changes want the same or a dependent item at the same time
 * @param failures what is opened by itself when a change has failed or was backed out
 */
public record ChangePolicy(
        RiskModel risk,
        RiskLevel majorFrom,
        ApprovalPolicy minor,
        ApprovalPolicy major,
        ApprovalPolicy emergency,
        Duration emergencyLimit,
        ConflictRule conflicts,
        FailureRule failures) {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    /**
     * The change managers approve, one of them a minor change and an emergency, all of them a major one from
     * {@link RiskLevel#HIGH}; an emergency owes its approval for two days; conflicts block; a failure opens a problem.
     */
    public static final ChangePolicy STANDARD = new ChangePolicy(
            RiskModel.STANDARD,
            RiskLevel.HIGH,
            managers("minor change"),
            ApprovalPolicy.named(
                    "major change",
                    ApprovalStep.asking("change managers", Approver.role(Role.CHANGE_MANAGER))
                            .needing(io.itsm4j.approval.Quorum.all())),
            managers("emergency change"),
            Duration.ofDays(2),
            ConflictRule.BLOCK,
            FailureRule.PROBLEM);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the limit is not positive or longer than ten years
     */
    public ChangePolicy {
        if (emergencyLimit.isNegative() || emergencyLimit.isZero() || emergencyLimit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an approval is owed for some time, not " + emergencyLimit);
        }
    }

    private static ApprovalPolicy managers(String name) {
        return ApprovalPolicy.named(name, ApprovalStep.asking("change manager", Approver.role(Role.CHANGE_MANAGER)));
    }

    /** The same with other approvers. */
    public ChangePolicy approvedBy(ApprovalPolicy forMinor, ApprovalPolicy forMajor, ApprovalPolicy forEmergency) {
        return new ChangePolicy(risk, majorFrom, forMinor, forMajor, forEmergency, emergencyLimit, conflicts, failures);
    }

    /** The same with another rule for conflicts. */
    public ChangePolicy onConflict(ConflictRule rule) {
        return new ChangePolicy(risk, majorFrom, minor, major, emergency, emergencyLimit, rule, failures);
    }

    /** The same with another way to rate risk. */
    public ChangePolicy rating(RiskModel model, RiskLevel majorLevel) {
        return new ChangePolicy(model, majorLevel, minor, major, emergency, emergencyLimit, conflicts, failures);
    }

    /** The same with another limit for an approval that is owed. */
    public ChangePolicy owingFor(Duration limit) {
        return new ChangePolicy(risk, majorFrom, minor, major, emergency, limit, conflicts, failures);
    }

    /** The same with another rule for what follows from a failure. */
    public ChangePolicy onFailure(FailureRule rule) {
        return new ChangePolicy(risk, majorFrom, minor, major, emergency, emergencyLimit, conflicts, rule);
    }
}
