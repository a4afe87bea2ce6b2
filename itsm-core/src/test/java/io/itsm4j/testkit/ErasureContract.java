package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.WorkLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forgetting a person: their id and their words are gone everywhere, and every chain still verifies. */
public abstract class ErasureContract extends Contract {

    private static final PersonId ALICE = new PersonId("alice");

    private Itsm itsm;
    private Incidents desk;

    @BeforeEach
    void begin() {
        itsm = builder().build();
        desk = itsm.as(bob).incidents();
    }

    @Test
    void takes_a_requester_out_of_ticket_comments_and_journal() {
        var view = itsm.as(alice)
                .portal()
                .open(itsm.incidentType(), OpenTicket.titled("My salary slip").describedAs("says 1234"));
        itsm.as(alice).portal().comment(view.id(), "please call 555-0100");
        desk.comment(view.id(), AddComment.publicly("we look into it"));

        long changed = itsm.erase(ACME, ALICE);

        assertThat(changed).isEqualTo(1);
        Ticket<Incident> ticket = desk.get(view.id());
        assertThat(ticket.title()).isEqualTo("(erased)");
        assertThat(ticket.content().description()).isEqualTo("(erased)");
        assertThat(ticket.people().requester().value()).startsWith("erased-");
        List<Comment> comments =
                desk.tickets().comments(view.id(), PageRequest.all()).items();
        assertThat(comments).extracting(Comment::body).containsExactly("(erased)", "we look into it");
        assertThat(comments.get(0).author()).isEqualTo(ticket.people().requester());
        assertThat(everythingKept()).doesNotContain("alice", "salary", "1234", "555-0100");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        assertThat(itsm.as(alice).portal().count(Criterion.all())).isZero();
    }

    @Test
    void takes_a_watcher_an_assignee_and_their_work_out_of_others_tickets() {
        Ticket<Incident> ticket =
                desk.open(OpenTicket.titled("Printer").requestedBy("zoe").watchedBy("alice", "erik"));
        desk.assign(ticket.id(), Assign.to("desk", "alice"));
        desk.tickets().addTask(ticket.id(), AddTask.titled("fit drum").forGroup("desk", "alice"));
        itsm.as(bobAs("alice")).incidents().tickets().logWork(ticket.id(), LogWork.minutes(20, "at her place"));

        itsm.erase(ACME, ALICE);

        Ticket<Incident> found = desk.get(ticket.id());
        assertThat(found.title()).isEqualTo("Printer");
        assertThat(found.people().requester()).isEqualTo(new PersonId("zoe"));
        assertThat(found.people().watchers()).containsExactly(new PersonId("erik"));
        assertThat(String.valueOf(found.assignment().assignee())).startsWith("erased-");
        WorkLog log =
                desk.tickets().workLogs(ticket.id(), PageRequest.all()).items().get(0);
        assertThat(log.minutes()).isEqualTo(20);
        assertThat(log.person()).isEqualTo(found.assignment().assignee());
        Task task = desk.tickets().tasks(ticket.id(), PageRequest.all()).items().get(0);
        assertThat(task.assignee()).isEqualTo(found.assignment().assignee());
        assertThat(everythingKept()).doesNotContain("alice", "at her place").contains("zoe", "erik");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private io.itsm4j.actor.Actor bobAs(String person) {
        return io.itsm4j.actor.Actor.of("acme", person, io.itsm4j.actor.Role.AGENT);
    }

    @Test
    void erases_a_ticket_whose_description_repeats_its_title() {
        Ticket<Incident> ticket =
                desk.open(OpenTicket.titled("Printer").describedAs("Printer").requestedBy("alice"));

        itsm.erase(ACME, ALICE);

        assertThat(desk.get(ticket.id()).title()).isEqualTo("(erased)");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void leaves_other_people_and_other_tenants_alone() {
        Ticket<Incident> other = desk.open(OpenTicket.titled("Scanner").requestedBy("alice2"));
        desk.open(OpenTicket.titled("Printer").requestedBy("alice"));

        assertThat(itsm.erase(io.itsm4j.actor.TenantId.of("globex"), ALICE)).isZero();
        assertThat(itsm.erase(ACME, ALICE)).isEqualTo(1);
        assertThat(itsm.erase(ACME, ALICE)).isZero();

        assertThat(desk.get(other.id())).isEqualTo(other);
    }

    @Test
    void shows_erased_values_as_such_in_the_journal() {
        Ticket<Incident> ticket = desk.open(OpenTicket.titled("Printer").requestedBy("alice"));

        itsm.erase(ACME, ALICE);

        List<JournalEntry> entries =
                desk.tickets().journal(ticket.id(), PageRequest.all()).items();
        assertThat(entries).extracting(JournalEntry::event).containsExactly("TicketOpened", "PersonErased");
        assertThat(entries.get(0).changes())
                .filteredOn(change ->
                        change.field().equals("title") || change.field().equals("requester"))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.to()).isEqualTo("(erased)"));
    }

