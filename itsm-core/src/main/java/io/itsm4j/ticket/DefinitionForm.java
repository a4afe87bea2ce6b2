package io.itsm4j.ticket;

import java.util.Map;
import java.util.function.Function;

/**
 * How one kind of definition is written as plain data and read back. What is written is what is hashed, so a form never
 * writes a value in two ways; what it added in a later release it writes only when it is not the default.
 *
 * @param kind the stable name, lower case with hyphens, 1 to 40 characters
 * @param write texts, whole numbers, booleans, lists and maps of these by text
 * @param read the value of what was written; throws {@link io.itsm4j.InvalidInput} when it cannot be read
 */
public record DefinitionForm<T>(String kind, Function<T, Map<String, ?>> write, Function<Map<String, ?>, T> read) {}
