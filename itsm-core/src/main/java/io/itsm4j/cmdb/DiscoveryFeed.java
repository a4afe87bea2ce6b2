package io.itsm4j.cmdb;

import java.util.function.Consumer;

/** Somebody who knows what is there: a discovery tool, a file, a count of the shelves. */
public interface DiscoveryFeed {

    /** What values that come from it are marked with, at most 100 characters; not {@code manual}. */
    String source();

    /**
     * Hands over everything it knows, row by row and never all at once: items before the relations between them.
     *
     * @param rows takes one row after the other; may throw, and then the reading ends
     */
    void read(Consumer<Discovered> rows);
}
