package io.itsm4j.jpa;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.jpa.mapping.Mapping.ValueTable;
import io.itsm4j.jpa.mapping.Row;
import io.itsm4j.jpa.mapping.ValueDigest;
import io.itsm4j.storage.IndexedValue;
import io.itsm4j.storage.RecordKind;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has yet to write. New rows wait for the flush and go table by table, so that the provider sends
 * each table's rows as one batch whatever the host configured; rows to be removed go in one statement.
 */
final class Pending {

    private final EntityManager entities;
    private final Catalogue catalogue;
    private final Dialect dialect;
    private final Map<String, Map<String, Object>> inserts = new HashMap<>();
    private final Map<String, Set<String>> deletes = new HashMap<>();
    private final Map<Class<?>, List<Object>> parts = new LinkedHashMap<>();
    private final List<PartUpdate> partUpdates = new ArrayList<>();
    private final Set<String> overwritten = new LinkedHashSet<>();
    private final Map<ValueTable<?>, Map<String, List<Object>>> valueDeletes = new LinkedHashMap<>();
    private final List<Object> persisted = new ArrayList<>();

    /** A row that was not read, before, where that is known, and after. */
    private record PartUpdate(@Nullable Row before, Row after) {}

    Pending(EntityManager entities, Catalogue catalogue, Dialect dialect) {
        this.entities = entities;
        this.catalogue = catalogue;
        this.dialect = dialect;
    }

    boolean isEmpty() {
        return inserts.isEmpty()
                && deletes.isEmpty()
                && parts.isEmpty()
                && partUpdates.isEmpty()
                && valueDeletes.isEmpty();
    }

    /** Whether rows of a kind wait to be written. */
    boolean concerns(String kind) {
        return inserts.containsKey(kind) || deletes.containsKey(kind) || overwritten.contains(kind);
    }

    <R> void insert(Mapping<R, Row> mapping, RecordKind<R> kind, R record) {
        Object before = inserts.computeIfAbsent(mapping.kind(), k -> new LinkedHashMap<>())
                .put(kind.idOf(record), record);
        if (before != null) {
            throw new io.itsm4j.Conflict("DUPLICATE", Map.of("key", mapping.kind(), "retryable", true));
        }
    }

    /** Replaces a record that was not written yet. */
    <R> boolean replace(Mapping<R, Row> mapping, RecordKind<R> kind, String id, R after) {
        Map<String, Object> waiting = inserts.get(mapping.kind());
        return waiting != null && waiting.replace(id, after) != null;
    }

    /** Replaces a record whose row was not read. */
    <R> void overwrite(Mapping<R, Row> mapping, R after) {
        overwritten.add(mapping.kind());
        partUpdates.add(new PartUpdate(null, mapping.mapper().toRow(after)));
    }

    <R> void delete(Mapping<R, Row> mapping, RecordKind<R> kind, R record) {
        Map<String, Object> waiting = inserts.get(mapping.kind());
        if (waiting == null || waiting.remove(kind.idOf(record)) == null) {
            deletes.computeIfAbsent(mapping.kind(), k -> new LinkedHashSet<>()).add(kind.idOf(record));
        }
    }

    /** Brings the tables of values and details from one state of a record to the next. */
    <R> void replaceParts(Mapping<R, Row> mapping, RecordKind<R> kind, R before, R after) {
        ValueTable<?> values = mapping.values();
        if (values != null) {
            Set<IndexedValue> old = kind.indexedValues(before);
            Set<IndexedValue> now = kind.indexedValues(after);
            if (!old.equals(now)) {
                replaceValues(values, kind, after, old, now);
            }
        }
        for (DetailTable<R, ?, ?> table : mapping.projections()) {
            replaceDetails(table, kind, before, after);
        }
    }

    private <R> void replaceValues(
            ValueTable<?> table, RecordKind<R> kind, R after, Set<IndexedValue> old, Set<IndexedValue> now) {
        String owner = kind.idOf(after);
        for (IndexedValue value : old) {
            if (!now.contains(value)) {
                valueDeletes
                        .computeIfAbsent(table, t -> new LinkedHashMap<>())
                        .computeIfAbsent(owner, o -> new ArrayList<>())
                        .add(ValueDigest.of(value.attribute(), value.value()));
            }
        }
        now.stream().filter(value -> !old.contains(value)).forEach(value -> addValue(table, kind, after, value));
    }

    private <R> void addValue(ValueTable<?> table, RecordKind<R> kind, R record, IndexedValue value) {
        Object row = table.row()
                .toRow(
                        kind.idOf(record),
                        kind.tenantOf(record).value(),
                        value.attribute(),
                        ValueDigest.of(value.attribute(), value.value()),
                        value.value());
        parts.computeIfAbsent(table.entity(), t -> new ArrayList<>()).add(row);
    }

