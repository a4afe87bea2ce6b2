package io.itsm4j.asset;

import java.time.Instant;

/**
 * That an asset is an accessory of another.
 *
 * @param main the id of the main asset
 * @param since when it was attached
 * @param original whether it came with the main asset, rather than being added later
 */
public record Belonging(String main, Instant since, boolean original) {}
