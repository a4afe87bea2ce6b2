package io.itsm4j.cmdb;

import java.time.Instant;

/**
 * The value of an attribute of an item.
 *
 * @param value a {@code String}, {@code Long}, {@code Boolean} or {@code Instant}
 * @param source where it comes from: {@code manual}, or the name of a feed
 * @param seenAt when the source last said so; a feed's repeats move it at most once a day
 * @param isLocked whether feeds may no longer change it
 * @param isIndexed whether the attribute was declared indexed when the value was set
 */
public record CiValue(Object value, String source, Instant seenAt, boolean isLocked, boolean isIndexed) {

    /** What people enter comes from here. */
    public static final String MANUAL = "manual";

    /** The same, locked or not. */
    CiValue locked(boolean locked) {
        return new CiValue(value, source, seenAt, locked, isIndexed);
    }
}
