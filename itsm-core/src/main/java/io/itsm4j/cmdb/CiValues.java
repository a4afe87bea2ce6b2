package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.CriterionLimits;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a value is one that an attribute takes. */
final class CiValues {

    private static final int TEXT_LIMIT = 2_000;

    private CiValues() {}

    /**
     * The value in its plain form: a {@code String}, {@code Long}, {@code Boolean} or {@code Instant} in microseconds.
     *
     * @throws InvalidInput naming the attribute
     */
    static Object accept(CiAttribute attribute, Object given) {
        Object plain = given instanceof Integer number ? Long.valueOf(number) : given;
        boolean typed = switch (attribute.type()) {
            case TEXT, OPTION -> plain instanceof String;
            case NUMBER -> plain instanceof Long;
            case FLAG -> plain instanceof Boolean;
            case TIME -> plain instanceof Instant;
        };
        if (!typed) {
            String type = plain instanceof BigInteger
                    ? "BigInteger"
                    : plain.getClass().getSimpleName();
            throw fault(attribute, "FIELD_TYPE", Map.of("wanted", attribute.type(), "given", type));
        }
        if (plain instanceof String text) {
            checkText(attribute, text);
        } else if (plain instanceof Long number) {
            checkBounds(attribute, number);
        }
        return plain instanceof Instant time ? storable(attribute, time) : plain;
    }

    /**
     * The value that a text from a file means.
     *
     * @throws InvalidInput naming the attribute
     */
    static Object parse(CiAttribute attribute, String text) {
        return accept(
                attribute,
                switch (attribute.type()) {
                    case TEXT, OPTION -> text;
                    case NUMBER -> number(attribute, text);
                    case FLAG -> flag(attribute, text);
                    case TIME -> time(attribute, text);
                });
    }

    private static Long number(CiAttribute attribute, String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException wrong) {
            throw fault(attribute, "FIELD_TYPE", Map.of("wanted", attribute.type(), "given", shown(text)));
        }
    }

    private static Boolean flag(CiAttribute attribute, String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.valueOf(word);
        }
        throw fault(attribute, "FIELD_TYPE", Map.of("wanted", attribute.type(), "given", shown(text)));
    }

    private static Instant time(CiAttribute attribute, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException wrong) {
            throw fault(attribute, "FIELD_TYPE", Map.of("wanted", attribute.type(), "given", shown(text)));
        }
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, text.offsetByCodePoints(0, 20)) + "…" : text;
    }

    /** Whether two declarations hold the same kind of value. */
    static boolean sameType(CiAttribute one, CiAttribute other) {
        return one.type().plain() == other.type().plain();
    }

    private static void checkText(CiAttribute attribute, String text) {
        List<String> options = attribute.options();
        if (attribute.type() == CiAttribute.Type.OPTION && !options.contains(text)) {
            throw fault(attribute, "FIELD_OPTION", Map.of("allowed", options));
        }
        long length = text.codePointCount(0, text.length());
        long most = Math.min(TEXT_LIMIT, Optional.ofNullable(attribute.max()).orElse((long) TEXT_LIMIT));
        if (length > most) {
            throw fault(attribute, "TOO_LONG", Map.of("limit", most));
        }
        boolean broken = text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (broken) {
            throw fault(attribute, "ILLEGAL_CHARACTER", Map.of());
        }
        if (text.isBlank() || attribute.min() != null && length < attribute.min()) {
            throw fault(attribute, "REQUIRED", Map.of());
        }
        if (!attribute.form().fits(text)) {
            throw fault(attribute, "CI_FORM", Map.of("wanted", attribute.form(), "value", shown(text)));
        }
    }

    private static void checkBounds(CiAttribute attribute, long number) {
        if (attribute.min() != null && number < attribute.min()) {
            throw fault(attribute, "OUT_OF_LIMIT", Map.of("limit", "≥ " + attribute.min()));
        }
        if (attribute.max() != null && number > attribute.max()) {
            throw fault(attribute, "OUT_OF_LIMIT", Map.of("limit", "≤ " + attribute.max()));
        }
    }

    private static Instant storable(CiAttribute attribute, Instant time) {
        if (time.isBefore(CriterionLimits.EARLIEST) || !time.isBefore(CriterionLimits.LATEST)) {
            throw fault(
                    attribute,
                    "OUT_OF_RANGE",
                    Map.of("value", time, "min", CriterionLimits.EARLIEST, "max", CriterionLimits.LATEST));
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static String field(String key) {
        return "attributes[" + key + "]";
    }

    private static InvalidInput fault(CiAttribute attribute, String code, Map<String, ?> detail) {
        return new InvalidInput(field(attribute.key()), code, detail);
    }
}
