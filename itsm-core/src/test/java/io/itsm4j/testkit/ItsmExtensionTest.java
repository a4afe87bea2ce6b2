package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketSummary;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ItsmExtension.class)
class ItsmExtensionTest {

    private static final Actor BOB = Actor.of("acme", "bob", Role.AGENT);

    private static long count(Itsm itsm) {
        return itsm.as(BOB).queue().count(Criterion.all());
    }

    @Test
    void h91_a_test_begins_with_nothing_even_when_another_left_something(Itsm itsm, MutableClock clock) {
        assertThat(count(itsm)).isZero();
        Ticket<Incident> ticket = itsm.as(BOB).incidents().open(OpenTicket.titled("left behind"));
        assertThat(ticket.number()).isEqualTo("INC0000001");
        assertThat(ticket.times().openedAt()).isEqualTo(clock.instant()).hasToString("2026-03-02T09:00:00Z");
    }

    @Test
    void h91_and_so_does_the_next_one(Itsm itsm, MutableClock clock, MemoryStore store) {
        h91_a_test_begins_with_nothing_even_when_another_left_something(itsm, clock);
        assertThat(store.heldLocks()).isZero();
    }

    @Test
    void h91_what_is_returned_cannot_be_changed_nor_changes_when_the_record_does(Itsm itsm) {
        var incidents = itsm.as(BOB).incidents();
        Ticket<Incident> ticket = incidents.open(
                OpenTicket.titled("Printer").tagged("a").touching("ci").watchedBy("alice"));
        assertThatThrownBy(() -> ticket.classification().tags().add("b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ticket.classification().cis().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ticket.people().watchers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ticket.fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        List<TicketSummary> page = itsm.as(BOB).queue().page(PageRequest.all()).items();
        assertThatThrownBy(page::clear).isInstanceOf(UnsupportedOperationException.class);
        incidents.start(ticket.id());
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.state().name()).isEqualTo("NEW");
    }

    @Test
    void h91_threads_share_it(Itsm itsm) {
        var outcomes = Together.run(
                () -> itsm.as(BOB).incidents().open(OpenTicket.titled("one")).number(),
                () -> itsm.as(BOB).incidents().open(OpenTicket.titled("two")).number());
        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(outcomes.stream().map(each -> each.value().orElseThrow()).toList())
                .containsExactlyInAnyOrderElementsOf(Set.of("INC0000001", "INC0000002"));
    }

    @Test
    void h91_a_transaction_that_is_left_open_is_told(MemoryStore store) {
        store.inNewTransaction(work -> {
            assertThatThrownBy(() -> ItsmExtension.checkLeaks(store))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("the test left a transaction open");
            return work;
        });
        ItsmExtension.checkLeaks(store);
    }

    @Test
    void h91_a_record_that_is_left_locked_is_told(Itsm itsm, MemoryStore store) throws InterruptedException {
        var id = itsm.as(BOB).incidents().open(OpenTicket.titled("Printer")).id();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread other = new Thread(() -> store.inNewTransaction(work -> {
            work.find(TicketAttributes.KIND, BOB.tenant(), id.value(), Lock.WRITE);
            held.countDown();
            Together.await(done);
            return id;
        }));
        other.start();
        Together.await(held);
        assertThatThrownBy(() -> ItsmExtension.checkLeaks(store))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the test left 1 records locked");
        done.countDown();
        other.join(60_000);
        ItsmExtension.checkLeaks(store);
    }
}
