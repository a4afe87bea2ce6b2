package io.itsm4j.cmdb;

import org.jspecify.annotations.Nullable;

/**
 * One relation that an item is hit through.
 *
 * @param from the item it comes from
 * @param relation the type of the relation
 * @param group the redundancy group of the relation, or null
 */
public record Cause(String from, String relation, @Nullable String group) {}
