package io.itsm4j.asset;

import org.jspecify.annotations.Nullable;

/**
 * What an asset is and by what it is told apart.
 *
 * @param kind what kind of thing, for example {@code laptop}
 * @param name one line
 * @param tag the number on its label, unique within the tenant whatever the case, or null
 * @param serial the serial number, unique within the tenant whatever the case, or null
 * @param model the maker's name for it, or null
 * @param manufacturer who made it, or null
 */
public record AssetIdentity(
        String kind,
        String name,
        @Nullable String tag,
        @Nullable String serial,
        @Nullable String model,
        @Nullable String manufacturer) {}
