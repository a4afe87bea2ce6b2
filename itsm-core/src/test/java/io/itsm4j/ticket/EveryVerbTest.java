package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MemoryAttachments;
import io.itsm4j.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every verb answers with the ticket as it stands afterwards, and none passes a limit of what a ticket holds. */
class EveryVerbTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .attachments(new MemoryAttachments(clock), 1_000)
            .build();
    private final Incidents incidents = itsm.as(
                    Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("desk", "network"))
            .incidents();
    private final Tickets<Incident> tickets = incidents.tickets();

    private Ticket<Incident> open(String title) {
        return incidents.open(OpenTicket.titled(title).requestedBy("alice").forGroup("desk"));
    }

    private void answers(Ticket<Incident> told) {
        assertThat(told).isEqualTo(tickets.get(told.id()));
    }

    @Test
    void answers_with_what_it_has_made_of_the_ticket() {
        TicketId id = open("Printer").id();
        TicketId other = open("Paper").id();

        answers(tickets.update(id, UpdateTicket.NOTHING.titled("Plotter")));
        answers(tickets.assign(id, Assign.to("desk", "bob")));
        answers(tickets.escalate(id, Escalate.functionally("network", "routing")));
        answers(tickets.comment(id, AddComment.publicly("on our way")));
        answers(tickets.logWork(id, LogWork.minutes(5, "looked")));
        answers(tickets.tag(id, new ChangeTags(Set.of("Red"), Set.of())));
        answers(tickets.watch(id, new ChangeWatchers(Set.of("eve"), Set.of())));
        answers(tickets.overridePriority(id, new OverridePriority(Priority.LOW, "can wait")));
        answers(tickets.restrict(id, new Restrict(Set.of("desk"))));
        answers(tickets.placeUnder(id, other));
        answers(tickets.link(id, LinkType.RELATED_TO, other));
        answers(tickets.unlink(id, LinkType.RELATED_TO, other));
        answers(tickets.linkFrom(id, LinkType.RELATED_TO, other));
        answers(tickets.act(id, Verbs.rate(Impact.HIGH, Urgency.HIGH)));
        answers(tickets.act(id, StandardActions.ADD_TASK, Reason.NONE, draft -> draft.task(AddTask.titled("call"))));
        answers(incidents.start(id));
        answers(incidents.cancel(id, "bought another"));
        answers(tickets.archive(id));
        assertThat(tickets.get(id).version()).isEqualTo(19);
    }

    @Test
    void answers_with_the_ticket_of_a_task_and_of_a_file() throws IOException {
        TicketId id = open("Printer").id();

        answers(tickets.addTask(id, AddTask.titled("fetch paper")));
        Task task = tickets.tasks(id, PageRequest.all()).items().get(0);
        answers(tickets.assignTask(id, task.id(), Assign.to("desk", "bob")));
        answers(tickets.changeTask(id, task.id(), Task.State.DONE));
        assertThat(tickets.tasks(id, PageRequest.all()).items())
                .singleElement()
                .satisfies(done -> assertThat(done.state()).isEqualTo(Task.State.DONE))
                .satisfies(done -> assertThat(done.assignee()).hasToString("bob"));

        answers(tickets.attach(
                id, AttachFile.named("jam.txt", "text/plain"), new ByteArrayInputStream(new byte[] {7, 8, 9})));
        Attachment file = tickets.attachments(id, PageRequest.all()).items().get(0);
        try (InputStream bytes = tickets.read(id, file.id())) {
            assertThat(bytes.readAllBytes()).containsExactly(7, 8, 9);
        }
        answers(tickets.detach(id, file.id()));
        assertThat(tickets.attachments(id, PageRequest.all()).items()).isEmpty();
    }

    @Test
    void answers_with_the_new_ticket_of_one_that_led_to_it() {
        Ticket<Incident> first = open("Printer");
        Ticket<Incident> second = open("The printer");

        answers(tickets.split(first.id(), new Split("Paper", null)));
        answers(tickets.raise(first.id(), LinkType.RELATED_TO, OpenTicket.titled("Toner"), draft -> {}));
        answers(tickets.merge(second.id(), first.id()));
        answers(tickets.undoMerge(second.id()));
        answers(incidents.cancel(first.id(), "bought another"));
        Ticket<Incident> next = tickets.followUp(first.id(), new Split("Again", null));
        answers(next);

        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(tickets.count(Criterion.all())).isEqualTo(5);
    }

    @Test
    void tells_of_many_tickets_which_version_each_has() {
        TicketId one = open("Printer").id();
        TicketId two = open("Paper").id();
        tickets.comment(two, AddComment.internally("out of stock"));
        Verb<Incident> verb = Verbs.assign(Assign.to("desk", "bob"));

        BulkReport blindly = tickets.bulk(List.of(one, two), verb);
        BulkReport asSeen = tickets.bulk(Map.of(one, 2L, two, 2L), Verbs.assign(Assign.toGroup("desk")));

        assertThat(versions(blindly)).containsOnly(Map.entry(one, 2L), Map.entry(two, 3L));
        assertThat(versions(asSeen)).containsOnly(Map.entry(one, 3L), Map.entry(two, 0L));
        assertThat(tickets.get(two).assignment().assignee()).hasToString("bob");
        assertThat(asSeen.done()).isEqualTo(1);
        assertThat(asSeen.refused()).extracting(BulkReport.Item::id).containsExactly(two);
        tooMany("ids", () -> tickets.bulk(Collections.nCopies(BulkReport.MOST + 1, one), verb));
        assertThat(tickets.bulk(Collections.nCopies(BulkReport.MOST, one), verb).items())
                .hasSize(1);
    }

    @Test
    void a_listener_hears_of_every_ticket_that_a_command_reaches() {
        List<String> heard = new ArrayList<>();
        Incidents desk = Itsm.builder()
                .store(new MemoryStore())
                .clock(clock)
                .listener(event -> heard.add(event.subjectId() + " " + event.name()))
                .build()
                .as(Actor.of("acme", "carol", Role.AGENT))
                .incidents();
        TicketId parent = desk.open(OpenTicket.titled("Printer")).id();
        TicketId child = desk.open(OpenTicket.titled("Paper").under(parent)).id();
        heard.clear();

        desk.resolve(parent, ResolveIncident.with("FIXED", "paper"));
        assertThat(heard).containsExactly(parent + " TicketResolved", child + " TicketResolved");
        heard.clear();
        Ticket<Incident> raised =
                desk.tickets().raise(parent, LinkType.RELATED_TO, OpenTicket.titled("Toner"), draft -> {});

        assertThat(heard).contains(raised.id() + " TicketOpened");
    }

    @Test
    void numbers_go_on_from_block_to_block_and_from_node_to_node() {
        MemoryStore store = new MemoryStore();
        List<String> numbers = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            Incidents desk = Itsm.builder()
                    .store(store)
                    .numberBlock(2)
                    .build()
                    .as(Actor.of("acme", "carol", Role.AGENT))
                    .incidents();
            for (int i = 0; i < 3; i++) {
                numbers.add(desk.open(OpenTicket.titled("Printer")).number());
            }
        }

        assertThat(numbers)
                .containsExactly("INC0000001", "INC0000002", "INC0000003", "INC0000005", "INC0000006", "INC0000007");
    }

    @Test
    void tells_what_every_ticket_has_whatever_its_type() {
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").referredToAs("X-1"));
        Ticket<Incident> other = open("Paper");

        assertThat(ticket.tenant()).hasToString("acme");
        assertThat(ticket.type()).isEqualTo("incident");
        assertThat(ticket.externalReference()).contains("X-1");
        assertThat(other.externalReference()).isEmpty();
        assertThat(ticket).hasToString("INC0000001 (New)").isNotEqualTo(other).doesNotHaveSameHashCodeAs(other);
        assertThat(tickets.get(ticket.id())).isEqualTo(ticket).hasSameHashCodeAs(ticket);
    }

    private static Map<TicketId, Long> versions(BulkReport report) {
        return report.items().stream().collect(Collectors.toMap(BulkReport.Item::id, BulkReport.Item::version));
    }

    private static Set<String> many(String word, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> word + i).collect(Collectors.toSet());
    }

    @Test
    void keeps_to_the_most_tags_and_watchers_of_a_ticket() {
        TicketId id = open("Printer").id();
        tickets.tag(id, new ChangeTags(many("tag", 0, Classification.TAGS), Set.of()));
        tickets.watch(id, new ChangeWatchers(many("w", 0, People.WATCHERS), Set.of()));

        tooMany("tags", () -> tickets.tag(id, new ChangeTags(Set.of("more"), Set.of())));
        tooMany("watchers", () -> tickets.watch(id, new ChangeWatchers(Set.of("more"), Set.of())));
        tickets.tag(id, new ChangeTags(Set.of("more"), Set.of("tag0")));
        tickets.watch(id, new ChangeWatchers(Set.of("more"), Set.of("w0")));

        Ticket<Incident> full = tickets.get(id);
        assertThat(full.classification().tags())
                .hasSize(Classification.TAGS)
                .contains("more")
                .doesNotContain("tag0");
        assertThat(full.people().watchers()).hasSize(People.WATCHERS);
    }

    @Test
    void takes_a_tag_of_fifty_characters_and_refuses_longer_and_empty_ones() {
        TicketId id = open("Printer").id();
        String longest = "é".repeat(49) + "😀";

        tickets.tag(id, new ChangeTags(Set.of(longest), Set.of()));

        assertThat(tickets.get(id).classification().tags()).containsExactly(longest);
        for (String word : List.of(longest + "x", " ", "a\u0007b", "a\u2028b")) {
            InvalidInput refusal = catchThrowableOfType(
                    InvalidInput.class, () -> tickets.tag(id, new ChangeTags(Set.of(word), Set.of())));
            assertThat(refusal.faults()).extracting(InvalidInput.Fault::field).containsExactly("add");
        }
        assertThat(tickets.get(id).version()).isEqualTo(2);
    }

    private static void tooMany(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThat(catchThrowableOfType(InvalidInput.class, command).faults())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly(field + " TOO_MANY");
    }
}
