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
import java.util.function.Consumer;
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
        return with(parts -> {
            parts.version = next;
            parts.chain = head;
        });
    }

    ConfigurationItem in(State next) {
        return with(parts -> parts.status = next);
    }

    ConfigurationItem of(String newClass, long newSchema, State next) {
        return with(parts -> {
            parts.ciClass = newClass;
            parts.schema = newSchema;
            parts.status = next;
        });
    }

    ConfigurationItem described(
            String newName, @Nullable String newEnvironment, Criticality newCriticality, Stewardship newStewardship) {
        return with(parts -> {
            parts.name = newName;
            parts.environment = newEnvironment;
            parts.criticality = newCriticality;
            parts.stewardship = newStewardship;
        });
    }

    ConfigurationItem having(Map<String, CiValue> values) {
        return with(parts -> parts.attributes = values);
    }

    ConfigurationItem certified(Certification next) {
        return with(parts -> parts.certification = next);
    }

    ConfigurationItem since(Instant changed, Instant seen) {
        return with(parts -> {
            parts.changedAt = changed;
            parts.lastSeenAt = seen;
        });
    }

    private ConfigurationItem with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private String id;
        private TenantId tenant;
        private long version;
        private String ciClass;
        private long schema;
        private String name;
        private State status;
        private @Nullable String environment;
        private Criticality criticality;
        private Stewardship stewardship;
        private Map<String, CiValue> attributes;
        private Certification certification;
        private Instant createdAt;
        private Instant changedAt;
        private Instant lastSeenAt;
        private ChainHead chain;

        Parts(ConfigurationItem from) {
            id = from.id;
            tenant = from.tenant;
            version = from.version;
            ciClass = from.ciClass;
            schema = from.schema;
            name = from.name;
            status = from.status;
            environment = from.environment;
            criticality = from.criticality;
            stewardship = from.stewardship;
            attributes = from.attributes;
            certification = from.certification;
            createdAt = from.createdAt;
            changedAt = from.changedAt;
            lastSeenAt = from.lastSeenAt;
            chain = from.chain;
        }

        ConfigurationItem whole() {
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
                    changedAt,
                    lastSeenAt,
                    chain);
        }
    }
}
