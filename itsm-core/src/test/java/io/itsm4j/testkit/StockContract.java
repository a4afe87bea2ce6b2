package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.IdSource;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.stock.CountStock;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.IssueParts;
import io.itsm4j.stock.Part;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.Reservation;
import io.itsm4j.stock.ReserveParts;
import io.itsm4j.stock.ReturnParts;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.stock.StockIntake;
import io.itsm4j.stock.StockItem;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.stock.StoreRoom;
import io.itsm4j.stock.TransferParts;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Together.Outcome;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock in a store: kept whole, and never below zero or set aside beyond what is there, whoever comes at once. */
public abstract class StockContract extends Contract {

    private final Actor stan = Actor.of("acme", "stan", Role.AGENT, StockDeclaration.STOREKEEPER);

    private final StockIntake intake = new StockDeclaration(StockPolicy.STANDARD).intake();

    private Itsm itsm;
    private Itsm other;
    private Stock here;
    private Stock there;
    private String part;
    private String north;
    private String south;

    @BeforeEach
    void two_nodes_and_two_stores() {
        itsm = builder().build();
        other = otherNode().build();
        here = itsm.as(stan).stock();
        there = other.as(stan).stock();
        part = here.definePart(DefinePart.named("Toner 😀").coded("T-ß").made("HP", "26X"))
                .id();
        north = here.openStore(DefineStore.named("North").at("building 1").keptBy("stan"))
                .id();
        south = here.openStore(DefineStore.named("South")).id();
    }

    private String ticket() {
        return itsm.as(bob).incidents().open(OpenTicket.titled("Printer")).id().value();
    }

    /** As a purchase does it: within a command of its own. */
    private long purchasing(Itsm node, Consumer<Ledger> work) {
        return node.as(carol)
                .records(StoredDefinition.TYPE)
                .add(Action.of("buy"), Set.of(), Reason.NONE, ledger -> {
                    work.accept(ledger);
                    return ledger.define(
                            new DefinitionForm<String>("order", text -> Map.of("text", text), map -> ""),
                            "o-" + ledger.newId(),
                            "bought");
                })
                .version();
    }

    private List<PurchaseProposal> open() {
        return here.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                .items();
    }

    private StockItem item() {
        return here.item(part, north).orElseThrow();
    }

    private void assertSound(String store) {
        StockItem item = here.item(part, store).orElseThrow();
        assertThat(here.check(item.id()).isRight()).isTrue();
        assertThat(item.onHand()).isNotNegative();
        assertThat(item.reserved()).isBetween(0L, item.onHand());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    private static List<String> codes(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream())
                .map(failure -> failure instanceof ItsmException ours ? ours.code() : failure.toString())
                .toList();
    }

