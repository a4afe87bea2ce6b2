package io.itsm4j.input;

import io.itsm4j.HostFault;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads command records by their components. */
public final class Reading {

    private Reading() {}

    static @Nullable Object component(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (ReflectiveOperationException fault) {
            throw new HostFault("HOST_INPUT", Map.of("name", component.getName()), fault);
        }
    }

    /**
     * A text that is the same for equal inputs, on every machine and in every run; sets and maps are sorted.
     *
     * @param value a record, a collection, a map, an optional value or null
     */
    public static String stable(@Nullable Object value) {
        if (value == null) {
            return "~";
        }
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components != null) {
            StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
            for (RecordComponent component : components) {
                text.append(component.getName()).append('=');
                text.append(stable(component(component, value))).append(';');
            }
            return text.append(')').toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(stable(key), stable(item)));
            return sorted.toString();
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Reading::stable).sorted().collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Reading::stable).collect(Collectors.joining(",", "[", "]"));
        }
        String text = value.getClass().isArray() ? Array.getLength(value) + " items" : value.toString();
        return text.length() + ":" + text;
    }
}
