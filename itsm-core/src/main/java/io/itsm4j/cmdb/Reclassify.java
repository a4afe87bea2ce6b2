package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The move of an item into another class. Values of keys that both classes have stay; the others must be dropped in so
 * many words.
 *
 * @param ciClass the new class
 * @param status the status there, or null for the one of the same name
 * @param set values by key
 * @param drop keys that the new class does not have
 */
public record Reclassify(
        @Line(max = 40, required = true) @Nullable String ciClass,
        @Line(max = 40) @Nullable String status,
        @Size(max = 400) Map<String, Object> set,
        @Size(max = 400) Set<@Line(max = 40) String> drop) {

    /** Copies the collections. */
    public Reclassify {
        set = java.util.Collections.unmodifiableMap(new HashMap<>(set));
        drop = java.util.Collections.unmodifiableSet(new HashSet<>(drop));
    }

    /** Into this class. */
    public static Reclassify to(@Nullable String ciClass) {
        return new Reclassify(ciClass, null, Map.of(), Set.of());
    }

    /** The same in this status. */
    public Reclassify in(@Nullable String name) {
        return new Reclassify(ciClass, name, set, drop);
    }

    /** The same with a value. */
    public Reclassify with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(set);
        more.put(key, value);
        return new Reclassify(ciClass, status, more, drop);
    }

    /** The same without these values. */
    public Reclassify dropping(String... keys) {
        Set<String> more = new HashSet<>(drop);
        more.addAll(List.of(keys));
        return new Reclassify(ciClass, status, set, more);
    }
}
