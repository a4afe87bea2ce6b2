package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A type with one thing changed is the same in everything else. */
class TypeCopyTest {

    /** What only an errand has. */
    record Errand(String where) {}

    private static final TenantId ACME = TenantId.of("acme");
    private static final State WANTED = State.of("WANTED", StateCategory.NEW);
    private static final State UNDER_WAY = State.of("UNDER_WAY", StateCategory.ACTIVE);
    private static final State DONE = State.of("DONE", StateCategory.CLOSED);
    private static final Action GO = Action.of("go");
    private static final Action END = Action.of("end");

    private final List<String> erased = new ArrayList<>();
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

    private TicketType<Errand> declared() {
        Lifecycle<Step<Errand>> table = StandardActions.addTo(Lifecycle.<Step<Errand>>named("errand")
                        .initial(WANTED)
                        .transition(GO)
                        .from(WANTED)
                        .to(UNDER_WAY)
                        .by(Role.AGENT)
                        .effect("hurry")
                        .transition(END)
                        .from(UNDER_WAY)
                        .to(DONE)
                        .by(Role.AGENT))
                .build();
        return TicketType.named("errand", "ERR", Errand.class, new Errand("nowhere"))
                .digits(4)
                .fields(FieldSchema.of(FieldDefinition.of("floor", FieldDefinition.Type.NUMBER)))
                .openedBy(Role.AGENT)
                .readBy(Role.AGENT)
                .event(GO, "ErrandBegun")
                .effect("hurry", draft -> draft.note("hurried", true))
                .erasing((details, person, pseudonym) -> new Errand("(erased)"))
                .erasingRows((ledger, ticket, person, pseudonym) -> erased.add(person.value()))
                .always(draft -> draft.note("always", true))
                .detail(DetailField.plain("where", Errand::where))
                .frozenIn(StateCategory.CLOSED, "title")
                .milestone(new Milestone<>(
                        "ends-by-itself",
                        ticket -> ticket.state().equals(UNDER_WAY)
                                ? Optional.of(ticket.times().openedAt().plus(Duration.ofDays(1)))
                                : Optional.empty(),
                        ticket -> "once",
                        END,
                        Reason.NONE,
                        draft -> draft.note("late", true)))
                .livingBy(table);
    }

    @Test
    void keeps_everything_that_was_declared_but_what_is_changed() {
        TicketType<Errand> copy = declared().with(change -> change.digits(6));
        Itsm itsm =
                Itsm.builder().store(new MemoryStore()).clock(clock).type(copy).build();
        Tickets<Errand> errands = itsm.as(Actor.of("acme", "bob", Role.AGENT)).tickets(copy);

        Ticket<Errand> ticket = errands.open(
                OpenTicket.titled("Fetch paper").requestedBy("alice").withFields(Map.of("floor", 3)));
        errands.act(ticket.id(), GO, (String) null);
        clock.advance(Duration.ofDays(1));
        assertThat(itsm.processDue(10).done()).isEqualTo(1);
        assertThat(itsm.erase(ACME, PersonId.of("alice"))).isEqualTo(1);

        assertThat(ticket.number()).isEqualTo("ERR000001");
        assertThat(ticket.details().where()).isEqualTo("nowhere");
        Ticket<Errand> left = errands.get(ticket.id());
        assertThat(left.state()).isEqualTo(DONE);
        assertThat(left.details().where()).isEqualTo("(erased)");
        assertThat(erased).containsExactly("alice");
        List<JournalEntry> journal =
                errands.journal(ticket.id(), PageRequest.all()).items();
        assertThat(journal)
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "ErrandBegun", "TicketActed", "PersonErased");
        assertThat(journal.get(1).data()).containsEntry("hurried", true).containsEntry("always", true);
        assertThat(journal.get(2).data()).containsEntry("late", true);
        assertThat(copy.frozenIn(StateCategory.CLOSED)).containsExactly("title");
        assertThat(copy).hasToString("errand");
    }

    @Test
    void keeps_who_may_open_and_who_may_read() {
        TicketType<Errand> copy = declared().with(change -> {});

        assertThat(copy.openedBy()).containsExactly(Role.AGENT);
        assertThat(copy.readBy()).containsExactly(Role.AGENT);
        assertThat(copy.detailFields()).hasSize(1);
        assertThat(copy.rolesOf(StandardActions.OPEN)).containsExactly(Role.AGENT);
        assertThat(copy.rolesOf(GO)).containsExactly(Role.AGENT);
    }
}
