package io.itsm4j.mutation;

import io.itsm4j.testkit.ErasureContract;
import io.itsm4j.testkit.JournalContract;
import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.OutboxContract;
import io.itsm4j.testkit.StoreFixture;
import org.junit.jupiter.api.Nested;

/** What exercises the journal and the outbox. */
class JournalSuite {

    private final MemoryFixture memory = new MemoryFixture();

    @Nested
    class Journals extends JournalContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Outboxes extends OutboxContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Erasures extends ErasureContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }
}
