package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import org.junit.jupiter.api.Test;

/** No monitor is held over a call of the store, because none is held at all. */
class MonitorsTest {

    private final Object lock = new Object();
    private int count;

    synchronized void whole() {
        count++;
    }

    void part() {
        synchronized (lock) {
            count++;
        }
    }

    @Test
    void h74_the_library_enters_no_monitor() {
        assertThat(Monitors.enteredIn(Itsm.class)).isEmpty();
    }

    @Test
    void finds_both_kinds_where_there_are_any() {
        whole();
        part();
        assertThat(count).isEqualTo(2);
        assertThat(Monitors.enteredIn(MonitorsTest.class))
                .anyMatch(place -> place.contains("MonitorsTest") && place.contains("void whole()"))
                .anyMatch(place -> place.contains("MonitorsTest") && place.contains("monitorenter"));
    }
}
