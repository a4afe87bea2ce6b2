package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of planning a change. What is null stays as it is.
 *
 * @param reason why it is needed, or null
 * @param justification what speaks for it, or null
 * @param implementation what is done, or null
 * @param test how it is checked, or null
 * @param backout how it is taken back, or null
 * @param communication who is told what and when, or null
 * @param start when it may begin, or null
 * @param end when it must have ended, or null
 * @param downtimeMinutes for how long the service is expected to be interrupted, or null
 * @param kind another kind, or null; a standard change is made from its template only
 */
public record PlanChange(
        @Line(max = 4000, multi = true) @Nullable String reason,
        @Line(max = 65536, multi = true) @Nullable String justification,
        @Line(max = 65536, multi = true) @Nullable String implementation,
        @Line(max = 65536, multi = true) @Nullable String test,
        @Line(max = 65536, multi = true) @Nullable String backout,
        @Line(max = 65536, multi = true) @Nullable String communication,
        @Nullable Instant start,
        @Nullable Instant end,
        @Min(0) @Max(525_600) @Nullable Integer downtimeMinutes,
        @Nullable ChangeKind kind) {

    /** Changes nothing yet. */
    public static final PlanChange NOTHING = new PlanChange(null, null, null, null, null, null, null, null, null, null);

    /** Says why it is needed, and what speaks for it. */
    public PlanChange because(@Nullable String why, @Nullable String speaksForIt) {
        return new PlanChange(
                why, speaksForIt, implementation, test, backout, communication, start, end, downtimeMinutes, kind);
    }

    /** Says how it is done, checked and taken back. */
    public PlanChange doing(@Nullable String what, @Nullable String check, @Nullable String takeBack) {
        return new PlanChange(
                reason, justification, what, check, takeBack, communication, start, end, downtimeMinutes, kind);
    }

    /** Says who is told what and when. */
    public PlanChange telling(@Nullable String whom) {
        return new PlanChange(
                reason, justification, implementation, test, backout, whom, start, end, downtimeMinutes, kind);
    }

    /** Says when. */
    public PlanChange within(@Nullable Instant from, @Nullable Instant to) {
        return new PlanChange(
                reason, justification, implementation, test, backout, communication, from, to, downtimeMinutes, kind);
    }

    /** Says for how long the service is expected to be interrupted. */
    public PlanChange interrupting(@Nullable Integer minutes) {
        return new PlanChange(
                reason, justification, implementation, test, backout, communication, start, end, minutes, kind);
    }

    /** Makes it a change of another kind. */
    public PlanChange as(@Nullable ChangeKind other) {
        return new PlanChange(
                reason,
                justification,
                implementation,
                test,
                backout,
                communication,
                start,
                end,
                downtimeMinutes,
                other);
    }
}
