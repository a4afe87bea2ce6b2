package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.Explanation;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.ImportReport;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.OverridePriority;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.PriorityMatrix;
import io.itsm4j.ticket.QueuedTask;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.RoutingRule;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketSummary;
import io.itsm4j.ticket.TicketTemplate;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketsGuideTest {

    private final Actor alice = Actor.of("acme", "alice", Role.REQUESTER);
    private final Actor bob = Actor.of("acme", "bob", Role.AGENT).inGroups("network");
    private final Actor carol = Actor.of("acme", "carol", Role.AGENT, Role.MANAGER);

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder().clock(clock).build();
    private final Incidents desk = itsm.as(bob).incidents();

    @Test
    void a_ticket_collects_what_is_said_and_done() {
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();

        // region tickets-life
        Tickets<Incident> tickets = itsm.as(bob).tickets(itsm.incidentType());
        tickets.assign(id, Assign.to("network", "bob"));
        tickets.comment(id, AddComment.internally("Smells like the gateway"));
        tickets.logWork(id, LogWork.minutes(20, "Looked at the gateway"));
        long entries = tickets.journal(id, PageRequest.all()).items().size(); // 4, with the opening
        // endregion

        assertThat(entries).isEqualTo(4);
    }

    @Test
    void a_command_is_carried_out_once_and_only_on_what_was_seen() {
        Ticket<Incident> seen = desk.open(OpenTicket.titled("VPN is down"));
        TicketId id = seen.id();

        // region tickets-options
        desk.with(CommandOptions.expecting(seen.version())).start(id);

        Incidents once = desk.with(CommandOptions.key("mail-4711"));
        once.comment(id, AddComment.publicly("We are on it"));
        Ticket<Incident> again = once.comment(id, AddComment.publicly("We are on it")); // again.repeated()
        // endregion

        assertThat(again.repeated()).isTrue();
        assertThat(again.resultVersion()).isEqualTo(3);
        assertThat(catchThrowableOfType(
                                Conflict.class,
                                () -> desk.with(CommandOptions.expecting(1))
                                        .resolve(id, ResolveIncident.with("X", "x")))
                        .code())
                .isEqualTo("CONFLICT");
    }

    @Test
    void a_key_stands_for_what_the_effect_of_a_verb_takes_too() {
        Tickets<Incident> tickets = itsm.as(bob).tickets(itsm.incidentType());
        String meter = "M-17";

        // region tickets-keyed-by
        OpenTicket input = OpenTicket.titled("Meter is dead");
        Ticket<Incident> opened = tickets.with(CommandOptions.key("reading-88"))
                .keyedBy(StandardActions.OPEN, input, meter)
                .open(input, draft -> draft.note("meter", meter));
        // endregion

        Conflict refusal = catchThrowableOfType(
                Conflict.class,
                () -> tickets.with(CommandOptions.key("reading-88"))
                        .keyedBy(StandardActions.OPEN, input, "M-18")
                        .open(input, draft -> draft.note("meter", "M-18")));
        assertThat(refusal.code()).isEqualTo("IDEMPOTENCY_MISMATCH");
        assertThat(opened.repeated()).isFalse();
    }

    @Test
    void a_matrix_gives_the_priority_and_a_manager_may_override_it() {
        // region tickets-priority
        PriorityMatrix ours = PriorityMatrix.of("ours", "123", "234", "344"); // low and low is 4 here
        Itsm itsm = Itsm.builder()
                .incidents(type -> type.with(changed -> changed.matrix(ours)))
                .build();

        Ticket<Incident> incident = itsm.as(bob).incidents().open(OpenTicket.titled("VPN is slow"));
        itsm.as(carol)
                .incidents()
                .tickets()
                .overridePriority(incident.id(), new OverridePriority(Priority.HIGH, "The board meets today"));
        // endregion

        assertThat(incident.priority()).isEqualTo(Priority.ofRank(4));
        assertThat(itsm.as(bob).incidents().get(incident.id()).priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void a_custom_field_is_set_and_filtered_by() {
        // region tickets-fields
        FieldSchema fields = FieldSchema.of(
                FieldDefinition.option("site", "Berlin", "上海").filterable(),
                FieldDefinition.of("seats", FieldDefinition.Type.NUMBER));
        Itsm itsm = Itsm.builder()
                .incidents(type -> type.with(changed -> changed.fields(fields)))
                .build();

        Incidents desk = itsm.as(bob).incidents();
        desk.open(OpenTicket.titled("VPN is down").withFields(Map.of("site", "上海", "seats", 40)));
        long inShanghai = desk.count(fields.attribute("site").is("上海"));
        // endregion

        assertThat(inShanghai).isEqualTo(1);
    }

    @Test
    void rules_and_templates_dispatch_a_new_ticket() {
        // region tickets-dispatch
        Definitions data = Definitions.fixed(
                CategoryTree.of("network/vpn", "hardware/printer"),
                List.of(RoutingRule.toGroup("vpn", TicketAttributes.CATEGORY.is("network/vpn"), "network")),
                List.of(new TicketTemplate(
                        "vpn-down",
                        OpenTicket.titled("VPN is down")
                                .inCategory("network/vpn")
                                .rated(Impact.MEDIUM, Urgency.HIGH))));
        Itsm itsm = Itsm.builder().definitions(data).build();

        Ticket<Incident> routed =
                itsm.as(bob).incidents().open(OpenTicket.titled(null).fromTemplate("vpn-down"));
        // endregion

        assertThat(routed.assignment().group()).hasToString("network");
        assertThat(routed.title()).isEqualTo("VPN is down");
    }

    @Test
    void a_task_waits_for_another() {
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();

        // region tickets-tasks
        Tickets<Incident> tickets = desk.tickets();
        tickets.addTask(id, AddTask.titled("Order a new gateway"));
        Task order = tickets.tasks(id, PageRequest.all()).items().get(0);
        tickets.addTask(id, AddTask.titled("Build it in").after(order.id()));
        tickets.changeTask(id, order.id(), Task.State.DONE);
        // endregion

        Task second = tickets.tasks(id, PageRequest.all()).items().stream()
                .filter(task -> task.title().equals("Build it in"))
                .findFirst()
                .orElseThrow();
        tickets.changeTask(id, order.id(), Task.State.OPEN);
        assertThat(catchThrowableOfType(
                                RuleViolated.class, () -> tickets.changeTask(id, second.id(), Task.State.IN_PROGRESS))
                        .code())
                .isEqualTo("TASK_WAITS");
    }

    @Test
    void a_requester_reports_and_follows_their_own_tickets() {
        // region tickets-portal
        Portal portal = itsm.as(alice).portal();
        RequesterView mine = portal.open(itsm.incidentType(), OpenTicket.titled("VPN is down"));
        portal.comment(mine.id(), "It broke at nine");
        Page<RequesterView> all = portal.page(PageRequest.all());
        portal.act(mine.id(), IncidentLifecycle.CANCEL, "It works again");
        // endregion

        assertThat(all.items()).extracting(RequesterView::id).containsExactly(mine.id());
        assertThat(portal.find(mine.id()).orElseThrow().state()).isEqualTo(IncidentLifecycle.CANCELLED);
    }

    @Test
    void a_list_is_read_page_by_page() {
        for (int i = 0; i < 3; i++) {
            desk.open(OpenTicket.titled("VPN is down " + i).forGroup("network"));
        }

        // region tickets-queue
        PageRequest<TicketRecord> mine = PageRequest.of(
                        TicketAttributes.GROUP.is(GroupId.of("network")).and(TicketAttributes.IS_OPEN.is(true)))
                .sortedBy(Sort.ascending(TicketAttributes.PRIORITY), Sort.ascending(TicketAttributes.OPENED_AT))
                .ofSize(2);
        Page<TicketSummary> first = itsm.as(bob).queue().page(mine);
        Page<TicketSummary> second =
                itsm.as(bob).queue().page(mine.at(first.next().orElseThrow()));
        // endregion

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void tasks_wait_in_a_queue_of_their_own() {
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();
        desk.tickets().addTask(id, AddTask.titled("Ask the provider").forGroup("purchase", null));

        // region tickets-task-queue
        Page<QueuedTask> waiting = itsm.as(bob)
                .queue()
                .tasks(PageRequest.of(Task.GROUP.is(GroupId.of("purchase")).and(Task.unfinished())));
        // endregion

        assertThat(waiting.items()).singleElement().satisfies(line -> {
            assertThat(line.task().title()).isEqualTo("Ask the provider");
            assertThat(line.ticket().title()).isEqualTo("VPN is down");
        });
    }

    @Test
    void an_explanation_says_why() {
        TicketId id = desk.open(OpenTicket.titled("VPN is down").rated(Impact.HIGH, Urgency.MEDIUM))
                .id();

        // region tickets-explain
        Explanation why = desk.tickets().explain(id);
        String priority = why.priority(); // HIGH: impact HIGH and urgency MEDIUM give HIGH in the matrix standard
        Explanation.ActionView resolve = why.actions().stream()
                .filter(view -> view.action().equals(IncidentLifecycle.RESOLVE))
                .findFirst()
                .orElseThrow();
        List<String> against = resolve.failing(); // a code and notes are still to be given
        // endregion

        assertThat(priority).isEqualTo("HIGH: impact HIGH and urgency MEDIUM give HIGH in the matrix standard");
        assertThat(against)
                .containsExactly(
                        "RESOLUTION_NEEDS_A_CODE: a resolution has a code",
                        "RESOLUTION_NEEDS_NOTES: a resolution says what was done");
    }

    @Test
    void history_comes_in_step_by_step() {
        Actor importer = Actor.of("acme", "migration", Role.IMPORTER);

        // region tickets-import
        ImportedTicket<Incident> old = new ImportedTicket<>(
                2, // its row in the source, for the report
                OpenTicket.titled("VPN is down").requestedBy("alice").referredToAs("OLD-17"),
                Incident.NEW,
                Instant.parse("2025-11-03T08:15:00Z"),
                PersonId.of("alice"),
                List.of(
                        new ImportedTicket.Step<>(
                                Instant.parse("2025-11-03T08:40:00Z"), PersonId.of("bob"), IncidentVerbs.start()),
                        new ImportedTicket.Step<>(
                                Instant.parse("2025-11-03T10:00:00Z"),
                                PersonId.of("bob"),
                                IncidentVerbs.resolve(ResolveIncident.with("RESTARTED", "Restarted")))));
        ImportReport report =
                itsm.as(importer).imports(itsm.incidentType()).run(List.of(old).iterator());
        // endregion

        assertThat(report.refused()).isZero();
        assertThat(report.entries()).isEqualTo(3);
        Ticket<Incident> found =
                desk.tickets().findByExternalReference("OLD-17").orElseThrow();
        assertThat(found.times().resolvedAt()).isEqualTo("2025-11-03T10:00:00Z");
    }
}
