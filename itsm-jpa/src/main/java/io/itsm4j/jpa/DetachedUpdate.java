package io.itsm4j.jpa;

import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Overwrites a row that was not read: one statement, all columns, always the same text. */
final class DetachedUpdate {

    private final List<Field> fields = new ArrayList<>();
    private final String jpql;

    DetachedUpdate(EntityType<?> type) {
        type.getSingularAttributes().stream()
                .sorted(Comparator.comparing((SingularAttribute<?, ?> attribute) -> attribute.getName()))
                .forEach(attribute -> fields.add(open(attribute.getJavaMember())));
        jpql = fields.stream()
                .filter(field -> !field.getName().equals("id"))
                .map(field -> "e." + field.getName() + " = :" + field.getName())
                .collect(Collectors.joining(", ", "update " + type.getName() + " e set ", " where e.id = :id"));
    }

    private static Field open(Member member) {
        if (member instanceof Field field) {
            ((AccessibleObject) field).setAccessible(true);
            return field;
        }
        throw new IllegalStateException("entities are mapped by field: " + member);
    }

    /** The text. */
    String jpql() {
        return jpql;
    }

    /** Binds the row's values and runs. */
    void run(Object row, Query query) {
        try {
            for (Field field : fields) {
                query.setParameter(field.getName(), field.get(row));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        query.executeUpdate();
    }
}
