package io.itsm4j.sla;

import java.time.Duration;

/**
 * An agreement to begin with, such as support contracts have: at any time of the day a technical answer at once, an
 * engineer on site within two hours, and after the resolution a fault report and a call to the caller, each within 24
 * hours.
 */
public final class SeedAgreement {

    /** What counts as "at once". */
    public static final Duration AT_ONCE = Duration.ofMinutes(5);

    private SeedAgreement() {}

    /** The agreement, with the key {@code support-7x24}; it warns the group and the assignee on the way. */
    public static Agreement agreement() {
        return Agreement.sla(
                "support-7x24",
                "Support 7x24",
                Target.within(Metric.RESPONSE, AT_ONCE),
                Target.within(Metric.ON_SITE, Duration.ofHours(2)).warning(warningAt(50), warningAt(75)),
                Target.within(Metric.FAULT_REPORT, Duration.ofHours(24)).warning(warningAt(75)),
                Target.within(Metric.CALL_BACK, Duration.ofHours(24)).warning(warningAt(75)));
    }

    private static Threshold warningAt(int percent) {
        return Threshold.at(
                percent,
                new ThresholdAction.Notify(
                        java.util.Set.of(ThresholdAction.Audience.ASSIGNEE, ThresholdAction.Audience.GROUP)));
    }
}
