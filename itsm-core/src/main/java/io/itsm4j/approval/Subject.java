package io.itsm4j.approval;

/**
 * What is approved, by reference.
 *
 * @param kind the ticket type's name or the record's kind
 * @param id its id
 * @param label how people know it: its number or its name, 1 to 200 characters
 */
public record Subject(String kind, String id, String label) {}
