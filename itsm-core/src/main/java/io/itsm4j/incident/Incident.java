package io.itsm4j.incident;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import java.util.function.Consumer;
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
 * @param communications how many messages its communication log holds
 * @param reminders how many reminders of the present wait are over; those that an outage held up are sent as one
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
        int communications,
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
    public static final Incident NEW =
            new Incident(null, null, null, null, null, null, null, Major.NO, null, null, 0, 0, null, 0, null, 0);

    /** The same, resolved. */
    Incident resolved(String code, String notes) {
        return with(parts -> {
            parts.resolutionCode = code;
            parts.resolutionNotes = notes;
            parts.reminders = 0;
        });
    }

    /** The same without a resolution. */
    Incident reopened() {
        return with(parts -> {
            parts.resolutionCode = null;
            parts.resolutionNotes = null;
        });
    }

    /** The same with a workaround. */
    Incident withWorkaround(String text, Instant at) {
        return with(parts -> {
            parts.workaround = text;
            parts.workaroundAt = at;
        });
    }

    /** The same with an engineer on site. */
    Incident onSite(Instant at) {
        return with(parts -> parts.onSiteAt = at);
    }

    /** The same with its fault report filed. */
    Incident reported(Instant at) {
        return with(parts -> parts.faultReportAt = at);
    }

    /** The same with the caller called back. */
    Incident calledBack(Instant at) {
        return with(parts -> parts.calledBackAt = at);
    }

    /** The same with another standing as a major incident. */
    Incident major(Major standing, @Nullable PersonId manager) {
        return with(parts -> {
            parts.major = standing;
            parts.majorManager = manager;
        });
    }

    /** The same with its review. */
    Incident reviewed(String outcome) {
        return with(parts -> parts.majorReview = outcome);
    }

    /** The same with one message more in its log. */
    Incident communicated() {
        return with(parts -> parts.communications++);
    }

    /** The same with so many reminders over. */
    Incident reminded(int over) {
        return with(parts -> parts.reminders = over);
    }

    /** The same at the beginning of a wait. */
    Incident unreminded() {
        return with(parts -> parts.reminders = 0);
    }

    /** The same after an alert. */
    Incident alerted(String source, int times, Instant at, int changes) {
        return with(parts -> {
            parts.alertSource = source;
            parts.alerts = times;
            parts.lastAlertAt = at;
            parts.flaps = changes;
        });
    }

    /** The same with a pseudonym for a person. */
    Incident erased(PersonId person, PersonId pseudonym) {
        return with(parts -> parts.majorManager = person.equals(majorManager) ? pseudonym : majorManager);
    }

    private Incident with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private @Nullable String resolutionCode;
        private @Nullable String resolutionNotes;
        private @Nullable String workaround;
        private @Nullable Instant workaroundAt;
        private @Nullable Instant onSiteAt;
        private @Nullable Instant faultReportAt;
        private @Nullable Instant calledBackAt;
        private Major major;
        private @Nullable PersonId majorManager;
        private @Nullable String majorReview;
        private int communications;
        private int reminders;
        private @Nullable String alertSource;
        private int alerts;
        private @Nullable Instant lastAlertAt;
        private int flaps;

        Parts(Incident from) {
            resolutionCode = from.resolutionCode;
            resolutionNotes = from.resolutionNotes;
            workaround = from.workaround;
            workaroundAt = from.workaroundAt;
            onSiteAt = from.onSiteAt;
            faultReportAt = from.faultReportAt;
            calledBackAt = from.calledBackAt;
            major = from.major;
            majorManager = from.majorManager;
            majorReview = from.majorReview;
            communications = from.communications;
            reminders = from.reminders;
            alertSource = from.alertSource;
            alerts = from.alerts;
            lastAlertAt = from.lastAlertAt;
            flaps = from.flaps;
        }

        Incident whole() {
            return new Incident(
                    resolutionCode,
                    resolutionNotes,
                    workaround,
                    workaroundAt,
                    onSiteAt,
                    faultReportAt,
                    calledBackAt,
                    major,
                    majorManager,
                    majorReview,
                    communications,
                    reminders,
                    alertSource,
                    alerts,
                    lastAlertAt,
                    flaps);
        }
    }
}
