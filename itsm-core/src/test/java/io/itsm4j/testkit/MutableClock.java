package io.itsm4j.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is turned. */
public final class MutableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private MutableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** A clock that stands at an instant, for example {@code at("2026-03-02T09:00:00Z")}. */
    public static MutableClock at(String instant) {
        return new MutableClock(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Turns it forward, or back with a negative duration. */
    public MutableClock advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
        return this;
    }

    /** Sets it. */
    public MutableClock set(Instant instant) {
        now.set(instant);
        return this;
    }
}
