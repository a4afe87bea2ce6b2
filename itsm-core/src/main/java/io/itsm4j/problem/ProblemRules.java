package io.itsm4j.problem;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketId;

/** The rules of problems, each a named guard. */
public final class ProblemRules {

    /** What is called a known error is known: its cause, or what helps. */
    public static final Guard<Step<Problem>> KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND = Guard.named(
            "KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND",
            "a known error has a root cause or a workaround",
            step -> step.details().rootCause().isKnown() || step.details().workaround() != null);

    /** A finding comes with the record. */
    public static final Guard<Step<Problem>> CAUSE_IS_RECORDED = Guard.named(
            "CAUSE_IS_RECORDED",
            "it does not say what was found",
            step -> step.input() instanceof RecordCause
                    || step.before()
                            .filter(ticket -> ticket.details()
                                    .rootCause()
                                    .equals(step.details().rootCause()))
                            .isEmpty());

    /** A workaround is published with what it is. */
    public static final Guard<Step<Problem>> WORKAROUND_IS_GIVEN = Guard.named(
            "WORKAROUND_IS_GIVEN",
            "it does not say what the workaround is",
            step -> step.details().workaround() != null
                    && step.now().equals(step.details().workaroundAt()));

    /** A fix is said to be done with what it was. */
    public static final Guard<Step<Problem>> FIX_IS_DESCRIBED = Guard.named(
            "FIX_IS_DESCRIBED",
            "it does not say what fixed it",
            step -> step.details().fix() != null
                    && step.now().equals(step.details().fixedAt()));

    /** A duplicate is one of another problem. */
    public static final Guard<Step<Problem>> HAS_AN_ORIGINAL = Guard.named(
            "HAS_AN_ORIGINAL", "it does not say which problem is the same", step -> step.input() instanceof TicketId);

    /** A fix aims at a cause. */
    public static final Guard<Step<Problem>> FIX_NEEDS_A_CAUSE = Guard.named(
            "FIX_NEEDS_A_CAUSE",
            "a fix needs a root cause",
            step -> step.details().rootCause().isKnown());

    /** A resolved problem is fixed, or somebody has decided to live with it. */
    public static final Guard<Step<Problem>> FIX_DONE_OR_RISK_ACCEPTED = Guard.named(
            "FIX_DONE_OR_RISK_ACCEPTED",
            "a problem is resolved by a fix that is done, or by a risk that was accepted",
            step -> step.details().fixedAt() != null || step.details().risk() != null);

    /** A fix is done when all changes that bring it have ended. */
    public static final Guard<Step<Problem>> FIXING_CHANGES_ARE_DONE = Guard.named(
            "FIXING_CHANGES_ARE_DONE", "changes that fix it are open", step -> step.openLinked(LinkType.FIXED_BY) == 0);

    /** A problem does not end under the changes that are made for it. */
    public static final Guard<Step<Problem>> NO_OPEN_FIXING_CHANGES = Guard.named(
            "NO_OPEN_FIXING_CHANGES",
            "changes that fix it are open; end or unlink them first",
            step -> step.openLinked(LinkType.FIXED_BY) == 0);

    /** A risk is accepted for a time to come. */
    public static final Guard<Step<Problem>> RISK_ENDS_LATER = Guard.named(
            "RISK_ENDS_LATER",
            "a risk is accepted until a time to come",
            step -> step.details().risk() != null
                    && step.details().risk().until().isAfter(step.now()));

    /** It is under review because somebody had decided to live with it. */
    public static final Guard<Step<Problem>> RISK_IS_OVER = Guard.named(
            "RISK_IS_OVER",
            "no accepted risk has ended",
            step -> step.before()
                    .map(ticket -> ticket.details().risk())
                    .filter(risk -> !risk.until().isAfter(step.now()))
                    .isPresent());

    /** Tasks are done before it ends. */
    public static final Guard<Step<Problem>> NO_OPEN_TASKS =
            Guard.named("NO_OPEN_TASKS", "tasks are open", step -> step.openTasks() == 0);

    /** Parts are done before the whole is. */
    public static final Guard<Step<Problem>> NO_OPEN_CHILDREN =
            Guard.named("NO_OPEN_CHILDREN", "children are open", step -> step.openChildren() == 0);

    private ProblemRules() {}
}