    /** All that the store still says, as one text. */
    private String everythingKept() {
        return store.inNewTransaction(unit -> ""
                + unit.list(Query.of(TicketAttributes.KIND, ACME, Criterion.all()))
                + unit.list(Query.of(Comment.KIND, ACME, Criterion.all()))
                + unit.list(Query.of(Task.KIND, ACME, Criterion.all()))
                + unit.list(Query.of(WorkLog.KIND, ACME, Criterion.all()))
                + unit.list(Query.of(Link.KIND, ACME, Criterion.all()))
                + unit.list(Query.of(JournalEntry.KIND, ACME, Criterion.all())));
    }

    @Test
    void takes_whoever_linked_two_tickets_out_of_the_link_from_whichever_end() {
        Ticket<Incident> first = desk.open(OpenTicket.titled("Printer").requestedBy("zoe"));
        Ticket<Incident> second = desk.open(OpenTicket.titled("Scanner").requestedBy("zoe"));
        itsm.as(bobAs("alice")).incidents().tickets().link(second.id(), LinkType.RELATED_TO, first.id());

        itsm.erase(ACME, ALICE);

        assertThat(desk.tickets().links(first.id()))
                .singleElement()
                .satisfies(link -> assertThat(link.by().value()).startsWith("erased-"));
        assertThat(everythingKept()).doesNotContain("alice");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void takes_out_what_a_ticket_said_earlier_whoever_wrote_it() {
        Ticket<Incident> ticket = desk.open(
                OpenTicket.titled("Alice HIV test login").describedAs("ward 7").requestedBy("alice"));
        desk.update(ticket.id(), UpdateTicket.NOTHING.titled("Login").describedAs("ward 8"));
        desk.update(ticket.id(), UpdateTicket.NOTHING.titled("Login again").describedAs(""));

        itsm.erase(ACME, ALICE);

        assertThat(everythingKept()).doesNotContain("alice", "HIV", "ward", "Login");
        List<JournalEntry> entries =
                desk.tickets().journal(ticket.id(), PageRequest.all()).items();
        assertThat(entries.get(1).changes()).contains(new FieldChange("title", "(erased)", "(erased)"));
        assertThat(entries).extracting(JournalEntry::actor).startsWith(bob.id(), bob.id(), bob.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void takes_custom_fields_out_of_ticket_index_and_journal_but_leaves_choices() {
        FieldSchema fields = FieldSchema.of(
                FieldDefinition.of("phone", FieldDefinition.Type.NUMBER).filterable(),
                FieldDefinition.of("mail", FieldDefinition.Type.TEXT)
                        .mandatory()
                        .filterable(),
                FieldDefinition.of("born", FieldDefinition.Type.TIME),
                FieldDefinition.of("vip", FieldDefinition.Type.FLAG),
                FieldDefinition.option("site", "HAMBURG", "KIEL"));
        Itsm named = otherNode()
                .incidents(type -> type.with(change -> change.fields(fields)))
                .build();
        Incidents incidents = named.as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer")
                .requestedBy("alice")
                .withFields(Map.of(
                        "phone",
                        5_550_100,
                        "mail",
                        "a@acme.example",
                        "born",
                        Instant.parse("1980-05-04T00:00:00Z"),
                        "vip",
                        true,
                        "site",
                        "KIEL")));
        incidents.update(ticket.id(), UpdateTicket.NOTHING.withFields(Map.of("phone", 5_550_199, "mail", "b@x.org")));

        named.erase(ACME, ALICE);

        assertThat(everythingKept()).doesNotContain("alice", "5550100", "5550199", "a@acme.example", "b@x.org", "1980");
        Ticket<Incident> left = incidents.get(ticket.id());
        assertThat(left.fields()).containsOnlyKeys("mail", "vip", "site");
        assertThat(left.fields().get("mail").value()).isEqualTo("(erased)");
        assertThat(left.fields().get("site").value()).isEqualTo("KIEL");
        assertThat(incidents.count(fields.attribute("mail").is("b@x.org"))).isZero();
        assertThat(incidents.count(fields.attribute("phone").is(5_550_199L))).isZero();
        assertThat(named.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void erases_a_ticket_whose_title_is_the_name_of_who_wrote_it_down() {
        desk.open(OpenTicket.titled("bob").requestedBy("alice"));
        TicketId others =
                desk.open(OpenTicket.titled("alice").requestedBy("zoe")).id();

        itsm.erase(ACME, ALICE);

        assertThat(desk.tickets().journal(others, PageRequest.all()).items())
                .extracting(JournalEntry::actor)
                .startsWith(bob.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
