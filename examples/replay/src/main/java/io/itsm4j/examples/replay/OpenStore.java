package io.itsm4j.examples.replay;

import io.itsm4j.storage.Store;

/**
 * A store with what it stands on.
 *
 * @param store where the library keeps its records
 * @param title what it is
 * @param end stops what was started for it
 */
record OpenStore(Store store, String title, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
