package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.problem.Problem;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.testkit.MemoryAttachments;
import io.itsm4j.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a requester is shown of their tickets, and what is kept from them. */
class PortalTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .attachments(new MemoryAttachments(clock), 1_000)
            .build();
    private final Incidents desk =
            itsm.as(Actor.of("acme", "carol", Role.AGENT).inGroups("desk")).incidents();
    private final TicketType<Incident> type = desk.tickets().type();
    private final Portal alice =
            itsm.as(Actor.of("acme", "alice", Role.REQUESTER)).portal();
    private final Portal zoe = itsm.as(Actor.of("acme", "zoe", Role.REQUESTER)).portal();

    private void answers(RequesterView told) {
        assertThat(alice.find(told.id())).contains(told);
    }

    @Test
    void every_verb_answers_with_what_the_requester_may_see_of_the_ticket() throws IOException {
        RequesterView opened = alice.open(type, OpenTicket.titled("Printer"));
        TicketId id = opened.id();
        answers(opened);
        answers(alice.comment(id, "no toner"));
        answers(alice.attach(id, "jam.txt", "text/plain", new ByteArrayInputStream(new byte[] {7, 8})));
        String file = alice.attachments(id, PageRequest.all()).items().get(0).id();
        try (InputStream bytes = alice.read(id, file)) {
            assertThat(bytes.readAllBytes()).containsExactly(7, 8);
        }
        answers(alice.act(id, Action.of("cancel"), "found some"));

        assertThat(alice.comments(id, PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("no toner");
        assertThat(zoe.find(id)).isEmpty();
        assertThatThrownBy(() -> zoe.read(id, file)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_is_said_and_attached_among_the_desk_is_not_shown() {
        TicketId id = alice.open(type, OpenTicket.titled("Printer")).id();
        TicketId other = alice.open(type, OpenTicket.titled("Paper")).id();
        desk.comment(id, AddComment.internally("again"));
        desk.tickets()
                .attach(
                        id,
                        new AttachFile("notes.txt", "text/plain", Comment.Visibility.INTERNAL),
                        new ByteArrayInputStream(new byte[] {1}));
        desk.tickets()
                .attach(id, AttachFile.named("guide.txt", "text/plain"), new ByteArrayInputStream(new byte[] {2}));

        assertThat(alice.comments(id, PageRequest.all()).items()).isEmpty();
        assertThat(alice.attachments(id, PageRequest.all()).items())
                .extracting(Attachment::fileName)
                .containsExactly("guide.txt");
        for (Attachment file : desk.tickets().attachments(id, PageRequest.all()).items()) {
            if (file.visibility() == Comment.Visibility.INTERNAL) {
                assertThatThrownBy(() -> alice.read(id, file.id())).isInstanceOf(NotFound.class);
            }
            assertThatThrownBy(() -> alice.read(other, file.id())).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void nothing_is_asked_that_would_tell_what_is_hidden() {
        alice.open(type, OpenTicket.titled("Printer"));
        zoe.open(type, OpenTicket.titled("Paper"));

        refused("QUERY_FILTER", () -> alice.count(TicketAttributes.TAGS.is("vip")));
        refused("QUERY_FILTER", () -> alice.page(PageRequest.of(TicketAttributes.TAGS.is("vip"))));
        refused(
                "QUERY_SORT",
                () -> alice.page(PageRequest.<TicketRecord>all().sortedBy(Sort.ascending(TicketAttributes.DUE_AT))));
        assertThat(alice.count(TicketAttributes.IS_OPEN.is(true))).isEqualTo(1);
        assertThat(alice.page(PageRequest.of(TicketAttributes.IS_OPEN.is(true))).items())
                .extracting(RequesterView::title)
                .containsExactly("Printer");
    }

    private static void refused(String code, ThrowingCallable question) {
        assertThat(catchThrowableOfType(InvalidInput.class, question).faults())
                .extracting(InvalidInput.Fault::code)
                .containsExactly(code);
    }

    @Test
    void it_says_beforehand_what_a_requester_may_open() {
        TicketType<Problem> problems = itsm.as(Actor.of("acme", "carol", Role.AGENT))
                .problems()
                .tickets()
                .type();

        assertThat(alice.mayOpen(type)).isTrue();
        assertThat(alice.mayOpen(problems)).isFalse();
    }
}
