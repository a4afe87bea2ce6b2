package io.itsm4j.ticket;

/**
 * The value of a custom field.
 *
 * @param value a {@code String}, {@code Long}, {@code Boolean} or {@code Instant}
 * @param indexed whether the field was declared indexed when the value was set
 */
public record FieldValue(Object value, boolean indexed) {}
