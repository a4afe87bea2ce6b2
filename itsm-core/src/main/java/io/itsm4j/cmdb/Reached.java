package io.itsm4j.cmdb;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in reach of some items.
 *
 * @param ids the items, those it began with left out
 * @param isPartial whether there are more
 */
public record Reached(Set<String> ids, boolean isPartial) {

    /** Copies the items, in order. */
    public Reached {
        ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    }
}
