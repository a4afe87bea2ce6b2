package io.itsm4j.jpa.mapping;

import io.itsm4j.journal.Digests;
import java.time.Instant;

/** Stands for a named plain value of any length in a key: 32 hexadecimal digits of SHA-256 over name, type and text. */
public final class ValueDigest {

    private static final int LENGTH = 32;

    private ValueDigest() {}

    /** The digest of a text, a whole number, a flag or an instant. */
    public static String of(String name, Object value) {
        String text = value instanceof Instant time ? Long.toString(Micros.of(time)) : value.toString();
        return Digests.sha256(name, value.getClass().getSimpleName(), text).substring(0, LENGTH);
    }
}
