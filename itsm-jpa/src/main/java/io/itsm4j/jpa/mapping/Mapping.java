package io.itsm4j.jpa.mapping;

import io.itsm4j.storage.RecordKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of record lies in the database. Attributes are found in the entity's field of the same name, unless
 * {@link #at} says otherwise.
 *
 * @param kind the kind's name
 * @param entity the entity
 * @param mapper between the two
 * @param fields the entity's fields by attribute, where the names differ
 * @param values where attributes of many values are kept, or null when the kind has none
 * @param projections the tables that hold a part of the record once more, in columns
 * @param isOverwritten whether a row that was not read is overwritten without reading it, because whoever may write it
 *     holds another row that stands for it
 */
public record Mapping<R, E extends Row>(
        String kind,
        Class<E> entity,
        RecordMapper<R, E> mapper,
        Map<String, String> fields,
        @Nullable ValueTable<?> values,
        List<DetailTable<R, ?, ?>> projections,
        boolean isOverwritten) {

    /** Declares that a kind is kept in a table. */
    public static <R, E extends Row> Mapping<R, E> of(RecordKind<R> kind, Class<E> entity, RecordMapper<R, E> mapper) {
        return new Mapping<>(kind.name(), entity, mapper, Map.of(), null, List.of(), false);
    }

    /** Names the field of an attribute. */
    public Mapping<R, E> at(String attribute, String field) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(attribute, field);
        return new Mapping<>(kind, entity, mapper, more, values, projections, isOverwritten);
    }

    /** Names the table of the attributes of many values. */
    public Mapping<R, E> indexedIn(ValueTable<?> table) {
        return new Mapping<>(kind, entity, mapper, fields, table, projections, isOverwritten);
    }

    /** Names the tables that hold a part of the record in columns. */
    public Mapping<R, E> projectedTo(List<DetailTable<R, ?, ?>> tables) {
        return new Mapping<>(kind, entity, mapper, fields, values, List.copyOf(tables), isOverwritten);
    }

    /** Says that rows are overwritten without being read. */
    public Mapping<R, E> overwritten() {
        return new Mapping<>(kind, entity, mapper, fields, values, projections, true);
    }

    /** The field of an attribute, which may not exist. */
    public String field(String attribute) {
        return fields.getOrDefault(attribute, attribute);
    }

    /**
     * A table with one row for each record that has such details.
     *
     * @param name the name of the ticket type, and what attributes of these details begin with, before a dot
     * @param type the details
     * @param entity the entity; its id is the record's
     * @param details reads the details, empty when the record has others
     * @param row makes the row
     * @param fields the entity's fields by attribute, where the names differ
     */
    public record DetailTable<R, D, E extends Row>(
            String name,
            Class<D> type,
            Class<E> entity,
            Function<R, Optional<D>> details,
            DetailMapper<D, E> row,
            Map<String, String> fields) {}

    /** Makes the row of details. */
    @FunctionalInterface
    public interface DetailMapper<D, E> {

        /** A new row. */
        E toRow(String id, String tenant, D details);
    }

    /**
     * A table of attribute values, one row each.
     *
     * @param entity the entity, with the fields {@code name}, {@code digest}, {@code textValue}, {@code numberValue},
     *     {@code timeValue} and {@code flagValue}
     * @param owner the field that holds the record's id
     * @param row makes a row
     */
    public record ValueTable<E>(Class<E> entity, String owner, ValueMapper<E> row) {}

    /** Makes the row of a value. */
    @FunctionalInterface
    public interface ValueMapper<E> {

        /** A new row of a plain value. */
        E toRow(String owner, String tenant, String name, String digest, Object value);
    }
}
