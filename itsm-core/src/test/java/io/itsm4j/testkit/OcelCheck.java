package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Checks a text against the structure that OCEL 2.0 gives its JSON form: four arrays, unique ids, declared types and
 * attributes with values of their type, times in ISO 8601, relationships to objects that are there.
 */
final class OcelCheck {

    private static final Set<String> TYPES = Set.of("string", "time", "integer", "float", "boolean");

    private final Map<?, ?> log;
    private final Map<String, Map<String, Object>> events = new HashMap<>();
    private final Map<String, Map<String, Object>> objects = new HashMap<>();

    private OcelCheck(Map<?, ?> log) {
        this.log = log;
    }

    /** Reads and checks. */
    static OcelCheck of(String text) {
        OcelCheck check = new OcelCheck((Map<?, ?>) Objects.requireNonNull(Json.read(text)));
        check.run();
        return check;
    }

    Map<String, Map<String, Object>> events() {
        return events;
    }

    Map<String, Map<String, Object>> objects() {
        return objects;
    }

    /** The objects of a type. */
    Set<String> idsOf(String type) {
        Set<String> ids = new HashSet<>();
        objects.forEach((id, object) -> {
            if (type.equals(object.get("type"))) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** The objects to which something is related, by the qualifier. */
    static List<String> related(Map<String, Object> from, String qualifier) {
        return list(from.get("relationships")).stream()
                .filter(relation -> qualifier.equals(relation.get("qualifier")))
                .map(relation -> (String) relation.get("objectId"))
                .toList();
    }

    /** The values of an attribute, in the order of the text. */
    static List<Object> values(Map<String, Object> of, String attribute) {
        return list(of.get("attributes")).stream()
                .filter(value -> attribute.equals(value.get("name")))
                .map(value -> value.get("value"))
                .toList();
    }

    private void run() {
        assertThat(log.keySet()).isEqualTo(new HashSet<>(List.of("eventTypes", "objectTypes", "events", "objects")));
        Map<String, Map<String, String>> eventTypes = types("eventTypes");
        Map<String, Map<String, String>> objectTypes = types("objectTypes");
        for (Map<String, Object> object : list(log.get("objects"))) {
            String id = text(object, "id");
            assertThat(objects.put(id, object)).as("object %s once", id).isNull();
            attributes(object, objectTypes, true);
        }
        for (Map<String, Object> event : list(log.get("events"))) {
            String id = text(event, "id");
            assertThat(events.put(id, event)).as("event %s once", id).isNull();
            assertThat(Instant.parse(text(event, "time"))).isNotNull();
            attributes(event, eventTypes, false);
            assertThat(list(event.get("relationships")))
                    .as("objects of event %s", id)
                    .isNotEmpty();
        }
        events.values().forEach(this::relationships);
        objects.values().forEach(this::relationships);
    }

    private Map<String, Map<String, String>> types(String member) {
        Map<String, Map<String, String>> types = new HashMap<>();
        for (Map<String, Object> type : list(log.get(member))) {
            Map<String, String> attributes = new HashMap<>();
            for (Map<String, Object> attribute : list(type.get("attributes"))) {
                assertThat(TYPES).contains(text(attribute, "type"));
                assertThat(attributes.put(text(attribute, "name"), text(attribute, "type")))
                        .isNull();
            }
            assertThat(types.put(text(type, "name"), attributes)).isNull();
        }
        return types;
    }

    private static void attributes(Map<String, Object> of, Map<String, Map<String, String>> types, boolean timed) {
        assertThat(types).containsKey(text(of, "type"));
        Map<String, String> declared = types.get(text(of, "type"));
        for (Map<String, Object> attribute : list(of.get("attributes"))) {
            String name = text(attribute, "name");
            assertThat(declared).as("attributes of %s", of.get("type")).containsKey(name);
            Object value = attribute.get("value");
            switch (declared.get(name)) {
                case "string" -> assertThat(value).isInstanceOf(String.class);
                case "integer" -> assertThat(value).isInstanceOf(Long.class);
                case "float" -> assertThat(value).isInstanceOf(Double.class);
                case "boolean" -> assertThat(value).isInstanceOf(Boolean.class);
                default -> assertThat(Instant.parse((String) value)).isNotNull();
            }
            assertThat(attribute.keySet()).isEqualTo(timed ? Set.of("name", "value", "time") : Set.of("name", "value"));
            if (timed) {
                assertThat(Instant.parse(text(attribute, "time"))).isNotNull();
            }
        }
    }

    private void relationships(Map<String, Object> from) {
        for (Map<String, Object> relation : list(from.get("relationships"))) {
            assertThat(relation.keySet()).isEqualTo(Set.of("objectId", "qualifier"));
            assertThat(objects).containsKey(text(relation, "objectId"));
            assertThat(text(relation, "qualifier")).isNotBlank();
        }
    }

    private static String text(Map<String, Object> of, String member) {
        assertThat(of).containsKey(member);
        assertThat(of.get(member)).as(member).isInstanceOf(String.class);
        return (String) of.get(member);
    }

    @SuppressWarnings("unchecked") // a JSON array of objects, or the cast of its element fails
    private static List<Map<String, Object>> list(Object array) {
        return (List<Map<String, Object>>) array;
    }
}
