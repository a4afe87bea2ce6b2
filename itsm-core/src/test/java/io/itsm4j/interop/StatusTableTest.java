package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    private static final List<StatusTable<?>> TABLES = List.of(StatusTable.TROUBLE_TICKET, StatusTable.CHANGE);

    private static List<TicketType<?>> types() {
        try (Itsm itsm = Itsm.inMemory()) {
            return itsm.types();
        }
    }

    @Test
    void every_state_of_every_type_reads_as_a_status_and_leads_back_to_itself() {
        for (TicketType<?> type : types()) {
            for (State state : type.lifecycle().states()) {
                TABLES.forEach(table -> roundTrip(table, type, state));
            }
        }
    }

    private static <S extends Enum<S>> void roundTrip(StatusTable<S> table, TicketType<?> type, State state) {
        for (S status : table.statusesOf(type.name(), state)) {
            assertThat(table.statesOf(type.name(), type.lifecycle(), status))
                    .as("%s %s as %s", type, state.name(), status)
                    .contains(state);
            ForeignStatus<S> given = new ForeignStatus<>(status, state.name(), null);
            assertThat(table.stateOf(type.name(), type.lifecycle(), given)).contains(state);
        }
    }

    @Test
    void an_ended_state_never_reads_as_one_that_goes_on_and_the_other_way_round() {
        List<TroubleTicketStatus> over =
                List.of(TroubleTicketStatus.CLOSED, TroubleTicketStatus.CANCELLED, TroubleTicketStatus.REJECTED);
        List<ChangeStatus> done =
                List.of(ChangeStatus.CLOSED, ChangeStatus.CANCELLED, ChangeStatus.REJECTED, ChangeStatus.BACKED_OUT);
        for (TicketType<?> type : types()) {
            for (State state : type.lifecycle().states()) {
                boolean terminal = state.category().isTerminal();
                assertThat(over.containsAll(StatusTable.TROUBLE_TICKET.statusesOf(type.name(), state)))
                        .as("%s %s", type, state)
                        .isEqualTo(terminal);
                boolean isChange = type.name().equals("change"); // a rejected change goes back to its draft
                if (isChange && state.name().equals("REJECTED")) {
                    continue;
                }
                assertThat(done.containsAll(StatusTable.CHANGE.statusesOf(type.name(), state)))
                        .as("%s %s", type, state)
                        .isEqualTo(terminal);
            }
        }
    }

    @Test
    void statuses_are_spelt_as_the_api_spells_them() {
        assertThat(Arrays.stream(TroubleTicketStatus.values()).map(TroubleTicketStatus::toString))
                .containsExactlyInAnyOrder(
                        "acknowledged", "rejected", "pending", "held", "inProgress", "cancelled", "closed", "resolved");
        assertThat(Arrays.stream(ChangeStatus.values()).map(ChangeStatus::toString))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void an_incident_that_waits_for_its_caller_is_pending_and_for_anything_else_held() {
        Itsm itsm = Itsm.inMemory();
        Incidents desk = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();
        Ticket<?> caller = desk.hold(id, HoldIncident.untilCallerAnswers("Since when?"));
        desk.resume(id);
        Ticket<?> vendor = desk.hold(id, HoldIncident.because(HoldReason.VENDOR));

        assertThat(StatusTable.TROUBLE_TICKET.of(caller))
                .isEqualTo(new ForeignStatus<>(TroubleTicketStatus.PENDING, "ON_HOLD", "CALLER"));
        assertThat(StatusTable.TROUBLE_TICKET.of(vendor))
                .isEqualTo(new ForeignStatus<>(TroubleTicketStatus.HELD, "ON_HOLD", "VENDOR"));
        var table = StatusTable.TROUBLE_TICKET;
        var lifecycle = itsm.incidentType().lifecycle();
        for (TroubleTicketStatus status : List.of(TroubleTicketStatus.PENDING, TroubleTicketStatus.HELD)) {
            assertThat(table.statesOf("incident", lifecycle, status)).containsExactly(vendor.state());
        }
        assertThat(table.statesOf("incident", lifecycle, TroubleTicketStatus.REJECTED))
                .isEmpty();
    }

    @Test
    void a_status_of_several_states_needs_the_sub_status_to_lead_back() {
        State one = State.of("ONE", StateCategory.ACTIVE);
        State two = State.of("TWO", StateCategory.ACTIVE);
        var lifecycle = io.itsm4j.lifecycle.Lifecycle.<Object>named("x")
                .initial(one)
                .transition("go")
                .from(one)
                .to(two)
                .transition("end")
                .from(two)
                .to(State.of("OUT", StateCategory.CLOSED))
                .build();
        var table = StatusTable.TROUBLE_TICKET;

        assertThat(table.statesOf("x", lifecycle, TroubleTicketStatus.IN_PROGRESS))
                .containsExactly(one, two);
        assertThat(table.stateOf("x", lifecycle, new ForeignStatus<>(TroubleTicketStatus.IN_PROGRESS, "TWO", null)))
                .contains(two);
        assertThat(table.stateOf("x", lifecycle, new ForeignStatus<>(TroubleTicketStatus.IN_PROGRESS, "", null)))
                .isEmpty();
        assertThat(table.stateOf("x", lifecycle, new ForeignStatus<>(TroubleTicketStatus.CLOSED, "", null)))
                .map(State::name)
                .contains("OUT");
        assertThat(table.stateOf("x", lifecycle, new ForeignStatus<>(TroubleTicketStatus.CLOSED, "TWO", null)))
                .map(State::name)
                .contains("OUT");
    }

    @Test
    void a_host_says_otherwise_for_one_state_of_one_type() {
        State parts = State.of("WAITING_FOR_PARTS", StateCategory.PENDING);
        var table = StatusTable.TROUBLE_TICKET.with("repair", "WAITING_FOR_PARTS", TroubleTicketStatus.HELD);

        assertThat(table.statusOf("repair", parts, null)).isEqualTo(TroubleTicketStatus.HELD);
        assertThat(table.statusOf("other", parts, null)).isEqualTo(TroubleTicketStatus.PENDING);
        var again = table.with("repair", "WAITING_FOR_PARTS", TroubleTicketStatus.PENDING);
        assertThat(again.statusOf("repair", parts, null)).isEqualTo(TroubleTicketStatus.PENDING);
        assertThatThrownBy(() -> new StatusTable<>(Map.of(StateCategory.NEW, ChangeStatus.DRAFT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NEW");
    }
}
