package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.IdSource;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is more than one query returns is still done whole. */
class BeyondOnePartTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final int MORE = Query.MOST + 1;

    private final MemoryStore store = new MemoryStore();
    private final Itsm itsm = Itsm.builder()
            .store(store)
            .clock(MutableClock.at("2026-03-02T09:00:00Z"))
            .ids(IdSource.seeded(7))
            .build();
    private final Incidents desk = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();

    @Test
    void a_parent_passes_its_resolution_to_every_child_and_a_merge_takes_every_child_over_and_back() {
        TicketId parent = desk.open(OpenTicket.titled("parent")).id();
        TicketId other = desk.open(OpenTicket.titled("other")).id();
        for (int i = 0; i < MORE; i++) {
            desk.open(OpenTicket.titled("child").under(parent));
        }

        desk.tickets().merge(parent, other);
        assertThat(under(other)).isEqualTo(MORE);
        desk.tickets().undoMerge(parent);
        assertThat(under(parent)).isEqualTo(MORE);
        desk.resolve(parent, ResolveIncident.with("FIXED", "cable"));

        assertThat(desk.count(TicketAttributes.STATE.is("RESOLVED"))).isEqualTo(MORE + 1L);
    }

    private long under(TicketId parent) {
        return desk.count(TicketAttributes.PARENT.is(parent));
    }

    @Test
    void a_person_is_taken_out_of_everything_they_said_on_a_ticket() {
        TicketId id = desk.open(OpenTicket.titled("Printer")).id();
        Incidents alices = itsm.as(Actor.of("acme", "alice", Role.AGENT)).incidents();
        for (int i = 0; i < MORE; i++) {
            alices.comment(id, AddComment.internally("mine"));
        }

        itsm.erase(ACME, new PersonId("alice"));

        long left = store.inNewTransaction(
                work -> work.count(Comment.KIND, ACME, Comment.AUTHOR.is(new PersonId("alice"))));
        assertThat(left).isZero();
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void parts_join_to_the_whole_in_their_order_with_and_without_a_lock() {
        List<TicketId> ids = IntStream.range(0, 7)
                .mapToObj(i -> desk.open(OpenTicket.titled("t" + i)).id())
                .toList();
        for (int size = 1; size <= 8; size++) {
            for (Lock lock : Lock.values()) {
                Query<TicketRecord> query = Query.of(TicketAttributes.KIND, ACME, Criterion.<TicketRecord>all())
                        .sortedBy(Sort.descending(TicketAttributes.CREATED_AT))
                        .limitedTo(size)
                        .locked(lock);
                List<TicketRecord> all = store.inNewTransaction(work -> Paging.all(work, query, TicketAttributes.ID));
                assertThat(all)
                        .as("parts of %s, %s", size, lock)
                        .extracting(TicketRecord::id)
                        .containsExactlyElementsOf(ids.stream()
                                .sorted(java.util.Comparator.comparing(TicketId::value)
                                        .reversed())
                                .toList());
            }
        }
    }
}
