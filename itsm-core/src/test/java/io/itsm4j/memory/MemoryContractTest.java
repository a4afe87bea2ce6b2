package io.itsm4j.memory;

import io.itsm4j.testkit.AllContracts;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.StoreFixture;

// region testing-contract
class MemoryContractTest extends AllContracts {

    private final MemoryFixture memory = new MemoryFixture();

    @Override
    protected StoreFixture fixture() {
        return memory;
    }
}
// endregion
