package io.itsm4j.request;

import org.jspecify.annotations.Nullable;

/**
 * A branch of the service catalogue.
 *
 * @param key what others name it by
 * @param parent the key of the branch above, or null at the top
 * @param name its name
 * @param position where it stands among its neighbours, lowest first
 */
public record ServiceCategory(String key, @Nullable String parent, Wording name, int position) {

    /** The deepest tree of categories. */
    public static final int DEPTH = 20;

    /** A branch at the top. */
    public static ServiceCategory top(String key, Wording name) {
        return new ServiceCategory(key, null, name, 0);
    }

    /** The same below another branch. */
    public ServiceCategory under(@Nullable String above) {
        return new ServiceCategory(key, above, name, position);
    }

    /** The same at a place. */
    public ServiceCategory at(int place) {
        return new ServiceCategory(key, parent, name, place);
    }

    void check(Faults faults) {
        faults.key("key", key);
        if (parent != null) {
            faults.key("parent", parent);
        }
        faults.wording("name", name, 200);
    }
}
