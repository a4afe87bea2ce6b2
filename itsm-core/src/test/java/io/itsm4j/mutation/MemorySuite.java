package io.itsm4j.mutation;

import io.itsm4j.testkit.MemoryFixture;
import io.itsm4j.testkit.QueryContract;
import io.itsm4j.testkit.StoreContract;
import io.itsm4j.testkit.StoreFixture;
import io.itsm4j.testkit.TransactionContract;
import org.junit.jupiter.api.Nested;

/** What exercises the store in memory. */
class MemorySuite {

    private final MemoryFixture memory = new MemoryFixture();

    @Nested
    class Stores extends StoreContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Transactions extends TransactionContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }

    @Nested
    class Queries extends QueryContract {

        @Override
        protected StoreFixture fixture() {
            return memory;
        }
    }
}
