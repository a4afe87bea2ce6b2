package io.itsm4j.spring;

import java.time.Duration;

/** What property values must be; the refusal names the property, the value and what is allowed. */
final class Allowed {

    private Allowed() {}

    static void between(String property, long least, long most, long value) {
        if (value < least || value > most) {
            throw refused(property, value, least + " to " + most);
        }
    }

    static void notNegative(String property, Duration value) {
        if (value.isNegative()) {
            throw refused(property, value, "zero, which means never, or more");
        }
    }

    static void positive(String property, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw refused(property, value, "more than zero");
        }
    }

    static IllegalArgumentException refused(String property, Object value, String allowed) {
        return new IllegalArgumentException(
                ItsmProperties.PREFIX + "." + property + " is " + value + "; allowed: " + allowed);
    }
}
