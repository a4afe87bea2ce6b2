package io.itsm4j.examples.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The shop's own time: a day passes while the story is told. */
final class ShopClock implements InstantSource {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ENGLISH).withZone(ZoneId.of("UTC"));

    private Instant now;

    ShopClock(Instant begin) {
        this.now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String shown() {
        return SHOWN.format(now);
    }
}
