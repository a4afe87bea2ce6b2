package io.itsm4j.cmdb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a feed. */
public sealed interface Discovered {

    /** The row's number, from 1; for a text file the number of the record, headings not counted. */
    long row();

    /**
     * An item.
     *
     * @param row the row's number
     * @param key what the feed itself calls it, unique within the feed, or null
     * @param ciClass its class, or null when the row does not say
     * @param values what was found, by key: attributes, and {@code name}, {@code environment}, {@code criticality},
     *     {@code owner}, {@code group}; texts are read as what the attribute holds when {@code isText}
     * @param isText whether every value is text from a file without types
     */
    record Item(long row, @Nullable String key, @Nullable String ciClass, Map<String, Object> values, boolean isText)
            implements Discovered {

        /** Copies the values. */
        public Item {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * A relation between two items of the feed, or of an earlier reading of it.
     *
     * @param row the row's number
     * @param from what the feed calls the first end, or the id of an item
     * @param type the type
     * @param to what the feed calls the second end, or the id of an item
     * @param group the redundancy group, or null
     * @param needed how many members of the group are needed; 0 without a group
     */
    record Relation(
            long row,
            @Nullable String from,
            @Nullable String type,
            @Nullable String to,
            @Nullable String group,
            int needed)
            implements Discovered {}

    /**
     * A row that could not be read.
     *
     * @param row the row's number
     * @param field where, for example a JSON path
     * @param code the code of the fault
     * @param detail what its message names
     */
    record Broken(long row, String field, String code, Map<String, ?> detail) implements Discovered {}
}
