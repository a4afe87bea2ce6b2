package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.testkit.Staff;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a handler may look up and decide about other tickets within a command. */
class LedgerTest {

    private static final TenantId GLOBEX = TenantId.of("globex");

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Staff staff = new Staff().person("carol", Set.of(Role.AGENT, Role.MANAGER), "desk");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .directory(staff)
            .build();
    private final Incidents incidents = itsm.as(Actor.of("acme", "carol")).incidents();
    private final Tickets<Incident> tickets = incidents.tickets();

    private Ticket<Incident> open(String title) {
        return incidents.open(OpenTicket.titled(title).requestedBy("alice"));
    }

    private void within(Ticket<Incident> ticket, Consumer<Ledger> work) {
        tickets.act(ticket.id(), StandardActions.ADD_TASK, Reason.NONE, draft -> work.accept(draft.ledger()));
    }

    @Test
    void knows_who_acts_when_and_in_which_tenant() {
        within(open("Printer"), ledger -> {
            assertThat(ledger.actor().id()).hasToString("carol");
            assertThat(ledger.tenant()).hasToString("acme");
            assertThat(ledger.now()).isEqualTo(clock.instant());
            assertThat(ledger.isSystem()).isFalse();
            assertThat(ledger.person(PersonId.of("carol")).map(Person::groups)).isPresent();
            assertThat(ledger.person(PersonId.of("nobody"))).isEmpty();
            assertThat(ledger.directory()).isSameAs(staff);
            assertThat(ledger.definitions()).isNotNull();
            assertThat(ledger.newId()).isNotEqualTo(ledger.newId());
            assertThat(ledger.number("PO", 3)).isEqualTo("PO001");
        });
    }

    @Test
    void reads_the_rows_of_its_own_tenant_and_of_no_other() {
        open("Paper");
        within(open("Printer"), ledger -> {
            Query<TicketRecord> own = Query.of(TicketAttributes.KIND, ledger.tenant(), Criterion.all());
            Query<TicketRecord> other = Query.of(TicketAttributes.KIND, GLOBEX, Criterion.all());
            assertThat(ledger.list(own)).hasSize(2);
            assertThat(ledger.list(own, TicketSummary.PROJECTION))
                    .extracting(TicketSummary::title)
                    .containsExactlyInAnyOrder("Printer", "Paper");
            assertThat(ledger.count(TicketAttributes.KIND, TicketAttributes.TITLE.is("Paper")))
                    .isEqualTo(1);
            assertThatThrownBy(() -> ledger.list(other)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ledger.list(other, TicketSummary.PROJECTION))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @Test
    void finds_a_ticket_of_any_type_but_as_one_type_only_that() {
        Ticket<Incident> paper = open("Paper");
        Ticket<Problem> problem = itsm.as(Actor.of("acme", "carol")).problems().open(OpenProblem.titled("Bad paper"));
        within(open("Printer"), ledger -> {
            assertThat(ledger.ticket(paper.id()).number()).isEqualTo(paper.number());
            assertThat(ledger.ticket(tickets.type(), paper.id())).isEqualTo(paper);
            assertThat(ledger.seen(problem.id()).type()).isEqualTo("problem");
            assertThat(ledger.type(ledger.ticket(paper.id()))).isSameAs(tickets.type());
            assertThat(ledger.allows(ledger.ticket(paper.id()), StandardActions.ASSIGN))
                    .isTrue();
            assertThat(ledger.allows(ledger.ticket(paper.id()), Action.of("close")))
                    .isFalse();
            assertThatThrownBy(() -> ledger.ticket(tickets.type(), problem.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> ledger.ticket(TicketId.of("019cadc6-9a80-7000-a926-13f43b327b6c")))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void acts_on_another_ticket_with_an_input_that_is_checked_first() {
        Ticket<Incident> paper = open("Paper");
        AtomicReference<InvalidInput> refusal = new AtomicReference<>();
        within(open("Printer"), ledger -> {
            refusal.set(catchThrowableOfType(
                    InvalidInput.class,
                    () -> ledger.act(
                            tickets.type(),
                            paper.id(),
                            StandardActions.ASSIGN,
                            Assign.to("x".repeat(101), null),
                            draft -> {})));
            Ticket<Incident> given = ledger.act(
                    tickets.type(),
                    paper.id(),
                    StandardActions.ASSIGN,
                    Assign.to("desk", null),
                    Verbs.<Incident>assign(Assign.to("desk", null)).effect());
            assertThat(given.assignment().group()).hasToString("desk");
            assertThat(ledger.ticket(paper.id()).version()).isEqualTo(2);
        });

        assertThat(refusal.get().faults()).extracting(InvalidInput.Fault::field).containsExactly("group");
        assertThat(tickets.get(paper.id()).assignment().group()).hasToString("desk");
    }

    @Test
    void opens_another_ticket_that_is_there_for_the_rest_of_the_command() {
        AtomicReference<Ticket<Incident>> opened = new AtomicReference<>();

        within(open("Printer"), ledger -> {
            opened.set(ledger.open(tickets.type(), OpenTicket.titled("Paper").requestedBy("alice"), draft -> {}));
            assertThat(ledger.ticket(opened.get().id()).number())
                    .isEqualTo(opened.get().number());
        });

        assertThat(tickets.get(opened.get().id()).title()).isEqualTo("Paper");
        assertThat(tickets.count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void adds_replaces_and_removes_rows_of_its_own() {
        Ticket<Incident> printer = open("Printer");
        Comment said = new Comment(
                "019cadc6-9a80-7000-a926-13f43b327b6d",
                TenantId.of("acme"),
                printer.id(),
                PersonId.of("carol"),
                Comment.Visibility.INTERNAL,
                "first",
                clock.instant());
        Comment better = new Comment(
                said.id(), said.tenant(), said.ticket(), said.author(), said.visibility(), "second", said.at());

        within(printer, ledger -> ledger.insert(Comment.KIND, said));
        assertThat(bodies(printer)).containsExactly("first");
        within(printer, ledger -> ledger.replace(Comment.KIND, said, better));
        assertThat(bodies(printer)).containsExactly("second");
        within(printer, ledger -> ledger.remove(Comment.KIND, better));
        assertThat(bodies(printer)).isEmpty();
    }

    private List<String> bodies(Ticket<Incident> ticket) {
        return tickets
                .read(ledger -> ledger.list(Query.of(Comment.KIND, ledger.tenant(), Comment.TICKET.is(ticket.id()))
                        .locked(Lock.NONE)))
                .stream()
                .map(Comment::body)
                .toList();
    }

    @Test
    void holds_a_name_that_stands_for_a_rule_and_looks_up_what_is_committed() {
        within(open("Printer"), ledger -> {
            ledger.hold("one-printer-at-a-time");
            ledger.hold("one-printer-at-a-time");
            long committed = ledger.committed(other -> other.count(TicketAttributes.KIND, Criterion.all()));
            assertThat(committed).isEqualTo(1);
        });
    }
}
