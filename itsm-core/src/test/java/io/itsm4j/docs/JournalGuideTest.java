package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.DeliveryReport;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.journal.Verification;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalGuideTest {

    private static final TenantId ACME = TenantId.of("acme");

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);

    /** The first entry of a ticket, the same at every run. */
    static JournalEntry example() {
        Itsm itsm = Itsm.builder()
                .clock(MutableClock.at("2026-03-02T09:00:00Z"))
                .ids(IdSource.seeded(1))
                .build();
        Incidents desk = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        TicketId id =
                desk.open(OpenTicket.titled("VPN is down").requestedBy("alice")).id();
        return desk.tickets().journal(id, PageRequest.all()).items().get(0);
    }

    @Test
    void an_entry_tells_what_changed() {
        Itsm itsm = Itsm.inMemory();
        TicketId id =
                itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")).id();

        // region journal-read
        for (JournalEntry entry : itsm.as(bob)
                .incidents()
                .tickets()
                .journal(id, PageRequest.all())
                .items()) {
            entry.event(); // TicketOpened
            entry.occurredAt(); // when it happened; recordedAt() when it was written
            entry.changes(); // field, before, after
            entry.data(); // what else there is to know
        }
        // endregion

        JournalEntry first = itsm.as(bob)
                .incidents()
                .tickets()
                .journal(id, PageRequest.all())
                .items()
                .get(0);
        assertThat(first.event()).isEqualTo("TicketOpened");
        assertThat(first.changes()).anySatisfy(change -> assertThat(change.to()).isEqualTo("VPN is down"));
    }

    @Test
    void the_chain_verifies_after_somebody_was_erased() {
        Itsm itsm = Itsm.inMemory();
        TicketId id = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("Alice's laptop").requestedBy("alice"))
                .id();

        // region journal-erase
        long changed = itsm.erase(ACME, PersonId.of("alice"));
        Verification check = itsm.verify(ACME); // check.isIntact()
        // endregion

        assertThat(changed).isEqualTo(1);
        assertThat(check.isIntact()).isTrue();
        assertThat(itsm.as(bob).incidents().get(id).title()).isEqualTo("(erased)");
    }

    @Test
    void an_anchor_leaves_the_database() {
        // region journal-anchor
        List<Anchor> elsewhere = new ArrayList<>(); // a file on another machine, a ledger, a time-stamping service
        Itsm itsm = Itsm.builder().anchors(elsewhere::add).build();
        Anchor seal = itsm.anchor(ACME);
        // endregion

        assertThat(elsewhere).containsExactly(seal);
        assertThat(seal.records()).isZero();
    }

    @Test
    void events_are_delivered_in_order_and_a_refused_one_comes_again() {
        MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
        List<String> broken = new ArrayList<>(List.of("once"));

        // region journal-deliver
        List<DomainEvent> received = new ArrayList<>();
        Itsm itsm = Itsm.builder()
                .clock(clock)
                .sink(event -> {
                    if (!broken.isEmpty()) {
                        broken.clear();
                        throw new IllegalStateException("the receiver is away");
                    }
                    received.add(event);
                })
                .build();
        TicketId id =
                itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")).id();
        itsm.as(bob).incidents().start(id);

        DeliveryReport first = itsm.deliver(100); // refused: failed() is 1, and the second event waits for it
        clock.advance(Duration.ofSeconds(10));
        DeliveryReport second = itsm.deliver(100); // delivered() is 2
        // endregion

        assertThat(first.failed()).isEqualTo(1);
        assertThat(second.delivered()).isEqualTo(2);
        assertThat(received).extracting(DomainEvent::name).containsExactly("TicketOpened", "TicketStarted");
    }

    @Test
    void what_was_given_up_is_kept_until_somebody_decides() {
        Itsm itsm = Itsm.builder().sink(event -> {}).build();

        // region journal-dead
        for (OutboxMessage dead : itsm.outbox().dead(ACME, PageRequest.all()).items()) {
            itsm.outbox().retry(ACME, dead.id()); // or discard(ACME, dead.id())
        }
        // endregion

        assertThat(itsm.outbox().waiting(ACME)).isZero();
    }

    @Test
    void the_example_of_the_guide_is_intact() {
        assertThat(example().isIntact()).isTrue();
        assertThat(example().previousHash()).isEqualTo(JournalEntry.GENESIS);
    }
}
