package io.itsm4j.testkit;

import org.junit.jupiter.api.Nested;

/**
 * Every hostile input at once: extend it, say how the store is made, and that is all. Methods are named after the rows
 * of the catalogue of hostile inputs, {@code HostileRows} says where the rows are that are not here.
 */
public abstract class HostileInputs {

    /** How the store is made; the same fixture at every call. */
    protected abstract StoreFixture fixture();

    @Nested
    class Texts extends HostileTexts {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Queries extends HostileQueries {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Ids extends HostileIds {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Steps extends HostileSteps {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Files extends HostileFiles {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Definitions extends HostileDefinitions {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Locales extends HostileLocales {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class ServiceLevels extends HostileServiceLevels {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Practices extends HostilePractices {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Rules extends HostileRules {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }

    @Nested
    class Graphs extends HostileConfigurations {

        @Override
        protected StoreFixture fixture() {
            return HostileInputs.this.fixture();
        }
    }
}