    @Test
    void keeps_every_component_and_finds_records_by_what_they_are_asked_for() {
        here.setLevels(SetLevels.of(part, north).atLeast(5, 20).atMost(40));
        purchasing(
                itsm,
                ledger -> intake.receive(
                        ledger,
                        PartDelivery.of(part, north, 3)
                                .costing(4_500, "EUR")
                                .from("pur", "rec")
                                .saying("two boxes")));
        String ticket = ticket();
        Reservation reservation = here.reserve(ReserveParts.of(part, north, 2, ticket));

        Part read = there.part(part);
        assertThat(read.code()).isEqualTo("T-ß");
        assertThat(read.model()).isEqualTo("26X");
        assertThat(there.parts(PageRequest.of(Part.SEARCH_TEXT.contains(TicketAttributes.fold("TONER"))))
                        .items())
                .containsExactly(read);
        assertThat(there.parts(PageRequest.of(Part.CODE_KEY.is(TicketAttributes.fold("t-ß"))))
                        .items())
                .hasSize(1);
        assertThat(there.stores(PageRequest.of(StoreRoom.KEEPER.is(stan.id()))).items())
                .extracting(StoreRoom::location)
                .containsExactly("building 1");
        assertThat(there.item(part, north)).contains(item());
        assertThat(there.items(PageRequest.of(StockItem.STORE.is(north).and(StockItem.LOW.is(true))))
                        .items())
                .hasSize(1);
        assertThat(there.items(PageRequest.of(StockItem.EMPTY.is(true))).items())
                .isEmpty();
        assertThat(there.reservations(PageRequest.of(Reservation.STATE.is(Reservation.State.OPEN)))
                        .items())
                .containsExactly(reservation);
        assertThat(there.proposals(PageRequest.of(PurchaseProposal.ITEM.is(item().id())))
                        .items())
                .extracting(PurchaseProposal::quantity, PurchaseProposal::store)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(19L, north));
        var movement = there.movements(item().id(), PageRequest.all()).items().get(0);
        assertThat(movement.price()).hasToString("45.00 EUR");
        assertThat(movement.receipt()).isEqualTo("rec");
        assertThat(movement.reason()).isEqualTo("two boxes");
    }

    @Test
    void gives_the_last_pieces_to_as_many_as_there_are_and_to_nobody_else() {
        here.receive(PartDelivery.of(part, north, 4));
        int takers = fixture().parallelCommands();
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < fixture().parallelCommands(); i++) {
            Stock node = i % 2 == 0 ? here : there;
            String ticket = ticket();
            work.add(() -> node.issue(IssueParts.of(part, north, 1, ticket)).onHand());
        }

        List<Outcome<Long>> outcomes = Together.run(work);

        int granted = Math.min(4, takers);
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(granted);
        assertThat(codes(outcomes)).containsOnly("STOCK_SHORT");
        assertThat(item().onHand()).isEqualTo(4 - granted);
        assertSound(north);
    }

    @Test
    void sets_the_last_piece_aside_or_issues_it_but_not_both() {
        here.receive(PartDelivery.of(part, north, 1));
        String one = ticket();
        String two = ticket();

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.issue(IssueParts.of(part, north, 1, one)).version(),
                () -> there.reserve(ReserveParts.of(part, north, 1, two)).version());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("STOCK_SHORT");
        assertSound(north);
    }

    @Test
    void opens_an_item_once_that_two_stores_of_the_same_part_fill_at_once() {
        List<Outcome<Long>> outcomes = Together.run(
                () -> here.receive(PartDelivery.of(part, north, 2)).onHand(),
                () -> there.receive(PartDelivery.of(part, north, 3)).onHand());

        assertThat(codes(outcomes)).isEmpty();
        assertThat(item().onHand()).isEqualTo(5);
        assertThat(here.items(PageRequest.all()).items()).hasSize(1);
        assertSound(north);
    }

    @Test
    void moves_parts_in_both_directions_at_once_and_loses_none() {
        long enough = fixture().parallelCommands(); // for all that go one way before any comes back
        here.receive(PartDelivery.of(part, north, enough));
        here.receive(PartDelivery.of(part, south, enough));
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 0; i < fixture().parallelCommands(); i++) {
            Stock node = i % 2 == 0 ? here : there;
            String from = i % 2 == 0 ? north : south;
            String to = i % 2 == 0 ? south : north;
            work.add(() -> node.transfer(TransferParts.of(part, from, to, 2)).onHand());
        }

        List<Outcome<Long>> outcomes = Together.run(work);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(item().onHand() + here.item(part, south).orElseThrow().onHand())
                .isEqualTo(2 * enough);
        assertSound(north);
        assertSound(south);
    }

    @Test
    void takes_nothing_back_twice_that_was_issued_once() {
        here.receive(PartDelivery.of(part, north, 3));
        String ticket = ticket();
        here.issue(IssueParts.of(part, north, 2, ticket));

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.giveBack(ReturnParts.of(part, north, 2, ticket)).onHand(),
                () -> there.giveBack(ReturnParts.of(part, north, 2, ticket)).onHand());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsExactly("STOCK_RETURN");
        assertThat(item().onHand()).isEqualTo(3);
        assertSound(north);
    }

    @Test
    void counts_while_others_take_and_proposes_once() {
        here.receive(PartDelivery.of(part, north, 10));
        here.setLevels(SetLevels.of(part, north).atLeast(8, 10));
        String ticket = ticket();

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.count(CountStock.of(part, north, 9).because("one broke"))
                        .onHand(),
                () -> there.issue(IssueParts.of(part, north, 2, ticket)).onHand(),
                () -> here.reserve(ReserveParts.of(part, north, 1, ticket)).open());

        assertThat(codes(outcomes)).isEmpty();
        assertThat(item().onHand()).isIn(7L, 9L);
        assertThat(here.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                        .items())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(open -> {
                    assertThat(open.id()).isEqualTo(item().proposal());
                    assertThat(open.quantity()).isEqualTo(item().missing());
                });
        assertSound(north);
    }

    @Test
    void retires_a_part_or_buys_more_of_it_but_not_both() {
        here.setLevels(SetLevels.of(part, north).atLeast(5, 20));
        String proposal = open().get(0).id();

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.retirePart(part).version(),
                () -> purchasing(other, ledger -> intake.order(ledger, proposal, "pur", 20)));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes))
                .containsAnyOf("STOCK_PART_IN_USE", "STOCK_PROPOSAL_STATE")
                .hasSize(1);
        assertThat(here.part(part).active()).isEqualTo(item().onOrder() == 20);
        assertThat(open()).isEmpty();
        assertSound(north);
    }

    @Test
    void proposes_nothing_for_a_store_that_closes_while_its_last_piece_goes_out() {
        here.receive(PartDelivery.of(part, north, 1));
        here.setLevels(SetLevels.of(part, north).atLeast(1, 4));
        String ticket = ticket();

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.closeStore(north).version(),
                () -> there.issue(IssueParts.of(part, north, 1, ticket)).onHand());

        boolean closed = !here.store(north).open();
        assertThat(codes(outcomes)).isEqualTo(closed ? List.of() : List.of("STOCK_STORE_IN_USE"));
        assertThat(item().onHand()).isZero();
        assertThat(open()).hasSize(closed ? 0 : 1);
        assertSound(north);
    }

    @Test
    void gives_back_into_a_store_or_closes_it_but_not_both() {
        here.receive(PartDelivery.of(part, north, 1));
        String ticket = ticket();
        here.issue(IssueParts.of(part, north, 1, ticket));

        List<Outcome<Long>> outcomes = Together.run(
                () -> here.closeStore(north).version(),
                () -> there.giveBack(ReturnParts.of(part, north, 1, ticket)).onHand());

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(codes(outcomes)).containsAnyOf("STOCK_STORE_IN_USE", "STOCK_STORE_CLOSED");
        assertThat(here.store(north).open()).isEqualTo(item().onHand() == 1);
        assertSound(north);
    }

    @Test
    void ends_a_reservation_by_due_work_or_by_hand_but_once() {
        here.receive(PartDelivery.of(part, north, 5));
        String ticket = ticket();
        Reservation reservation = here.reserve(ReserveParts.of(part, north, 3, ticket));
        clock.advance(java.time.Duration.ofDays(14));

        List<Outcome<Long>> outcomes = Together.run(
                () -> (long) itsm.processDue(10).done(),
                () -> (long) other.processDue(10).done(),
                () -> there.issue(IssueParts.of(part, north, 3, ticket)).onHand());

        assertThat(codes(outcomes)).isEmpty();
        Reservation ended = here.reservations(PageRequest.all()).items().get(0);
        assertThat(ended.id()).isEqualTo(reservation.id());
        assertThat(ended.state()).isIn(Reservation.State.EXPIRED, Reservation.State.USED);
        assertThat(ended.open()).isZero();
        assertThat(item().onHand()).isEqualTo(2);
        assertThat(item().reserved()).isZero();
        assertSound(north);
    }

    @Test
    void issues_once_what_is_asked_for_twice_with_one_key_and_nothing_that_is_rolled_back() {
        here.receive(PartDelivery.of(part, north, 5));
        String ticket = ticket();
        Stock keyed = here.with(CommandOptions.key("issue-1"));

        keyed.issue(IssueParts.of(part, north, 2, ticket));
        keyed.issue(IssueParts.of(part, north, 2, ticket));
        assertThat(item().onHand()).isEqualTo(3);
        assertThat(catchThrowable(() -> itsm.inTransaction(() -> {
                    here.issue(IssueParts.of(part, north, 1, ticket));
                    here.issue(IssueParts.of(part, north, 1, ticket));
                    throw new IllegalStateException("the host changed its mind");
                })))
                .hasMessage("the host changed its mind");

        assertThat(item().onHand()).isEqualTo(3);
        assertThat(here.movements(item().id(), PageRequest.of(Criterion.all())).items())
                .hasSize(2);
        assertSound(north);
    }

    @Test
    void keeps_taking_while_a_third_node_takes_too() {
        here.receive(PartDelivery.of(part, north, 60));
        Stock third = builder().ids(IdSource.seeded(23)).build().as(stan).stock();
        List<Stock> nodes = List.of(there, third);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < fixture().parallelCommands(); i++) {
            Stock node = nodes.get(i % 2);
            String ticket = ticket();
            work.add(() -> {
                for (int turn = 0; turn < 5; turn++) {
                    node.issue(IssueParts.of(part, north, 2, ticket));
                    node.giveBack(ReturnParts.of(part, north, 1, ticket));
                }
                return 5;
            });
        }

        List<Outcome<Integer>> outcomes = Together.run(work);

        assertThat(codes(outcomes)).isEmpty();
        assertThat(item().onHand()).isEqualTo(60 - 5L * fixture().parallelCommands());
        assertSound(north);
    }
}
