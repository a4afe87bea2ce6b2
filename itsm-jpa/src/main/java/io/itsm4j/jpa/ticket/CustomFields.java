package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.ticket.FieldValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Custom fields as JSON: by key a list of value and whether it is indexed, instants marked as such. */
final class CustomFields {

    private static final String TIME = "t";

    private CustomFields() {}

    static String write(Map<String, FieldValue> fields) {
        if (fields.isEmpty()) {
            return "{}";
        }
        Map<String, List<Object>> plain = new TreeMap<>();
        fields.forEach((key, field) -> plain.put(
                key,
                field.value() instanceof Instant time
                        ? List.of(Micros.of(time), field.indexed(), TIME)
                        : List.of(field.value(), field.indexed())));
        return Json.write(plain);
    }

    static Map<String, FieldValue> read(String json) {
        Map<String, FieldValue> fields = new HashMap<>();
        Json.map(json).forEach((key, item) -> {
            List<?> parts = (List<?>) item;
            Object value = parts.size() == 3 ? Micros.instant((Long) parts.get(0)) : parts.get(0);
            fields.put((String) key, new FieldValue(value, (Boolean) parts.get(1)));
        });
        return fields;
    }
}
