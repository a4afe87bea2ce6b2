package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MemoryAttachments;
import io.itsm4j.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erasing one person takes away what is theirs, and nothing that is another's. */
class SparingErasureTest {

    private static final TenantId ACME = TenantId.of("acme");

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .attachments(new MemoryAttachments(clock), 1_000)
            .incidents(type -> type.with(
                    change -> change.fields(FieldSchema.of(FieldDefinition.of("floor", FieldDefinition.Type.TEXT)))))
            .build();
    private final Incidents carol = as("carol");
    private final Incidents bob = as("bob");
    private TicketId id;
    private TicketId other;

    private Incidents as(String person) {
        return itsm.as(Actor.of("acme", person, Role.AGENT).inGroups("desk")).incidents();
    }

    @BeforeEach
    void begin() {
        id = carol.open(OpenTicket.titled("Printer")
                        .describedAs("no toner")
                        .requestedBy("alice")
                        .forGroup("desk")
                        .watchedBy("eve", "fred")
                        .withFields(Map.of("floor", "third")))
                .id();
        other = carol.open(OpenTicket.titled("Paper").requestedBy("alice")).id();
    }

    private List<JournalEntry> journal() {
        return carol.tickets().journal(id, PageRequest.all()).items();
    }

    @Test
    void leaves_what_others_said_when_a_watcher_goes() {
        bob.comment(id, AddComment.publicly("it is the toner"));
        bob.update(id, UpdateTicket.NOTHING.titled("Plotter").withFields(Map.of("floor", "fourth")));

        assertThat(itsm.erase(ACME, PersonId.of("eve"))).isEqualTo(1);

        Ticket<Incident> left = carol.get(id);
        assertThat(left.title()).isEqualTo("Plotter");
        assertThat(left.content().description()).isEqualTo("no toner");
        assertThat(left.fields().get("floor").value()).isEqualTo("fourth");
        assertThat(left.people().watchers()).containsExactly(PersonId.of("fred"));
        assertThat(carol.tickets().comments(id, PageRequest.all()).items())
                .singleElement()
                .satisfies(comment -> assertThat(comment.author()).hasToString("bob"))
                .satisfies(comment -> assertThat(comment.body()).isEqualTo("it is the toner"));
        assertThat(journal().get(1).data()).containsEntry("body", "it is the toner");
        assertThat(journal().get(2).changes())
                .contains(
                        new FieldChange("title", "Printer", "Plotter"),
                        new FieldChange("field.floor", "third", "fourth"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void leaves_the_facts_of_the_requesters_ticket_that_are_nobodys_words() {
        bob.update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH).onService("printing"));
        bob.comment(id, AddComment.publicly("it is the toner"));

        itsm.erase(ACME, PersonId.of("alice"));

        assertThat(carol.get(id).classification().service()).isEqualTo("printing");
        assertThat(journal().get(1).changes())
                .contains(
                        new FieldChange("impact", "LOW", "HIGH"),
                        new FieldChange("urgency", "LOW", "HIGH"),
                        new FieldChange("service", null, "printing"));
        assertThat(journal().get(2).data()).containsEntry("body", "it is the toner");
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void leaves_the_work_the_tasks_the_files_and_the_links_of_others() {
        byte[] jam = {7, 8, 9};
        for (Incidents each : List.of(carol, bob)) {
            Tickets<Incident> tickets = each.tickets();
            tickets.logWork(id, LogWork.minutes(5, "looked"));
            tickets.attach(id, AttachFile.named("jam.txt", "text/plain"), new ByteArrayInputStream(jam));
        }
        bob.tickets().link(id, LinkType.CAUSED_BY, other);
        carol.tickets().link(id, LinkType.RELATED_TO, other);
        carol.tickets().addTask(id, AddTask.titled("call").forGroup("desk", "bob"));
        carol.tickets().addTask(id, AddTask.titled("fetch paper").forGroup("desk", "carol"));

        itsm.erase(ACME, PersonId.of("bob"));

        Tickets<Incident> tickets = carol.tickets();
        assertThat(tickets.workLogs(id, PageRequest.all()).items())
                .extracting(log -> log.person().value().equals("carol"), WorkLog::note)
                .containsExactlyInAnyOrder(tuple(true, "looked"), tuple(false, "(erased)"));
        assertThat(tickets.attachments(id, PageRequest.all()).items())
                .extracting(file -> file.by().value().equals("carol"), Attachment::fileName)
                .containsExactlyInAnyOrder(tuple(true, "jam.txt"), tuple(false, "erased"));
        assertThat(tickets.links(id))
                .extracting(link -> link.type(), link -> link.by().value().equals("carol"))
                .containsExactlyInAnyOrder(tuple(LinkType.CAUSED_BY, false), tuple(LinkType.RELATED_TO, true));
        assertThat(tickets.tasks(id, PageRequest.all()).items())
                .extracting(Task::title, task -> "carol".equals(String.valueOf(task.assignee())))
                .containsExactlyInAnyOrder(tuple("call", false), tuple("fetch paper", true));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void counts_the_tickets_that_name_a_person_and_touches_no_other() {
        carol.comment(other, AddComment.internally("ask fred"));
        Ticket<Incident> before = carol.get(other);

        assertThat(itsm.erase(ACME, PersonId.of("fred"))).isEqualTo(1);
        assertThat(itsm.erase(ACME, PersonId.of("nobody"))).isZero();

        assertThat(carol.get(other)).isEqualTo(before);
    }
}
