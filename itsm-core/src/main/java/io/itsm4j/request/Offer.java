package io.itsm4j.request;

/**
 * An item as it can be ordered now.
 *
 * @param item the item
 * @param revision which revision of it
 * @param hash the hash of that revision's content
 */
public record Offer(CatalogueItem item, long revision, String hash) {}
