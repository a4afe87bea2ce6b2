package io.itsm4j.jpa;

import io.itsm4j.jpa.fixture.JpaFixture;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.testkit.ExportContract;
import io.itsm4j.testkit.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HibernateH2ExportTest extends ExportContract {

    private static JpaFixture fixture;

    @BeforeAll
    static void start() {
        fixture = JpaFixture.on(TestStore.HIBERNATE_H2);
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
