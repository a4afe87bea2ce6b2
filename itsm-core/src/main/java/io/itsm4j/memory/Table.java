package io.itsm4j.memory;

import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The committed records of one kind with their hash indexes. Changed under the store's commit lock only. */
final class Table<R> {

    private final RecordKind<R> kind;
    private final List<List<Attribute<R, ?>>> uniqueKeys;
    private final List<Attribute<R, ?>> indexed;
    private final Map<String, R> rows = new ConcurrentHashMap<>();
    private final Map<List<Object>, String> unique = new HashMap<>();
    private final Map<String, Map<Object, Set<String>>> lookups = new HashMap<>();
    private final List<OrderedIndex<R>> ordered;

    Table(RecordKind<R> kind) {
        this.kind = kind;
        this.uniqueKeys = kind.uniqueKeys();
        this.indexed = kind.lookups();
        this.ordered = uniqueKeys.stream()
                .filter(key -> key.get(key.size() - 1).isSortable())
                .map(OrderedIndex::new)
                .toList();
        indexed.forEach(attribute -> lookups.put(attribute.name(), new HashMap<>()));
    }

    RecordKind<R> kind() {
        return kind;
    }

    @Nullable R get(String id) {
        return rows.get(id);
    }

    /** The record that has the values of a unique key of the given one, or null. */
    @Nullable String holder(List<Object> key) {
        return unique.get(key);
    }

    /** The filled unique keys of a record, each with its place in the declaration and the tenant before its values. */
    List<List<Object>> keys(R record) {
        List<List<Object>> keys = new ArrayList<>(uniqueKeys.size());
        for (int place = 0; place < uniqueKeys.size(); place++) {
            List<Object> values = values(uniqueKeys.get(place), record);
            if (!values.isEmpty()) {
                values.add(place);
                values.add(kind.tenantOf(record));
                keys.add(values);
            }
        }
        return keys;
    }

    /** The values of a key, or none when one is absent. */
    private List<Object> values(List<Attribute<R, ?>> key, R record) {
        List<Object> values = new ArrayList<>(key.size() + 2);
        for (Attribute<R, ?> attribute : key) {
            Object value = attribute.read(record);
            if (value == null) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    void put(String id, R record) {
        R old = rows.put(id, record);
        List<List<Object>> keys = keys(record);
        List<List<Object>> oldKeys = old == null ? List.of() : keys(old);
        if (!keys.equals(oldKeys)) {
            oldKeys.forEach(key -> unique.remove(key, id));
            keys.forEach(key -> unique.put(key, id));
            if (old != null) {
                ordered.forEach(index -> index.remove(kind.tenantOf(old), old, id));
            }
            ordered.forEach(index -> index.add(kind.tenantOf(record), record, id));
        }
        for (Attribute<R, ?> attribute : indexed) {
            List<Object> values = attribute.readAll(record);
            List<Object> oldValues = old == null ? List.of() : attribute.readAll(old);
            if (!values.equals(oldValues)) {
                oldValues.forEach(value -> drop(attribute, value, id));
                values.forEach(value -> add(attribute, value, id));
            }
        }
    }

    void remove(String id) {
        R old = rows.remove(id);
        if (old != null) {
            keys(old).forEach(key -> unique.remove(key, id));
            ordered.forEach(index -> index.remove(kind.tenantOf(old), old, id));
            indexed.forEach(attribute -> attribute.readAll(old).forEach(value -> drop(attribute, value, id)));
        }
    }

    private void add(Attribute<R, ?> attribute, Object value, String id) {
        index(attribute).computeIfAbsent(value, first -> new LinkedHashSet<>()).add(id);
    }

    private void drop(Attribute<R, ?> attribute, Object value, String id) {
        Map<Object, Set<String>> index = index(attribute);
        Set<String> ids = index.get(value);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            index.remove(value);
        }
    }

    private Map<Object, Set<String>> index(Attribute<R, ?> attribute) {
        return lookups.computeIfAbsent(attribute.name(), name -> new HashMap<>());
    }

    /** Records that may satisfy the query, in its order; null when no index has them so. */
    @Nullable Iterable<R> inOrder(Query<R> query) {
        for (OrderedIndex<R> index : ordered) {
            Collection<String> ids = index.ids(query);
            if (ids != null) {
                return () -> ids.stream().map(rows::get).iterator();
            }
        }
        return null;
    }

    /** Records that may satisfy the criterion: all of them, or fewer when an index helps. */
    Collection<R> candidates(Criterion<R> criterion) {
        Set<String> ids = indexed(criterion);
        if (ids == null) {
            return rows.values();
        }
        List<R> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            found.add(rows.get(id));
        }
        return found;
    }

    private @Nullable Set<String> indexed(Criterion<R> criterion) {
        if (criterion instanceof Criterion.Compare<R> compare && compare.operator() == Criterion.Operator.EQ) {
            return indexed(compare.attribute(), List.of(compare.value()));
        }
        if (criterion instanceof Criterion.In<R> in) {
            return indexed(in.attribute(), in.values());
        }
        if (criterion instanceof Criterion.And<R> and) {
            Set<String> fewest = null;
            for (Criterion<R> part : and.parts()) {
                Set<String> ids = indexed(part);
                if (ids != null && (fewest == null || ids.size() < fewest.size())) {
                    fewest = ids;
                }
            }
            return fewest;
        }
        return null;
    }

    private @Nullable Set<String> indexed(Attribute<R, ?> attribute, List<Object> values) {
        if (attribute.name().equals(RecordKind.ID)) {
            Set<String> ids = new LinkedHashSet<>();
            values.stream().map(String::valueOf).filter(rows::containsKey).forEach(ids::add);
            return ids;
        }
        Map<Object, Set<String>> index = lookups.get(attribute.name());
        if (index == null) {
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        values.forEach(value -> ids.addAll(index.getOrDefault(value, Set.of())));
        return ids;
    }
}
