package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.CiValue;
import io.itsm4j.cmdb.Criticality;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of attributes as JSON: by key a list of value, source, when it was seen, whether it is locked and whether it
 * is indexed; instants are marked as such.
 */
final class CiValues {

    private static final String TIME = "t";

    private CiValues() {}

    static String write(Map<String, CiValue> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        Map<String, List<Object>> plain = new TreeMap<>();
        values.forEach((key, held) -> {
            Object value = held.value() instanceof Instant time ? (Object) Micros.of(time) : held.value();
            List<Object> parts =
                    List.of(value, held.source(), Micros.of(held.seenAt()), held.isLocked(), held.isIndexed());
            plain.put(
                    key,
                    held.value() instanceof Instant
                            ? List.of(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), TIME)
                            : parts);
        });
        return Json.write(plain);
    }

    static Map<String, CiValue> read(String json) {
        Map<String, CiValue> values = new HashMap<>();
        Json.map(json).forEach((key, item) -> {
            List<?> parts = (List<?>) item;
            Object value = parts.size() == 6 ? Micros.instant((Long) parts.get(0)) : parts.get(0);
            values.put(
                    (String) key,
                    new CiValue(
                            value,
                            (String) parts.get(1),
                            Micros.instant((Long) parts.get(2)),
                            (Boolean) parts.get(3),
                            (Boolean) parts.get(4)));
        });
        return values;
    }

    static State state(String name, String category) {
        return new State(name, StateCategory.valueOf(category));
    }

    static long rank(Criticality criticality) {
        return criticality.rank();
    }

    static Criticality criticality(long rank) {
        return Criticality.ofRank(rank);
    }
}
