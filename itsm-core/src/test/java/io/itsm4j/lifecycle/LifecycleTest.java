package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.COMMENT;
import static io.itsm4j.lifecycle.Repairs.FETCH;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.LIFECYCLE;
import static io.itsm4j.lifecycle.Repairs.ON_THE_STAND;
import static io.itsm4j.lifecycle.Repairs.REOPEN;
import static io.itsm4j.lifecycle.Repairs.REPAIR;
import static io.itsm4j.lifecycle.Repairs.REPAIRED;
import static io.itsm4j.lifecycle.Repairs.SCRAPPED;
import static io.itsm4j.lifecycle.Repairs.START;
import static io.itsm4j.lifecycle.Repairs.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.actor.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void says_what_was_written_in_the_order_it_was_written() {
        assertThat(LIFECYCLE).hasToString("repair v1");
        assertThat(LIFECYCLE.initial()).isEqualTo(BROUGHT);
        assertThat(LIFECYCLE.states()).containsExactly(BROUGHT, WAITING, ON_THE_STAND, REPAIRED, FETCHED, SCRAPPED);
        assertThat(LIFECYCLE.actions())
                .extracting(Action::name)
                .containsExactly("start", "wait", "repair", "fetch", "reopen", "scrap", "comment", "estimate");
        assertThat(LIFECYCLE.transitions().get(1)).hasToString("WAITING --start--> ON_THE_STAND");
        assertThat(LIFECYCLE.transitions()).hasSize(2 + 1 + 2 + 1 + 2 + 2 + 6 + 2);
    }

    @Test
    void a_row_keeps_its_input_guards_roles_and_effects() {
        var wait = LIFECYCLE.transition(ON_THE_STAND, Action.of("wait")).orElseThrow();
        assertThat(wait.requiredInput()).containsExactly("part");
        assertThat(wait.whoMay()).containsExactly(Role.AGENT);
        assertThat(LIFECYCLE.transition(REPAIRED, FETCH).orElseThrow().guards())
                .containsExactly(Repairs.NEEDS_A_BILL, Repairs.NEEDS_PAYMENT);
        assertThat(LIFECYCLE.transition(BROUGHT, REPAIR).orElseThrow().effects())
                .containsExactly("tell the owner");
        assertThat(LIFECYCLE.transition(REPAIRED, REOPEN).orElseThrow().whoMay())
                .containsExactly(Role.AGENT, Role.MANAGER);
    }

    @Test
    void lists_what_may_happen_from_a_state() {
        assertThat(LIFECYCLE.from(ON_THE_STAND))
                .extracting(row -> row.action().name())
                .containsExactly("wait", "repair", "comment", "estimate");
        assertThat(LIFECYCLE.actions(FETCHED)).containsExactly(REOPEN, COMMENT);
        var foreign = State.of("FOREIGN", StateCategory.NEW);
        assertThat(LIFECYCLE.from(foreign)).isEmpty();
        assertThat(LIFECYCLE.actions(foreign)).isEmpty();
    }

    @Test
    void an_action_that_stays_is_a_row_of_every_state_it_was_written_for() {
        assertThat(LIFECYCLE.states()).allSatisfy(state -> {
            var comment = LIFECYCLE.transition(state, COMMENT).orElseThrow();
            assertThat(comment.stays()).isTrue();
            assertThat(comment.to()).isEqualTo(state);
        });
        assertThat(LIFECYCLE.transition(BROUGHT, Action.of("estimate"))).isEmpty();
        assertThat(LIFECYCLE.transition(WAITING, Action.of("estimate"))).isPresent();
        assertThat(LIFECYCLE.transition(BROUGHT, START).orElseThrow().stays()).isFalse();
    }

    @Test
    void stays_cover_states_that_are_written_later() {
        var lifecycle = Lifecycle.<String>named("short")
                .stay("comment")
                .inEvery()
                .stay("print")
                .in(BROUGHT)
                .initial(BROUGHT)
                .transition(FETCH)
                .from(BROUGHT)
                .to(FETCHED)
                .build();
        assertThat(lifecycle.version()).isEqualTo(1);
        assertThat(lifecycle.lookup(FETCHED, COMMENT)).isNotNull();
        assertThat(lifecycle.lookup(FETCHED, Action.of("print"))).isNull();
    }

    @Test
    void finds_a_state_by_its_stored_name_and_names_the_others_when_it_cannot() {
        assertThat(LIFECYCLE.state("WAITING")).isSameAs(WAITING);
        assertThatThrownBy(() -> LIFECYCLE.state("waiting"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lifecycle repair version 1 has no state 'waiting',"
                        + " only BROUGHT, WAITING, ON_THE_STAND, REPAIRED, FETCHED, SCRAPPED");
    }

    @Test
    void knows_which_transitions_take_finished_work_up_again() {
        assertThat(LIFECYCLE.transitions().stream().filter(LIFECYCLE::isReopen))
                .extracting(Transition::toString)
                .containsExactly("REPAIRED --reopen--> ON_THE_STAND", "FETCHED --reopen--> ON_THE_STAND");
    }

    @Test
    void tells_states_with_the_same_hash_and_the_same_name_apart() {
        var first = State.of("AQ", StateCategory.NEW);
        var second = State.of("B2", StateCategory.ACTIVE);
        assertThat(first.name()).hasSameHashCodeAs(second.name());
        var lifecycle = Lifecycle.<String>named("twins")
                .initial(first)
                .transition("go")
                .from(first)
                .to(second)
                .transition("end")
                .from(second)
                .to(FETCHED)
                .transition("go")
                .from(second)
                .to(SCRAPPED)
                .build();
        var go = Action.of("go");
        assertThat(lifecycle.transition(first, go).orElseThrow().to()).isEqualTo(second);
        assertThat(lifecycle.transition(second, go).orElseThrow().to()).isEqualTo(SCRAPPED);
        assertThat(lifecycle.lookup(State.of("AQ", StateCategory.PENDING), go)).isNull();
    }

    @Test
    void nothing_it_hands_out_can_be_changed() {
        assertThatThrownBy(() -> LIFECYCLE.states().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> LIFECYCLE.actions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> LIFECYCLE.transitions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> LIFECYCLE.from(BROUGHT).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> LIFECYCLE.actions(BROUGHT).clear()).isInstanceOf(UnsupportedOperationException.class);
        Set<Role> roles = LIFECYCLE.from(BROUGHT).get(0).whoMay();
        assertThatThrownBy(roles::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_built_lifecycle_does_not_see_what_is_written_afterwards() {
        var row = Lifecycle.<String>named("early")
                .initial(BROUGHT)
                .transition("fetch")
                .from(BROUGHT)
                .to(FETCHED);
        var early = row.build();
        row.requires("name").transition("scrap").from(BROUGHT).to(SCRAPPED);
        assertThat(early.transitions()).hasSize(1);
        assertThat(early.transitions().get(0).requiredInput()).isEmpty();
        assertThat(row.build().transitions())
                .extracting(Transition::requiredInput)
                .containsExactly(List.of("name"), List.of());
    }
}
