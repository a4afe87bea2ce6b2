package io.itsm4j.cmdb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the items of a class come to a new definition of it.
 *
 * @param renamed old key to new key
 * @param defaults values for items that have none
 * @param dropped keys whose values go
 * @param statuses old status to new status, for those that the new lifecycle does not have
 */
public record ClassMigration(
        Map<String, String> renamed, Map<String, Object> defaults, Set<String> dropped, Map<String, String> statuses) {

    /** Items fit as they are. */
    public static final ClassMigration NONE = new ClassMigration(Map.of(), Map.of(), Set.of(), Map.of());

    /** Copies the collections. */
    public ClassMigration {
        renamed = Map.copyOf(renamed);
        defaults = Map.copyOf(defaults);
        dropped = Set.copyOf(dropped);
        statuses = Map.copyOf(statuses);
    }

    /** The same with a key that has another name now. */
    public ClassMigration renaming(String before, String after) {
        Map<String, String> more = new HashMap<>(renamed);
        more.put(before, after);
        return new ClassMigration(more, defaults, dropped, statuses);
    }

    /** The same with a value for items that have none. */
    public ClassMigration defaulting(String key, Object value) {
        Map<String, Object> more = new HashMap<>(defaults);
        more.put(key, value);
        return new ClassMigration(renamed, more, dropped, statuses);
    }

    /** The same without the values of these keys. */
    public ClassMigration dropping(String... keys) {
        Set<String> more = new HashSet<>(dropped);
        more.addAll(List.of(keys));
        return new ClassMigration(renamed, defaults, more, statuses);
    }

    /** The same with another status for items in this one. */
    public ClassMigration moving(String before, String after) {
        Map<String, String> more = new HashMap<>(statuses);
        more.put(before, after);
        return new ClassMigration(renamed, defaults, dropped, more);
    }
}
