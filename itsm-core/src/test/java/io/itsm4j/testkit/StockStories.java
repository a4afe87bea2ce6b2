package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.stock.CountStock;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.IssueParts;
import io.itsm4j.stock.Movement;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.Reservation;
import io.itsm4j.stock.ReturnParts;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockItem;
import io.itsm4j.stock.TransferParts;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stock keeping told as stories: what comes, goes to tickets, is set aside, counted and bought again. */
public abstract class StockStories extends PartsContract {

    @Test
    void parts_come_go_to_a_ticket_and_what_was_not_needed_comes_back() {
        receive(10);
        TicketId ticket = ticket();

        user.issue(issue(3, ticket).saying("one to spare"));
        assertStock(7, 0, 0);
        user.giveBack(ReturnParts.of(disk, cellar, 1, ticket.value()));

        assertStock(8, 0, 0);
        assertThat(timeline(ticket)).containsExactly("TicketOpened", "PartsIssued", "PartsReturned");
        JournalEntry told =
                desk.tickets().journal(ticket, PageRequest.all()).items().get(1);
        assertThat(told.canonical()).contains("\"quantity\":3", "Disk 1 TB", "Cellar");
        assertThat(user.movementsFor(ticket, PageRequest.all()).items())
                .extracting(Movement::kind, Movement::onHand)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Movement.Kind.ISSUE, -3L),
                        org.assertj.core.groups.Tuple.tuple(Movement.Kind.RETURN, 1L));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void no_more_is_issued_than_is_available_and_the_refusal_says_how_much_that_is() {
        receive(2);
        TicketId ticket = ticket();

        RuleViolated refusal = refused(RuleViolated.class, "STOCK_SHORT", () -> user.issue(issue(3, ticket)));

        assertThat(refusal.message(Locale.ENGLISH)).contains("3", "2 are available", "Cellar");
        refused(RuleViolated.class, "STOCK_SHORT", () -> user.issue(IssueParts.of(disk, attic, 1, ticket.value())));
        assertStock(2, 0, 0);
        assertThat(timeline(ticket)).containsExactly("TicketOpened");
    }

    @Test
    void parts_go_out_within_the_tickets_own_verb_or_not_at_all() {
        receive(2);
        TicketId ticket = ticket();

        desk.tickets()
                .act(
                        ticket,
                        StandardActions.LOG_WORK,
                        LogWork.minutes(30, "swapped"),
                        draft -> user.issue(draft, issue(2, ticket)));
        assertStock(0, 0, 0);
        refused(
                RuleViolated.class,
                "STOCK_SHORT",
                () -> desk.tickets()
                        .act(
                                ticket,
                                StandardActions.LOG_WORK,
                                LogWork.minutes(5, "again"),
                                draft -> user.issue(draft, issue(1, ticket))));

        assertThat(timeline(ticket)).containsExactly("TicketOpened", "WorkLogged");
        assertThat(desk.tickets()
                        .journal(ticket, PageRequest.all())
                        .items()
                        .get(1)
                        .canonical())
                .contains("\"quantity\":2");
        assertStock(0, 0, 0);
    }

    @Test
    void a_task_gets_parts_and_gives_back_no_more_than_it_got() {
        receive(10);
        TicketId ticket = ticket();
        desk.tickets().addTask(ticket, AddTask.titled("Swap the disk"));
        String task =
                desk.tickets().tasks(ticket, PageRequest.all()).items().get(0).id();
        user.issue(issue(2, ticket).onTask(task));
        user.issue(issue(4, ticket));

        RuleViolated refusal = refused(
                RuleViolated.class,
                "STOCK_RETURN",
                () -> user.giveBack(
                        ReturnParts.of(disk, cellar, 3, ticket.value()).fromTask(task)));
        assertThat(refusal.detail()).containsEntry("issued", 2L);
        user.giveBack(ReturnParts.of(disk, cellar, 2, ticket.value()).fromTask(task));
        refused(
                RuleViolated.class,
                "STOCK_RETURN",
                () -> user.giveBack(ReturnParts.of(disk, cellar, 5, ticket.value())));
        user.giveBack(ReturnParts.of(disk, cellar, 4, ticket.value()));

        assertStock(10, 0, 0);
        TicketId other = ticket();
        refused(
                RuleViolated.class,
                "STOCK_RETURN",
                () -> user.giveBack(ReturnParts.of(disk, cellar, 1, other.value())));
        refused(InvalidInput.class, "UNKNOWN", () -> user.issue(issue(1, other).onTask(task)));
    }

    @Test
    void what_is_set_aside_is_kept_for_its_ticket_and_taken_from_first() {
        receive(5);
        TicketId mine = ticket();
        TicketId other = ticket();
        Reservation reservation = user.reserve(reserve(4, mine));
        assertStock(5, 4, 0);

        refused(RuleViolated.class, "STOCK_SHORT", () -> user.issue(issue(2, other)));
        refused(RuleViolated.class, "STOCK_SHORT", () -> user.reserve(reserve(2, other)));
        user.issue(issue(1, other));
        user.issue(issue(3, mine));
        assertStock(1, 1, 0);
        user.issue(issue(1, mine));

        assertStock(0, 0, 0);
        assertThat(user.reservations(PageRequest.all()).items())
                .extracting(Reservation::id, Reservation::state, Reservation::open)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(reservation.id(), Reservation.State.USED, 0L));
        refused(RuleViolated.class, "STOCK_RESERVATION_STATE", () -> user.release(reservation.id(), null));
    }

    @Test
    void a_reservation_is_given_up_or_ends_by_itself_and_its_ticket_hears_of_it() {
        receive(5);
        TicketId ticket = ticket();
        Reservation first = user.reserve(reserve(2, ticket));
        user.reserve(reserve(2, ticket).until(clock.instant().plus(Duration.ofDays(1))));
        user.release(first.id(), "not needed");
        assertStock(5, 2, 0);
        assertThat(itsm.processDue(100).done()).isZero();

        clock.advance(Duration.ofDays(1));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);

        assertStock(5, 0, 0);
        assertThat(timeline(ticket))
                .containsExactly(
                        "TicketOpened", "PartsReserved", "PartsReserved", "PartsReleased", "ReservationExpired");
        assertThat(user.reservations(PageRequest.all()).items())
                .extracting(Reservation::state)
                .containsExactly(Reservation.State.RELEASED, Reservation.State.EXPIRED);
        refused(
                InvalidInput.class,
                "OUT_OF_RANGE",
                () -> user.reserve(reserve(1, ticket).until(clock.instant())));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void one_receipt_and_one_verb_may_name_a_part_twice() {
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        String proposal = open().get(0).id();
        purchasing(ledger -> intake.order(ledger, proposal, "purchase-1", 10));
        purchasing(ledger -> {
            intake.receive(ledger, PartDelivery.of(disk, cellar, 4).from("purchase-1", "receipt-1"));
            intake.receive(ledger, PartDelivery.of(disk, cellar, 5).from("purchase-1", "receipt-1"));
        });
        assertStock(9, 0, 1);
        TicketId ticket = ticket();
        user.reserve(reserve(5, ticket));

        desk.tickets().act(ticket, StandardActions.LOG_WORK, LogWork.minutes(30, "swapped"), draft -> {
            user.issue(draft, issue(2, ticket));
            user.issue(draft, issue(2, ticket));
        });

        assertStock(5, 1, 1);
        purchasing(ledger -> {
            intake.receive(ledger, PartDelivery.of(disk, attic, 1));
            intake.receive(ledger, PartDelivery.of(disk, attic, 1));
        });
        assertThat(keeper.item(disk, attic).orElseThrow().onHand()).isEqualTo(2);
    }

    @Test
    void a_count_puts_the_record_right_and_says_why() {
        receive(10);
        keeper.count(CountStock.of(disk, cellar, 10));
        refused(InvalidInput.class, "REQUIRED", () -> keeper.count(CountStock.of(disk, cellar, 8)));
        clock.advance(Duration.ofHours(1));

        StockItem counted = keeper.count(CountStock.of(disk, cellar, 8).because("two were scrapped"));

        assertThat(counted.countedAt()).isEqualTo(clock.instant());
        assertStock(8, 0, 0);
        assertThat(keeper.movements(counted.id(), PageRequest.of(Movement.KIND_OF.is(Movement.Kind.COUNT)))
                        .items())
                .extracting(Movement::onHand)
                .containsExactly(0L, -2L);
    }

    @Test
    void where_fewer_lie_than_are_set_aside_the_last_come_give_up_first() {
        receive(10);
        TicketId ticket = ticket();
        Reservation first = user.reserve(reserve(4, ticket));
        clock.advance(Duration.ofMinutes(1));
        Reservation last = user.reserve(reserve(4, ticket));

        keeper.count(CountStock.of(disk, cellar, 5).because("water in the cellar"));

        assertStock(5, 5, 0);
        assertThat(user.reservations(PageRequest.all()).items())
                .extracting(Reservation::id, Reservation::open)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(first.id(), 4L),
                        org.assertj.core.groups.Tuple.tuple(last.id(), 1L));
    }

    @Test
    void parts_go_from_one_store_to_another() {
        receive(10);

        keeper.transfer(TransferParts.of(disk, cellar, attic, 4).saying("for the upper floors"));

        assertStock(6, 0, 0);
        StockItem up = keeper.item(disk, attic).orElseThrow();
        assertThat(up.onHand()).isEqualTo(4);
        assertThat(keeper.movements(up.id(), PageRequest.all()).items())
                .extracting(Movement::kind, Movement::other)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Movement.Kind.TRANSFER_IN, item().id()));
        refused(RuleViolated.class, "STOCK_SHORT", () -> keeper.transfer(TransferParts.of(disk, attic, cellar, 5)));
        refused(InvalidInput.class, "STOCK_SAME_STORE", () -> keeper.transfer(TransferParts.of(disk, attic, attic, 1)));
    }

    @Test
    void a_part_or_a_store_in_use_is_not_given_up_and_an_empty_one_takes_nothing_more() {
        receive(1);
        InUse used = refused(InUse.class, "STOCK_PART_IN_USE", () -> keeper.retirePart(disk));
        assertThat(used.detail()).containsEntry("count", 1);
        refused(InUse.class, "STOCK_STORE_IN_USE", () -> keeper.closeStore(cellar));
        keeper.transfer(TransferParts.of(disk, cellar, attic, 1));
        keeper.closeStore(cellar);
        refused(RuleViolated.class, "STOCK_STORE_CLOSED", () -> receive(1));
        keeper.reopenStore(cellar);
        keeper.count(CountStock.of(disk, attic, 0).because("sold"));
        keeper.retirePart(disk);

        refused(RuleViolated.class, "STOCK_PART_RETIRED", () -> receive(1));
        keeper.reinstatePart(disk);
        receive(1);
        assertStock(1, 0, 0);
    }

    @Test
    void what_a_ticket_does_not_need_comes_back_into_an_open_store_even_when_it_is_no_longer_stocked() {
        receive(3);
        keeper.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        TicketId ticket = ticket();
        user.issue(issue(3, ticket));
        keeper.retirePart(disk);
        keeper.closeStore(cellar);

        refused(
                RuleViolated.class,
                "STOCK_STORE_CLOSED",
                () -> user.giveBack(ReturnParts.of(disk, cellar, 1, ticket.value())));
        keeper.reopenStore(cellar);
        user.giveBack(ReturnParts.of(disk, cellar, 2, ticket.value()));

        assertStock(2, 0, 0);
        assertThat(open()).as("nobody stocks it any more").isEmpty();
        refused(RuleViolated.class, "STOCK_PART_RETIRED", () -> receive(1));
        refused(
                RuleViolated.class,
                "STOCK_PART_RETIRED",
                () -> keeper.count(CountStock.of(disk, attic, 1).because("found one")));
        refused(InUse.class, "STOCK_STORE_IN_USE", () -> keeper.closeStore(cellar));
        user.issue(issue(1, ticket));
        keeper.count(CountStock.of(disk, cellar, 0).because("scrapped"));
        keeper.closeStore(cellar);
        refused(
                RuleViolated.class,
                "STOCK_STORE_CLOSED",
                () -> keeper.count(CountStock.of(disk, cellar, 1).because("found one")));
        assertStock(0, 0, 0);
        assertThat(open()).isEmpty();
    }

    @Test
    void a_keeper_receives_what_no_purchase_brings() {
        InvalidInput refusal = refused(
                InvalidInput.class,
                "STOCK_BY_RECEIPT",
                () -> keeper.receive(PartDelivery.of(disk, cellar, 1).from(null, "receipt-1")));
        assertThat(refusal.faults()).extracting(InvalidInput.Fault::field).containsExactly("receipt");
        refused(
                InvalidInput.class,
                "STOCK_BY_RECEIPT",
                () -> keeper.receive(PartDelivery.of(disk, cellar, 1).from("purchase-1", " ")));
        assertThat(keeper.item(disk, cellar)).isEmpty();

        keeper.receive(PartDelivery.of(disk, cellar, 1).from(" ", ""));

        assertStock(1, 0, 0);
    }

    @Test
    void codes_and_names_of_stores_are_there_once_whatever_the_case() {
        refused(
                RuleViolated.class,
                "STOCK_CODE_TAKEN",
                () -> keeper.definePart(DefinePart.named("Another").coded("d-1000 ")));
        refused(RuleViolated.class, "STOCK_STORE_TAKEN", () -> keeper.openStore(DefineStore.named("CELLAR")));
        keeper.redefineStore(cellar, DefineStore.named("Cellar, left"));
        keeper.redefinePart(disk, DefinePart.named("Disk 2 TB").coded("D-1000"));
        assertThat(keeper.part(disk).name()).isEqualTo("Disk 2 TB");
        assertThat(keeper.stores(PageRequest.all()).items())
                .extracting(store -> store.name())
                .containsExactly("Attic", "Cellar, left");
    }

    @Test
    void an_ended_or_restricted_ticket_takes_no_parts_and_not_everybody_keeps_stock() {
        receive(5);
        TicketId ended = ticket();
        desk.resolve(ended, ResolveIncident.with("FIXED", "done"));
        desk.close(ended);
        TicketId secret = itsm.as(carol)
                .incidents()
                .open(OpenTicket.titled("Secret").restrictedToGroups("desk"))
                .id();

        refused(RuleViolated.class, "STOCK_TICKET_ENDED", () -> user.issue(issue(1, ended)));
        refused(RuleViolated.class, "STOCK_TICKET_ENDED", () -> user.reserve(reserve(1, ended)));
        refused(NotFound.class, "NOT_FOUND", () -> user.issue(issue(1, secret)));
        refused(NotFound.class, "NOT_FOUND", () -> user.movementsFor(secret, PageRequest.all()));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> user.receive(PartDelivery.of(disk, cellar, 1)));
        Stock guest = itsm.as(alice).stock();
        refused(NotPermitted.class, "NOT_PERMITTED", () -> guest.issue(issue(1, ended)));
        assertThat(guest.items(PageRequest.all()).items()).isEmpty();
        Stock rivals = itsm.as(Actor.of("rival", "rita", Role.MANAGER)).stock();
        refused(NotFound.class, "NOT_FOUND", () -> rivals.receive(PartDelivery.of(disk, cellar, 1)));
        assertStock(5, 0, 0);
    }

    @Test
    void a_person_is_forgotten_in_movements_reservations_and_stores() {
        receive(5);
        TicketId ticket = ticket();
        user.reserve(reserve(1, ticket));
        user.issue(issue(2, ticket).saying("Bob was here"));
        long before = keeper.movements(item().id(), PageRequest.all()).items().size();

        itsm.erase(ACME, bob.id());
        itsm.erase(ACME, stan.id());

        assertThat(keeper.movements(item().id(), PageRequest.all()).items())
                .hasSize((int) before)
                .allSatisfy(movement -> {
                    assertThat(movement.by()).isNotIn(bob.id(), stan.id());
                    assertThat(String.valueOf(movement.reason())).doesNotContain("Bob");
                });
        assertThat(keeper.reservations(PageRequest.of(Reservation.BY.is(bob.id())))
                        .items())
                .isEmpty();
        assertThat(keeper.store(cellar).keeper()).isNotEqualTo(PersonId.of("stan"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        assertThat(keeper.parts(PageRequest.of(Criterion.all())).items()).hasSize(1);
    }
}
