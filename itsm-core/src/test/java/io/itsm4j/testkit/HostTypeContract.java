package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketSummary;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A type of ticket that the host declares itself lives like the library's own, without a table of its own. */
public abstract class HostTypeContract extends Contract {

    /** How a repair is paid for. */
    public enum Payer {
        FLEET,
        INSURANCE
    }

    /**
     * What only a repair has.
     *
     * @param plate the vehicle
     * @param mileage kilometres
     * @param payer who pays, or null while open
     * @param handedBackAt when the driver had it back, or null
     * @param parts what was fitted
     */
    public record VehicleRepair(
            String plate,
            long mileage,
            @Nullable Payer payer,
            @Nullable Instant handedBackAt,
            List<String> parts) {

        /** Copies the parts. */
        public VehicleRepair {
            parts = List.copyOf(parts);
        }

        VehicleRepair fitted(String part) {
            return new VehicleRepair(plate, mileage, payer, handedBackAt, List.of(part));
        }

        VehicleRepair handedBack(Payer by, Instant at) {
            return new VehicleRepair(plate, mileage, by, at, parts);
        }
    }

    private static final State BOOKED = State.of("BOOKED", StateCategory.NEW);
    private static final State IN_SHOP = State.of("IN_SHOP", StateCategory.ACTIVE);
    private static final State READY = State.of("READY", StateCategory.RESOLVED);
    private static final State GONE = State.of("HANDED_BACK", StateCategory.CLOSED);
    private static final Action TAKE_IN = Action.of("take-in");
    private static final Action FINISH = Action.of("finish");
    private static final Action HAND_BACK = Action.of("hand-back");
    private static final Guard<Step<VehicleRepair>> PAYER_IS_KNOWN = Guard.named(
            "PAYER_IS_KNOWN", "nobody pays yet", step -> step.details().payer() != null);

    private static TicketType<VehicleRepair> type() {
        Lifecycle<Step<VehicleRepair>> table = StandardActions.addTo(
                        Lifecycle.<Step<VehicleRepair>>named("vehicle-repair")
                                .version(3)
                                .initial(BOOKED)
                                .transition(TAKE_IN)
                                .from(BOOKED)
                                .to(IN_SHOP)
                                .by(Role.AGENT)
                                .transition(FINISH)
                                .from(IN_SHOP)
                                .to(READY)
                                .by(Role.AGENT)
                                .transition(HAND_BACK)
                                .from(READY)
                                .to(GONE)
                                .by(Role.AGENT)
                                .guardedBy(PAYER_IS_KNOWN))
                .build();
        return TicketType.named(
                        "vehicle-repair", "CAR", VehicleRepair.class, new VehicleRepair("", 0, null, null, List.of()))
                .digits(4)
                .event(HAND_BACK, "VehicleHandedBack")
                .detail(DetailField.plain("plate", VehicleRepair::plate))
                .detail(DetailField.plain("payer", VehicleRepair::payer))
                .milestone(new Milestone<>(
                        "fleet-pays",
                        ticket -> ticket.state().equals(READY)
                                ? Optional.ofNullable(ticket.times().resolvedAt())
                                        .map(at -> at.plus(Duration.ofDays(2)))
                                : Optional.empty(),
                        Ticket::number,
                        HAND_BACK,
                        Reason.NONE,
                        draft -> draft.details(draft.details().handedBack(Payer.FLEET, draft.now()))))
                .livingBy(table);
    }

    private TicketType<VehicleRepair> type;
    private Itsm itsm;
    private Tickets<VehicleRepair> repairs;

    @BeforeEach
    void begin() {
        type = type();
        itsm = builder().type(type).build();
        repairs = itsm.as(bob).tickets(type);
    }

    private Ticket<VehicleRepair> booked() {
        return repairs.open(
                OpenTicket.titled("Brakes squeak").requestedBy("alice").tagged("fleet"),
                new VehicleRepair("HH-AB 12", 88_000, null, null, List.of("pads", "discs")));
    }

    @Test
    void another_node_reads_a_repair_that_it_did_not_write() {
        Ticket<VehicleRepair> repair = booked();

        Itsm other = Itsm.builder()
                .store(fixture().secondNode())
                .clock(clock)
                .type(type)
                .build();

        assertThat(other.as(bob).tickets(type).get(repair.id())).isEqualTo(repair);
    }

