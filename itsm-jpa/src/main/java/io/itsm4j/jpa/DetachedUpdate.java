package io.itsm4j.jpa;

import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Changes a row that was not read: one statement with the columns that differ. A provider may translate such a
 * statement anew each time, which costs by the column.
 */
final class DetachedUpdate {

    private static final String ID = "id";

    private final String entity;
    private final List<Field> fields;

    DetachedUpdate(EntityType<?> type) {
        entity = type.getName();
        fields = type.getSingularAttributes().stream()
                .filter(attribute -> !attribute.getName().equals(ID))
                .sorted(Comparator.comparing((SingularAttribute<?, ?> attribute) -> attribute.getName()))
                .map(attribute -> open(attribute.getJavaMember()))
                .toList();
    }

    private static Field open(Member member) {
        if (member instanceof Field field) {
            ((AccessibleObject) field).setAccessible(true);
            return field;
        }
        throw new IllegalStateException("entities are mapped by field: " + member);
    }

    /** Brings the row from one state to the next; all columns where the one before is not known. */
    void run(String id, @Nullable Object before, Object after, Function<String, Query> queries) {
        List<Field> changed = fields.stream()
                .filter(field -> before == null || !Objects.equals(value(field, before), value(field, after)))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        Query query = queries.apply(changed.stream()
                .map(field -> "e." + field.getName() + " = :" + field.getName())
                .collect(Collectors.joining(", ", "update " + entity + " e set ", " where e.id = :" + ID)));
        changed.forEach(field -> query.setParameter(field.getName(), value(field, after)));
        query.setParameter(ID, id).executeUpdate();
    }

    private static @Nullable Object value(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
