package io.itsm4j.cmdb;

/**
 * A service that an analysis arrived at.
 *
 * @param id the item
 * @param name its name
 * @param depth how far it is from what failed; 0 when it failed itself
 */
public record AffectedService(String id, String name, int depth) {}
