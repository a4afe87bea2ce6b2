package io.itsm4j.memory;

import io.itsm4j.testkit.ExportContract;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.StoreFixture;

class MemoryExportTest extends ExportContract {

    @Override
    protected StoreFixture fixture() {
        return new MemoryFixture();
    }
}
