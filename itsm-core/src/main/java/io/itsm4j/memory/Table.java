package io.itsm4j.memory;

import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
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
    private final Map<String, R> rows = new ConcurrentHashMap<>();
    private final Map<List<Object>, String> unique = new HashMap<>();
    private final Map<String, Map<Object, Set<String>>> lookups = new HashMap<>();

    Table(RecordKind<R> kind) {
        this.kind = kind;
        kind.lookups().forEach(attribute -> lookups.put(attribute.name(), new HashMap<>()));
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

    /** The filled unique keys of a record. */
    List<List<Object>> keys(R record) {
        List<List<Object>> keys = new ArrayList<>();
        for (List<Attribute<R, ?>> attributes : kind.uniqueKeys()) {
            List<Object> key = new ArrayList<>();
            key.add(attributes.toString());
            key.add(kind.tenantOf(record));
            for (Attribute<R, ?> attribute : attributes) {
                Object value = attribute.read(record);
                if (value != null) {
                    key.add(value);
                }
            }
            if (key.size() == attributes.size() + 2) {
                keys.add(key);
            }
        }
        return keys;
    }

    void put(String id, R record) {
        remove(id);
        rows.put(id, record);
        keys(record).forEach(key -> unique.put(key, id));
        for (Attribute<R, ?> attribute : kind.lookups()) {
            for (Object value : attribute.readAll(record)) {
                index(attribute)
                        .computeIfAbsent(value, first -> new LinkedHashSet<>())
                        .add(id);
            }
        }
    }

    void remove(String id) {
        R old = rows.remove(id);
        if (old == null) {
            return;
        }
        keys(old).forEach(key -> unique.remove(key, id));
        for (Attribute<R, ?> attribute : kind.lookups()) {
            Map<Object, Set<String>> index = index(attribute);
            for (Object value : attribute.readAll(old)) {
                Set<String> ids = index.get(value);
                if (ids != null && ids.remove(id) && ids.isEmpty()) {
                    index.remove(value);
                }
            }
        }
    }

    private Map<Object, Set<String>> index(Attribute<R, ?> attribute) {
        return lookups.computeIfAbsent(attribute.name(), name -> new HashMap<>());
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
            for (Criterion<R> part : and.parts()) {
                Set<String> ids = indexed(part);
                if (ids != null) {
                    return ids;
                }
            }
        }
        return null;
    }

    private @Nullable Set<String> indexed(Attribute<R, ?> attribute, List<Object> values) {
        Map<Object, Set<String>> index = lookups.get(attribute.name());
        if (index == null) {
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        values.forEach(value -> ids.addAll(index.getOrDefault(value, Set.of())));
        return ids;
    }
}
