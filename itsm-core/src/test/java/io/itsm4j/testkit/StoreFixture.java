package io.itsm4j.testkit;

import io.itsm4j.storage.Store;

/** How a contract suite gets at a store: the handful of lines that an adapter has to write. */
public interface StoreFixture extends AutoCloseable {

    /** A store without records; called before each test. The same database may lie underneath, emptied. */
    Store empty();

    /** A second store on the same records, as another node would have; the same one where there can be only one. */
    Store secondNode();

    /** Whether {@link #secondNode()} is a different instance with caches, leases and connections of its own. */
    default boolean hasSecondNode() {
        return true;
    }

    /**
     * Whether texts compare by code point beyond the basic plane too. A database that compares by UTF-16 unit sorts
     * supplementary characters before U+E000 to U+FFFF; everything the library itself sorts by is below both.
     */
    default boolean comparesByCodePoint() {
        return true;
    }

    /** How many commands may run at once; a database's pool needs one connection more than that. */
    default int parallelCommands() {
        return 6;
    }

    /**
     * Whether the full sizes are shown on it when they are asked for ({@code -Ditsm.test.size=full}); on other stores
     * the cut ones prove the rule.
     */
    default boolean showsFullSizes() {
        return false;
    }

    @Override
    default void close() {}
}
