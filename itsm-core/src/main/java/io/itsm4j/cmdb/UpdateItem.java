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
 * What is to change about an item; what is null stays.
 *
 * @param name the new name, or null
 * @param environment the new environment, or null
 * @param criticality the new criticality, or null
 * @param owner the new owner, or null
 * @param group the new support group, or null
 * @param location the new location, or null
 * @param service the new service, or null
 * @param set values by key
 * @param clear what is to have no value any more: keys of attributes, or {@code environment}, {@code owner},
 *     {@code group}, {@code location}, {@code service}
 */
public record UpdateItem(
        @Line(max = ConfigurationItem.NAME_LIMIT) @Nullable String name,
        @Line(max = 40) @Nullable String environment,
        @Nullable Criticality criticality,
        @Line(max = 100) @Nullable String owner,
        @Line(max = 100) @Nullable String group,
        @Line(max = 36) @Nullable String location,
        @Line(max = 36) @Nullable String service,
        @Size(max = 400) Map<String, Object> set,
        @Size(max = 400) Set<@Line(max = 40) String> clear) {

    /** Nothing changes. */
    public static final UpdateItem NOTHING =
            new UpdateItem(null, null, null, null, null, null, null, Map.of(), Set.of());

    /** Copies the collections. */
    public UpdateItem {
        set = java.util.Collections.unmodifiableMap(new HashMap<>(set));
        clear = java.util.Collections.unmodifiableSet(new HashSet<>(clear));
    }

    /** Sets one value. */
    public static UpdateItem set(String key, Object value) {
        return NOTHING.with(key, value);
    }

    /** The same with a value more. */
    public UpdateItem with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(set);
        more.put(key, value);
        return new UpdateItem(name, environment, criticality, owner, group, location, service, more, clear);
    }

    /** The same without these values. */
    public UpdateItem without(String... keys) {
        Set<String> more = new HashSet<>(clear);
        more.addAll(List.of(keys));
        return new UpdateItem(name, environment, criticality, owner, group, location, service, set, more);
    }

    /** The same under another name. */
    public UpdateItem named(@Nullable String other) {
        return new UpdateItem(other, environment, criticality, owner, group, location, service, set, clear);
    }

    /** The same in another environment. */
    public UpdateItem environment(@Nullable String other) {
        return new UpdateItem(name, other, criticality, owner, group, location, service, set, clear);
    }

    /** The same with so much hanging on it. */
    public UpdateItem critical(@Nullable Criticality howMuch) {
        return new UpdateItem(name, environment, howMuch, owner, group, location, service, set, clear);
    }

    /** The same with another owner. */
    public UpdateItem ownedBy(@Nullable String person) {
        return new UpdateItem(name, environment, criticality, person, group, location, service, set, clear);
    }

    /** The same with another support group. */
    public UpdateItem supportedBy(@Nullable String supporters) {
        return new UpdateItem(name, environment, criticality, owner, supporters, location, service, set, clear);
    }

    /** The same at another location. */
    public UpdateItem at(@Nullable String place) {
        return new UpdateItem(name, environment, criticality, owner, group, place, service, set, clear);
    }

    /** The same, serving another service. */
    public UpdateItem serving(@Nullable String what) {
        return new UpdateItem(name, environment, criticality, owner, group, location, what, set, clear);
    }
}