    @Test
    void keeps_the_details_of_its_own() {
        Ticket<VehicleRepair> opened = booked();

        Ticket<VehicleRepair> found = repairs.get(opened.id());

        assertThat(found).isEqualTo(opened);
        assertThat(found.number()).isEqualTo("CAR0001");
        assertThat(found.details())
                .isEqualTo(new VehicleRepair("HH-AB 12", 88_000, null, null, List.of("pads", "discs")));
        assertThat(found.state()).isEqualTo(BOOKED);
    }

    @Test
    void lives_by_its_own_table_with_its_own_guards_and_events() {
        Ticket<VehicleRepair> opened = booked();
        repairs.act(
                opened.id(),
                TAKE_IN,
                Reason.NONE,
                draft -> draft.details(draft.details().fitted("pads")));
        repairs.act(opened.id(), FINISH, (String) null);

        TransitionRefused refusal =
                refused(TransitionRefused.class, "GUARD", () -> repairs.act(opened.id(), HAND_BACK, (String) null));
        assertThat(refusal.failedGuards()).containsExactly("PAYER_IS_KNOWN");
        clock.advance(Duration.ofHours(1));
        repairs.act(
                opened.id(),
                HAND_BACK,
                Reason.NONE,
                draft -> draft.details(draft.details().handedBack(Payer.INSURANCE, draft.now())));

        Ticket<VehicleRepair> found = repairs.get(opened.id());
        assertThat(found.state()).isEqualTo(GONE);
        assertThat(found.details().payer()).isEqualTo(Payer.INSURANCE);
        assertThat(found.details().handedBackAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(found.details().parts()).containsExactly("pads");
        JournalEntry last =
                repairs.journal(opened.id(), PageRequest.all()).items().get(3);
        assertThat(last.event()).isEqualTo("VehicleHandedBack");
        assertThat(last.changes()).contains(new FieldChange("payer", null, "INSURANCE"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void does_what_is_due_by_its_own_milestones() {
        Ticket<VehicleRepair> opened = booked();
        repairs.act(opened.id(), TAKE_IN, (String) null);
        repairs.act(opened.id(), FINISH, (String) null);

        clock.advance(Duration.ofDays(2));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);

        assertThat(repairs.get(opened.id()).details().payer()).isEqualTo(Payer.FLEET);
        assertThat(repairs.get(opened.id()).state()).isEqualTo(GONE);
    }

    @Test
    void has_everything_that_every_ticket_has() {
        Ticket<VehicleRepair> opened = booked();
        repairs.comment(opened.id(), AddComment.publicly("come at nine"));
        Ticket<Incident> incident = itsm.as(bob).incidents().open(OpenTicket.titled("No lift free"));
        repairs.link(opened.id(), LinkType.BLOCKED_BY, incident.id());

        assertThat(itsm.as(alice).portal().find(opened.id())).isPresent();
        assertThat(repairs.links(opened.id())).hasSize(1);
        assertThat(repairs.count(TicketAttributes.TAGS.is("fleet"))).isEqualTo(1);
        assertThat(itsm.as(bob).queue().page(PageRequest.all()).items())
                .extracting(TicketSummary::number)
                .containsExactlyInAnyOrder("CAR0001", "INC0000001");
        assertThat(itsm.as(bob).queue().countBy(Criterion.all(), TicketAttributes.TYPE))
                .isEqualTo(Map.of("vehicle-repair", 1L, "incident", 1L));
        assertThat(itsm.as(bob).incidents().find(opened.id())).isEmpty();
        assertThat(repairs.find(incident.id())).isEmpty();
    }

    @Test
    void skips_the_tasks_that_are_open_by_then_those_of_the_same_command_too() {
        Ticket<VehicleRepair> opened = booked();
        repairs.addTask(opened.id(), AddTask.titled("order pads"));
        repairs.addTask(opened.id(), AddTask.titled("order discs"));
        Task pads = repairs.tasks(opened.id(), PageRequest.all()).items().get(0);

        repairs.act(opened.id(), TAKE_IN, Reason.NONE, draft -> {
            draft.moveTask(pads, Task.State.DONE);
            draft.task("free the lift", null, null, Set.of());
            assertThat(draft.openTasks()).isEqualTo(2);
            draft.skipOpenTasks();
            assertThat(draft.openTasks()).isZero();
        });

        assertThat(repairs.tasks(opened.id(), PageRequest.all()).items())
                .extracting(Task::title, Task::state)
                .containsExactlyInAnyOrder(
                        tuple("order pads", Task.State.DONE),
                        tuple("order discs", Task.State.SKIPPED),
                        tuple("free the lift", Task.State.SKIPPED));
    }

    @Test
    void cannot_be_asked_by_what_is_not_indexed() {
        booked();

        refused(
                InvalidInput.class,
                "QUERY_FILTER",
                () -> repairs.count(type.fields().attribute("plate").is("HH-AB 12")));

        assertThat(repairs.count(Criterion.all())).isEqualTo(1);
    }

    private Ticket<VehicleRepair> ready() {
        Ticket<VehicleRepair> repair = booked();
        repairs.act(repair.id(), TAKE_IN, (String) null);
        return repairs.act(repair.id(), FINISH, (String) null);
    }

    private void damage(TicketId id) {
        store.inNewTransaction(work -> {
            TicketRecord r = work.find(TicketAttributes.KIND, ACME, id.value(), Lock.WRITE)
                    .orElseThrow();
            TicketRecord damaged = new TicketRecord(
                    r.id(),
                    r.tenant(),
                    r.number(),
                    r.type(),
                    r.lifecycleVersion(),
                    r.state(),
                    r.version(),
                    r.content(),
                    r.people(),
                    r.classification(),
                    r.assignment(),
                    r.times(),
                    r.family(),
                    r.due(),
                    r.restrictedTo(),
                    r.fields(),
                    r.pendingReason(),
                    r.externalReference(),
                    r.correlationKey(),
                    r.serviceLevels(),
                    r.chain(),
                    List.of("not a repair"));
            work.update(TicketAttributes.KIND, r, damaged);
            return id;
        });
    }

    @Test
    void a_repair_that_cannot_be_read_keeps_nothing_else_from_being_done() {
        Ticket<VehicleRepair> broken = ready();
        clock.advance(Duration.ofMinutes(1));
        Ticket<VehicleRepair> sound = ready();
        TicketId incident =
                itsm.as(bob).incidents().open(OpenTicket.titled("No lift free")).id();
        itsm.as(bob).incidents().resolve(incident, ResolveIncident.with("FIXED", "lift"));
        damage(broken.id());

        clock.advance(Duration.ofDays(7));
        assertThat(itsm.processDue(1)).isEqualTo(new DueReport(1, 0, 1, true));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 1, false));

        assertThat(repairs.get(sound.id()).state()).isEqualTo(GONE);
        assertThat(itsm.as(bob).incidents().get(incident).state().category()).isEqualTo(StateCategory.CLOSED);
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(0, 0, 1, false));
    }

