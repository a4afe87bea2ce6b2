package io.itsm4j.examples.replay;

import io.itsm4j.sla.ClockStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the generator knows of the time of an incident: due when the open time since the opening is what was promised
 * and that of the pauses which are over; a priority counts from the start; reopening goes on.
 */
final class KnownClock {

    private final KnownHours hours;
    private final Instant start;
    private Duration promised;
    private Duration paused = Duration.ZERO;
    private @Nullable Instant standsSince;
    private @Nullable Instant missed;
    private Instant due;
    private ClockStatus status = ClockStatus.RUNNING;

    KnownClock(KnownHours hours, Instant start, Duration promised) {
        this.hours = hours;
        this.start = start;
        this.promised = promised;
        this.due = hours.after(start, promised);
    }

    void hold(Instant at) {
        look(at);
        standsSince = at;
        status = ClockStatus.PAUSED;
    }

    void goOn(Instant at) {
        Instant since = standsSince;
        if (since == null) {
            throw new IllegalStateException("it runs");
        }
        paused = paused.plus(hours.between(since, at));
        standsSince = null;
        status = ClockStatus.RUNNING;
        due = hours.after(start, promised.plus(paused));
        look(at);
    }

    void promise(Instant at, Duration time) {
        look(at);
        promised = time;
        due = hours.after(start, promised.plus(paused));
        look(at);
    }

    void resolve(Instant at) {
        look(at);
        standsSince = standsSince == null ? at : standsSince;
        status = missed == null ? ClockStatus.MET : ClockStatus.BREACHED;
    }

    /** A fact that changes nothing: it only shows what was missed by then. */
    void look(Instant at) {
        if (status == ClockStatus.RUNNING && missed == null && due.isBefore(at)) {
            missed = due;
        }
    }

    ClockStatus status() {
        return status;
    }

    Instant due() {
        return due;
    }

    @Nullable Instant missed() {
        return missed;
    }

    /** The time that counts, up to an instant or to where it stands. */
    Duration elapsed(Instant now) {
        Instant end = standsSince;
        return hours.between(start, end == null ? now : end).minus(paused);
    }
}
