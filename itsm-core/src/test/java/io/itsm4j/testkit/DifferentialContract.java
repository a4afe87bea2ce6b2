package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.memory.MemoryStore;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lives random histories on a store and on the one in memory; both must end alike. The system property
 * {@code itsm.test.size} set to {@code full} makes them 2,000 steps long instead of 200.
 */
public abstract class DifferentialContract {

    /** How the store is made; the same fixture at every call. */
    protected abstract StoreFixture fixture();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_123})
    void ends_every_history_as_the_store_in_memory_does(long seed) {
        boolean full = "full".equals(System.getProperty("itsm.test.size", "").toLowerCase(Locale.ROOT));
        int steps = full ? 2_000 : 200;

        RandomHistory.Snapshot here = RandomHistory.live(seed, steps, fixture().empty());
        RandomHistory.Snapshot inMemory = RandomHistory.live(seed, steps, new MemoryStore());

        assertThat(here.outcomes()).containsExactlyElementsOf(inMemory.outcomes());
        assertThat(here.kept()).containsExactlyElementsOf(inMemory.kept());
        assertThat(here.counts()).isEqualTo(inMemory.counts());
    }
}
