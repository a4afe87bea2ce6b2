package io.itsm4j.sla;

import io.itsm4j.storage.Criterion;

/**
 * When a clock starts, stands still and ends; asked after every fact of its ticket. At one fact cancel beats stop, then
 * come reset, resume, pause and start.
 *
 * @param start the clock starts when this becomes true; refused while {@code stop} or {@code cancel} holds
 * @param pause the clock stands still as long as this holds
 * @param resume ends a pause early, when it becomes true; the pause comes back when {@code pause} becomes true again
 * @param stop the clock ends when this holds, met or breached
 * @param reset a clock that measures begins again at nothing when this becomes true
 * @param cancel the clock is given up when this holds
 */
public record Conditions(
        Criterion<Situation> start,
        Criterion<Situation> pause,
        Criterion<Situation> resume,
        Criterion<Situation> stop,
        Criterion<Situation> reset,
        Criterion<Situation> cancel) {

    /** A clock between two conditions, never paused, reset or cancelled. */
    public static Conditions between(Criterion<Situation> start, Criterion<Situation> stop) {
        Criterion<Situation> never = Criterion.none();
        return new Conditions(start, never, never, stop, never, never);
    }

    /** The same, standing still as long as this holds. */
    public Conditions pausedWhile(Criterion<Situation> level) {
        return new Conditions(start, level, resume, stop, reset, cancel);
    }

    /** The same; a pause ends when this becomes true. */
    public Conditions resumedBy(Criterion<Situation> edge) {
        return new Conditions(start, pause, edge, stop, reset, cancel);
    }

    /** The same, beginning again when this becomes true. */
    public Conditions resetBy(Criterion<Situation> edge) {
        return new Conditions(start, pause, resume, stop, edge, cancel);
    }

    /** The same, given up when this holds. */
    public Conditions cancelledBy(Criterion<Situation> what) {
        return new Conditions(start, pause, resume, stop, reset, what);
    }
}
