package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.FieldValue;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.OverridePriority;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import io.itsm4j.ticket.WorkLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be edited on a ticket and hung on it: fields, tags, watchers, assignments, tasks, work logs. */
public abstract class EditingContract extends Contract {

    private static final FieldSchema FIELDS = FieldSchema.of(
            FieldDefinition.of("floor", FieldDefinition.Type.NUMBER).filterable(),
            FieldDefinition.of("remark", FieldDefinition.Type.TEXT),
            FieldDefinition.of("since", FieldDefinition.Type.TIME).filterable(),
            FieldDefinition.option("wing", "east", "west").mandatory().filterable());

    @Test
    void edits_what_is_given_and_leaves_the_rest() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer")
                .describedAs("no toner")
                .inCategory("hardware/printer")
                .ofUnit("sales")
                .rated(Impact.LOW, Urgency.LOW));

        incidents.update(
                ticket.id(),
                UpdateTicket.rate(Impact.HIGH, null)
                        .titled("Plotter")
                        .inCategory("")
                        .touching(List.of(
                                AffectedCi.named("plotter-1"), new AffectedCi("router", AffectedCi.Origin.COMPUTED))));

        Ticket<Incident> edited = incidents.get(ticket.id());
        assertThat(edited.title()).isEqualTo("Plotter");
        assertThat(edited.content().description()).isEqualTo("no toner");
        assertThat(edited.classification().category()).isNull();
        assertThat(edited.people().organisationUnit()).isEqualTo("sales");
        assertThat(edited.classification().cis())
                .containsExactly(AffectedCi.named("plotter-1"), new AffectedCi("router", AffectedCi.Origin.COMPUTED));
        assertThat(edited.priority()).isEqualTo(Priority.MODERATE);
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void freezes_what_a_resolution_rests_on() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));
        incidents.resolve(ticket.id(), ResolveIncident.with("FIXED", "paper"));

        refused(
                InvalidInput.class,
                "FROZEN",
                () -> incidents.update(ticket.id(), UpdateTicket.NOTHING.titled("Plotter")));
        incidents.update(ticket.id(), UpdateTicket.NOTHING.inCategory("hardware"));

        assertThat(incidents.get(ticket.id()).title()).isEqualTo("Printer");
        assertThat(incidents.get(ticket.id()).classification().category()).isEqualTo("hardware");
    }

    @Test
    void keeps_custom_fields_and_finds_tickets_by_those_that_are_indexed() {
        Incidents incidents = withFields();
        Instant since = Instant.parse("2026-03-01T08:30:00.000001Z");
        Ticket<Incident> first = incidents.open(OpenTicket.titled("Printer")
                .withFields(Map.of("wing", "east", "floor", 3, "remark", "by the stairs", "since", since)));
        incidents.open(OpenTicket.titled("Scanner").withFields(Map.of("wing", "west")));

        Ticket<Incident> found = incidents.get(first.id());
        assertThat(found.fields())
                .containsEntry("wing", new FieldValue("east", true))
                .containsEntry("floor", new FieldValue(3L, true))
                .containsEntry("remark", new FieldValue("by the stairs", false))
                .containsEntry("since", new FieldValue(since, true));
        assertThat(incidents
                        .page(PageRequest.of(FIELDS.attribute("floor").is(3L)))
                        .items())
                .containsExactly(found);
        assertThat(incidents.count(FIELDS.attribute("wing").is("west"))).isEqualTo(1);
        assertThat(incidents.count(FIELDS.attribute("since").atMost(since))).isEqualTo(1);
        refused(InvalidInput.class, "QUERY_FILTER", () -> FIELDS.attribute("remark"));
    }

    @Test
    void changes_and_clears_custom_fields_but_never_a_mandatory_one() {
        Incidents incidents = withFields();
        Ticket<Incident> ticket = incidents.open(
                OpenTicket.titled("Printer").withFields(Map.of("wing", "east", "floor", 3, "remark", "old")));

        incidents.update(
                ticket.id(), UpdateTicket.NOTHING.withFields(Map.of("floor", 4)).without("remark"));

        assertThat(incidents.get(ticket.id()).fields()).containsOnlyKeys("wing", "floor");
        assertThat(incidents.count(FIELDS.attribute("floor").is(3L))).isZero();
        assertThat(incidents.count(FIELDS.attribute("floor").is(4L))).isEqualTo(1);
        refused(
                InvalidInput.class,
                "REQUIRED",
                () -> incidents.update(ticket.id(), UpdateTicket.NOTHING.without("wing")));
        refused(
                InvalidInput.class,
                "FIELD_OPTION",
                () -> incidents.update(ticket.id(), UpdateTicket.NOTHING.withFields(Map.of("wing", "north"))));
        refused(
                InvalidInput.class,
                "FIELD_UNKNOWN",
                () -> incidents.update(ticket.id(), UpdateTicket.NOTHING.withFields(Map.of("Floor", 4))));
        assertThat(incidents.get(ticket.id()).version()).isEqualTo(2);
    }

    private Incidents withFields() {
        return builder()
                .incidents(type -> type.with(change -> change.fields(FIELDS)))
                .build()
                .as(bob)
                .incidents();
    }

    @Test
    void treats_tags_and_watchers_as_sets() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket =
                incidents.open(OpenTicket.titled("Printer").tagged("Toner").watchedBy("dora"));

        incidents.tickets().tag(ticket.id(), new ChangeTags(Set.of("TONER ", "office"), Set.of("unknown")));
        incidents.tickets().watch(ticket.id(), new ChangeWatchers(Set.of("dora", "erik"), Set.of("fred")));
        incidents.tickets().tag(ticket.id(), new ChangeTags(Set.of(), Set.of("toner")));

        Ticket<Incident> found = incidents.get(ticket.id());
        assertThat(found.classification().tags()).containsExactly("office");
        assertThat(found.people().watchers()).containsExactlyInAnyOrder(new PersonId("dora"), new PersonId("erik"));
    }

    @Test
    void counts_reassignments_after_the_first_and_escalations() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));

        incidents.assign(ticket.id(), Assign.toGroup("desk"));
        incidents.assign(ticket.id(), Assign.to("desk", "carol"));
        incidents.assign(ticket.id(), Assign.to("desk", "carol"));
        incidents.escalate(ticket.id(), Escalate.functionally("network", "needs the switch opened"));
        incidents.escalate(ticket.id(), Escalate.hierarchically("the customer is upset"));

        var assignment = incidents.get(ticket.id()).assignment();
        assertThat(assignment.group()).isEqualTo(new GroupId("network"));
        assertThat(assignment.assignee()).isNull();
        assertThat(assignment.tier()).isEqualTo(2);
        assertThat(assignment.reassignments()).isEqualTo(2);
        assertThat(assignment.escalations()).isEqualTo(2);
        refused(
                RuleViolated.class,
                "TIER_DOWN",
                () -> incidents.escalate(ticket.id(), new Escalate(Escalate.Kind.FUNCTIONAL, 1, null, "back")));
    }

    @Test
    void lets_a_manager_override_the_priority_until_it_is_rated_anew() {
        var itsm = builder().build();
        Incidents incidents = itsm.as(bob).incidents();
        Tickets<Incident> managers = itsm.as(carol).incidents().tickets();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));
        OverridePriority input = new OverridePriority(Priority.CRITICAL, "the board meets at ten");

        refused(NotPermitted.class, "NOT_PERMITTED", () -> incidents.tickets().overridePriority(ticket.id(), input));
        managers.overridePriority(ticket.id(), input);

        assertThat(incidents.get(ticket.id()).priority()).isEqualTo(Priority.CRITICAL);
        assertThat(incidents.get(ticket.id()).classification().overrideReason()).isEqualTo("the board meets at ten");
        incidents.update(ticket.id(), UpdateTicket.rate(Impact.MEDIUM, null));
        assertThat(incidents.get(ticket.id()).priority()).isEqualTo(Priority.LOW);
        assertThat(incidents.get(ticket.id()).classification().overrideReason()).isNull();
    }

    @Test
    void makes_a_task_wait_for_those_it_depends_on() {
        Tickets<Incident> tickets = builder().build().as(bob).incidents().tickets();
        Ticket<Incident> ticket = tickets.open(OpenTicket.titled("Printer"));
        tickets.addTask(ticket.id(), AddTask.titled("order drum").forGroup("purchase", null));
        String order = tasks(tickets, ticket).get(0).id();
        clock.advance(Duration.ofMinutes(1));
        tickets.addTask(
                ticket.id(), AddTask.titled("fit drum").after(order).dueBy(Instant.parse("2026-03-04T12:00:00Z")));
        String fit = tasks(tickets, ticket).get(1).id();

        refused(RuleViolated.class, "TASK_WAITS", () -> tickets.changeTask(ticket.id(), fit, Task.State.DONE));
        tickets.changeTask(ticket.id(), order, Task.State.DONE);
        tickets.assignTask(ticket.id(), fit, Assign.to("desk", "carol"));
        tickets.changeTask(ticket.id(), fit, Task.State.IN_PROGRESS);

        List<Task> tasks = tasks(tickets, ticket);
        assertThat(tasks).extracting(Task::state).containsExactly(Task.State.DONE, Task.State.IN_PROGRESS);
        assertThat(tasks.get(0).endedAt()).isEqualTo(clock.instant());
        assertThat(tasks.get(1).dependsOn()).containsExactly(order);
        assertThat(tasks.get(1).assignee()).isEqualTo(new PersonId("carol"));
        assertThat(tasks.get(1).endedAt()).isNull();
        assertThat(tickets.get(ticket.id()).version()).isEqualTo(6);
    }

    @Test
    void refuses_a_task_of_another_ticket() {
        Tickets<Incident> tickets = builder().build().as(bob).incidents().tickets();
        Ticket<Incident> one = tickets.open(OpenTicket.titled("Printer"));
        Ticket<Incident> other = tickets.open(OpenTicket.titled("Scanner"));
        tickets.addTask(one.id(), AddTask.titled("order drum"));
        String task = tasks(tickets, one).get(0).id();

        refused(io.itsm4j.NotFound.class, "NOT_FOUND", () -> tickets.changeTask(other.id(), task, Task.State.DONE));
        refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> tickets.addTask(other.id(), AddTask.titled("fit drum").after(task)));

        assertThat(tasks(tickets, one)).singleElement().extracting(Task::state).isEqualTo(Task.State.OPEN);
    }

    private static List<Task> tasks(Tickets<Incident> tickets, Ticket<Incident> ticket) {
        return tickets.tasks(ticket.id(), PageRequest.all()).items();
    }

    @Test
    void logs_time_and_cost_even_on_an_ended_ticket() {
        Incidents incidents = builder().build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));
        incidents.tickets().logWork(ticket.id(), LogWork.minutes(30, "looked at it"));
        incidents.cancel(ticket.id(), "reported twice");
        clock.advance(Duration.ofMinutes(1));
        incidents
                .tickets()
                .logWork(
                        ticket.id(),
                        LogWork.minutes(0, null).costing(12_50, "EUR").billed());

        List<WorkLog> logs =
                incidents.tickets().workLogs(ticket.id(), PageRequest.all()).items();
        assertThat(logs).extracting(WorkLog::minutes).containsExactly(30L, 0L);
        assertThat(logs.get(1).costMinor()).isEqualTo(1_250);
        assertThat(logs.get(1).currency()).isEqualTo("EUR");
        assertThat(logs.get(1).billable()).isTrue();
        assertThat(logs.get(1).person()).isEqualTo(new PersonId("bob"));
        refused(
                InvalidInput.class,
                "REQUIRED",
                () -> incidents
                        .tickets()
                        .logWork(ticket.id(), LogWork.minutes(0, null).costing(1, null)));
    }
}