    private <R, D, E extends Row> void replaceDetails(
            DetailTable<R, D, E> table, RecordKind<R> kind, R before, R after) {
        Optional<D> now = table.details().apply(after);
        Optional<D> old = table.details().apply(before);
        if (now.isEmpty() || now.equals(old)) {
            return;
        }
        E row = table.row().toRow(kind.idOf(after), kind.tenantOf(after).value(), now.orElseThrow());
        if (old.isEmpty()) {
            parts.computeIfAbsent(table.entity(), t -> new ArrayList<>()).add(row);
        } else {
            partUpdates.add(new PartUpdate(table.row().toRow(row.getId(), row.getTenant(), old.orElseThrow()), row));
        }
    }

    /**
     * Hands everything to the provider. Rows to be changed that could give up a unique key go first when rows of the
     * same kind are to be added.
     */
    void write(Collection<String> changedKinds) {
        deletes.forEach(this::delete);
        valueDeletes.forEach(this::deleteValues);
        partUpdates.forEach(this::update);
        if (inserts.keySet().stream().anyMatch(changedKinds::contains)) {
            entities.flush();
        }
        for (Mapping<?, ?> mapping : catalogue.order()) {
            Map<String, Object> rows = inserts.get(mapping.kind());
            if (rows != null) {
                rows.values().forEach(record -> persist(mapping, record));
            }
        }
        parts.values().forEach(rows -> rows.forEach(this::persist));
    }

    /** Takes what was written out of the persistence context. */
    void forget() {
        if (entities.isOpen()) {
            persisted.forEach(entities::detach);
        }
        persisted.clear();
        inserts.clear();
        deletes.clear();
        parts.clear();
        partUpdates.clear();
        overwritten.clear();
        valueDeletes.clear();
    }

    private <R, E extends Row> void persist(Mapping<R, E> mapping, Object record) {
        @SuppressWarnings("unchecked")
        R typed = (R) record;
        persist(mapping.mapper().toRow(typed));
        RecordKind<R> kind = catalogue.kind(mapping);
        ValueTable<?> values = mapping.values();
        if (values != null) {
            kind.indexedValues(typed).forEach(value -> addValue(values, kind, typed, value));
        }
        for (DetailTable<R, ?, ?> table : mapping.projections()) {
            addDetails(table, kind, typed);
        }
    }

    private <R, D, E extends Row> void addDetails(DetailTable<R, D, E> table, RecordKind<R> kind, R record) {
        table.details()
                .apply(record)
                .ifPresent(details -> parts.computeIfAbsent(table.entity(), t -> new ArrayList<>())
                        .add(table.row()
                                .toRow(kind.idOf(record), kind.tenantOf(record).value(), details)));
    }

    private void persist(Object row) {
        entities.persist(row);
        persisted.add(row);
    }

    private void update(PartUpdate part) {
        Row after = part.after();
        catalogue.update(after.getClass(), dialect).run(entities, after.getId(), part.before(), after);
    }

    private void delete(String kind, Set<String> ids) {
        Mapping<?, ?> mapping = catalogue.mapping(kind);
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += Jpql.CHUNK) {
            List<Object> part = Jpql.padded(List.copyOf(all.subList(from, Math.min(all.size(), from + Jpql.CHUNK))));
            deleteWhere(catalogue.name(mapping.entity()), "id", part);
            ValueTable<?> values = mapping.values();
            if (values != null) {
                deleteWhere(catalogue.name(values.entity()), values.owner(), part);
            }
            mapping.projections().forEach(table -> deleteWhere(catalogue.name(table.entity()), "id", part));
        }
    }

    private void deleteWhere(String entity, String field, List<Object> ids) {
        dialect.prepared(entities.createQuery("delete from " + entity + " e where e." + field + " in :ids"))
                .setParameter("ids", ids)
                .executeUpdate();
    }

    private void deleteValues(ValueTable<?> table, Map<String, List<Object>> gone) {
        String jpql = "delete from " + catalogue.name(table.entity()) + " v where v." + table.owner()
                + " = :owner and v.digest in :digests";
        gone.forEach((owner, digests) -> {
            for (int from = 0; from < digests.size(); from += Jpql.CHUNK) {
                List<Object> part = digests.subList(from, Math.min(digests.size(), from + Jpql.CHUNK));
                dialect.prepared(entities.createQuery(jpql))
                        .setParameter("owner", owner)
                        .setParameter("digests", Jpql.padded(part))
                        .executeUpdate();
            }
        });
    }
}
