package io.itsm4j.cmdb;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became different between two instants.
 *
 * @param from the earlier instant
 * @param to the later instant
 * @param items the items that came, went or changed, by name and id
 * @param begun the relations that hold only at the later instant
 * @param ended the relations that held only at the earlier instant
 * @param isPartial whether there was more than could be compared
 */
public record Difference(
        Instant from,
        Instant to,
        List<ItemChange> items,
        List<CiRelation> begun,
        List<CiRelation> ended,
        boolean isPartial) {

    /** Copies the lists. */
    public Difference {
        items = List.copyOf(items);
        begun = List.copyOf(begun);
        ended = List.copyOf(ended);
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return items.isEmpty() && begun.isEmpty() && ended.isEmpty();
    }

    /** What became of an item. */
    public enum Kind {
        /** It was not there before. */
        CAME,
        /** It is no longer there. */
        WENT,
        /** It is another. */
        CHANGED
    }

    /**
     * An item that is different.
     *
     * @param ci the item
     * @param name its name, the later one
     * @param kind what became of it
     * @param values what is different about it, by key
     */
    public record ItemChange(String ci, String name, Kind kind, List<ValueChange> values) {

        /** Copies the values. */
        public ItemChange {
            values = List.copyOf(values);
        }
    }

    /**
     * A value that is different.
     *
     * @param key the attribute, or {@code name}, {@code class}, {@code status}, {@code environment},
     *     {@code criticality}, {@code owner}, {@code group}, {@code location}, {@code service}
     * @param before the value before, or null
     * @param after the value after, or null
     */
    public record ValueChange(
            String key, @Nullable Object before, @Nullable Object after) {}
}
