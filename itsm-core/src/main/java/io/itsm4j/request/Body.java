package io.itsm4j.request;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of a stored definition while it is written or read: names and plain values. What is absent is not written; a
 * reader passes over what it does not know.
 */
final class Body {

    private final Map<String, Object> values;

    Body() {
        this(new LinkedHashMap<>());
    }

    private Body(Map<String, Object> values) {
        this.values = values;
    }

    @SuppressWarnings("unchecked")
    static Body of(Object map) {
        return new Body((Map<String, Object>) map);
    }

    Map<String, Object> values() {
        return values;
    }

    Body put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Body put(String name, Enum<?> value) {
        return put(name, value.name());
    }

    Body put(String name, Wording wording) {
        return put(name, (Object) wording.texts());
    }

    Body put(String name, @Nullable Duration time) {
        return put(name, time == null ? null : (Object) time.toString());
    }

    Body put(String name, Set<String> texts) {
        return texts.isEmpty() ? this : put(name, (Object) List.copyOf(new TreeSet<>(texts)));
    }

    <T> Body list(String name, List<T> items, Function<T, Body> writer) {
        return items.isEmpty()
                ? this
                : put(name, (Object)
                        items.stream().map(item -> writer.apply(item).values()).toList());
    }

    String text(String name) {
        return java.util.Objects.requireNonNull(maybe(name), name);
    }

    @Nullable String maybe(String name) {
        return (String) values.get(name);
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    @Nullable Duration time(String name) {
        String text = maybe(name);
        return text == null ? null : Duration.parse(text);
    }

    Wording wording(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(name).forEach((language, text) -> texts.put(language, (String) text));
        return new Wording(texts);
    }

    Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        items(name).forEach(text -> texts.add((String) text));
        return texts;
    }

    <T> List<T> list(String name, Function<Body, T> reader) {
        return items(name).stream().map(Body::of).map(reader).toList();
    }

    @Nullable Body part(String name) {
        return values.get(name) == null ? null : of(map(name));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String name) {
        return (Map<String, Object>) values.getOrDefault(name, Map.of());
    }

    private List<?> items(String name) {
        return (List<?>) values.getOrDefault(name, List.of());
    }
}
