package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import java.util.Map;
import java.util.Set;

/**
 * Lets things that the host keeps itself take part in the graph, without a copy: relations name them as {@code scheme},
 * a colon and the host's key. Called within the caller's transaction.
 */
public interface HostItems {

    /** The first part of the names, lower-case letters, for example {@code vehicle}. */
    String scheme();

    /**
     * What is there.
     *
     * @param tenant whose
     * @param keys the host's keys
     * @return by key; what is not there is left out
     */
    Map<String, HostItem> find(TenantId tenant, Set<String> keys);

    /**
     * A thing of the host's.
     *
     * @param name what people know it by
     * @param ciClass the class it counts as
     */
    record HostItem(String name, String ciClass) {}
}
