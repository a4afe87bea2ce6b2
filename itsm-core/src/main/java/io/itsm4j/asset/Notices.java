package io.itsm4j.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When it is said next that the cover of an asset ends; null for no more.
 *
 * @param warranty of the warranty
 * @param contract of the contract
 */
public record Notices(@Nullable Instant warranty, @Nullable Instant contract) {

    /** Nothing ends. */
    static final Notices NONE = new Notices(null, null);
}
