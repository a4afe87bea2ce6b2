package io.itsm4j.examples.finance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The office's own time: a day passes while the story is told. */
final class StoryClock implements InstantSource {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ENGLISH).withZone(ZoneId.of("UTC"));

    private Instant now;

    StoryClock(Instant begin) {
        this.now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void becomes(String instant) {
        now = Instant.parse(instant);
    }

    String shown() {
        return SHOWN.format(now);
    }
}
