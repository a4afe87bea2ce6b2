package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Decision;
import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.InvalidLifecycleException;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.StateMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecyclesGuideTest {

    // region lifecycle-table
    static final State BROUGHT = State.of("BROUGHT", StateCategory.NEW);
    static final State REPAIRED = State.of("REPAIRED", StateCategory.RESOLVED);
    static final State FETCHED = State.of("FETCHED", StateCategory.CLOSED);

    record Bike(boolean paid) {}

    static final Guard<Bike> PAID = Guard.named("PAID", "the repair is not paid", Bike::paid);

    // spotless:off
    static final Lifecycle<Bike> BIKES = Lifecycle.<Bike>named("bike").version(1).initial(BROUGHT)
            .transition("repair").from(BROUGHT).to(REPAIRED).by(Role.AGENT)
            .transition("fetch").from(REPAIRED).to(FETCHED).requires("receipt").guardedBy(PAID)
            .stay("comment").inEvery()
            .build();
    // spotless:on
    // endregion

    @Test
    void a_lifecycle_decides() {
        // region lifecycle-decide
        Decision<Bike> decision = BIKES.decide(REPAIRED, Action.of("fetch"), new Bike(false));
        String answer = decision instanceof Decision.Refused<Bike> refused
                ? refused.failed().get(0).reason() // the repair is not paid
                : "go ahead";
        // endregion

        assertThat(answer).isEqualTo("the repair is not paid");
    }

    @Test
    void all_faults_are_reported_at_once() {
        State lost = State.of("LOST", StateCategory.PENDING);
        InvalidLifecycleException broken = catchThrowableOfType(
                InvalidLifecycleException.class,
                () -> Lifecycle.<Bike>named("bike")
                        .initial(BROUGHT)
                        .transition("lose")
                        .from(BROUGHT)
                        .to(lost)
                        .actions("sing")
                        .build());

        assertThat(broken.faults()).extracting(fault -> fault.subject()).contains("LOST", "sing");
    }

    @Test
    void it_prints_itself() {
        // region lifecycle-diagram
        String mermaid = LifecycleDiagrams.mermaid(BIKES);
        String plantUml = LifecycleDiagrams.plantUml(BIKES, DiagramOptions.STANDARD.withoutStays());
        // endregion

        assertThat(mermaid).startsWith("stateDiagram-v2\n").contains("BROUGHT --> REPAIRED : repair");
        assertThat(plantUml).startsWith("@startuml\n").doesNotContain("comment");
    }

    @Test
    void a_new_definition_maps_every_state_of_the_old_one() {
        State checked = State.of("CHECKED", StateCategory.ACTIVE);
        Lifecycle<Bike> second = Lifecycle.<Bike>named("bike")
                .version(2)
                .initial(BROUGHT)
                .transition("check")
                .from(BROUGHT)
                .to(checked)
                .transition("fetch")
                .from(checked)
                .to(FETCHED)
                .build();

        // region lifecycle-map
        StateMap map = StateMap.total(
                BIKES, second, Map.of("BROUGHT", "BROUGHT", "REPAIRED", "CHECKED", "FETCHED", "FETCHED"));
        String after = map.newStateOf("REPAIRED"); // CHECKED
        // endregion

        assertThat(after).isEqualTo("CHECKED");
    }
}
