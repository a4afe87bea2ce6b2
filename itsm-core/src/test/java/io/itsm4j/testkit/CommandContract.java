package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Conflict;
import io.itsm4j.HostFault;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every command is, whatever it does: whole or not at all, once under its key, part of the host's transaction. */
public abstract class CommandContract extends Contract {

    private static final CommandOptions KEY = CommandOptions.key("order-4711");

    @Test
    void opens_one_ticket_under_one_key_however_often_it_is_asked() {
        Incidents incidents = builder().build().as(bob).incidents();

        Ticket<Incident> first = incidents.with(KEY).open(OpenTicket.titled("Printer"));
        Ticket<Incident> again = incidents.with(KEY).open(OpenTicket.titled("Printer"));

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void answers_a_repeat_with_the_version_it_led_to_and_the_ticket_of_today() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));
        incidents.with(KEY).start(opened.id());
        incidents.resolve(opened.id(), ResolveIncident.with("FIXED", "paper"));

        Ticket<Incident> again = incidents.with(KEY).start(opened.id());

        assertThat(again.repeated()).isTrue();
        assertThat(again.resultVersion()).isEqualTo(2);
        assertThat(again.version()).isEqualTo(3);
        assertThat(again.state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(events(incidents, opened)).containsExactly("TicketOpened", "TicketStarted", "TicketResolved");
    }

    @Test
    void refuses_a_known_key_with_another_input_or_another_verb() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.with(KEY).open(OpenTicket.titled("Printer"));

        refused(
                Conflict.class,
                "IDEMPOTENCY_MISMATCH",
                () -> incidents.with(KEY).open(OpenTicket.titled("Scanner")));
        refused(
                Conflict.class,
                "IDEMPOTENCY_MISMATCH",
                () -> incidents.with(KEY).start(opened.id()));

        assertThat(incidents.get(opened.id())).isEqualTo(opened);
        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void keeps_the_keys_of_two_people_apart() {
        Itsm itsm = builder().build();

        itsm.as(bob).incidents().with(KEY).open(OpenTicket.titled("Printer"));
        itsm.as(carol).incidents().with(KEY).open(OpenTicket.titled("Printer"));

        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void leaves_the_key_of_a_refused_command_free() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));
        refused(TransitionRefused.class, "TRANSITION", () -> incidents.with(KEY).close(opened.id()));
        incidents.resolve(opened.id(), ResolveIncident.with("FIXED", "paper"));

        Ticket<Incident> closed = incidents.with(KEY).close(opened.id());

        assertThat(closed.repeated()).isFalse();
        assertThat(incidents.get(opened.id()).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void gives_every_number_once_on_two_nodes() {
        Incidents here = builder().numberBlock(3).build().as(bob).incidents();
        Incidents there = otherNode().numberBlock(3).build().as(bob).incidents();
        List<String> numbers = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            numbers.add(here.open(OpenTicket.titled("Printer")).number());
            numbers.add(there.open(OpenTicket.titled("Scanner")).number());
        }

        assertThat(numbers)
                .containsExactly(
                        "INC0000001",
                        "INC0000004",
                        "INC0000002",
                        "INC0000005",
                        "INC0000003",
                        "INC0000006",
                        "INC0000007",
                        "INC0000010");
        assertThat(here.count(Criterion.all())).isEqualTo(8);
    }

    @Test
    void commits_several_commands_as_one() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();

        Ticket<Incident> started = itsm.inTransaction(() -> {
            Ticket<Incident> opened = incidents.open(OpenTicket.titled("Printer"));
            assertThat(incidents.get(opened.id())).isEqualTo(opened);
            return incidents.start(opened.id());
        });

        assertThat(incidents.get(started.id())).isEqualTo(started);
        assertThat(started.version()).isEqualTo(2);
    }

    @Test
    void leaves_nothing_of_commands_in_a_transaction_that_fails() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        Ticket<Incident> before = incidents.open(OpenTicket.titled("Printer"));
        IllegalStateException hosts = new IllegalStateException("the host's own failure");

        assertThatThrownBy(() -> itsm.inTransaction(() -> {
                    incidents.open(OpenTicket.titled("Scanner"));
                    incidents.comment(before.id(), AddComment.publicly("soon"));
                    throw hosts;
                }))
                .isSameAs(hosts);

        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
        assertThat(incidents.get(before.id())).isEqualTo(before);
        assertThat(incidents.tickets().comments(before.id(), PageRequest.all()).items())
                .isEmpty();
        assertThat(itsm.verify(ACME).entries()).isEqualTo(1);
    }

    @Test
    void lets_the_host_go_on_after_a_refusal_in_its_transaction() {
        Itsm itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        Ticket<Incident> before = incidents.open(OpenTicket.titled("Printer"));

        itsm.inTransaction(() -> {
            refused(TransitionRefused.class, "TRANSITION", () -> incidents.close(before.id()));
            return incidents.start(before.id());
        });

        assertThat(incidents.get(before.id()).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void tells_listeners_within_the_transaction_and_takes_all_back_when_one_throws() {
        AtomicBoolean failing = new AtomicBoolean();
        List<String> heard = new ArrayList<>();
        Itsm itsm = builder()
                .listener(event -> heard.add(event.name() + " " + event.version()))
                .listener(event -> {
                    if (failing.get()) {
                        throw new IllegalStateException("no more paper");
                    }
                })
                .build();
        Incidents incidents = itsm.as(bob).incidents();
        Ticket<Incident> before = incidents.open(OpenTicket.titled("Printer"));

        failing.set(true);
        HostFault fault = refused(
                HostFault.class, "HOST_LISTENER", () -> incidents.comment(before.id(), AddComment.publicly("soon")));
        failing.set(false);

        assertThat(fault).hasRootCauseMessage("no more paper");
        assertThat(heard).containsExactly("TicketOpened 1", "TicketCommented 2");
        assertThat(incidents.get(before.id())).isEqualTo(before);
        assertThat(incidents.tickets().comments(before.id(), PageRequest.all()).items())
                .isEmpty();
        assertThat(events(incidents, before)).containsExactly("TicketOpened");
    }

    @Test
    void reports_every_fault_of_an_input_at_once_and_writes_nothing() {
        Incidents incidents = builder().build().as(bob).incidents();
        incidents.open(OpenTicket.titled("Printer"));

        InvalidInput refusal = refused(
                InvalidInput.class,
                "ILLEGAL_CHARACTER",
                () -> incidents.open(
                        OpenTicket.titled(" ").describedAs("a\u0000b").forGroup("x".repeat(101))));

        assertThat(refusal.faults())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("description ILLEGAL_CHARACTER", "group TOO_LONG", "title REQUIRED");
        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
    }

    private static List<String> events(Incidents incidents, Ticket<Incident> ticket) {
        return incidents.tickets().journal(ticket.id(), PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }
}
