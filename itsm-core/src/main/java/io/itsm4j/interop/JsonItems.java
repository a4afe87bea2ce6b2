package io.itsm4j.interop;

import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Configuration items and their relations from JSON; needs Jackson's core. Reads token by token and is strict: an
 * object with {@code items} and then {@code relations}, both lists. An item has {@code key}, {@code class} and
 * {@code values}, an object of texts, whole numbers and booleans; a relation has {@code from}, {@code type},
 * {@code to}, and perhaps {@code group} and {@code needed}. An unknown or repeated property or a value of another type
 * is a fault of its row; text that is no JSON ends the reading. Faults name the JSON path.
 */
public final class JsonItems implements DiscoveryFeed {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(100_000)
                    .maxNumberLength(400)
                    .maxNameLength(1_000)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private static final Set<String> ITEM = Set.of("key", "class", "values");
    private static final Set<String> RELATION = Set.of("from", "type", "to", "group", "needed");

    private final String source;
    private final Reader text;

    private JsonItems(String source, Reader text) {
        this.source = source;
        this.text = text;
    }

    /** A feed of this name; the reader is read once and closed by whoever opened it. */
    public static JsonItems from(String source, Reader text) {
        return new JsonItems(source, text);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public void read(Consumer<Discovered> rows) {
        new Reading(rows).run();
    }

    /** A fault of one row, after which the row is passed over. */
    private static final class Fault extends Exception {

        private static final long serialVersionUID = 1L;

        private final String path;
        private final String code;
        private final transient Map<String, Object> detail;

        Fault(String path, String code, Map<String, Object> detail) {
            super(code);
            this.path = path;
            this.code = code;
            this.detail = detail;
        }
    }

    private final class Reading {

        private final Consumer<Discovered> rows;
        private long row;
        private String path = "$";

        Reading(Consumer<Discovered> rows) {
            this.rows = rows;
        }

        void run() {
            JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text);
            try {
                document(parser);
            } catch (JacksonException broken) {
                rows.accept(new Discovered.Broken(
                        row, path, "JSON_SYNTAX", Map.of("cause", String.valueOf(broken.getOriginalMessage()))));
            } catch (Fault fault) {
                rows.accept(broken(fault));
            }
        }

        private Discovered broken(Fault fault) {
            return new Discovered.Broken(row, fault.path, fault.code, fault.detail);
        }

        private void document(JsonParser parser) throws Fault {
            want(parser.nextToken(), JsonToken.START_OBJECT, "OBJECT");
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                path = "$." + name;
                if (!name.equals("items") && !name.equals("relations")) {
                    throw new Fault(path, "FIELD_UNKNOWN", Map.of("allowed", List.of("items", "relations")));
                }
                if (!seen.add(name)) {
                    throw new Fault(path, "CI_TWICE", Map.of("value", name));
                }
                want(parser.nextToken(), JsonToken.START_ARRAY, "ARRAY");
                list(parser, name);
                path = "$";
            }
            if (parser.nextToken() != null) {
                throw new Fault("$", "JSON_SYNTAX", Map.of("cause", "text after the end"));
            }
        }

        private void list(JsonParser parser, String name) {
            row = 0;
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_ARRAY) {
                row++;
                path = "$." + name + "[" + (row - 1) + "]";
                int depth = depth(parser) - (token.isStructStart() ? 1 : 0);
                try {
                    want(token, JsonToken.START_OBJECT, "OBJECT");
                    rows.accept(name.equals("items") ? item(parser) : relation(parser));
                } catch (Fault fault) {
                    rows.accept(broken(fault));
                    leave(parser, depth);
                }
                token = parser.nextToken();
            }
        }

        private static int depth(JsonParser parser) {
            return parser.streamReadContext().getNestingDepth();
        }

        /** Passes over the rest of a row. */
        private static void leave(JsonParser parser, int depth) {
            while (depth(parser) > depth) {
                parser.nextToken();
            }
        }

        private Discovered item(JsonParser parser) throws Fault {
            Map<String, Object> fields = fields(parser, ITEM, path);
            @SuppressWarnings("unchecked")
            Map<String, Object> values = (Map<String, Object>) fields.getOrDefault("values", Map.of());
            return new Discovered.Item(row, text(fields, "key"), text(fields, "class"), values, false);
        }

        private Discovered relation(JsonParser parser) throws Fault {
            Map<String, Object> fields = fields(parser, RELATION, path);
            Object needed = fields.getOrDefault("needed", 0L);
            if (!(needed instanceof Long number) || number < 0 || number > 10_000) {
                throw type(path + ".needed", "NUMBER", needed);
            }
            return new Discovered.Relation(
                    row,
                    text(fields, "from"),
                    text(fields, "type"),
                    text(fields, "to"),
                    text(fields, "group"),
                    Math.toIntExact(number));
        }

        private @Nullable String text(Map<String, Object> fields, String name) throws Fault {
            Object value = fields.get(name);
            if (value != null && !(value instanceof String)) {
                throw type(path + "." + name, "TEXT", value);
            }
            return (String) value;
        }

        /** The properties of an object; of any name when none are named. */
        private Map<String, Object> fields(JsonParser parser, Set<String> known, String at) throws Fault {
            Map<String, Object> fields = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                String here = at + "." + name;
                if (!known.isEmpty() && !known.contains(name)) {
                    throw new Fault(
                            here,
                            "FIELD_UNKNOWN",
                            Map.of("allowed", known.stream().sorted().toList()));
                }
                if (!seen.add(name)) {
                    throw new Fault(here, "CI_TWICE", Map.of("value", name));
                }
                JsonToken token = parser.nextToken();
                boolean isValues = name.equals("values") && known.contains("values");
                if (isValues) {
                    want(token, JsonToken.START_OBJECT, "OBJECT", here);
                    fields.put(name, fields(parser, Set.of(), here));
                } else if (token != JsonToken.VALUE_NULL) {
                    fields.put(name, plain(parser, token, here));
                }
            }
            return fields;
        }

        private static Object plain(JsonParser parser, JsonToken token, String here) throws Fault {
            return switch (token) {
                case VALUE_STRING -> parser.getString();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NUMBER_INT -> {
                    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                        throw new Fault(here, "FIELD_TYPE", Map.of("wanted", "NUMBER", "given", "BigInteger"));
                    }
                    yield parser.getLongValue();
                }
                default ->
                    throw new Fault(here, "FIELD_TYPE", Map.of("wanted", "TEXT, NUMBER, FLAG", "given", token.name()));
            };
        }

        private void want(@Nullable JsonToken token, JsonToken wanted, String name) throws Fault {
            want(token, wanted, name, path);
        }

        private static void want(@Nullable JsonToken token, JsonToken wanted, String name, String here) throws Fault {
            if (token != wanted) {
                throw new Fault(here, "FIELD_TYPE", Map.of("wanted", name, "given", String.valueOf(token)));
            }
        }

        private static Fault type(String here, String wanted, Object given) {
            return new Fault(
                    here,
                    "FIELD_TYPE",
                    Map.of("wanted", wanted, "given", given.getClass().getSimpleName()));
        }
    }
}
