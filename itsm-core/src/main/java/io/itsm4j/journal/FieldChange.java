package io.itsm4j.journal;

import org.jspecify.annotations.Nullable;

/**
 * One field before and after. Values are canonical: text, whole number, boolean, instant as text, lists and maps of
 * these; a personal value is a {@link Personal} while the change is collected and its text when read back.
 *
 * @param field the field's stable name
 * @param from the value before, or null
 * @param to the value after, or null
 */
public record FieldChange(
        String field, @Nullable Object from, @Nullable Object to) {}
