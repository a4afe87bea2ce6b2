package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.HostFault;
import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.StateMap;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.MigrationReport;
import io.itsm4j.ticket.MigrationReport.Move;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When a type gets a new version of its lifecycle, a state map moves the tickets that live by the old one: counted
 * first, refused when it leaves one behind, in batches that go on where they were interrupted.
 */
public abstract class MigrationContract extends Contract {

    /** What only a bicycle repair has. */
    public record Bike(String frame) {}

    private static final State BROUGHT = State.of("BROUGHT", StateCategory.NEW);
    private static final State ON_STAND = State.of("ON_STAND", StateCategory.ACTIVE);
    private static final State REPAIRED = State.of("REPAIRED", StateCategory.RESOLVED);
    private static final State FETCHED = State.of("FETCHED", StateCategory.CLOSED);
    private static final State WAITING = State.of("WAITING", StateCategory.PENDING);
    private static final State CHECKED = State.of("CHECKED", StateCategory.ACTIVE);

    private static final Action TAKE = Action.of("take");
    private static final Action FINISH = Action.of("finish");
    private static final Action FETCH = Action.of("fetch");
    private static final Action CHECK = Action.of("check");
    private static final Action REMIND = Action.of("remind");

    private static final Guard<Step<Bike>> NEVER = Guard.named("NEVER", "nobody ever gets here by hand", step -> false);

    private static final AtomicInteger EFFECTS = new AtomicInteger();

    // spotless:off
    private static LifecycleBuilder<Step<Bike>> named(int version) {
        return Lifecycle.<Step<Bike>>named("bike").version(version).initial(BROUGHT);
    }

    private static TicketType<Bike> first() {
        return type(named(1)
                .transition(TAKE).from(BROUGHT).to(ON_STAND).by(Role.AGENT)
                .transition(FINISH).from(ON_STAND).to(REPAIRED).by(Role.AGENT)
                .transition(FETCH).from(REPAIRED).to(FETCHED).by(Role.AGENT));
    }

    /** No longer knows ON_STAND and REPAIRED. */
    private static TicketType<Bike> second() {
        return type(named(2)
                .transition(TAKE).from(BROUGHT).to(WAITING).by(Role.AGENT)
                .transition(CHECK).from(WAITING).to(CHECKED).by(Role.AGENT).guardedBy(NEVER).effect("counted")
                .transition(FETCH).from(CHECKED).to(FETCHED).by(Role.AGENT)
                .stay(REMIND).in(WAITING).by(Role.SYSTEM));
    }
    // spotless:on

    private static TicketType<Bike> type(LifecycleBuilder<Step<Bike>> table) {
        return TicketType.named("bike", "BIK", Bike.class, new Bike(""))
                .effect("counted", draft -> EFFECTS.incrementAndGet())
                .milestone(new Milestone<>(
                        "remind",
                        ticket -> Optional.ofNullable(ticket.times().pendingSince())
                                .filter(since -> ticket.state().equals(WAITING))
                                .map(since -> since.plus(Duration.ofDays(2))),
                        ticket -> String.valueOf(ticket.times().updatedAt()),
                        REMIND,
                        Reason.NONE,
                        draft -> {}))
                .livingBy(StandardActions.addTo(table).build());
    }

    private static final Map<String, String> WHERE =
            Map.of("BROUGHT", "BROUGHT", "ON_STAND", "WAITING", "REPAIRED", "CHECKED", "FETCHED", "FETCHED");

    private static StateMap total() {
        return StateMap.total(first().lifecycle(), second().lifecycle(), WHERE);
    }

    private final List<TicketId> brought = new ArrayList<>();
    private final List<TicketId> onStand = new ArrayList<>();
    private TicketId repaired;
    private TicketId fetched;
    private TicketType<Bike> second;

    @BeforeEach
    void seven_bicycles_under_the_first_version() {
        EFFECTS.set(0);
        TicketType<Bike> first = first();
        Tickets<Bike> bikes = builder().type(first).build().as(bob).tickets(first);
        for (int i = 0; i < 5; i++) {
            TicketId id = bikes.open(OpenTicket.titled("Bicycle " + i)).id();
            if (i < 2) {
                brought.add(id);
            } else {
                bikes.act(id, TAKE, "stand " + i);
                onStand.add(id);
            }
        }
        repaired = finished(bikes);
        fetched = finished(bikes);
        bikes.act(fetched, FETCH, "paid");
        clock.advance(Duration.ofHours(1));
        second = second();
    }

