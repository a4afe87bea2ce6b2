package io.itsm4j.storage;

/**
 * One value of an attribute of many values.
 *
 * @param attribute the attribute's name
 * @param value the plain value
 */
public record IndexedValue(String attribute, Object value) {}
