package io.itsm4j.input;

import io.itsm4j.HostFault;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
     * A text that is the same for equal inputs, on every machine and in every run, and another one for different
     * inputs: values carry their type, texts their length, and sets and maps are sorted.
     *
     * @param value a record, a collection, an array, a map, an optional value, a value that prints itself or null
     * @throws HostFault with {@code HOST_INPUT} for an object that has no text of its own
     */
    public static String stable(@Nullable Object value) {
        if (value == null) {
            return "~";
        }
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components != null) {
            StringBuilder text = new StringBuilder(value.getClass().getName()).append('(');
            for (RecordComponent component : components) {
                text.append(component.getName()).append('=');
                text.append(stable(component(component, value))).append(';');
            }
            return text.append(')').toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(stable(key), stable(item)));
            return "map" + sorted;
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Reading::stable).sorted().collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Reading::stable).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Optional<?> optional) {
            return "optional(" + stable(optional.orElse(null)) + ")";
        }
        if (value.getClass().isArray()) {
            return value.getClass().getComponentType().getName()
                    + IntStream.range(0, Array.getLength(value))
                            .mapToObj(at -> stable(Array.get(value, at)))
                            .collect(Collectors.joining(",", "[", "]"));
        }
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        String text = value instanceof Enum<?> constant ? constant.name() : text(value);
        return type.getName() + ":" + text.length() + ":" + text;
    }

    /** What every object inherits as its text is another one in the next run. */
    private static String text(Object value) {
        try {
            if (value.getClass().getMethod("toString").getDeclaringClass() == Object.class) {
                throw new HostFault(
                        "HOST_INPUT", Map.of("name", value.getClass().getName()));
            }
        } catch (NoSuchMethodException everyObjectHasIt) {
            throw new IllegalStateException(everyObjectHasIt);
        }
        return value.toString();
    }
}
