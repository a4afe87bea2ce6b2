package io.itsm4j.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an asset is being repaired.
 *
 * @param since when it was sent away
 * @param ticket the id of the ticket that it is repaired for, or null
 * @param by the id of who repairs it, or null
 */
public record Repair(
        Instant since, @Nullable String ticket, @Nullable String by) {}