    private static TicketId finished(Tickets<Bike> bikes) {
        TicketId id = bikes.open(OpenTicket.titled("Bicycle")).id();
        bikes.act(id, TAKE, "stand");
        bikes.act(id, FINISH, "done");
        return id;
    }

    /** A node that knows the new version and is still allowed to start, since nothing open is lost to it. */
    private Itsm started() {
        return otherNode().type(second).migrate("bike", total()).build();
    }

    private Tickets<Bike> bikes(Itsm itsm) {
        return itsm.as(bob).tickets(second);
    }

    private static long migrations(Tickets<Bike> bikes, TicketId id) {
        return bikes.journal(id, PageRequest.all()).items().stream()
                .filter(entry -> entry.event().equals("LifecycleMigrated"))
                .count();
    }

    @Test
    void the_start_is_refused_with_counts_and_with_the_call_that_mends_it() {
        RuleViolated stop = refused(
                RuleViolated.class,
                "LIFECYCLE_STATES",
                () -> otherNode().type(second).build());

        assertThat(stop).hasMessageContaining("ON_STAND=3").hasMessageContaining("REPAIRED=1");
        assertThat(stop).hasMessageContaining("Itsm.builder().migrate(\"bike\"");
    }

    @Test
    void a_state_that_changed_its_category_under_its_name_is_lost_as_well() {
        // spotless:off
        TicketType<Bike> other = type(named(2)
                .transition(TAKE).from(BROUGHT).to(State.of("ON_STAND", StateCategory.PENDING)).by(Role.AGENT)
                .transition(FINISH).from(State.of("ON_STAND", StateCategory.PENDING)).to(REPAIRED).by(Role.AGENT)
                .transition(FETCH).from(REPAIRED).to(FETCHED).by(Role.AGENT));
        // spotless:on
        RuleViolated stop = refused(
                RuleViolated.class,
                "LIFECYCLE_STATES",
                () -> otherNode().type(other).build());
        assertThat(stop).hasMessageContaining("ON_STAND as ACTIVE=3");

        Map<String, String> same = new HashMap<>();
        first().lifecycle().states().forEach(state -> same.put(state.name(), state.name()));
        Itsm itsm = otherNode()
                .type(other)
                .migrate("bike", StateMap.total(first().lifecycle(), other.lifecycle(), same))
                .build();
        Ticket<Bike> moved = itsm.as(bob).tickets(other).get(onStand.get(0));
        assertThat(moved.state().category()).isEqualTo(StateCategory.PENDING);
        assertThat(itsm.as(bob).tickets(other).act(moved.id(), FINISH, "done").state())
                .isEqualTo(REPAIRED);
    }

