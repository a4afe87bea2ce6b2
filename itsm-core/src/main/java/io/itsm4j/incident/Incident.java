package io.itsm4j.incident;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only an incident has. Immutable; every change is a named method that returns the next value.
 *
 * @param resolutionCode how it was resolved, or null
 * @param resolutionNotes what was done, or null
 * @param workaround what helps meanwhile, or null
 * @param workaroundAt when the workaround was given, or null
 * @param onSiteAt when an engineer arrived on site, or null
 * @param faultReportAt when the fault report was filed, or null
 * @param calledBackAt when the caller was called back after resolution, or null
 * @param major where it stands as a major incident
 * @param majorManager who leads the major incident, or null
 * @param majorReview the review's outcome, or null
 * @param reminders how many reminders the caller got in the present wait
 * @param alertSource the monitoring system it came from, or null
 * @param alerts how often its alert was repeated
 * @param lastAlertAt when its alert last changed, or null
 * @param flaps how often its alert changed between firing and clear within the damping window
 */
public record Incident(
        @Nullable String resolutionCode,
        @Nullable String resolutionNotes,
        @Nullable String workaround,
        @Nullable Instant workaroundAt,
        @Nullable Instant onSiteAt,
        @Nullable Instant faultReportAt,
        @Nullable Instant calledBackAt,
        Major major,
        @Nullable PersonId majorManager,
        @Nullable String majorReview,
        int reminders,
        @Nullable String alertSource,
        int alerts,
        @Nullable Instant lastAlertAt,
        int flaps) {

    /** Where an incident stands as a major incident. */
    public enum Major {
        NO,
        PROPOSED,
        ACCEPTED,
        REJECTED,
        DEMOTED
    }

    /** A new incident. */
    public static final Incident NEW = new Incident(
            null, null, null, null, null, null, null, Major.NO, null, null, 0, null, 0, null, 0);
}
