package io.itsm4j.cmdb;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a change or a release makes of the records when it is carried out.
 *
 * @param ci the item
 * @param key the attribute, or {@code name}, {@code environment}, {@code criticality}, {@code owner}, {@code group},
 *     {@code location}, {@code service}, {@code status}; or {@code relate} or {@code unrelate}, a space and the type of
 *     a relation, for a relation from the item to the one that the value names; behind {@code relate} and the type
 *     perhaps how many are needed and, after a space, of which redundancy group: {@code relate runs-on 1 cluster}
 * @param value the value as text, or null to clear it
 */
public record CiEdit(String ci, String key, @Nullable String value) {}
