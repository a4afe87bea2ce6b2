package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.testkit.Monitors;
import org.junit.jupiter.api.Test;

class JpaMonitorsTest {

    @Test
    void h74_the_store_enters_no_monitor() {
        assertThat(Monitors.enteredIn(JpaStore.class)).isEmpty();
    }
}
