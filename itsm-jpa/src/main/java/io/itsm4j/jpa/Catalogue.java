package io.itsm4j.jpa;

import io.itsm4j.StoreUnavailable;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.jpa.mapping.Mapping.ValueTable;
import io.itsm4j.jpa.mapping.Row;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What lies where: the mappings of the kinds in use, checked against the persistence unit. */
final class Catalogue {

    /** Where an attribute is found. */
    sealed interface Place {

        /** In a field of the record's entity. */
        record Field(String name) implements Place {}

        /** In a field of a table of details. */
        record Detail(String entity, String name) implements Place {}

        /** In rows of a table of values. */
        record Values(String entity, String owner) implements Place {}
    }

    private record Known(Mapping<?, ?> mapping, String entity, RecordKind<?> declared, Map<String, Place> places) {}

    private final Metamodel metamodel;
    private final Map<String, Known> kinds = new HashMap<>();
    private final List<Mapping<?, ?>> order;
    private final Map<Class<?>, DetachedUpdate> updates = new ConcurrentHashMap<>();

    Catalogue(List<Mapping<?, ?>> mappings, List<RecordKind<?>> declared, Metamodel metamodel) {
        this.metamodel = metamodel;
        Map<String, Mapping<?, ?>> byKind = new HashMap<>();
        mappings.forEach(mapping -> byKind.put(mapping.kind(), mapping));
        for (RecordKind<?> kind : declared) {
            Mapping<?, ?> mapping = byKind.get(kind.name());
            if (mapping == null) {
                throw new IllegalStateException("no table is known for records of kind " + kind);
            }
            kinds.put(kind.name(), new Known(mapping, name(mapping.entity()), kind, new ConcurrentHashMap<>()));
        }
        order = mappings.stream()
                .filter(mapping -> kinds.containsKey(mapping.kind()))
                .toList();
        declared.forEach(this::check);
    }

    private void check(RecordKind<?> kind) {
        for (Attribute<?, ?> attribute : kind.attributes()) {
            Place place = place(kind, attribute);
            if (attribute.isSortable() && !(place instanceof Place.Field)) {
                throw new IllegalStateException(kind + " cannot be sorted by " + attribute);
            }
        }
    }

    /** The mappings in the order in which new rows are written. */
    List<Mapping<?, ?>> order() {
        return order;
    }

    /** The mapping of a kind. */
    @SuppressWarnings("unchecked")
    <R> Mapping<R, Row> mapping(RecordKind<R> kind) {
        return (Mapping<R, Row>) known(kind).mapping();
    }

    /** The mapping of a kind by its name. */
    Mapping<?, ?> mapping(String kind) {
        return known(kind).mapping();
    }

    /** The kind a mapping is for, as it was declared when the store was opened. */
    @SuppressWarnings("unchecked")
    <R> RecordKind<R> kind(Mapping<R, ?> mapping) {
        return (RecordKind<R>) known(mapping.kind()).declared();
    }

    /** The statement that overwrites a row of an entity. */
    DetachedUpdate update(Class<?> entity, Dialect dialect) {
        return updates.computeIfAbsent(entity, type -> new DetachedUpdate(metamodel.entity(type), dialect));
    }

    /** The name of a kind's entity in queries. */
    String entity(RecordKind<?> kind) {
        return known(kind).entity();
    }

    /** The name of an entity in queries. */
    String name(Class<?> entity) {
        try {
            return metamodel.entity(entity).getName();
        } catch (IllegalArgumentException unknown) {
            throw new StoreUnavailable(
                    "ENTITIES_MISSING",
                    Map.of("entity", entity.getName(), "package", JpaStore.ENTITY_PACKAGE, "retryable", false),
                    unknown);
        }
    }

    /** Where an attribute is found. */
    Place place(RecordKind<?> kind, Attribute<?, ?> attribute) {
        Known known = known(kind);
        Place place = known.places().get(attribute.name());
        if (place == null) {
            place = resolve(known, attribute);
            if (known.places().size() < 10_000) {
                known.places().put(attribute.name(), place);
            }
        }
        return place;
    }

    private Known known(RecordKind<?> kind) {
        return known(kind.name());
    }

    private Known known(String kind) {
        Known known = kinds.get(kind);
        if (known == null) {
            throw new IllegalStateException("no table is known for records of kind " + kind);
        }
        return known;
    }

    private Place resolve(Known known, Attribute<?, ?> attribute) {
        Mapping<?, ?> mapping = known.mapping();
        String field = mapping.field(attribute.name());
        if (!attribute.isMany() && has(mapping.entity(), field)) {
            return new Place.Field(field);
        }
        Place detail = attribute.isMany() ? null : detail(mapping, attribute.name());
        ValueTable<?> values = mapping.values();
        if (detail != null) {
            return detail;
        }
        if (values == null) {
            throw new IllegalStateException(mapping.kind() + " has no column for " + attribute);
        }
        return new Place.Values(name(values.entity()), values.owner());
    }

    private @Nullable Place detail(Mapping<?, ?> mapping, String attribute) {
        for (DetailTable<?, ?, ?> table : mapping.projections()) {
            String plain = attribute.startsWith(table.name() + ".")
                    ? attribute.substring(table.name().length() + 1)
                    : attribute;
            String field = table.fields().getOrDefault(plain, plain);
            if (has(table.entity(), field)) {
                return new Place.Detail(name(table.entity()), field);
            }
        }
        return null;
    }

    private boolean has(Class<?> entity, String field) {
        EntityType<?> type = metamodel.entity(entity);
        return type.getSingularAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals(field));
    }

    /** All entities in use by the name they have in queries. */
    Map<String, Class<?>> entities() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        for (Mapping<?, ?> mapping : order) {
            all.put(name(mapping.entity()), mapping.entity());
            ValueTable<?> values = mapping.values();
            if (values != null) {
                all.put(name(values.entity()), values.entity());
            }
            all.putAll(mapping.projections().stream()
                    .collect(Collectors.toMap(table -> name(table.entity()), DetailTable::entity)));
        }
        return all;
    }
}
