package io.itsm4j.memory;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PlainValues;
import io.itsm4j.storage.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique key whose last attribute can be sorted by, kept in that order for each of the values before it: as in a
 * database, the first page of very many costs a page.
 */
final class OrderedIndex<R> {

    private final List<Attribute<R, ?>> prefix;
    private final Attribute<R, ?> last;
    private final Map<List<Object>, NavigableMap<Object, String>> places = new HashMap<>();

    OrderedIndex(List<Attribute<R, ?>> key) {
        this.prefix = key.subList(0, key.size() - 1);
        this.last = key.get(key.size() - 1);
    }

    void add(TenantId tenant, R record, String id) {
        List<Object> before = before(tenant, record);
        Object value = last.read(record);
        if (before != null && value != null) {
            places.computeIfAbsent(before, first -> new TreeMap<>(PlainValues::compare))
                    .put(value, id);
        }
    }

    void remove(TenantId tenant, R record, String id) {
        List<Object> before = before(tenant, record);
        Object value = last.read(record);
        NavigableMap<Object, String> place = before == null ? null : places.get(before);
        if (place != null && value != null && place.remove(value, id) && place.isEmpty()) {
            places.remove(before);
        }
    }

    /** The values before the last, or null when one is absent. */
    private @Nullable List<Object> before(TenantId tenant, R record) {
        List<Object> values = new ArrayList<>(prefix.size() + 1);
        values.add(tenant);
        for (Attribute<R, ?> attribute : prefix) {
            Object value = attribute.read(record);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }

    /** The ids of what may satisfy the query, in its order; null when the index does not help. */
    @Nullable Collection<String> ids(Query<R> query) {
        TenantId tenant = query.tenant();
        if (tenant == null
                || query.sort().size() != 1
                || !query.sort().get(0).attribute().equals(last)) {
            return null;
        }
        List<Criterion.Compare<R>> comparisons = new ArrayList<>();
        collect(query.criterion(), comparisons);
        List<Object> before = new ArrayList<>();
        before.add(tenant);
        for (Attribute<R, ?> attribute : prefix) {
            Object value = equal(attribute, comparisons);
            if (value == null) {
                return null;
            }
            before.add(value);
        }
        NavigableMap<Object, String> place = places.get(before);
        if (place == null) {
            return List.of();
        }
        NavigableMap<Object, String> within = within(place, comparisons);
        return (query.sort().get(0).descending() ? within.descendingMap() : within).values();
    }

    private static <R> void collect(Criterion<R> criterion, List<Criterion.Compare<R>> comparisons) {
        if (criterion instanceof Criterion.And<R> and) {
            and.parts().forEach(part -> collect(part, comparisons));
        } else if (criterion instanceof Criterion.Compare<R> compare) {
            comparisons.add(compare);
        }
    }

    private static <R> @Nullable Object equal(Attribute<R, ?> attribute, List<Criterion.Compare<R>> comparisons) {
        for (Criterion.Compare<R> compare : comparisons) {
            if (compare.operator() == Criterion.Operator.EQ
                    && compare.attribute().equals(attribute)) {
                return compare.value();
            }
        }
        return null;
    }

    /** Bounds of the last attribute: what is below them or above is left out without looking at it. */
    private NavigableMap<Object, String> within(
            NavigableMap<Object, String> place, List<Criterion.Compare<R>> comparisons) {
        Object low = place.firstKey();
        Object high = place.lastKey();
        for (Criterion.Compare<R> compare : comparisons) {
            if (compare.attribute().equals(last)) {
                Object value = compare.value();
                boolean isLow =
                        compare.operator() != Criterion.Operator.LT && compare.operator() != Criterion.Operator.LE;
                boolean isHigh =
                        compare.operator() != Criterion.Operator.GT && compare.operator() != Criterion.Operator.GE;
                low = isLow && PlainValues.compare(value, low) > 0 ? value : low;
                high = isHigh && PlainValues.compare(value, high) < 0 ? value : high;
            }
        }
        return PlainValues.compare(low, high) > 0
                ? Collections.emptyNavigableMap()
                : place.subMap(low, true, high, true);
    }
}
