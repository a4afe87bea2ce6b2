package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Fault.Kind.DEAD_END;
import static io.itsm4j.lifecycle.Fault.Kind.DUPLICATE_TRANSITION;
import static io.itsm4j.lifecycle.Fault.Kind.GUARDS_SHARE_A_NAME;
import static io.itsm4j.lifecycle.Fault.Kind.GUARD_WITHOUT_A_NAME;
import static io.itsm4j.lifecycle.Fault.Kind.MISSING_INITIAL;
import static io.itsm4j.lifecycle.Fault.Kind.STATE_WITH_TWO_CATEGORIES;
import static io.itsm4j.lifecycle.Fault.Kind.TERMINAL_INITIAL;
import static io.itsm4j.lifecycle.Fault.Kind.TRAP;
import static io.itsm4j.lifecycle.Fault.Kind.UNKNOWN_FIELD;
import static io.itsm4j.lifecycle.Fault.Kind.UNREACHABLE_STATE;
import static io.itsm4j.lifecycle.Fault.Kind.UNUSED_ACTION;
import static io.itsm4j.lifecycle.Fault.Kind.UNUSED_STATE;
import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.ON_THE_STAND;
import static io.itsm4j.lifecycle.Repairs.REPAIRED;
import static io.itsm4j.lifecycle.Repairs.SCRAPPED;
import static io.itsm4j.lifecycle.Repairs.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.lifecycle.Fault.Kind;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleFaultsTest {

    @Test
    void a_sound_lifecycle_has_none() {
        assertThat(LifecycleVerifier.verify(Repairs.table())).isEmpty();
    }

    @Test
    void missing_initial_state() {
        var definition = empty().transition("fetch").from(BROUGHT).to(FETCHED);
        finds(definition, MISSING_INITIAL, "repair", "no initial state is named");
    }

    @Test
    void terminal_initial_state() {
        var definition = empty().initial(FETCHED)
                .transition("reopen")
                .from(FETCHED)
                .to(ON_THE_STAND)
                .transition("fetch")
                .from(ON_THE_STAND)
                .to(FETCHED);
        finds(definition, TERMINAL_INITIAL, "FETCHED", "FETCHED is initial and already closed");
    }

    @Test
    void unreachable_state() {
        var definition = sound().transition("scrap")
                .from(WAITING)
                .to(SCRAPPED)
                .transition("scrap")
                .from(BROUGHT)
                .to(SCRAPPED);
        finds(definition, UNREACHABLE_STATE, "WAITING", "no path leads from BROUGHT to WAITING");
    }

    @Test
    void dead_end_even_when_something_can_be_done_there() {
        var definition = sound().transition("wait")
                .from(BROUGHT)
                .to(WAITING)
                .stay("comment")
                .inEvery();
        finds(definition, DEAD_END, "WAITING", "WAITING is pending and no action leads out of it");
    }

    @Test
    void a_cycle_without_a_way_out_traps_each_of_its_states() {
        var definition = sound().transition("wait")
                .from(BROUGHT, ON_THE_STAND)
                .to(WAITING)
                .transition("go-on")
                .from(WAITING)
                .to(ON_THE_STAND);
        var message = "no path leads from %s to a closed or cancelled state, only to %s";
        assertThat(LifecycleVerifier.verify(definition))
                .containsExactly(
                        fault(TRAP, "ON_THE_STAND", message.formatted("ON_THE_STAND", "ON_THE_STAND, WAITING")),
                        fault(TRAP, "WAITING", message.formatted("WAITING", "WAITING, ON_THE_STAND")));
    }

    @Test
    void a_state_that_only_leads_to_a_dead_end_is_a_trap() {
        var definition = sound().transition("start")
                .from(BROUGHT)
                .to(ON_THE_STAND)
                .transition("wait")
                .from(ON_THE_STAND)
                .to(WAITING);
        assertThat(LifecycleVerifier.verify(definition))
                .extracting(Fault::kind, Fault::subject)
                .containsExactly(tuple(TRAP, "ON_THE_STAND"), tuple(DEAD_END, "WAITING"));
    }

    @Test
    void a_terminal_state_with_a_way_back_is_no_trap_and_a_terminal_one_without_is_no_dead_end() {
        var definition = sound().transition("reopen").from(FETCHED).to(BROUGHT);
        assertThat(LifecycleVerifier.verify(definition)).isEmpty();
    }

    @Test
    void unused_state() {
        finds(sound().states(REPAIRED), UNUSED_STATE, "REPAIRED", "no transition leads to REPAIRED or away from it");
        finds(
                sound().stay("comment").in(WAITING),
                UNUSED_STATE,
                "WAITING",
                "no transition leads to WAITING or away from it");
    }

    @Test
    void one_state_name_with_two_categories() {
        var definition = sound().transition("scrap").from(BROUGHT).to(State.of("FETCHED", StateCategory.CANCELLED));
        finds(definition, STATE_WITH_TWO_CATEGORIES, "FETCHED", "FETCHED is declared as closed and cancelled");
    }

    @Test
    void duplicate_transition() {
        var definition = sound().transition("fetch").from(BROUGHT).to(SCRAPPED);
        finds(
                definition,
                DUPLICATE_TRANSITION,
                "BROUGHT --fetch-->",
                "BROUGHT --fetch--> is declared 2 times: to FETCHED, SCRAPPED");
        finds(
                sound().stay("fetch").in(BROUGHT),
                DUPLICATE_TRANSITION,
                "BROUGHT --fetch-->",
                "BROUGHT --fetch--> is declared 2 times: to FETCHED, BROUGHT");
    }

    @Test
    void unused_action() {
        var message = "action scrap is declared and no transition uses it";
        finds(sound().actions("fetch", "scrap"), UNUSED_ACTION, "scrap", message);
        finds(sound().stay("scrap").inCategory(StateCategory.PENDING), UNUSED_ACTION, "scrap", message);
        var unfinished = sound();
        unfinished.transition("scrap");
        finds(unfinished, UNUSED_ACTION, "scrap", message);
    }

    @Test
    void two_guards_that_share_a_name() {
        Guard<String> one = Guard.named("PAID", "not paid", String::isBlank);
        Guard<String> other = Guard.named("PAID", "not paid", String::isEmpty);
        var definition = sound().transition("scrap").from(BROUGHT).to(SCRAPPED).guardedBy(one, other);
        finds(definition, GUARDS_SHARE_A_NAME, "PAID", "two different guards are named PAID");
        assertThat(LifecycleVerifier.verify(sound().transition("scrap")
                        .from(BROUGHT)
                        .to(SCRAPPED)
                        .guardedBy(one)
                        .stay("comment")
                        .inEvery()
                        .guardedBy(one)))
                .isEmpty();
    }

    @Test
    void a_guard_without_a_stable_name() {
        for (var name : Arrays.asList(null, "", "not a code")) {
            var definition = sound().stay("comment").inEvery().guardedBy(new Guard<String>() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Verdict check(String context) {
                    return Verdict.PASS;
                }
            });
            finds(
                    definition,
                    GUARD_WITHOUT_A_NAME,
                    "comment",
                    "a guard of comment is named '" + name + "', not a code like [A-Z][A-Z0-9_]{0,79}");
        }
    }

    @Test
    void a_field_that_does_not_exist() {
        Guard<String> guard = Guard.named("CODED", "no code", Set.of("code", "kode"), String::isBlank);
        var definition = sound().fields(Set.of("code", "notes"))
                .stay("comment")
                .inEvery()
                .requires("notes", "note")
                .guardedBy(guard);
        assertThat(LifecycleVerifier.verify(definition))
                .containsExactly(
                        fault(UNKNOWN_FIELD, "note", "comment requires 'note', which is not a field"),
                        fault(UNKNOWN_FIELD, "kode", "guard CODED reads 'kode', which is not a field"));
        assertThat(LifecycleVerifier.verify(sound().stay("comment").inEvery().requires("note")))
                .isEmpty();
    }

    @Test
    void every_fault_is_reported_at_once_and_in_the_message_too() {
        Guard<String> one = Guard.named("PAID", "not paid", String::isBlank);
        Guard<String> other = Guard.named("PAID", "not paid", Set.of("kode"), String::isEmpty);
        var lost = State.of("LOST", StateCategory.PENDING);
        var definition = empty().initial(FETCHED)
                .fields(Set.of())
                .actions("dance")
                .states(REPAIRED)
                .transition("start")
                .from(FETCHED, WAITING)
                .to(ON_THE_STAND)
                .guardedBy(one, other)
                .transition("wait")
                .from(ON_THE_STAND)
                .to(WAITING)
                .transition("wait")
                .from(ON_THE_STAND)
                .to(State.of("WAITING", StateCategory.ACTIVE))
                .transition("lose")
                .from(SCRAPPED)
                .to(lost);
        assertThatThrownBy(definition::build)
                .isInstanceOfSatisfying(InvalidLifecycleException.class, exception -> {
                    assertThat(exception.faults())
                            .extracting(Fault::kind)
                            .contains(
                                    TERMINAL_INITIAL,
                                    UNREACHABLE_STATE,
                                    DEAD_END,
                                    TRAP,
                                    UNUSED_STATE,
                                    DUPLICATE_TRANSITION,
                                    STATE_WITH_TWO_CATEGORIES,
                                    UNUSED_ACTION,
                                    GUARDS_SHARE_A_NAME,
                                    UNKNOWN_FIELD);
                    assertThat(exception.faults()).isEqualTo(LifecycleVerifier.verify(definition));
                    assertThat(exception.faults())
                            .allSatisfy(fault -> assertThat(exception).hasMessageContaining(fault.toString()));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lifecycle repair has ");
    }

    @Test
    void the_message_is_readable_as_it_is() {
        assertThatThrownBy(() ->
                        empty().transition("fetch").from(BROUGHT).to(WAITING).build())
                .hasMessage("""
                        lifecycle repair has 3 fault(s):
                          MISSING_INITIAL: no initial state is named
                          TRAP: no path leads from BROUGHT to a closed or cancelled state, only to BROUGHT, WAITING
                          DEAD_END: WAITING is pending and no action leads out of it""");
    }

    @Test
    void a_lifecycle_with_nothing_in_it_misses_its_beginning() {
        finds(empty(), MISSING_INITIAL, "repair", "no initial state is named");
    }

    private static LifecycleBuilder<String> empty() {
        return Lifecycle.named("repair");
    }

    private static LifecycleBuilder<String> sound() {
        return LifecycleFaultsTest.empty()
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED);
    }

    private static void finds(LifecycleBuilder<String> definition, Kind kind, String subject, String message) {
        assertThat(LifecycleVerifier.verify(definition)).containsExactly(fault(kind, subject, message));
        assertThatThrownBy(definition::build).isInstanceOf(InvalidLifecycleException.class);
    }

    private static Fault fault(Kind kind, String subject, String message) {
        return new Fault(kind, subject, message);
    }
}
