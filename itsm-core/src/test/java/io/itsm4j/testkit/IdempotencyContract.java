package io.itsm4j.testkit;

import static io.itsm4j.testkit.KeyedVerbs.KEY;
import static io.itsm4j.testkit.KeyedVerbs.OLGA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.change.Change;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.StandardChanges;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an idempotency key stands for: a verb with all that its caller said. Sent again it is done once, whatever has
 * become of the records meanwhile; with anything else it is refused.
 */
public abstract class IdempotencyContract extends Contract {


    private MemoryAttachments bytes;
    private Itsm itsm;
    private Incidents desk;

    @BeforeEach
    void begin() {
        bytes = new MemoryAttachments(clock);
        itsm = builder().attachments(bytes, 1_000).build();
        desk = itsm.as(bob).incidents();
    }

    private long entries() {
        return itsm.verify(ACME).entries();
    }

    private List<String> events(TicketId id) {
        return desk.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.itsm4j.testkit.KeyedVerbs#all")
    void does_a_verb_once_under_its_key_and_refuses_the_key_for_anything_else(KeyedVerbs.Keyed verb) {
        KeyedVerbs.Sent sent = verb.ready().apply(itsm);
        long before = entries();

        Object first = sent.said().get();
        long after = entries();
        Object again = sent.said().get();

        assertThat(after).isGreaterThan(before);
        assertThat(entries()).isEqualTo(after);
        assertThat(KeyedVerbs.idOf(again)).isEqualTo(KeyedVerbs.idOf(first));
        if (again instanceof Ticket<?> ticket) {
            assertThat(ticket.repeated()).isTrue();
            assertThat(ticket.resultVersion()).isEqualTo(((Ticket<?>) first).version());
        }
        refused(Conflict.class, "IDEMPOTENCY_MISMATCH", () -> sent.otherwise().get());
        assertThat(entries()).isEqualTo(after);
    }

    @Test
    void opens_one_problem_behind_an_incident_that_is_called_otherwise_since() {
        TicketId incident = desk.open(OpenTicket.titled("VPN drops")).id();
        var keyed = itsm.as(bob).problems().with(KEY);
        Ticket<Problem> opened = keyed.openBehind(incident, OpenProblem.titled(null));
        desk.update(incident, UpdateTicket.NOTHING.titled("VPN drops every hour"));

        Ticket<Problem> again = keyed.openBehind(incident, OpenProblem.titled(null));

        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(opened);
        assertThat(again.title()).isEqualTo("VPN drops");
    }

    @Test
    void opens_one_standard_change_from_a_template_that_is_retired_since() {
        Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
        StandardChanges templates = itsm.as(cora).changes().standards();
        String template = itsm.as(OLGA)
                .changes()
                .standards()
                .propose(ProposeStandard.named("disk", "Add a disk", "disks fill up")
                        .doing("add", "test", "take out"))
                .id();
        templates.authorise(template);
        var keyed = itsm.as(OLGA).changes().with(KEY);
        OpenTicket input = OpenTicket.titled(null).touching("db-1");
        Ticket<Change> opened = keyed.openStandard(template, input);
        templates.retire(template, "no more disks");

        Ticket<Change> again = keyed.openStandard(template, input);

        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(opened);
    }

    @Test
    void adds_the_sample_catalogue_once_under_one_key() {
        var keyed = itsm.as(OLGA).catalogue().with(KEY);

        keyed.addSample();
        long after = entries();
        keyed.addSample();

        assertThat(keyed.tree()).isNotEmpty();
        assertThat(entries()).isEqualTo(after);
    }

    // --- what a repeat leaves -------------------------------------------------------------------------------

    @Test
    void opens_no_second_ticket_when_the_first_is_out_of_sight() {
        TicketId first = desk.with(KEY).open(OpenTicket.titled("Printer")).id();
        itsm.as(carol).incidents().tickets().restrict(first, new Restrict(Set.of("desk")));

        refused(NotFound.class, "NOT_FOUND", () -> desk.with(KEY).open(OpenTicket.titled("Printer")));

        assertThat(itsm.as(carol).incidents().count(Criterion.all())).isEqualTo(1);
    }
}
