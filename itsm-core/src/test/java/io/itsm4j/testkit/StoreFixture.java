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

    @Override
    default void close() {}
}
