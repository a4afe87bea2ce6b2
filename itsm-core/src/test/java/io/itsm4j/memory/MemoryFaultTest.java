package io.itsm4j.memory;

import io.itsm4j.testkit.Faults;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.StoreFixture;

class MemoryFaultTest extends Faults {

    private final MemoryFixture memory = new MemoryFixture();

    @Override
    protected StoreFixture fixture() {
        return memory;
    }
}
