package io.itsm4j.asset;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import java.time.Duration;

/**
 * How assets are handled, as data.
 *
 * @param disposal who approves a disposal
 * @param notice how long before the end of a warranty or a contract it is said that it ends
 * @param overdueEvery how often it is said that a loan is overdue
 */
public record AssetPolicy(ApprovalPolicy disposal, Duration notice, Duration overdueEvery) {

    /** A manager approves a disposal; 30 days of notice; an overdue loan is spoken of once a week. */
    public static final AssetPolicy STANDARD = new AssetPolicy(
            ApprovalPolicy.named("asset disposal", ApprovalStep.asking("manager", Approver.role(Role.MANAGER))),
            Duration.ofDays(30),
            Duration.ofDays(7));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the notice is negative or the interval not positive
     */
    public AssetPolicy {
        if (notice.isNegative() || overdueEvery.isNegative() || overdueEvery.isZero()) {
            throw new IllegalArgumentException(
                    "a notice is not negative and an interval positive: " + notice + ", " + overdueEvery);
        }
    }

    /** The same with other approvers of disposals. */
    public AssetPolicy approvedBy(ApprovalPolicy approvers) {
        return new AssetPolicy(approvers, notice, overdueEvery);
    }

    /** The same with another notice. */
    public AssetPolicy noticing(Duration ahead) {
        return new AssetPolicy(disposal, ahead, overdueEvery);
    }

    /** The same with another interval between reminders. */
    public AssetPolicy remindingEvery(Duration interval) {
        return new AssetPolicy(disposal, notice, interval);
    }
}
