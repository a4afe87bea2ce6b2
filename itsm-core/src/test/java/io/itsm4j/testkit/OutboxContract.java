package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.DeliveryReport;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events leave at least once and in order per record, whatever the receiver does and however many nodes deliver. */
public abstract class OutboxContract extends Contract {

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<EventSink> sink = new AtomicReference<>();
    private Itsm itsm;
    private Incidents incidents;

    @BeforeEach
    void begin() {
        sink.set(this::receive);
        itsm = builder().sink(event -> sink.get().accept(event)).build();
        incidents = itsm.as(bob).incidents();
    }

    private void receive(DomainEvent event) {
        received.add(event.name() + " " + event.sequence());
    }

    private TicketId twoEvents() {
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));
        return incidents.start(ticket.id()).id();
    }

    private long waiting() {
        return itsm.outbox().waiting(ACME);
    }

    @Test
    void delivers_what_was_committed_once_and_in_order() {
        TicketId id = twoEvents();
        incidents.comment(id, AddComment.publicly("on my way"));
        assertThat(waiting()).isEqualTo(3);

        assertThat(itsm.deliver(10)).isEqualTo(new DeliveryReport(3, 0, 0, false));
        assertThat(itsm.deliver(10)).isEqualTo(new DeliveryReport(0, 0, 0, false));

        assertThat(received).containsExactly("TicketOpened 1", "TicketStarted 2", "TicketCommented 3");
        assertThat(waiting()).isZero();
    }

    @Test
    void delivers_nothing_of_what_was_rolled_back() {
        twoEvents();
        assertThatThrownBy(() -> itsm.inTransaction(() -> {
                    incidents.open(OpenTicket.titled("Scanner"));
                    throw new IllegalStateException("the host's own failure");
                }))
                .isInstanceOf(IllegalStateException.class);

        itsm.deliver(10);

        assertThat(received).containsExactly("TicketOpened 1", "TicketStarted 2");
    }

    @Test
    void keeps_later_events_of_a_record_back_until_the_earlier_one_went() {
        TicketId failing = twoEvents();
        TicketId fine = twoEvents();
        AtomicBoolean broken = new AtomicBoolean(true);
        sink.set(event -> {
            if (broken.get() && event.subjectId().equals(failing.value())) {
                throw new IllegalStateException("receiver is down");
            }
            receive(event);
        });

        DeliveryReport report = itsm.deliver(10);
        assertThat(report.delivered()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(received).hasSize(2);
        assertThat(incidents.get(fine).version()).isEqualTo(2);
        broken.set(false);
        assertThat(itsm.deliver(10).delivered()).isZero();
        clock.advance(Duration.ofMinutes(1));
        itsm.deliver(10);

        assertThat(received).containsExactly("TicketOpened 1", "TicketStarted 2", "TicketOpened 1", "TicketStarted 2");
        assertThat(waiting()).isZero();
    }

    @Test
    void gives_up_after_twelve_attempts_and_goes_on_when_the_host_says_so() {
        twoEvents();
        sink.set(event -> {
            throw new IllegalStateException("receiver is down");
        });
        int dead = 0;
        for (int attempt = 1; attempt <= 12; attempt++) {
            dead += itsm.deliver(10).dead();
            clock.advance(Duration.ofHours(7));
        }

        assertThat(dead).isEqualTo(1);
        List<OutboxMessage> given = itsm.outbox().dead(ACME, PageRequest.all()).items();
        assertThat(given).singleElement().satisfies(message -> {
            assertThat(message.sequence()).isEqualTo(1);
            assertThat(message.lastError()).contains("receiver is down");
        });
        sink.set(this::receive);
        assertThat(itsm.deliver(10).delivered()).isZero();

        itsm.outbox().retry(ACME, given.get(0).id());
        itsm.deliver(10);
        assertThat(received).containsExactly("TicketOpened 1", "TicketStarted 2");
    }

    @Test
    void lets_later_events_go_once_the_one_given_up_is_taken_off() {
        twoEvents();
        sink.set(event -> {
            throw new IllegalStateException("receiver is down");
        });
        for (int attempt = 1; attempt <= 12; attempt++) {
            itsm.deliver(10);
            clock.advance(Duration.ofHours(7));
        }
        sink.set(this::receive);

        itsm.outbox()
                .discard(
                        ACME,
                        itsm.outbox()
                                .dead(ACME, PageRequest.all())
                                .items()
                                .get(0)
                                .id());
        itsm.deliver(10);

        assertThat(received).containsExactly("TicketStarted 2");
        assertThat(waiting()).isZero();
    }

    @Test
    void delivers_again_what_a_crashed_node_had_claimed_once_the_claim_is_over() {
        twoEvents();
        sink.set(event -> {
            throw new OutOfMemoryError("the node dies here");
        });
        assertThatThrownBy(() -> itsm.deliver(10)).isInstanceOf(OutOfMemoryError.class);
        sink.set(this::receive);

        assertThat(itsm.deliver(10).delivered()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(itsm.deliver(10).delivered()).isEqualTo(2);

        assertThat(received).containsExactly("TicketOpened 1", "TicketStarted 2");
    }

    @Test
    void does_not_take_off_what_another_node_has_claimed_meanwhile() {
        incidents.open(OpenTicket.titled("Printer"));
        Itsm other = otherNode()
                .sink(event -> {
                    throw new IllegalStateException("refused here");
                })
                .build();
        sink.set(event -> {
            clock.advance(Duration.ofMinutes(3));
            assertThat(other.deliver(10).failed()).isEqualTo(1);
            receive(event);
        });

        itsm.deliver(10);
        assertThat(waiting()).isEqualTo(1);
        sink.set(this::receive);
        clock.advance(Duration.ofMinutes(1));
        itsm.deliver(10);

        assertThat(received).containsExactly("TicketOpened 1", "TicketOpened 1");
        assertThat(waiting()).isZero();
    }

    @Test
    void delivers_each_event_once_on_two_nodes_and_in_order() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        sink.set(event -> order.add(event.subjectId() + " " + event.sequence()));
        Itsm other = otherNode().sink(event -> sink.get().accept(event)).build();
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            tickets.add(twoEvents());
        }

        List<Outcome<Boolean>> outcomes = Together.run(() -> drained(itsm), () -> drained(other));
        clock.advance(Duration.ofMinutes(5));
        drained(itsm);

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(order).hasSize(30).doesNotHaveDuplicates();
        for (TicketId id : tickets) {
            assertThat(order).containsSubsequence(id + " 1", id + " 2");
        }
    }

    private static boolean drained(Itsm node) {
        while (node.deliver(4).delivered() > 0) {
            Thread.onSpinWait();
        }
        return true;
    }

    @Test
    void tells_those_whom_an_event_concerns_but_never_the_one_who_did_it() {
        List<Notification> told = new ArrayList<>();
        Itsm telling = builder().notifier(told::add).build();
        Incidents desk = telling.as(bob).incidents();
        Ticket<Incident> ticket = desk.open(OpenTicket.titled("Printer")
                .requestedBy("alice")
                .forGroup("desk")
                .watchedBy("bob", "erik"));
        telling.deliver(10);
        told.clear();

        desk.hold(ticket.id(), HoldIncident.untilCallerAnswers("which one?"));
        desk.resolve(ticket.id(), ResolveIncident.with("FIXED", "paper"));
        telling.deliver(10);

        assertThat(told)
                .hasSize(2)
                .allSatisfy(notification -> assertThat(notification.people())
                        .extracting(Object::toString)
                        .containsExactlyInAnyOrder("alice", "erik"));
        assertThat(told.get(0).event().name()).isEqualTo("TicketHeld");
        assertThat(told.get(1).about()).isEqualTo(ticket.number());
    }

    @Test
    void tells_of_a_restricted_ticket_only_its_groups_and_whose_it_is() {
        List<Notification> told = new ArrayList<>();
        Staff staff = new Staff()
                .person("lena", Set.of(Role.AGENT, Role.MANAGER), "network", "hr")
                .person("ida", Set.of(Role.AGENT), "hr", "desk")
                .person("dora", Set.of(Role.AGENT), "desk")
                .person("erik", Set.of(Role.REQUESTER));
        Itsm telling = builder().directory(staff).notifier(told::add).build();
        Incidents desk = telling.as(Actor.of("acme", "lena")).incidents();
        TicketId id = desk.open(OpenTicket.titled("Complaint")
                        .requestedBy("alice")
                        .affecting("zoe")
                        .watchedBy("erik", "ida"))
                .id();
        desk.tickets().restrict(id, new Restrict(Set.of("hr")));
        telling.deliver(10);
        told.clear();

        desk.tickets().assign(id, Assign.to("desk", "dora"));
        telling.deliver(10);
        assertThat(told).as("dora is not of hr, and desk is not hr").isEmpty();
        desk.tickets().assign(id, Assign.to("desk", "ida"));
        desk.resolve(id, ResolveIncident.with("FIXED", "heard"));
        telling.deliver(10);

        assertThat(told).hasSize(2);
        assertThat(told.get(0).event().name()).isEqualTo("TicketAssigned");
        assertThat(told.get(0).people()).extracting(Object::toString).containsExactly("ida");
        assertThat(told.get(0).groups()).as("desk is not hr").isEmpty();
        assertThat(told.get(1).event().name()).isEqualTo("TicketResolved");
        assertThat(told.get(1).people()).extracting(Object::toString).containsExactlyInAnyOrder("alice", "zoe", "ida");
    }

    @Test
    void tells_the_assignee_within_a_named_group_that_no_directory_knows() {
        List<Notification> told = new ArrayList<>();
        Itsm telling = builder().notifier(told::add).build();
        Actor lead = Actor.of("acme", "lena", Role.AGENT, Role.MANAGER).inGroups("hr");
        Incidents desk = telling.as(lead).incidents();
        TicketId id = desk.open(
                        OpenTicket.titled("Complaint").restrictedToGroups("hr").watchedBy("erik"))
                .id();
        telling.deliver(10);
        told.clear();

        desk.tickets().assign(id, Assign.to("hr", "ida"));
        desk.resolve(id, ResolveIncident.with("FIXED", "heard"));
        telling.deliver(10);

        assertThat(told).singleElement().satisfies(notification -> {
            assertThat(notification.people()).extracting(Object::toString).containsExactly("ida");
            assertThat(notification.groups()).extracting(Object::toString).containsExactly("hr");
        });
    }

    @Test
    void refuses_to_deliver_where_nobody_receives() {
        twoEvents();
        Itsm without = builder().build();

        refused(RuleViolated.class, "NO_SINK", () -> without.deliver(10));
        refused(RuleViolated.class, "NO_SINK", without::outbox);

        assertThat(itsm.deliver(10).delivered()).isEqualTo(2);
    }

    @Test
    void counts_an_attempt_for_the_event_that_failed_and_for_none_behind_it() {
        TicketId id = twoEvents();
        incidents.comment(id, AddComment.publicly("on my way"));
        sink.set(event -> {
            if (event.sequence() == 2) {
                throw new IllegalStateException("receiver is down");
            }
            receive(event);
        });

        itsm.deliver(10);
        assertThat(attempts()).containsExactly(1L, 0L);
        for (int attempt = 2; attempt <= 12; attempt++) {
            clock.advance(Duration.ofHours(7));
            itsm.deliver(10);
        }

        assertThat(received).containsExactly("TicketOpened 1");
        assertThat(attempts()).containsExactly(12L, 0L);
        sink.set(this::receive);
        itsm.outbox()
                .discard(
                        ACME,
                        itsm.outbox()
                                .dead(ACME, PageRequest.all())
                                .items()
                                .get(0)
                                .id());
        assertThat(itsm.deliver(10).delivered()).isEqualTo(1);
        assertThat(received).containsExactly("TicketOpened 1", "TicketCommented 3");
    }

    /** How often each waiting event was tried, in the order of the record. */
    private List<Long> attempts() {
        return store.inNewTransaction(work -> work.list(Query.of(OutboxMessage.KIND, ACME, Criterion.all()))).stream()
                .sorted(Comparator.comparingLong(OutboxMessage::sequence))
                .map(OutboxMessage::attempts)
                .toList();
    }

    @Test
    void gives_an_event_up_that_has_taken_its_node_down_twelve_times() {
        TicketId id = twoEvents();
        incidents.comment(id, AddComment.publicly("on my way"));
        sink.set(event -> {
            if (event.sequence() == 2) {
                throw new OutOfMemoryError("the node dies here");
            }
            receive(event);
        });
        int crashes = 0;
        while (crashes < 30
                && itsm.outbox().dead(ACME, PageRequest.all()).items().isEmpty()) {
            try {
                itsm.deliver(10);
            } catch (OutOfMemoryError node) {
                crashes++;
            }
            clock.advance(Duration.ofMinutes(2));
        }

        assertThat(crashes)
                .as("once behind the first event, and twelve times by itself")
                .isEqualTo(13);
        assertThat(itsm.outbox().dead(ACME, PageRequest.all()).items())
                .extracting(OutboxMessage::sequence)
                .containsExactly(2L);
        assertThat(received).containsExactly("TicketOpened 1", "TicketOpened 1");
        assertThat(itsm.deliver(10)).isEqualTo(new DeliveryReport(0, 0, 0, false));
    }

    @Test
    void begins_with_no_event_whose_claim_has_run_out_meanwhile() {
        for (int i = 0; i < 5; i++) {
            twoEvents();
        }
        Itsm other = otherNode().sink(this::receive).build();
        AtomicBoolean first = new AtomicBoolean(true);
        List<String> here = new ArrayList<>();
        sink.set(event -> {
            here.add(event.name() + " " + event.sequence());
            if (first.getAndSet(false)) {
                clock.advance(Duration.ofMinutes(3));
                other.deliver(100);
            }
        });

        itsm.deliver(100);

        assertThat(here).hasSize(1);
        assertThat(received).hasSize(10);
        assertThat(waiting()).isZero();
    }

    @Test
    void delivers_each_event_once_however_slow_the_receiver_is() {
        for (int i = 0; i < 20; i++) {
            twoEvents();
        }
        sink.set(event -> {
            clock.advance(Duration.ofSeconds(50));
            receive(event);
        });

        assertThat(itsm.deliver(500).dead()).isZero();

        assertThat(received).hasSize(40);
        assertThat(received).filteredOn(event -> event.endsWith("1")).hasSize(20);
        assertThat(waiting()).isZero();
    }
}
