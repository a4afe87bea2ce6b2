package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostTypesGuideTest {

    // region host-type
    /** What only a repair has. */
    public record Repair(String plate, int mileage) {}

    static final State BROUGHT = State.of("BROUGHT", StateCategory.NEW);
    static final State IN_WORKSHOP = State.of("IN_WORKSHOP", StateCategory.ACTIVE);
    static final State READY = State.of("READY", StateCategory.RESOLVED);
    static final State FETCHED = State.of("FETCHED", StateCategory.CLOSED);

    static final Action BEGIN = Action.of("begin");
    static final Action FINISH = Action.of("finish");
    static final Action FETCH = Action.of("fetch");

    static final Guard<Step<Repair>> MILEAGE_IS_NOTED = Guard.named(
            "MILEAGE_IS_NOTED",
            "a repair is finished with the mileage noted",
            step -> step.details().mileage() > 0);

    // spotless:off
    static final Lifecycle<Step<Repair>> TABLE = StandardActions.addTo(
            Lifecycle.<Step<Repair>>named("repair").initial(BROUGHT)
                .transition(BEGIN).from(BROUGHT).to(IN_WORKSHOP).by(Role.AGENT)
                .transition(FINISH).from(IN_WORKSHOP).to(READY).by(Role.AGENT).guardedBy(MILEAGE_IS_NOTED)
                .transition(FETCH).from(READY).to(FETCHED).by(Role.AGENT, Role.REQUESTER))
            .build();
    // spotless:on

    static final TicketType<Repair> REPAIR = TicketType.named("repair", "REP", Repair.class, new Repair("", 0))
            .event(BEGIN, "RepairBegun")
            .event(FINISH, "RepairFinished")
            .event(FETCH, "VehicleFetched")
            .detail(DetailField.personal("plate", Repair::plate))
            .detail(DetailField.plain("mileage", Repair::mileage))
            .milestone(new Milestone<>(
                    "fetched-by-itself",
                    ticket -> Optional.ofNullable(ticket.times().resolvedAt())
                            .filter(ready -> ticket.times().closedAt() == null)
                            .map(ready -> ready.plus(Duration.ofDays(30))),
                    ticket -> "once",
                    FETCH,
                    Reason.NONE,
                    draft -> {}))
            .livingBy(TABLE);
    // endregion

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

    @Test
    void a_host_has_a_type_of_its_own() {
        // region host-type-used
        Itsm itsm = Itsm.builder().clock(clock).type(REPAIR).build();
        Tickets<Repair> repairs = itsm.as(Actor.of("acme", "bob", Role.AGENT)).tickets(REPAIR);

        Ticket<Repair> repair = repairs.open(OpenTicket.titled("Brakes squeal"), new Repair("B-XY 12", 0));
        repairs.act(repair.id(), BEGIN, "Bay 2 is free");
        repairs.act(repair.id(), FINISH, Reason.NONE, draft -> draft.details(new Repair("B-XY 12", 84_300)));
        // endregion

        TicketId id = repair.id();
        assertThat(repair.number()).isEqualTo("REP0000001");
        assertThat(repairs.get(id).state()).isEqualTo(READY);
        assertThat(repairs.get(id).details().mileage()).isEqualTo(84_300);
        clock.advance(Duration.ofDays(30));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);
        assertThat(repairs.get(id).state()).isEqualTo(FETCHED);
    }

    @Test
    void a_hosts_guard_refuses() {
        Itsm itsm = Itsm.builder().type(REPAIR).build();
        Tickets<Repair> repairs = itsm.as(Actor.of("acme", "bob", Role.AGENT)).tickets(REPAIR);
        TicketId id = repairs.open(OpenTicket.titled("Brakes squeal")).id();
        repairs.act(id, BEGIN, "Bay 2 is free");

        TransitionRefused refused =
                catchThrowableOfType(TransitionRefused.class, () -> repairs.act(id, FINISH, "no mileage"));

        assertThat(refused.failedGuards()).containsExactly("MILEAGE_IS_NOTED");
        assertThat(repairs.get(id).state()).isEqualTo(IN_WORKSHOP);
    }
}
