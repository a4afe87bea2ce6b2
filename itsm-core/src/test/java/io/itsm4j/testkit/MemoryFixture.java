package io.itsm4j.testkit;

import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;

/** The in-memory store as a fixture; two nodes share one instance. */
public final class MemoryFixture implements StoreFixture {

    private MemoryStore store = new MemoryStore();

    @Override
    public Store empty() {
        store = new MemoryStore(java.time.Duration.ofSeconds(2));
        return store;
    }

    @Override
    public Store secondNode() {
        return store;
    }

    @Override
    public int parallelCommands() {
        return 8;
    }

    @Override
    public boolean hasSecondNode() {
        return false;
    }
}
