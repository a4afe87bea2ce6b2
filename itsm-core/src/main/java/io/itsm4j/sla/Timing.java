package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a clock. All of it counts from the start: a clock is due when the working time since its start is
 * the agreed time and that of its pauses. So a pause within closed hours changes nothing, to the microsecond.
 */
final class Timing {

    private Timing() {}

    /** When it is due, given the pauses so far; null when the calendar does not open for so long again. */
    static @Nullable Instant due(ClockState clock, Target target, BusinessCalendar calendar) {
        return orNull(() -> {
            if (target.limit() instanceof TimeLimit.Within within) {
                return calendar.plus(clock.startedAt(), clock.paused().plus(within.time()));
            }
            return target.limit().dueFrom(begin(clock, calendar), calendar);
        });
    }

    /** A rule of the wall clock counts as if the clock had started later by the working time of its pauses. */
    private static Instant begin(ClockState clock, BusinessCalendar calendar) {
        return calendar.plus(clock.startedAt(), clock.paused());
    }

    /** The working time agreed on; null when there is no due instant. */
    static @Nullable Duration agreed(ClockState clock, Target target, BusinessCalendar calendar) {
        if (target.limit() instanceof TimeLimit.Within within) {
            return within.time();
        }
        Instant due = clock.dueAt();
        return due == null ? null : positive(calendar.between(begin(clock, calendar), due));
    }

    /** The working time that has passed, pauses left out. */
    static Duration elapsed(ClockState clock, BusinessCalendar calendar, Instant now) {
        Instant to = clock.measuredTo(now);
        return to.isBefore(clock.startedAt())
                ? Duration.ZERO
                : positive(calendar.between(clock.startedAt(), to).minus(clock.paused()));
    }

    /** When a threshold is reached, given the pauses so far; null for never. */
    static @Nullable Instant at(Threshold threshold, ClockState clock, Target target, BusinessCalendar calendar) {
        Duration agreed = agreed(clock, target, calendar);
        if (agreed == null) {
            return null;
        }
        if (threshold.percent() == 100 && threshold.offset().isZero()) {
            return clock.dueAt();
        }
        Duration share = share(agreed, threshold.percent()).plus(threshold.offset());
        boolean never = share.isNegative() || share.isZero();
        return never ? null : reached(clock, calendar, share);
    }

    /** When so much of the agreed working time has passed, given the pauses so far; null for never. */
    static @Nullable Instant share(ClockState clock, Target target, BusinessCalendar calendar, int percent) {
        Duration agreed = agreed(clock, target, calendar);
        return agreed == null ? null : reached(clock, calendar, share(agreed, percent));
    }

    private static @Nullable Instant reached(ClockState clock, BusinessCalendar calendar, Duration time) {
        return orNull(() -> calendar.plus(clock.startedAt(), clock.paused().plus(time)));
    }

    private static Duration share(Duration agreed, int percent) {
        return Micros.duration(Math.multiplyExact(Micros.of(agreed), (long) percent) / 100);
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static @Nullable Instant orNull(Supplier<Instant> arithmetic) {
        try {
            return arithmetic.get();
        } catch (RuleViolated outOfTime) {
            return null;
        }
    }
}
