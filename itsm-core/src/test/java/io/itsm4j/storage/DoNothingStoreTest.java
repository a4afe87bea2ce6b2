package io.itsm4j.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.itsm4j.testkit.AllContracts;
import io.itsm4j.testkit.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Every contract test asks something of the store: one that does nothing passes none of them. */
class DoNothingStoreTest {

    /** The contracts, run on nothing; not found by the build because it is nested and static. */
    static final class OnNothing extends AllContracts {

        private final DoNothingStore store = new DoNothingStore();

        @Override
        protected StoreFixture fixture() {
            return new StoreFixture() {

                @Override
                public Store empty() {
                    return store;
                }

                @Override
                public Store secondNode() {
                    return store;
                }
            };
        }
    }

    private static final class Tally implements TestExecutionListener {

        private final List<String> failed = new ArrayList<>();
        private final List<String> passed = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
                (good ? passed : failed).add(identifier.getDisplayName());
            }
        }
    }

    @Test
    void passes_no_contract_test_at_all() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(OnNothing.class))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        Tally tally = new Tally();

        LauncherFactory.create().execute(request, tally);

        assertThat(tally.passed).isEmpty();
        assertThat(tally.failed).hasSizeGreaterThan(150);
    }
}
