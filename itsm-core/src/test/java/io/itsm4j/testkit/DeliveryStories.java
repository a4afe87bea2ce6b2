package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.HandOut;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.ReverseReceipt;
import io.itsm4j.purchase.SpendingBand;
import io.itsm4j.purchase.SpendingLimits;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.Movement;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockItem;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What purchases make of assets and stock, and of what the stock proposed. */
public abstract class DeliveryStories extends Contract {

    private final Actor bea = Actor.of("acme", "bea", PurchaseLifecycle.BUYER);
    private final Actor stan = Actor.of("acme", "stan", PurchaseLifecycle.STOREKEEPER);

    private Itsm itsm;
    private Purchases purchases;
    private Stock stock;
    private Supplier supplier;
    private String disk;
    private String cellar;

    @BeforeEach
    void a_supplier_a_part_and_a_store() {
        itsm = builder().build();
        itsm.as(carol).purchases().define(SpendingLimits.of("EUR", SpendingBand.free(Money.none("EUR"))));
        purchases = itsm.as(bea).purchases();
        supplier = itsm.as(bea).suppliers().register(RegisterSupplier.named("Disk Depot"));
        stock = itsm.as(stan).stock();
        disk = stock.definePart(DefinePart.named("Disk 1 TB").coded("D-1000")).id();
        cellar = stock.openStore(DefineStore.named("Cellar")).id();
    }

    private TicketId ordered(WantedLine... lines) {
        TicketId id = purchases
                .open(OpenTicket.titled("Hardware"), PlanPurchase.of(lines).paidBy("IT-1", null))
                .id();
        purchases.submit(id);
        purchases.order(id, OrderGoods.from(supplier.id()));
        return id;
    }

    private void receive(TicketId id, ReceivedLine... lines) {
        itsm.as(stan).purchases().receive(id, ReceiveGoods.of(lines).into(cellar));
    }

    private void reverse(TicketId id, ReverseReceipt input) {
        itsm.as(stan).purchases().reverse(id, input);
    }

    private List<Receipt> receipts(TicketId id) {
        return purchases.receipts(id, PageRequest.all()).items();
    }

    private StockItem item() {
        return stock.item(disk, cellar).orElseThrow();
    }

    private void assertStock(long onHand, long onOrder) {
        assertThat(List.of(item().onHand(), item().onOrder())).containsExactly(onHand, onOrder);
        assertThat(stock.check(item().id()).isRight()).isTrue();
    }

    @Test
    void each_piece_becomes_an_asset_that_knows_where_it_came_from() {
        TicketId id = ordered(WantedLine.assets("laptop", "ThinkBook 14", 3).at("899.90", "EUR"));
        receive(id, ReceivedLine.serials(1, "S-1", "S-2"));

        Receipt receipt = receipts(id).get(0);
        assertThat(receipt.made()).hasSize(2);
        Asset asset = itsm.as(bob).assets().get(receipt.made().get(1));
        assertThat(asset.state()).isEqualTo(AssetLifecycle.IN_STOCK);
        assertThat(asset.identity().kind()).isEqualTo("laptop");
        assertThat(asset.identity().model()).isEqualTo("ThinkBook 14");
        assertThat(asset.identity().serial()).isEqualTo("S-2");
        assertThat(asset.place().store()).isEqualTo(cellar);
        assertThat(asset.terms().price()).isEqualTo(Money.of(89_990, "EUR"));
        assertThat(asset.terms().supplier()).isEqualTo(supplier.id());
        assertThat(asset.terms().purchase()).isEqualTo(id.value());
        assertThat(asset.terms().receipt()).isEqualTo(receipt.id());
        assertThat(asset.terms().costCentre()).isEqualTo("IT-1");
        assertThat(itsm.as(bob).assets().count(AssetAttributes.PURCHASE.is(id.value())))
                .isEqualTo(2);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void parts_go_on_stock_with_their_price() {
        TicketId id = ordered(WantedLine.stock(disk, "Disk", 10).at("59", "EUR"));
        receive(id, ReceivedLine.of(1, 4));
        receive(id, ReceivedLine.of(1, 6));

        assertStock(10, 0);
        assertThat(stock.movements(item().id(), PageRequest.all()).items())
                .extracting(Movement::kind, Movement::purchase, Movement::receipt, Movement::price)
                .containsExactlyInAnyOrder(
                        tuple(
                                Movement.Kind.RECEIPT,
                                id.value(),
                                receipts(id).get(0).id(),
                                Money.of(5_900, "EUR")),
                        tuple(
                                Movement.Kind.RECEIPT,
                                id.value(),
                                receipts(id).get(1).id(),
                                Money.of(5_900, "EUR")));
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.RECEIVED);
    }

