package io.itsm4j.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes a row that was not read: one statement with the columns that differ. Hibernate translates each update in JPQL
 * anew, which costs more than running it; there the statement is in SQL, with the names of the entities in the schema
 * that Hibernate was told.
 */
final class DetachedUpdate {

    private static final String ID = "id";

    /** Tells Hibernate which table a statement in SQL changes, or it would take it for all of them. */
    private static final String CHANGED_TABLES = "org.hibernate.query.native.spaces";

    private final Dialect dialect;
    private final String entity;
    private final Class<?> row;
    private final List<Place> places;

    /** Where a value lies in an entity and in its row. */
    private record Place(Field field, String column) {

        static Place of(Member member) {
            if (member instanceof Field field) {
                ((AccessibleObject) field).setAccessible(true);
                return new Place(field, SqlNames.column(field));
            }
            throw new IllegalStateException("entities are mapped by field: " + member);
        }

        String name() {
            return field.getName();
        }

        @Nullable Object of(Object row) {
            try {
                return field.get(row);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    DetachedUpdate(EntityType<?> type, Dialect dialect) {
        this.dialect = dialect;
        entity = type.getName();
        row = type.getJavaType();
        places = type.getSingularAttributes().stream()
                .filter(attribute -> !attribute.getName().equals(ID))
                .sorted(Comparator.comparing((SingularAttribute<?, ?> attribute) -> attribute.getName()))
                .map(attribute -> Place.of(attribute.getJavaMember()))
                .toList();
    }

    /** Brings the row from one state to the next; all columns where the one before is not known. */
    void run(EntityManager entities, String id, @Nullable Object before, Object after) {
        boolean inSql = dialect.provider() == Dialect.Provider.HIBERNATE;
        StringBuilder text = new StringBuilder(400);
        text.append(inSql ? "update " + SqlNames.qualified(row) : "update " + entity)
                .append(" e set ");
        Map<String, @Nullable Object> values = new HashMap<>();
        String separator = "";
        for (Place place : places) {
            Object value = place.of(after);
            if (before == null || !Objects.equals(place.of(before), value)) {
                text.append(separator).append(inSql ? place.column() : "e." + place.name());
                separator = ", ";
                if (value == null && inSql) {
                    // As a parameter it would have no type
                    text.append(" = null");
                } else {
                    text.append(" = :").append(place.name());
                    values.put(place.name(), value);
                }
            }
        }
        if (separator.isEmpty()) {
            return;
        }
        text.append(" where e.id = :").append(ID);
        values.put(ID, id);
        Query query = dialect.prepared(inSql ? inSql(entities, text) : entities.createQuery(text.toString()));
        values.forEach(query::setParameter);
        query.executeUpdate();
    }

    private Query inSql(EntityManager entities, StringBuilder text) {
        return entities.createNativeQuery(text.toString()).setHint(CHANGED_TABLES, SqlNames.table(row));
    }
}