    @Test
    void what_cannot_be_set_aside_stays_due_and_keeps_nothing_else() {
        AtomicReference<String> broken = new AtomicReference<>("");
        Itsm failing = otherNode()
                .type(type)
                .listener(event -> {
                    if (event.subjectId().equals(broken.get())) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .build();
        broken.set(ready().id().value());
        Ticket<VehicleRepair> sound = ready();

        clock.advance(Duration.ofDays(2));
        assertThat(failing.processDue(10)).isEqualTo(new DueReport(1, 0, 1, false));

        assertThat(repairs.get(sound.id()).state()).isEqualTo(GONE);
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 0, false));
    }

    @Test
    void a_node_that_does_not_know_repairs_does_what_else_is_due() {
        Itsm older = otherNode().build();
        Ticket<VehicleRepair> repair = ready();
        TicketId incident =
                itsm.as(bob).incidents().open(OpenTicket.titled("No lift free")).id();
        itsm.as(bob).incidents().resolve(incident, ResolveIncident.with("FIXED", "lift"));

        clock.advance(Duration.ofDays(7));
        assertThat(older.processDue(10)).isEqualTo(new DueReport(1, 0, 0, false));
        assertThat(itsm.processDue(10)).isEqualTo(new DueReport(1, 0, 0, false));

        assertThat(repairs.get(repair.id()).state()).isEqualTo(GONE);
    }

    @Test
    void the_start_is_refused_while_open_repairs_are_not_declared() {
        Ticket<VehicleRepair> repair = booked();
        ready();

        RuleViolated stop =
                refused(RuleViolated.class, "TYPE_UNDECLARED", () -> otherNode().build());
        assertThat(stop).hasMessageContaining("vehicle-repair=2");

        clock.advance(Duration.ofDays(2));
        itsm.processDue(10);
        repairs.act(repair.id(), TAKE_IN, (String) null);
        repairs.act(repair.id(), FINISH, (String) null);
        clock.advance(Duration.ofDays(2));
        itsm.processDue(10);
        otherNode().build();
    }
}