    @Test
    void a_delivery_that_cannot_be_taken_in_leaves_nothing_behind() {
        TicketId id = ordered(
                WantedLine.stock(disk, "Disk", 10).at("59", "EUR"),
                WantedLine.assets("laptop", "ThinkBook 14", 3).at("899.90", "EUR"));
        receive(id, ReceivedLine.serials(2, "S-1"));

        refused(
                RuleViolated.class,
                "ASSET_SERIAL_TAKEN",
                () -> receive(id, ReceivedLine.of(1, 10), ReceivedLine.serials(2, "s-1")));
        InvalidInput nowhere = refused(
                InvalidInput.class,
                "REQUIRED",
                () -> itsm.as(stan).purchases().receive(id, ReceiveGoods.of(ReceivedLine.of(1, 1))));
        assertThat(nowhere.faults()).extracting(InvalidInput.Fault::field).containsExactly("store");

        assertThat(stock.item(disk, cellar)).isEmpty();
        assertThat(receipts(id)).hasSize(1);
        assertThat(itsm.as(bob).assets().count(Criterion.all())).isEqualTo(1);
    }

    @Test
    void a_wrong_delivery_leaves_stock_and_the_assets_are_retired() {
        TicketId id = ordered(
                WantedLine.stock(disk, "Disk", 10).at("59", "EUR"),
                WantedLine.assets("laptop", "ThinkBook 14", 2).at("899.90", "EUR"));
        receive(id, ReceivedLine.of(1, 10));
        receive(id, ReceivedLine.serials(2, "S-1", "S-2"));
        Receipt disks = receipts(id).get(0);
        Receipt laptops = receipts(id).get(1);

        reverse(id, ReverseReceipt.of(disks.id(), "too slow").only(4));
        assertStock(6, 0);
        stock.count(io.itsm4j.stock.CountStock.of(disk, cellar, 5).because("one is missing"));
        refused(RuleViolated.class, "STOCK_SHORT", () -> reverse(id, ReverseReceipt.of(disks.id(), "all of them")));
        assertStock(5, 0);

        String kept = laptops.made().get(0);
        String wrong = laptops.made().get(1);
        itsm.as(bob).assets().handOut(kept, HandOut.to("alice"));
        refused(RuleViolated.class, "ASSET_NOT_SENT_BACK", () -> reverse(id, ReverseReceipt.of(laptops.id(), "both")));
        reverse(id, ReverseReceipt.of(laptops.id(), "dented").only(wrong));

        assertThat(itsm.as(bob).assets().get(wrong).state()).isEqualTo(AssetLifecycle.RETIRED);
        assertThat(itsm.as(bob).assets().get(kept).state()).isEqualTo(AssetLifecycle.IN_USE);
        receive(id, ReceivedLine.serials(2, "S-2"));
        assertThat(itsm.as(bob).assets().count(AssetAttributes.PURCHASE.is(id.value())))
                .as("what came instead may have the same serial number")
                .isEqualTo(3);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void what_runs_low_is_proposed_bought_and_brought() {
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        PurchaseProposal proposal = stock.proposals(PageRequest.all()).items().get(0);

        TicketId id = purchases
                .openFor(proposal.id(), "EUR", OpenTicket.titled("Disks run low"))
                .id();
        assertStock(0, proposal.quantity());
        assertThat(purchases.get(id).details().wanted().line(1).orElseThrow().description())
                .isEqualTo("Disk 1 TB");
        refused(
                RuleViolated.class,
                "STOCK_PROPOSAL_STATE",
                () -> purchases.openFor(proposal.id(), "EUR", OpenTicket.titled("Again")));
        purchases.submit(id);
        purchases.order(id, OrderGoods.from(supplier.id()));
        receive(id, ReceivedLine.of(1, 3));
        assertStock(3, proposal.quantity() - 3);
        receive(id, ReceivedLine.of(1, proposal.quantity() - 3));

        assertStock(proposal.quantity(), 0);
        assertThat(stock.proposals(PageRequest.all()).items())
                .extracting(PurchaseProposal::state, PurchaseProposal::purchase)
                .containsExactly(tuple(PurchaseProposal.State.RECEIVED, id.value()));
    }

    @Test
    void one_delivery_may_bring_the_same_part_on_two_lines() {
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        TicketId id = ordered(
                WantedLine.stock(disk, "Disk", 3).at("59", "EUR"),
                WantedLine.stock(disk, "Disk, urgent", 4).at("79", "EUR"));
        receive(id, ReceivedLine.of(1, 3), ReceivedLine.of(2, 4));
        assertStock(7, 0);
        assertThat(receipts(id)).extracting(receipt -> receipt.made().get(0)).doesNotHaveDuplicates();
    }

    @Test
    void what_a_cancelled_purchase_owes_is_proposed_again() {
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        PurchaseProposal proposal = stock.proposals(PageRequest.all()).items().get(0);
        TicketId id = purchases
                .openFor(proposal.id(), "EUR", OpenTicket.titled("Disks run low"))
                .id();
        purchases.submit(id);
        purchases.order(id, OrderGoods.from(supplier.id()));
        receive(id, ReceivedLine.of(1, 2));
        purchases.cancel(id, "Disk Depot is bankrupt");

        assertStock(2, 0);
        assertThat(stock.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                        .items())
                .extracting(PurchaseProposal::quantity)
                .containsExactly(proposal.quantity() - 2);
    }

    // --- what can be received -------------------------------------------------------------------------------

    @Test
    void what_could_not_be_received_is_not_wanted_either_and_every_line_is_named() {
        String tape = stock.definePart(DefinePart.named("Tape")).id();
        String number = stock.retirePart(tape).number();

        InvalidInput refusal = refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> ordered(
                        WantedLine.stock("cable-2m", "Cable", 1).at("1", "EUR"),
                        WantedLine.stock(tape, "Tape", 1).at("1", "EUR"),
                        WantedLine.assets("k".repeat(41), "Notebook", 1).at("1", "EUR"),
                        WantedLine.assets(" ", "Notebook", 1).at("1", "EUR"),
                        WantedLine.stock(disk, "Disk", 1).at("1", "EUR"),
                        WantedLine.service("Set up", 1).at("1", "EUR")));

        assertThat(refusal.faults())
                .extracting(InvalidInput.Fault::field, InvalidInput.Fault::code)
                .containsExactly(
                        tuple("lines[0].item", "UNKNOWN"),
                        tuple("lines[1].item", "PURCHASE_PART_RETIRED"),
                        tuple("lines[2].item", "TOO_LONG"),
                        tuple("lines[3].item", "REQUIRED"));
        assertThat(refusal.message(java.util.Locale.ENGLISH)).contains("lines[0].item names cable-2m", number);
        assertThat(purchases.count(Criterion.all())).isZero();
        TicketId longest = ordered(WantedLine.assets("k".repeat(40), "n".repeat(200), 1)
                .at("10000000000", "EUR")
                .tolerating(100));
        receive(longest, ReceivedLine.of(1, 2));
        assertThat(itsm.as(bob).assets().count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void a_part_that_is_retired_meanwhile_is_neither_asked_for_nor_ordered() {
        TicketId id = purchases
                .open(
                        OpenTicket.titled("Disks"),
                        PlanPurchase.of(WantedLine.stock(disk, "Disk", 1).at("59", "EUR")))
                .id();
        stock.retirePart(disk);
        refused(InvalidInput.class, "PURCHASE_PART_RETIRED", () -> purchases.submit(id));
        stock.reinstatePart(disk);
        purchases.submit(id);
        stock.retirePart(disk);

        InvalidInput refusal = refused(
                InvalidInput.class, "PURCHASE_PART_RETIRED", () -> purchases.order(id, OrderGoods.from(supplier.id())));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::field).containsExactly("lines[0].item");
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.APPROVED);
        stock.reinstatePart(disk);
        purchases.order(id, OrderGoods.from(supplier.id()));
        receive(id, ReceivedLine.of(1, 1));
        assertStock(1, 0);
    }

