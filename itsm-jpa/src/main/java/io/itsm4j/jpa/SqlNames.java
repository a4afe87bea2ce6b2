package io.itsm4j.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;

/**
 * What entities are called in statements in SQL for Hibernate: their own names, in the schema that Hibernate was told.
 */
final class SqlNames {

    private SqlNames() {}

    /** The table, with a place for the schema in front. */
    static String qualified(Class<?> entity) {
        return "{h-schema}" + table(entity);
    }

    static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    static String column(Field field) {
        return field.getAnnotation(Column.class).name();
    }
}
