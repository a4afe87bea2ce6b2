package io.itsm4j.incident;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.Step;
import java.time.Instant;
import java.util.Objects;

/** The rules of incidents, each a named guard. */
public final class IncidentRules {

    /** A hold says why. */
    public static final Guard<Step<Incident>> HOLD_NEEDS_A_REASON = Guard.named(
            "HOLD_NEEDS_A_REASON", "an incident on hold says why it waits", step -> step.pendingReason() != null);

    /** Whoever is waited for knows it. */
    public static final Guard<Step<Incident>> WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT = Guard.named(
            "WAITING_FOR_THE_CALLER_NEEDS_A_COMMENT",
            "waiting for the caller needs a public comment that asks them",
            step -> !HoldReason.CALLER.name().equals(step.pendingReason()) || step.hasPublicComment());

    /** Only an incident that waits for the caller goes on by their reply. */
    public static final Guard<Step<Incident>> WAITS_FOR_THE_CALLER = Guard.named(
            "WAITS_FOR_THE_CALLER",
            "the incident does not wait for the caller",
            step -> HoldReason.CALLER.name().equals(step.pendingReason()));

    /** A resolution has a code. */
    public static final Guard<Step<Incident>> RESOLUTION_NEEDS_A_CODE = Guard.named(
            "RESOLUTION_NEEDS_A_CODE",
            "a resolution has a code",
            step -> step.details().resolutionCode() != null);

    /** A resolution has notes. */
    public static final Guard<Step<Incident>> RESOLUTION_NEEDS_NOTES = Guard.named(
            "RESOLUTION_NEEDS_NOTES",
            "a resolution says what was done",
            step -> step.details().resolutionNotes() != null);

    /** Whoever is spoken to can read it. */
    public static final Guard<Step<Incident>> IS_SAID_IN_PUBLIC =
            Guard.named("IS_SAID_IN_PUBLIC", "it needs a public comment that says it", Step::hasPublicComment);

    /** A workaround is noted with what it is. */
    public static final Guard<Step<Incident>> WORKAROUND_IS_GIVEN = Guard.named(
            "WORKAROUND_IS_GIVEN",
            "it does not say what the workaround is",
            step -> step.details().workaround() != null
                    && step.now().equals(step.details().workaroundAt()));

    /** A fault report is noted when it is filed. */
    public static final Guard<Step<Incident>> FAULT_REPORT_IS_FILED = Guard.named(
            "FAULT_REPORT_IS_FILED",
            "no fault report comes with it",
            step -> step.now().equals(step.details().faultReportAt()));

    /** An alert comes from the monitoring, not from its name alone. */
    public static final Guard<Step<Incident>> ALERT_IS_COUNTED = Guard.named(
            "ALERT_IS_COUNTED",
            "no alert comes with it",
            step -> step.before()
                    .filter(ticket -> step.details().alerts() > ticket.details().alerts())
                    .isPresent());

    /** A message is in the log. */
    public static final Guard<Step<Incident>> MESSAGE_IS_LOGGED = Guard.named(
            "MESSAGE_IS_LOGGED",
            "no message comes with it",
            step -> step.before()
                    .filter(ticket ->
                            step.details().communications() > ticket.details().communications())
                    .isPresent());

    /** A review says what came of it, and something else than the one before. */
    public static final Guard<Step<Incident>> REVIEW_HAS_AN_OUTCOME = Guard.named(
            "REVIEW_HAS_AN_OUTCOME",
            "a review says what came of it",
            step -> step.details().majorReview() != null
                    && step.before()
                            .filter(ticket -> Objects.equals(
                                    step.details().majorReview(),
                                    ticket.details().majorReview()))
                            .isEmpty());

    /** A major incident ends by being resolved, communicated and reviewed, or is none any more. */
    public static final Guard<Step<Incident>> MAJOR_IS_DEMOTED_FIRST = Guard.named(
            "MAJOR_IS_DEMOTED_FIRST",
            "a major incident is demoted before it is merged or cancelled",
            step -> step.details().major() != Incident.Major.ACCEPTED);

    /** A major incident is reviewed before it closes. */
    public static final Guard<Step<Incident>> MAJOR_NEEDS_A_REVIEW = Guard.named(
            "MAJOR_NEEDS_A_REVIEW",
            "a major incident is reviewed before it closes",
            step -> step.details().major() != Incident.Major.ACCEPTED
                    || step.details().majorReview() != null);

    /** A major incident keeps a communication log. */
    public static final Guard<Step<Incident>> MAJOR_NEEDS_COMMUNICATION = Guard.named(
            "MAJOR_NEEDS_COMMUNICATION",
            "a major incident has at least one message in its communication log",
            step -> step.details().major() != Incident.Major.ACCEPTED
                    || step.details().communications() > 0);

    /** Part of another incident is not a major one. */
    public static final Guard<Step<Incident>> CHILD_CANNOT_BE_MAJOR = Guard.named(
            "CHILD_CANNOT_BE_MAJOR",
            "a child of another incident cannot be a major incident",
            step -> step.family().parent() == null
                    || step.details().major() != Incident.Major.ACCEPTED
                            && step.details().major() != Incident.Major.PROPOSED);

    /** What was proposed can be accepted or rejected. */
    public static final Guard<Step<Incident>> WAS_PROPOSED = Guard.named(
            "WAS_PROPOSED",
            "nobody has proposed it as a major incident",
            step -> step.before()
                    .filter(ticket -> ticket.details().major() == Incident.Major.PROPOSED)
                    .isPresent());

    /** It is a major incident. */
    public static final Guard<Step<Incident>> IS_MAJOR = Guard.named(
            "IS_MAJOR",
            "it is not a major incident",
            step -> step.before()
                    .filter(ticket -> ticket.details().major() == Incident.Major.ACCEPTED)
                    .isPresent());

    /** It is not a major incident already. */
    public static final Guard<Step<Incident>> IS_NOT_MAJOR = Guard.named(
            "IS_NOT_MAJOR",
            "it is a major incident, or proposed as one",
            step -> step.before()
                    .filter(ticket -> ticket.details().major() == Incident.Major.ACCEPTED
                            || ticket.details().major() == Incident.Major.PROPOSED)
                    .isEmpty());

    /** It ended by being merged. */
    public static final Guard<Step<Incident>> WAS_MERGED = Guard.named(
            "WAS_MERGED",
            "it was not merged into another incident",
            step -> step.before()
                    .filter(ticket -> ticket.family().mergedInto() != null)
                    .isPresent());

    /** Tasks are done before it ends. */
    public static final Guard<Step<Incident>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    private IncidentRules() {}

    /** Reopening ends with the window. */
    static Guard<Step<Incident>> withinReopenWindow(IncidentPolicy policy) {
        return Guard.named("WITHIN_REOPEN_WINDOW", "the time for reopening is over; open a follow-up", step -> {
            Instant resolved = Objects.requireNonNull(step.times().resolvedAt());
            return !step.now().isAfter(resolved.plus(policy.reopenWindow()));
        });
    }

    /** Open children keep their parent open, where the policy says so. */
    static Guard<Step<Incident>> noOpenChildren(IncidentPolicy policy) {
        return Guard.named(
                "NO_OPEN_CHILDREN",
                "children are open",
                step -> policy.children() != CloseRule.BLOCK || step.openChildren() == 0);
    }
}
