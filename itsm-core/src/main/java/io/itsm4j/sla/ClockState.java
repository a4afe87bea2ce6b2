package io.itsm4j.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param pauses the stretches it stood still since then, in order; the last one is open while it is paused
 * @param paused the working time of the closed pauses
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
        List<Pause> pauses,
        Duration paused,
        boolean pauseIsOver,
        @Nullable Instant dueAt,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        Set<String> reached) {

    /** Copies the collections. */
    public ClockState {
        pauses = List.copyOf(pauses);
        reached = java.util.Collections.unmodifiableSet(new TreeSet<>(reached));
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
                pauses,
                paused,
                pauseIsOver,
                dueAt,
                breachedAt,
                endedAt,
                reached);
    }

    /** The same under another target, with the working time of its pauses measured anew. */
    ClockState under(Target other, String hours, Duration pausedTime) {
        return new ClockState(
                key,
                cycle,
                round,
                definition,
                other.name(),
                hours,
                status,
                startedAt,
                pauses,
                pausedTime,
                pauseIsOver,
                dueAt,
                breachedAt,
                endedAt,
                reached);
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