    @Test
    void moves_open_tickets_at_the_start_and_leaves_ended_ones() {
        Itsm itsm = started();

        Tickets<Bike> bikes = bikes(itsm);
        assertThat(onStand).allSatisfy(id -> assertThat(bikes.get(id).state()).isEqualTo(WAITING));
        assertThat(brought).allSatisfy(id -> assertThat(bikes.get(id).state()).isEqualTo(BROUGHT));
        assertThat(bikes.get(repaired).state()).isEqualTo(CHECKED);
        assertThat(bikes.count(TicketAttributes.LIFECYCLE_VERSION.is(2L))).isEqualTo(6);
        assertThat(bikes.get(fetched).lifecycleVersion()).isEqualTo(1);
        assertThat(bikes.get(brought.get(0)).lifecycleVersion()).isEqualTo(2);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void journals_both_states_and_both_versions_in_the_name_of_the_system() {
        Tickets<Bike> bikes = bikes(started());

        List<JournalEntry> entries =
                bikes.journal(onStand.get(0), PageRequest.all()).items();
        JournalEntry last = entries.get(entries.size() - 1);
        assertThat(entries).hasSize(3);
        assertThat(last.event()).isEqualTo("LifecycleMigrated");
        assertThat(last.action()).isEqualTo("migrate");
        assertThat(last.actor()).isEqualTo(PersonId.SYSTEM);
        assertThat(last.occurredAt()).isEqualTo(clock.instant());
        assertThat(last.changes())
                .containsExactly(
                        new FieldChange("state", "ON_STAND", "WAITING"),
                        new FieldChange("stateCategory", "ACTIVE", "PENDING"));
        assertThat(last.data())
                .containsEntry("lifecycle", "bike")
                .containsEntry("fromVersion", 1L)
                .containsEntry("toVersion", 2L)
                .containsEntry("fromState", "ON_STAND")
                .containsEntry("toState", "WAITING");
    }

    @Test
    void asks_no_guard_runs_no_effect_and_works_out_what_is_due() {
        Itsm itsm = started();

        Tickets<Bike> bikes = bikes(itsm);
        Ticket<Bike> waiting = bikes.get(onStand.get(0));
        assertThat(EFFECTS).hasValue(0);
        assertThat(waiting.times().pendingSince()).isEqualTo(clock.instant());
        assertThat(waiting.due().milestone()).isEqualTo("remind");
        assertThat(waiting.due().at()).isEqualTo(clock.instant().plus(Duration.ofDays(2)));
        assertThat(bikes.get(repaired).times().resolvedAt()).isNull();
        assertThat(refused(TransitionRefused.class, "GUARD", () -> bikes.act(waiting.id(), CHECK, "ready"))
                        .failedGuards())
                .containsExactly("NEVER");
        assertThat(bikes.act(repaired, FETCH, "paid").state()).isEqualTo(FETCHED);
    }

    @Test
    void a_dry_run_counts_and_writes_nothing() {
        TicketType<Bike> compatible = compatible();
        Itsm itsm = otherNode().type(compatible).build();

        MigrationReport open = itsm.migration("bike", toCompatible()).plan();
        MigrationReport all = itsm.migration("bike", toCompatible()).withEnded().plan();

        assertThat(open.moves())
                .extracting(Move::from, Move::to, Move::tickets)
                .containsExactlyInAnyOrder(
                        tuple("BROUGHT", "BROUGHT", 2L),
                        tuple("ON_STAND", "WAITING", 3L),
                        tuple("REPAIRED", "REPAIRED", 1L));
        assertThat(open.tickets()).isEqualTo(6);
        assertThat(all.tickets()).isEqualTo(7);
        assertThat(all.moves()).contains(new Move("FETCHED", "FETCHED", 1));
        Tickets<Bike> bikes = itsm.as(bob).tickets(compatible);
        assertThat(bikes.get(onStand.get(0)).version()).isEqualTo(2);
        assertThat(bikes.count(TicketAttributes.LIFECYCLE_VERSION.is(1L))).isEqualTo(7);
    }

    @Test
    void ended_tickets_are_moved_when_asked_for() {
        Itsm itsm = started();

        MigrationReport rest = itsm.migration("bike", total()).withEnded().run();

        assertThat(rest.moves()).containsExactly(new Move("FETCHED", "FETCHED", 1));
        assertThat(bikes(itsm).get(fetched).lifecycleVersion()).isEqualTo(2);
        assertThat(bikes(itsm).get(fetched).times().closedAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(itsm.migration("bike", total()).withEnded().run().tickets()).isZero();
    }

    @Test
    void a_map_that_leaves_tickets_behind_is_refused_with_counts_and_nothing_is_written() {
        Map<String, String> partial = Map.of("BROUGHT", "BROUGHT", "REPAIRED", "CHECKED");
        StateMap map = new StateMap("bike", 1, 2, partial);

        RuleViolated stop = refused(
                RuleViolated.class,
                "MIGRATION_STATES",
                () -> otherNode().type(second).migrate("bike", map).build());

        assertThat(stop).hasMessageContaining("ON_STAND=3");
        assertThat(stop.detail()).containsEntry("states", Map.of("ON_STAND", 3L));
        TicketType<Bike> first = first();
        Tickets<Bike> bikes = otherNode().type(first).build().as(bob).tickets(first);
        assertThat(bikes.count(TicketAttributes.LIFECYCLE_VERSION.is(1L))).isEqualTo(7);
    }

    @Test
    void a_map_for_another_lifecycle_another_version_or_to_unknown_states_is_refused() {
        Itsm itsm = started();
        List<StateMap> wrong = List.of(
                new StateMap("car", 1, 2, WHERE),
                new StateMap("bike", 1, 3, WHERE),
                new StateMap("bike", 2, 2, WHERE),
                new StateMap("bike", 1, 2, Map.of("ON_STAND", "REPAIRED")));
        for (StateMap map : wrong) {
            refused(RuleViolated.class, "MIGRATION_LIFECYCLE", () -> itsm.migration("bike", map));
        }
        refused(RuleViolated.class, "TYPE_UNKNOWN", () -> itsm.migration("car", total()));
    }

    @Test
    void goes_on_on_another_node_where_it_was_left_and_moves_each_ticket_once() {
        TicketType<Bike> compatible = compatible();
        MigrationReport some = builder()
                .type(compatible)
                .build()
                .migration("bike", toCompatible())
                .withEnded()
                .run(4);
        assertThat(some.tickets()).isEqualTo(4);
        assertThat(some.more()).isTrue();

        Itsm other = otherNode().type(compatible).build();
        MigrationReport rest =
                other.migration("bike", toCompatible()).withEnded().run(100);

        assertThat(rest.tickets()).isEqualTo(3);
        assertThat(rest.more()).isFalse();
        Tickets<Bike> bikes = other.as(bob).tickets(compatible);
        List<TicketId> all = new ArrayList<>(brought);
        all.addAll(onStand);
        all.addAll(List.of(repaired, fetched));
        assertThat(all).allSatisfy(id -> assertThat(migrations(bikes, id)).isEqualTo(1));
        assertThat(other.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_batch_that_fails_is_undone_whole_and_can_be_begun_again() {
        TicketType<Bike> compatible = compatible();
        AtomicInteger heard = new AtomicInteger();
        Itsm failing = otherNode()
                .type(compatible)
                .listener(event -> {
                    if (heard.incrementAndGet() == 3) {
                        throw new IllegalStateException("the host's own rule");
                    }
                })
                .build();

        refused(
                HostFault.class,
                "HOST_LISTENER",
                () -> failing.migration("bike", toCompatible()).run());

        Tickets<Bike> bikes = failing.as(bob).tickets(compatible);
        assertThat(bikes.count(TicketAttributes.LIFECYCLE_VERSION.is(2L))).isZero();
        assertThat(failing.migration("bike", toCompatible()).run().tickets()).isEqualTo(6);
        assertThat(failing.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void the_tickets_of_every_tenant_are_moved_and_listeners_hear_of_each() {
        TicketType<Bike> first = first();
        Actor elsewhere = Actor.of("globex", "gus", Role.AGENT);
        Tickets<Bike> globex = otherNode()
                .ids(IdSource.seeded(13))
                .type(first)
                .build()
                .as(elsewhere)
                .tickets(first);
        TicketId id = globex.open(OpenTicket.titled("A tandem")).id();
        globex.act(id, TAKE, "stand 9");
        List<DomainEvent> heard = new ArrayList<>();

        Itsm itsm = otherNode()
                .type(second)
                .listener(heard::add)
                .migrate("bike", total())
                .build();

        assertThat(itsm.as(elsewhere).tickets(second).get(id).state()).isEqualTo(WAITING);
        assertThat(heard).hasSize(7).allMatch(event -> event.name().equals("LifecycleMigrated"));
        assertThat(heard)
                .filteredOn(event -> event.tenant().equals(TenantId.of("globex")))
                .extracting(DomainEvent::subjectId)
                .containsExactly(id.value());
    }

    @Test
    void clocks_of_service_levels_see_the_new_state() {
        TicketType<Bike> first = first();
        Itsm before = otherNode().ids(IdSource.seeded(13)).type(first).build();
        before.as(carol)
                .serviceLevels()
                .define(Agreement.sla("promise", "Promise", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        Tickets<Bike> bikes = before.as(bob).tickets(first);
        TicketId id = bikes.open(OpenTicket.titled("A tandem")).id();
        bikes.act(id, TAKE, "stand 9");
        assertThat(before.as(bob).serviceLevels().clocks(id))
                .extracting(SlaClock::status)
                .containsExactly(ClockStatus.RUNNING);
        clock.advance(Duration.ofHours(1));

        Itsm after = started();

        assertThat(after.as(bob).serviceLevels().clocks(id))
                .extracting(SlaClock::status, SlaClock::elapsedMicros)
                .containsExactly(tuple(ClockStatus.PAUSED, 3_600_000_000L));
        assertThat(after.as(bob).serviceLevels().replay(id).isSame()).isTrue();
    }

    /** A second version that keeps every state, so that a node starts without having moved anything. */
    private static TicketType<Bike> compatible() {
        // spotless:off
        return type(named(2)
                .transition(TAKE).from(BROUGHT).to(ON_STAND).by(Role.AGENT)
                .transition("wait").from(ON_STAND).to(WAITING).by(Role.AGENT)
                .transition(FINISH).from(ON_STAND, WAITING).to(REPAIRED).by(Role.AGENT)
                .transition(FETCH).from(REPAIRED).to(FETCHED).by(Role.AGENT)
                .stay(REMIND).in(WAITING).by(Role.SYSTEM));
        // spotless:on
    }

    private static StateMap toCompatible() {
        return StateMap.total(
                first().lifecycle(),
                compatible().lifecycle(),
                Map.of("BROUGHT", "BROUGHT", "ON_STAND", "WAITING", "REPAIRED", "REPAIRED", "FETCHED", "FETCHED"));
    }
}