    @Test
    void nothing_is_bought_for_a_part_that_was_retired_or_a_store_that_was_closed() {
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        String first = open().get(0).id();
        stock.retirePart(disk);
        refused(
                RuleViolated.class,
                "STOCK_PROPOSAL_STATE",
                () -> purchases.openFor(first, "EUR", OpenTicket.titled("Disks run low")));
        stock.reinstatePart(disk);
        String second = open().get(0).id();
        stock.closeStore(cellar);
        refused(
                RuleViolated.class,
                "STOCK_PROPOSAL_STATE",
                () -> purchases.openFor(second, "EUR", OpenTicket.titled("Disks run low")));

        assertThat(open()).isEmpty();
        assertThat(purchases.count(Criterion.all())).isZero();
        assertStock(0, 0);
    }

    @Test
    void what_a_purchase_brings_is_received_there_and_nowhere_else() {
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        TicketId id = bought(open().get(0).id());

        InvalidInput refusal = refused(
                InvalidInput.class,
                "STOCK_BY_RECEIPT",
                () -> stock.receive(PartDelivery.of(disk, cellar, 20).from(id.value(), "LS-1")));

        assertThat(refusal.faults()).extracting(InvalidInput.Fault::field).containsExactly("purchase", "receipt");
        assertStock(0, 20);
        assertThat(stock.proposals(PageRequest.all()).items())
                .extracting(PurchaseProposal::state, PurchaseProposal::received)
                .containsExactly(tuple(PurchaseProposal.State.ORDERED, 0L));
    }

