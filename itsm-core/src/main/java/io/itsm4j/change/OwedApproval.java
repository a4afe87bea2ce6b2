package io.itsm4j.change;

import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.StandingAgreement;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.ticket.Escalate;
import java.time.Duration;
import java.util.Set;

/** The agreement by which the approval that an emergency change owes is measured. */
public final class OwedApproval {

    /** The agreement's key; what a tenant defines under it counts in its place. */
    public static final String KEY = "emergency-approval";

    private OwedApproval() {}

    /**
     * The agreement: within the limit at any time of the day; assignee and group are told when half and three quarters
     * of it have passed, and when it is over the manager is told too and the change is escalated.
     */
    public static Agreement within(Duration limit) {
        Set<ThresholdAction.Audience> workers =
                Set.of(ThresholdAction.Audience.ASSIGNEE, ThresholdAction.Audience.GROUP);
        Set<ThresholdAction.Audience> all = Set.of(
                ThresholdAction.Audience.ASSIGNEE, ThresholdAction.Audience.GROUP, ThresholdAction.Audience.MANAGER);
        return Agreement.sla(
                        KEY,
                        "Approval of emergency changes",
                        Target.within(Metric.APPROVAL, limit)
                                .warning(
                                        Threshold.at(50, new ThresholdAction.Notify(workers)),
                                        Threshold.at(75, new ThresholdAction.Notify(workers)),
                                        Threshold.at(
                                                100,
                                                new ThresholdAction.Notify(all),
                                                new ThresholdAction.EscalateTo(Escalate.Kind.HIERARCHIC, null, null))))
                .when(Fact.detail("kind").is(ChangeKind.EMERGENCY.name()));
    }

    static StandingAgreement under(ChangePolicy policy, String ticketType) {
        return new StandingAgreement(ticketType, within(policy.emergencyLimit()));
    }
}
