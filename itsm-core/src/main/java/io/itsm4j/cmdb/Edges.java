package io.itsm4j.cmdb;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an analysis gets the relations from, level by level. */
interface Edges {

    /** Items first, then what a host brings in, each by its text; the order of a {@link Snapshot}. */
    Comparator<String> ORDER =
            Comparator.<String>comparingInt(id -> isItem(id) ? 0 : 1).thenComparing(id -> id);

    /** How long an item's id is: 32 hexadecimal digits in five groups. */
    int ID_LENGTH = 36;

    /**
     * A relation as an analysis follows it.
     *
     * @param source where it comes from
     * @param target where it leads
     * @param type the type of relation
     * @param group the key of the redundancy group, or null
     */
    record Edge(
            String source,
            String target,
            String type,
            @Nullable String group) {}

    /**
     * A redundancy group as it stands.
     *
     * @param size how many members it has
     * @param needed how many are needed
     */
    record Group(int size, int needed) {}

    /** The relations that lead away from these items; when there are more than the bound, any more than that many. */
    List<Edge> leaving(Collection<String> items, long most);

    /** The groups of these keys. */
    Map<String, Group> groups(Collection<String> keys);

    /** Whether it is the id of an item of ours, and not of something the host brings in. */
    static boolean isItem(String id) {
        if (id.length() != ID_LENGTH) {
            return false;
        }
        for (int i = 0; i < ID_LENGTH; i++) {
            char sign = id.charAt(i);
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? sign != '-' : (sign < '0' || sign > '9') && (sign < 'a' || sign > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The key of a group: its dependent item and its name. */
    static String groupKey(String dependent, String name) {
        return dependent + "/" + name;
    }

    /** The dependent item of a group's key. */
    static String dependentOf(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    /** The name of a group of this key. */
    static String nameOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
