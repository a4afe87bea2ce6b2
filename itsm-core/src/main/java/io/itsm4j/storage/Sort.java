package io.itsm4j.storage;

/**
 * One sort key. The primary key is always the last one, in the direction of the last sort.
 *
 * @param attribute a sortable attribute of one value
 * @param descending whether the largest comes first
 */
public record Sort<R>(Attribute<R, ?> attribute, boolean descending) {

    /** Smallest first. */
    public static <R> Sort<R> ascending(Attribute<R, ?> attribute) {
        return new Sort<>(attribute, false);
    }

    /** Largest first. */
    public static <R> Sort<R> descending(Attribute<R, ?> attribute) {
        return new Sort<>(attribute, true);
    }

    @Override
    public String toString() {
        return attribute.name() + (descending ? " desc" : " asc");
    }
}
