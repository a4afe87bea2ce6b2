package io.itsm4j.jpa.mapping;

import io.itsm4j.journal.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small collections as JSON text of the core's canonical form. */
public final class Json {

    private Json() {}

    /** Writes lists, maps, texts, whole numbers and booleans. */
    public static String write(Object value) {
        return CanonicalJson.write(value);
    }

    /** The texts of a list. */
    public static Stream<String> strings(String json) {
        return list(json).stream().map(String.class::cast);
    }

    /** The items of a list. */
    public static List<?> list(String json) {
        return json.equals("[]") || json.isEmpty() ? List.of() : (List<?>) read(json);
    }

    /** The entries of a map. */
    public static Map<?, ?> map(String json) {
        return json.equals("{}") || json.isEmpty() ? Map.of() : (Map<?, ?>) read(json);
    }

    private static Object read(String json) {
        Object value = CanonicalJson.read(json);
        if (value == null) {
            throw new IllegalStateException("stored JSON is null");
        }
        return value;
    }
}
