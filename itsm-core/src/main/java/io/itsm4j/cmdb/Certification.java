package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody answered for what is recorded of an item.
 *
 * @param at when it was last certified, or null
 * @param by who did, or null
 * @param dueAt when the owner is to have certified it again, or null when nobody asked
 */
public record Certification(
        @Nullable Instant at,
        @Nullable PersonId by,
        @Nullable Instant dueAt) {

    /** Never asked and never given. */
    public static final Certification NONE = new Certification(null, null, null);
}
