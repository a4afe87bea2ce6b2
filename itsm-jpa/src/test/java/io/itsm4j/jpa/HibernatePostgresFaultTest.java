package io.itsm4j.jpa;

import io.itsm4j.jpa.fixture.JpaFixture;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.testkit.Faults;
import io.itsm4j.testkit.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HibernatePostgresFaultTest extends Faults {

    private static JpaFixture fixture;

    @BeforeAll
    static void start() {
        fixture = JpaFixture.on(TestStore.HIBERNATE_POSTGRES);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Override
    protected StoreFixture fixture() {
        return fixture;
    }
}
