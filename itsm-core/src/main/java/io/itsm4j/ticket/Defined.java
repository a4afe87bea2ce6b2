package io.itsm4j.ticket;

/**
 * A definition as it was stored, with its value.
 *
 * @param stored which revision it is
 * @param value the value, immutable
 */
public record Defined<T>(StoredDefinition stored, T value) {}
