package io.itsm4j.memory;

import io.itsm4j.testkit.HostileInputs;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.StoreFixture;

class MemoryHostileInputTest extends HostileInputs {

    private final MemoryFixture memory = new MemoryFixture();

    @Override
    protected StoreFixture fixture() {
        return memory;
    }
}
