package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Declares a custom field.
 *
 * @param key letters of any script, digits, {@code _} and {@code -}; 1 to 40 characters
 * @param type what it holds
 * @param required whether a new ticket must have it
 * @param indexed whether it can be filtered by
 * @param options the allowed values of an option field
 */
public record FieldDefinition(String key, Type type, boolean required, boolean indexed, List<String> options) {

    /** What a custom field holds. */
    public enum Type {
        /** Text of at most 2,000 code points. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** An instant. */
        TIME,
        /** One of the options. */
        OPTION
    }

    private static final int TEXT_LIMIT = 2_000;

    /**
     * Checks the definition.
     *
     * @throws IllegalArgumentException when the key does not have the form, or options are missing or not wanted
     */
    public FieldDefinition {
        options = List.copyOf(options);
        boolean formed = !key.isEmpty()
                && key.codePointCount(0, key.length()) <= 40
                && key.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        if (!formed) {
            throw new IllegalArgumentException("a field key is 1 to 40 letters, digits, _ and -: " + key);
        }
        if ((type == Type.OPTION) == options.isEmpty()) {
            throw new IllegalArgumentException("an option field, and only that, has options: " + key);
        }
    }

    /** An optional field that cannot be filtered by. */
    public static FieldDefinition of(String key, Type type) {
        return new FieldDefinition(key, type, false, false, List.of());
    }

    /** An optional field of one of these values. */
    public static FieldDefinition option(String key, String... options) {
        return new FieldDefinition(key, Type.OPTION, false, false, List.of(options));
    }

    /** The same, needed by every new ticket. */
    public FieldDefinition mandatory() {
        return new FieldDefinition(key, type, true, indexed, options);
    }

    /** The same, to be filtered by. */
    public FieldDefinition filterable() {
        return new FieldDefinition(key, type, required, true, options);
    }

    Attribute<TicketRecord, Object> attribute() {
        Attribute.Plain plain = switch (type) {
            case TEXT, OPTION -> Attribute.Plain.TEXT;
            case NUMBER -> Attribute.Plain.NUMBER;
            case FLAG -> Attribute.Plain.FLAG;
            case TIME -> Attribute.Plain.TIME;
        };
        return Attribute.many(
                "field." + key,
                plain,
                ticket -> {
                    FieldValue field = ticket.fields().get(key);
                    return field == null || !field.indexed() ? List.of() : List.of(field.value());
                },
                value -> value);
    }

    /** The value in its plain form, or the fault of it. */
    Object accept(Object value) {
        Object plain = value instanceof Integer number ? Long.valueOf(number) : value;
        boolean typed = switch (type) {
            case TEXT, OPTION -> plain instanceof String;
            case NUMBER -> plain instanceof Long;
            case FLAG -> plain instanceof Boolean;
            case TIME -> plain instanceof Instant;
        };
        if (!typed) {
            String given = plain instanceof BigInteger
                    ? "BigInteger"
                    : plain.getClass().getSimpleName();
            throw fault("FIELD_TYPE", Map.of("wanted", type, "given", given));
        }
        if (plain instanceof String text) {
            checkText(text);
        }
        return plain instanceof Instant time ? Times.storable("fields[" + key + "]", time) : plain;
    }

    private void checkText(String text) {
        if (type == Type.OPTION && !options.contains(text)) {
            throw fault("FIELD_OPTION", Map.of("allowed", options));
        }
        if (text.codePointCount(0, text.length()) > TEXT_LIMIT) {
            throw fault("TOO_LONG", Map.of("limit", TEXT_LIMIT));
        }
        boolean broken = text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (broken) {
            throw fault("ILLEGAL_CHARACTER", Map.of());
        }
    }

    private InvalidInput fault(String code, Map<String, ?> detail) {
        return new InvalidInput("fields[" + key + "]", code, detail);
    }
}
