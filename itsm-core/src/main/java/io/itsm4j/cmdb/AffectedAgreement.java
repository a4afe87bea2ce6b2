package io.itsm4j.cmdb;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An agreement about services that an analysis hits.
 *
 * @param key its name for programs
 * @param name what people call it
 * @param kind with whom it is made: {@code SLA}, {@code OLA} or {@code UC}
 * @param services the services hit that it is about, by id
 */
public record AffectedAgreement(String key, String name, String kind, Set<String> services) {

    /** Copies the services, in order. */
    public AffectedAgreement {
        services = Collections.unmodifiableSet(new TreeSet<>(services));
    }
}
