package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
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
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Store;
import io.itsm4j.testkit.LifecycleAssert;
import io.itsm4j.ticket.Migration;
import io.itsm4j.ticket.MigrationReport;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
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

    @Test
    void a_test_asserts_that_a_lifecycle_is_sound() {
        // region lifecycle-assert
        LifecycleAssert.assertSound(BIKES); // or a LifecycleBuilder, or a TicketType
        // endregion

        AssertionError failed = catchThrowableOfType(
                AssertionError.class,
                () -> LifecycleAssert.assertSound(Lifecycle.<Bike>named("bike").actions("sing")));
        assertThat(failed).hasMessageContaining("MISSING_INITIAL").hasMessageContaining("UNUSED_ACTION");
    }

    @Test
    void live_tickets_are_moved_to_a_new_version() {
        Store store = new MemoryStore();
        TicketType<Bike> first = bikes(1, REPAIRED);
        Itsm before = Itsm.builder().store(store).type(first).build();
        TicketId id = before.as(BOB)
                .tickets(first)
                .open(OpenTicket.titled("A bicycle"))
                .id();
        before.as(BOB).tickets(first).act(id, Action.of("repair"), "new chain");
        TicketType<Bike> second = bikes(2, State.of("CHECKED", StateCategory.RESOLVED));
        StateMap map = StateMap.total(
                first.lifecycle(),
                second.lifecycle(),
                Map.of("BROUGHT", "BROUGHT", "REPAIRED", "CHECKED", "FETCHED", "FETCHED"));

        // region lifecycle-migrate
        Itsm itsm =
                Itsm.builder().store(store).type(second).migrate("bike", map).build(); // open tickets

        Migration rest = itsm.migration("bike", map).withEnded();
        MigrationReport wouldMove = rest.plan(); // counts, writes nothing
        MigrationReport moved;
        do {
            moved = rest.run(1_000); // a batch at a time, whenever it suits
        } while (moved.more());
        // endregion

        assertThat(itsm.as(BOB).tickets(second).get(id).state().name()).isEqualTo("CHECKED");
        assertThat(wouldMove.tickets()).isZero();
    }

    private static final Actor BOB = Actor.of("acme", "bob", Role.AGENT);

    private static TicketType<Bike> bikes(int version, State repaired) {
        return TicketType.named("bike", "BIK", Bike.class, new Bike(false))
                .livingBy(StandardActions.addTo(Lifecycle.<Step<Bike>>named("bike")
                                .version(version)
                                .initial(BROUGHT)
                                .transition("repair")
                                .from(BROUGHT)
                                .to(repaired)
                                .by(Role.AGENT)
                                .transition("fetch")
                                .from(repaired)
                                .to(FETCHED)
                                .by(Role.AGENT))
                        .build());
    }
}
