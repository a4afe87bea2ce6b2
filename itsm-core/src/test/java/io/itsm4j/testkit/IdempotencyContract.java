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

    private static final MonitoringAlert DISK = MonitoringAlert.firing("prometheus", "disk/db1", "Disk full on db1");
    private static final MonitoringAlert DISK_FINE = MonitoringAlert.clear("prometheus", "disk/db1");

    private final Actor probe = Actor.of("acme", "probe", Role.MONITOR);

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

    // --- alerts ---------------------------------------------------------------------------------------------

    private Optional<Ticket<Incident>> sent(MonitoringAlert alert) {
        return itsm.as(probe).incidents().with(KEY).alert(alert);
    }

    private TicketId fired() {
        return itsm.as(probe).incidents().alert(DISK).orElseThrow().id();
    }

    @Test
    void takes_an_alert_once_that_has_opened_an_incident() {
        Ticket<Incident> opened = sent(DISK).orElseThrow();

        Ticket<Incident> again = sent(DISK).orElseThrow();

        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(opened);
        assertThat(again.details().alerts()).isEqualTo(1);
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void takes_an_alert_once_whose_incident_has_ended_since() {
        TicketId opened = sent(DISK).orElseThrow().id();
        desk.resolve(opened, ResolveIncident.with("FIXED", "bigger disk"));
        desk.close(opened);

        Ticket<Incident> again = sent(DISK).orElseThrow();

        assertThat(again.repeated()).isTrue();
        assertThat(again.id()).isEqualTo(opened);
        assertThat(desk.count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void takes_a_clear_event_once_that_has_resolved_the_incident() {
        TicketId id = fired();

        Ticket<Incident> cleared = sent(DISK_FINE).orElseThrow();
        Ticket<Incident> again = sent(DISK_FINE).orElseThrow();

        assertThat(cleared.state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(again.repeated()).isTrue();
        assertThat(again.resultVersion()).isEqualTo(cleared.version());
        assertThat(events(id)).hasSize(2);
    }

    @Test
    void takes_an_alert_once_that_has_reopened_the_incident() {
        TicketId id = fired();
        itsm.as(probe).incidents().alert(DISK_FINE);

        Ticket<Incident> reopened = sent(DISK).orElseThrow();
        Ticket<Incident> again = sent(DISK).orElseThrow();

        assertThat(reopened.id()).isEqualTo(id);
        assertThat(reopened.state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(reopened);
    }

    @Test
    void takes_an_alert_once_that_comes_after_the_window_for_reopening() {
        itsm = builder()
                .incidentPolicy(IncidentPolicy.STANDARD.closingAfter(Duration.ZERO))
                .build();
        TicketId old = fired();
        itsm.as(probe).incidents().alert(DISK_FINE);
        clock.advance(Duration.ofDays(15));

        Ticket<Incident> fresh = sent(DISK).orElseThrow();
        Ticket<Incident> again = sent(DISK).orElseThrow();

        assertThat(fresh.repeated()).isFalse();
        assertThat(fresh.id()).isNotEqualTo(old);
        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(fresh);
        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void counts_an_alert_once_that_two_nodes_bring_under_one_key() throws InterruptedException {
        TicketId open = fired();
        Incidents other = otherNode().build().as(probe).incidents().with(KEY);

        List<Together.Outcome<Ticket<Incident>>> outcomes = Together.run(
                () -> sent(DISK).orElseThrow(), () -> other.alert(DISK).orElseThrow());

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes)
                .extracting(outcome -> outcome.value().orElseThrow().repeated())
                .containsExactlyInAnyOrder(true, false);
        assertThat(desk.get(open).details().alerts()).isEqualTo(2);
    }

    @Test
    void refuses_the_key_of_an_alert_for_the_end_of_it() {
        TicketId id = sent(DISK).orElseThrow().id();

        refused(Conflict.class, "IDEMPOTENCY_MISMATCH", () -> sent(DISK_FINE));

        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.NEW);
    }

    // --- what looks at what there is ------------------------------------------------------------------------

    @Test
    void takes_an_answer_of_the_caller_once_that_has_resumed_the_ticket() {
        TicketId id =
                desk.open(OpenTicket.titled("Printer").requestedBy("alice")).id();
        desk.start(id);
        desk.hold(id, HoldIncident.untilCallerAnswers("Which one?"));
        var keyed = itsm.as(alice).portal().with(KEY);

        keyed.comment(id, "The one upstairs");
        long after = entries();
        keyed.comment(id, "The one upstairs");

        assertThat(entries()).isEqualTo(after);
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(events(id)).containsOnlyOnce("RequesterReplied").doesNotContain("TicketCommented");
        assertThat(desk.tickets().comments(id, PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("Which one?", "The one upstairs");
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
    void opens_one_change_for_a_problem_that_is_restricted_since() {
        TicketId problem =
                itsm.as(bob).problems().open(OpenProblem.titled("Leak")).id();
        var keyed = itsm.as(bob).changes().with(KEY);
        Ticket<Change> opened = keyed.openFor(problem, OpenTicket.titled(null));
        itsm.as(carol).problems().tickets().restrict(problem, new Restrict(Set.of("desk")));

        Ticket<Change> again = keyed.openFor(problem, OpenTicket.titled(null));

        assertThat(again.repeated()).isTrue();
        assertThat(again).isEqualTo(opened);
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
    void regroups_once_and_answers_a_repeat_with_the_members() {
        String web = KeyedVerbs.group(itsm);
        var keyed = itsm.as(OLGA).configuration().relations().with(KEY);

        List<CiRelation> members = keyed.regroup(web, "web", 2);
        long after = entries();
        List<CiRelation> again = keyed.regroup(web, "web", 2);

        assertThat(entries()).isEqualTo(after);
        assertThat(members).hasSize(2);
        assertThat(again).containsExactlyElementsOf(members);
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

    @Test
    void does_what_follows_from_a_record_once_also_when_the_record_stays_as_it_is() {
        var types = itsm.as(OLGA).records(StoredDefinition.TYPE);
        DefinitionForm<String> form =
                new DefinitionForm<>("greeting", text -> Map.of("text", text), map -> String.valueOf(map.get("text")));
        StoredDefinition hello = types.add(
                Action.of("define-greeting"), Set.of(), "hello", ledger -> ledger.define(form, "hello", "hello"));
        Supplier<StoredDefinition> learn =
                () -> types.with(KEY).change(hello.id(), Action.of("learn"), Set.of(), Reason.NONE, (ledger, found) -> {
                    ledger.open(itsm.incidentType(), OpenTicket.titled("Learn the greeting"), draft -> {});
                    return found;
                });

        assertThat(learn.get()).isEqualTo(hello);
        assertThat(learn.get()).isEqualTo(hello);

        assertThat(desk.count(Criterion.all())).isEqualTo(1);
    }

    // --- what a repeat leaves -------------------------------------------------------------------------------

    @Test
    void takes_the_bytes_of_a_repeat_back() {
        TicketId id = desk.open(OpenTicket.titled("Printer")).id();
        var keyed = desk.with(KEY).tickets();
        AttachFile log = AttachFile.named("log.txt", "text/plain");

        keyed.attach(id, log, new ByteArrayInputStream("one".getBytes(UTF_8)));
        keyed.attach(id, log, new ByteArrayInputStream("one".getBytes(UTF_8)));

        assertThat(desk.tickets().attachments(id, PageRequest.all()).items()).hasSize(1);
        assertThat(bytes.keys()).hasSize(1);
    }

    @Test
    void opens_no_second_ticket_when_the_first_is_out_of_sight() {
        TicketId first = desk.with(KEY).open(OpenTicket.titled("Printer")).id();
        itsm.as(carol).incidents().tickets().restrict(first, new Restrict(Set.of("desk")));

        refused(NotFound.class, "NOT_FOUND", () -> desk.with(KEY).open(OpenTicket.titled("Printer")));

        assertThat(itsm.as(carol).incidents().count(Criterion.all())).isEqualTo(1);
    }
}
