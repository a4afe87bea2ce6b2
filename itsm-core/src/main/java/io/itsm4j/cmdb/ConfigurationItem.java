package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that is managed in order to deliver a service.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version, 1 for a new one
 * @param ciClass the name of its class
 * @param schema the version of the class under which its attributes were last checked
 * @param name one line
 * @param status where it stands in the lifecycle of its class
 * @param environment such as {@code production}, or null
 * @param criticality how much hangs on it
 * @param stewardship who looks after it and where it belongs
 * @param attributes the values of the attributes of its class, by key
 * @param certification whether somebody answered for it
 * @param createdAt when it was recorded
 * @param changedAt since when it is as it is
 * @param lastSeenAt when a feed or a person last saw or changed it
 * @param chain the end of its journal
 */
public record ConfigurationItem(
        String id,
        TenantId tenant,
        long version,
        String ciClass,
        long schema,
        String name,
        State status,
        @Nullable String environment,
        Criticality criticality,
        Stewardship stewardship,
        Map<String, CiValue> attributes,
        Certification certification,
        Instant createdAt,
        Instant changedAt,
        Instant lastSeenAt,
        ChainHead chain)
        implements Kept {

    /** The most characters of a name. */
    public static final int NAME_LIMIT = 200;

    /** Copies the attributes, in the order of their keys. */
    public ConfigurationItem {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The value of an attribute. */
    public Optional<Object> value(String key) {
        return Optional.ofNullable(attributes.get(key)).map(CiValue::value);
    }

    /** Whether it is there: its status is not a terminal one. */
    public boolean isLive() {
        return status.category().isOpen();
    }

    ConfigurationItem stamped(long next, ChainHead head) {
        return new ConfigurationItem(
                id,
                tenant,
                next,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                stewardship,
                attributes,
                certification,
                createdAt,
                changedAt,
                lastSeenAt,
                head);
    }

    ConfigurationItem in(State next) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                ciClass,
                schema,
                name,
                next,
                environment,
                criticality,
                stewardship,
                attributes,
                certification,
                createdAt,
                changedAt,
                lastSeenAt,
                chain);
    }

    ConfigurationItem of(String newClass, long newSchema, State next) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                newClass,
                newSchema,
                name,
                next,
                environment,
                criticality,
                stewardship,
                attributes,
                certification,
                createdAt,
                changedAt,
                lastSeenAt,
                chain);
    }

    ConfigurationItem described(
            String newName, @Nullable String newEnvironment, Criticality newCriticality, Stewardship newStewardship) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                ciClass,
                schema,
                newName,
                status,
                newEnvironment,
                newCriticality,
                newStewardship,
                attributes,
                certification,
                createdAt,
                changedAt,
                lastSeenAt,
                chain);
    }

    ConfigurationItem having(Map<String, CiValue> values) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                stewardship,
                values,
                certification,
                createdAt,
                changedAt,
                lastSeenAt,
                chain);
    }

    ConfigurationItem certified(Certification next) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                stewardship,
                attributes,
                next,
                createdAt,
                changedAt,
                lastSeenAt,
                chain);
    }

    ConfigurationItem since(Instant changed, Instant seen) {
        return new ConfigurationItem(
                id,
                tenant,
                version,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                stewardship,
                attributes,
                certification,
                createdAt,
                changed,
                seen,
                chain);
    }
}
