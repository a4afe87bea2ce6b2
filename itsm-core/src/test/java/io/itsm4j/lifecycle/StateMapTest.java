package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.SCRAPPED;
import static io.itsm4j.lifecycle.Repairs.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateMapTest {

    private static final Lifecycle<String> OLD = Lifecycle.<String>named("loan")
            .initial(BROUGHT)
            .transition("wait")
            .from(BROUGHT)
            .to(WAITING)
            .transition("fetch")
            .from(WAITING)
            .to(FETCHED)
            .build();
    private static final Lifecycle<String> NEW = Lifecycle.<String>named("loan")
            .version(2)
            .initial(BROUGHT)
            .transition("fetch")
            .from(BROUGHT)
            .to(FETCHED)
            .transition("scrap")
            .from(BROUGHT)
            .to(SCRAPPED)
            .build();

    @Test
    void says_where_every_old_state_goes() {
        var map = StateMap.total(OLD, NEW, Map.of("BROUGHT", "BROUGHT", "WAITING", "BROUGHT", "FETCHED", "FETCHED"));
        assertThat(map.lifecycle()).isEqualTo("loan");
        assertThat(map.fromVersion()).isEqualTo(1);
        assertThat(map.toVersion()).isEqualTo(2);
        assertThat(map.newStateOf("WAITING")).isEqualTo("BROUGHT");
        assertThatThrownBy(() -> map.newStateOf("SCRAPPED"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the state map of loan does not say where SCRAPPED goes");
    }

    @Test
    void lists_everything_that_is_missing_or_unknown() {
        var map = new LinkedHashMap<String, String>();
        map.put("WAITING", "LIMBO");
        map.put("SCRAPPED", "SCRAPPED");
        assertThatThrownBy(() -> StateMap.total(OLD, NEW, map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state map from loan v1 to loan v2: BROUGHT is not mapped; FETCHED is not mapped;"
                        + " WAITING goes to LIMBO, which is not a state of loan v2;"
                        + " SCRAPPED is not a state of loan v1");
    }

    @Test
    void needs_two_versions_of_one_lifecycle() {
        var same = Map.of("BROUGHT", "BROUGHT", "WAITING", "WAITING", "FETCHED", "FETCHED");
        assertThatThrownBy(() -> StateMap.total(OLD, OLD, same))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("state map from loan v1 to loan v1: it needs two versions of one lifecycle");
        assertThatThrownBy(() -> StateMap.total(OLD, Repairs.table().version(2).build(), same))
                .hasMessage("state map from loan v1 to repair v2: it needs two versions of one lifecycle");
    }

    @Test
    void keeps_its_own_copy() {
        var states = new LinkedHashMap<>(Map.of("A", "B"));
        var map = new StateMap("loan", 1, 2, states);
        states.clear();
        assertThat(map.states()).containsExactly(Map.entry("A", "B"));
        assertThatThrownBy(() -> map.states().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
