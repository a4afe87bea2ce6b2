package io.itsm4j.cmdb;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an item and where it belongs.
 *
 * @param owner who answers for it, or null
 * @param group who supports it, or null
 * @param location the item that is its location, or null
 * @param service the item that is the service it serves, or null
 */
public record Stewardship(
        @Nullable PersonId owner,
        @Nullable GroupId group,
        @Nullable String location,
        @Nullable String service) {

    /** Nobody and nowhere. */
    public static final Stewardship NONE = new Stewardship(null, null, null, null);
}
