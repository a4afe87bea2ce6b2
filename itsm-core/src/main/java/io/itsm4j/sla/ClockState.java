package io.itsm4j.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a clock, as the facts so far have left it.
 *
 * @param key which clock
 * @param cycle 1 for the first
 * @param round how often the cycle began again at nothing
 * @param definition the content hash of the agreement's revision that applies
 * @param target the name of the target that applies
 * @param calendar the content hash of the calendar that applies
 * @param status where it stands
 * @param startedAt from when it counts
 * @param fromStart what it goes back to when a target is to count from the start, while it counts from a switch; null
 *     when it counts from the start
 * @param pauses the stretches it stood still, in order, those before a switch that it counts from among them; the last
 *     one is open while it is paused
 * @param paused the working time of the closed pauses since it counts
 * @param pauseIsOver whether a resume condition ended the pause while its cause still holds
 * @param dueAt when it is due under the present facts; of a paused or ended one when it would have been; null when the
 *     calendar does not open for so long again
 * @param breachedAt the first due instant it missed, or null; never taken back
 * @param endedAt when it was stopped or cancelled, or null
 * @param reached the levels that were dealt with in this round
 */
public record ClockState(
        ClockKey key,
        int cycle,
        int round,
        String definition,
        String target,
        String calendar,
        ClockStatus status,
        Instant startedAt,
        @Nullable FromStart fromStart,
        List<Pause> pauses,
        Duration paused,
        boolean pauseIsOver,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        Set<String> reached) {

    /**
     * A count from the start, left by a switch to a target that counts from the switch.
     *
     * @param startedAt from when it counts
     * @param reached the levels that were dealt with in it
     */
    public record FromStart(Instant startedAt, Set<String> reached) {

        /** Copies the levels. */
        public FromStart {
            reached = sorted(reached);
        }
    }

    /** Copies the collections. */
    public ClockState {
        pauses = List.copyOf(pauses);
        reached = sorted(reached);
    }

    private static Set<String> sorted(Set<String> levels) {
        return Collections.unmodifiableSet(new TreeSet<>(levels));
    }

    static ClockState started(ClockKey key, int cycle, String definition, Target target, String calendar, Instant at) {
        return new ClockState(
                key,
                cycle,
                0,
                definition,
                target.name(),
                calendar,
                ClockStatus.RUNNING,
                at,
                null,
                List.of(),
                Duration.ZERO,
                false,
                null,
                null,
                null,
                Set.of());
    }

    /** The same, beginning again at nothing under a target. */
    ClockState restarted(Target under, String hours, Instant at) {
        return new ClockState(
                key,
                cycle,
                round + 1,
                definition,
                under.name(),
                hours,
                ClockStatus.RUNNING,
                at,
                null,
                List.of(),
                Duration.ZERO,
                false,
                null,
                breachedAt,
                null,
                Set.of());
    }

    ClockState inRound(int number) {
        return new ClockState(
                key,
                cycle,
                number,
                definition,
                target,
                calendar,
                status,
                startedAt,
                fromStart,
                pauses,
                paused,
                pauseIsOver,
                dueAt,
                breachedAt,
                endedAt,
                reached);
    }

    /** The same under another target that counts from now on; what counts from the start is kept. */
    ClockState fromSwitch(Target to, String hours, Instant at) {
        FromStart kept = fromStart == null ? new FromStart(startedAt, reached) : fromStart;
        return under(to, hours, round + 1, at, kept, Duration.ZERO, false, Set.of());
    }

    /** From when a target counts that counts from the start. */
    Instant beganAt() {
        return fromStart == null ? startedAt : fromStart.startedAt();
    }

    /** The same under another target that counts from the start, with the working time of all pauses since. */
    ClockState fromStart(Target to, String hours, Duration pausedTime) {
        return fromStart == null
                ? under(to, hours, round, startedAt, null, pausedTime, pauseIsOver, reached)
                : under(to, hours, round + 1, beganAt(), null, pausedTime, pauseIsOver, fromStart.reached());
    }

    private ClockState under(
            Target other,
            String hours,
            int number,
            Instant from,
            @Nullable FromStart kept,
            Duration pausedTime,
            boolean over,
            Set<String> levels) {
        return new ClockState(
                key,
                cycle,
                number,
                definition,
                other.name(),
                hours,
                status,
                from,
                kept,
                pauses,
                pausedTime,
                over,
                dueAt,
                breachedAt,
                endedAt,
                levels);
    }

    ClockState pausing(Instant at) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(at, null));
        return with(ClockStatus.PAUSED, more, paused, endedAt);
    }

    ClockState running(List<Pause> closed, Duration pausedTime) {
        return with(ClockStatus.RUNNING, closed, pausedTime, null);
    }

    ClockState ended(ClockStatus how, Instant at) {
        return with(how, pauses, paused, at);
    }

    private ClockState with(ClockStatus next, List<Pause> stretches, Duration pausedTime, @Nullable Instant end) {
        return new ClockState(
                key,
                cycle,
                round,
                definition,
                target,
                calendar,
                next,
                startedAt,
                fromStart,
                stretches,
                pausedTime,
                pauseIsOver,
                dueAt,
                breachedAt,
                end,
                reached);
    }

    ClockState pauseIsOver(boolean over) {
        return over == pauseIsOver ? this : known(over, dueAt, breachedAt, reached);
    }

    ClockState dueAt(@Nullable Instant due) {
        return known(pauseIsOver, due, breachedAt, reached);
    }

    ClockState breachedAt(Instant due) {
        return known(pauseIsOver, dueAt, due, reached);
    }

    ClockState reached(String level) {
        Set<String> more = new TreeSet<>(reached);
        more.add(level);
        return known(pauseIsOver, dueAt, breachedAt, more);
    }

    private ClockState known(boolean over, @Nullable Instant due, @Nullable Instant breach, Set<String> levels) {
        return new ClockState(
                key,
                cycle,
                round,
                definition,
                target,
                calendar,
                status,
                startedAt,
                fromStart,
                pauses,
                paused,
                over,
                due,
                breach,
                endedAt,
                levels);
    }

    boolean isOpen() {
        return status.isOpen();
    }

    /** The last pause when it still lasts, or null. */
    @Nullable Pause openPause() {
        Pause last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        return last != null && last.to() == null ? last : null;
    }

    /** Until when time has passed, seen from an instant: a paused or ended clock stands. */
    Instant measuredTo(Instant now) {
        Pause pause = openPause();
        if (pause != null) {
            return pause.from();
        }
        Instant end = endedAt;
        return end == null ? now : end;
    }
}
