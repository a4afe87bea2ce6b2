package io.itsm4j.actor;

import io.itsm4j.InvalidInput;
import java.util.Map;

/** The one rule for identifiers that come from outside. */
final class Ids {

    private Ids() {}

    static void check(String field, String value, int limit) {
        if (value == null || value.isBlank()) {
            throw new InvalidInput(field, "REQUIRED", Map.of());
        }
        if (value.codePointCount(0, value.length()) > limit) {
            throw new InvalidInput(field, "TOO_LONG", Map.of("limit", limit));
        }
        boolean padded = !value.strip().equals(value);
        boolean strange = value.codePoints().anyMatch(Ids::isStrange);
        if (padded || strange) {
            throw new InvalidInput(field, "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static boolean isStrange(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
