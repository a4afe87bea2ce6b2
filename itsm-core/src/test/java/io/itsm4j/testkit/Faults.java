package io.itsm4j.testkit;

import org.junit.jupiter.api.Nested;

/** Every fault at once: extend it, say how the store is made, and that is all. */
public abstract class Faults {

    /** How the store is made; the same fixture at every call. */
    protected abstract StoreFixture fixture();

    @Nested
    class Hosts extends FaultyHosts {

        @Override
        protected StoreFixture fixture() {
            return Faults.this.fixture();
        }
    }

    @Nested
    class Stores extends FaultyStores {

        @Override
        protected StoreFixture fixture() {
            return Faults.this.fixture();
        }
    }

    @Nested
    class AtOnce extends Races {

        @Override
        protected StoreFixture fixture() {
            return Faults.this.fixture();
        }
    }
}
