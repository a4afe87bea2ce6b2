package io.itsm4j.problem;

import io.itsm4j.actor.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What only a problem has. Immutable; every change is a named method that returns the next value. The changes that fix
 * it are links of type {@code FIXED_BY}.
 *
 * @param origin what made somebody look for a cause
 * @param symptoms how it shows, or null
 * @param rootCause what the analysis found
 * @param workaround what helps meanwhile, or null
 * @param workaroundAt when the workaround was published, or null
 * @param knownErrorAt since when it is a known error, or null when it is none
 * @param fix what ends it for good, or null
 * @param fixedAt when the fix was in place, or null
 * @param risk the decision to live with it, or null
 * @param recurrenceDays for how many days after the fix the same trouble counts as the problem again
 */
public record Problem(
        ProblemOrigin origin,
        @Nullable String symptoms,
        RootCause rootCause,
        @Nullable String workaround,
        @Nullable Instant workaroundAt,
        @Nullable Instant knownErrorAt,
        @Nullable String fix,
        @Nullable Instant fixedAt,
        @Nullable AcceptedRisk risk,
        int recurrenceDays) {

    /** For how many days after a fix trouble counts as the problem again, unless said otherwise. */
    public static final int RECURRENCE_DAYS = 30;

    /** A new problem. */
    public static final Problem NEW = new Problem(
            ProblemOrigin.INCIDENT_REVIEW,
            null,
            RootCause.UNKNOWN,
            null,
            null,
            null,
            null,
            null,
            null,
            RECURRENCE_DAYS);

    /** Whether it is a known error: its cause or a workaround is known, and said to be. */
    public boolean knownError() {
        return knownErrorAt != null;
    }

    /** Until when the same trouble counts as this problem again; null before the fix. */
    public @Nullable Instant recurrenceEnds() {
        return fixedAt == null ? null : fixedAt.plus(Duration.ofDays(recurrenceDays));
    }

    static Problem from(ProblemOrigin origin, @Nullable String symptoms, int recurrenceDays) {
        return new Problem(origin, symptoms, RootCause.UNKNOWN, null, null, null, null, null, null, recurrenceDays);
    }

    /** The same with what the analysis found. */
    Problem caused(RootCause found) {
        return new Problem(
                origin, symptoms, found, workaround, workaroundAt, knownErrorAt, fix, fixedAt, risk, recurrenceDays);
    }

    /** The same with a workaround. */
    Problem helped(String text, Instant at) {
        return new Problem(origin, symptoms, rootCause, text, at, knownErrorAt, fix, fixedAt, risk, recurrenceDays);
    }

    /** The same as a known error, or as none. */
    Problem known(@Nullable Instant since) {
        return new Problem(
                origin, symptoms, rootCause, workaround, workaroundAt, since, fix, fixedAt, risk, recurrenceDays);
    }

    /** The same with a fix. */
    Problem fixed(@Nullable String text, @Nullable Instant at) {
        return new Problem(
                origin, symptoms, rootCause, workaround, workaroundAt, knownErrorAt, text, at, risk, recurrenceDays);
    }

    /** The same with a decision to live with it, or without. */
    Problem accepted(@Nullable AcceptedRisk decision) {
        return new Problem(
                origin,
                symptoms,
                rootCause,
                workaround,
                workaroundAt,
                knownErrorAt,
                fix,
                fixedAt,
                decision,
                recurrenceDays);
    }

    /** The same with a pseudonym for a person. */
    Problem erased(PersonId person, PersonId pseudonym) {
        return risk != null && risk.by().equals(person)
                ? accepted(new AcceptedRisk(risk.until(), pseudonym, risk.reason()))
                : this;
    }
}
