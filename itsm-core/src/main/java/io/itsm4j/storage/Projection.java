package io.itsm4j.storage;

import java.util.List;
import java.util.function.Function;

/**
 * A cheap view of a record: some of its attributes of one value, and how they become the view. A database adapter reads
 * just these columns.
 *
 * @param attributes what is read, none of many values
 * @param view makes the view of the plain values, in the order of the attributes; values may be null
 */
public record Projection<R, S>(List<Attribute<R, ?>> attributes, Function<List<Object>, S> view) {

    /** Copies the attributes. */
    public Projection {
        attributes = List.copyOf(attributes);
    }
}
