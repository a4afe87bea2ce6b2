package io.itsm4j.cmdb;

import java.util.List;

/**
 * An item that an analysis arrived at.
 *
 * @param ci the item
 * @param depth how many relations away
 * @param causes why: one relation, or the failed members of a redundancy group of which too few are left; the first one
 *     of several equally near, by id and type
 */
public record Hit(String ci, int depth, List<Cause> causes) {

    /** Copies the causes. */
    public Hit {
        causes = List.copyOf(causes);
    }
}
