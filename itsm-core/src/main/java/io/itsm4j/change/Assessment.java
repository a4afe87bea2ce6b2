package io.itsm4j.change;

import org.jspecify.annotations.Nullable;

/**
 * What the change means for others (GB/T 28827: feasibility, performance, existing services, resources).
 *
 * @param feasibility whether it can be done, or null
 * @param performance what it does to performance, or null
 * @param services what it does to existing services, or null
 * @param resources what it takes, or null
 */
public record Assessment(
        @Nullable String feasibility,
        @Nullable String performance,
        @Nullable String services,
        @Nullable String resources) {

    /** Nothing is assessed yet. */
    public static final Assessment NONE = new Assessment(null, null, null, null);
}
