package io.itsm4j.jpa.mapping;

import java.time.Instant;

/** The one way instants are stored: as microseconds since 1970 in a 64-bit number, on which no time zone has a say. */
public final class Micros {

    private static final long MICROS = 1_000_000;

    private Micros() {}

    /** Microseconds since 1970; finer parts are cut off. */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1_000);
    }

    /** The instant of stored microseconds. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
