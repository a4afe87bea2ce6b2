package io.itsm4j.memory;

import io.itsm4j.testkit.DifferentialContract;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.StoreFixture;

class MemoryDifferentialTest extends DifferentialContract {

    private final StoreFixture fixture = new MemoryFixture();

    @Override
    protected StoreFixture fixture() {
        return fixture;
    }
}