    // --- rejected and revised -------------------------------------------------------------------------------

    private List<PurchaseProposal> open() {
        return stock.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                .items();
    }

    private TicketId bought(String proposal) {
        return purchases
                .openFor(proposal, "EUR", OpenTicket.titled("Disks run low"))
                .id();
    }

    /** A purchase for what the stock proposes, of which somebody said no. */
    private TicketId rejected() {
        itsm.as(carol)
                .purchases()
                .define(SpendingLimits.of(
                        "EUR",
                        SpendingBand.from(
                                Money.none("EUR"),
                                ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("dora"))))));
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));
        TicketId id = bought(open().get(0).id());
        purchases.submit(id);
        return id;
    }

    private void reject(TicketId id) {
        itsm.as(Actor.of("acme", "dora", Role.MANAGER))
                .approvals()
                .reject(
                        java.util.Objects.requireNonNull(
                                        purchases.get(id).details().clearance().mark())
                                .approval(),
                        "too dear");
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.REJECTED);
    }

    @Test
    void a_revised_purchase_takes_up_what_was_proposed_in_place_of_what_it_answered() {
        TicketId id = rejected();
        reject(id);
        assertStock(0, 0);
        String next = open().get(0).id();

        purchases.revise(id, "another supplier");

        assertThat(purchases.get(id).details().wanted().proposal()).isEqualTo(next);
        assertStock(0, 20);
        assertThat(open()).isEmpty();
        refused(RuleViolated.class, "STOCK_PROPOSAL_STATE", () -> bought(next));
        purchases.plan(id, PlanPurchase.of(WantedLine.stock(disk, "Disk", 12).at("49", "EUR")));
        purchases.submit(id);
        reject(id);
        assertStock(0, 0);
        purchases.revise(id, "twelve will do");
        assertStock(0, 12);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void what_another_purchase_has_taken_up_meanwhile_is_not_bought_twice() {
        TicketId id = rejected();
        reject(id);
        TicketId other = bought(open().get(0).id());

        RuleViolated refusal =
                refused(RuleViolated.class, "STOCK_PROPOSAL_GONE", () -> purchases.revise(id, "another supplier"));

        assertThat(refusal.message(java.util.Locale.ENGLISH))
                .contains(stock.part(disk).number());
        assertThat(purchases.get(id).state()).isEqualTo(PurchaseLifecycle.REJECTED);
        assertStock(0, 20);
        purchases.cancel(other, "the first was better");
        purchases.revise(id, "another supplier");
        assertStock(0, 20);
    }

    @Test
    void a_revised_purchase_that_wants_something_else_leaves_what_is_proposed_alone() {
        TicketId id = rejected();
        purchases.plan(
                id,
                PlanPurchase.of(WantedLine.service("Repair the old disks", 1).at("49", "EUR")));
        reject(id);

        purchases.revise(id, "another supplier");

        assertThat(purchases.get(id).details().wanted().proposal()).isNull();
        assertThat(open()).hasSize(1);
        assertStock(0, 0);
    }
}
