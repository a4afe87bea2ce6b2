package io.itsm4j.change;

import io.itsm4j.actor.TenantId;
import io.itsm4j.ticket.Impact;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What depends on a configuration item, so that two changes do not get in each other's way. Asked within the
 * transaction that books a window.
 */
@FunctionalInterface
public interface Dependencies {

    /**
     * Everything that is hit when one of the items fails: the items themselves, what rests on them, what rests on that,
     * and so on.
     *
     * @param items the references of the items
     * @return at most 10,000 references, the given ones among them
     */
    Set<String> dependants(TenantId tenant, Collection<String> items);

    /**
     * The classes of the items, for windows that are declared for a class.
     *
     * @param items the references of the items
     */
    default Set<String> classes(TenantId tenant, Collection<String> items) {
        return Set.of();
    }

    /**
     * How much of the business is hit when the items fail, so that a change is never rated as if it were less.
     *
     * @param items the references of the items
     * @return empty when nothing is known about any of them
     */
    default Optional<Impact> rating(TenantId tenant, Collection<String> items) {
        return Optional.empty();
    }

    /** Nothing is known to depend on anything: an item is hit by its own changes only. */
    static Dependencies unknown() {
        return (tenant, items) -> Set.copyOf(items);
    }
}
