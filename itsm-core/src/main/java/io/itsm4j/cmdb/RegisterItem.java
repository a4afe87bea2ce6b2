package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A new configuration item.
 *
 * @param ciClass its class, not an abstract one
 * @param name one line, at most 200 characters
 * @param status the status it begins in, or null for the initial one of its class
 * @param environment such as {@code production}, or null
 * @param criticality how much hangs on it, or null for {@code MEDIUM}
 * @param owner who answers for it, or null
 * @param group who supports it, or null
 * @param location the id of the item that is its location, or null
 * @param service the id of the item that is the service it serves, or null
 * @param attributes values by key
 */
public record RegisterItem(
        @Line(max = 40, required = true) @Nullable String ciClass,

        @Line(max = ConfigurationItem.NAME_LIMIT, required = true) @Nullable String name,

        @Line(max = 40) @Nullable String status,
        @Line(max = 40) @Nullable String environment,
        @Nullable Criticality criticality,
        @Line(max = 100) @Nullable String owner,
        @Line(max = 100) @Nullable String group,
        @Line(max = 36) @Nullable String location,
        @Line(max = 36) @Nullable String service,
        @Size(max = 400) Map<String, Object> attributes) {

    /** Copies the attributes. */
    public RegisterItem {
        attributes = java.util.Collections.unmodifiableMap(new HashMap<>(attributes));
    }

    /** An item of a class. */
    public static RegisterItem of(@Nullable String ciClass, @Nullable String name) {
        return new RegisterItem(ciClass, name, null, null, null, null, null, null, null, Map.of());
    }

    /** The same, beginning in this status. */
    public RegisterItem in(@Nullable String first) {
        return new RegisterItem(
                ciClass, name, first, environment, criticality, owner, group, location, service, attributes);
    }

    /** The same in an environment. */
    public RegisterItem environment(@Nullable String where) {
        return new RegisterItem(ciClass, name, status, where, criticality, owner, group, location, service, attributes);
    }

    /** The same with so much hanging on it. */
    public RegisterItem critical(@Nullable Criticality howMuch) {
        return new RegisterItem(
                ciClass, name, status, environment, howMuch, owner, group, location, service, attributes);
    }

    /** The same with somebody who answers for it. */
    public RegisterItem ownedBy(@Nullable String person) {
        return new RegisterItem(
                ciClass, name, status, environment, criticality, person, group, location, service, attributes);
    }

    /** The same with a group that supports it. */
    public RegisterItem supportedBy(@Nullable String supporters) {
        return new RegisterItem(
                ciClass, name, status, environment, criticality, owner, supporters, location, service, attributes);
    }

    /** The same at a location. */
    public RegisterItem at(@Nullable String place) {
        return new RegisterItem(
                ciClass, name, status, environment, criticality, owner, group, place, service, attributes);
    }

    /** The same, serving a service. */
    public RegisterItem serving(@Nullable String what) {
        return new RegisterItem(
                ciClass, name, status, environment, criticality, owner, group, location, what, attributes);
    }

    /** The same with a value. */
    public RegisterItem with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(attributes);
        more.put(key, value);
        return new RegisterItem(ciClass, name, status, environment, criticality, owner, group, location, service, more);
    }
}
