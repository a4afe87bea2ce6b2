package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.ReceivingStatus;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of purchases share: who is there, a warehouse, and how a purchase gets on. */
public abstract class PurchaseContract extends Contract {

    protected static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    protected static final Duration DAY = Duration.ofDays(1);

    protected final Actor bea = Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER);
    protected final Actor rex = Actor.of("acme", "rex", PurchaseLifecycle.STOREKEEPER);
    protected final Actor dora = Actor.of("acme", "dora", Role.AGENT, Role.MANAGER);

    protected Warehouse warehouse;
    protected Itsm itsm;
    protected Purchases purchases;
    protected Supplier supplier;

    @BeforeEach
    void monday_nine_o_clock() {
        warehouse = new Warehouse();
        itsm = builder()
                .directory(new Staff()
                        .person("dora", dora.roles())
                        .person("carol", carol.roles())
                        .person("bea", bea.roles())
                        .reporting("bea", "dora"))
                .purchasePorts(warehouse.ports())
                .purchasePolicy(PurchasePolicy.STANDARD.approvedBy(
                        ApprovalPolicy.named("purchase", ApprovalStep.asking("boss", Approver.person("dora")))))
                .build();
        purchases = itsm.as(bea).purchases();
        supplier = itsm.as(bea).suppliers().register(RegisterSupplier.named("Office World"));
    }

    protected static PlanPurchase laptopsAndCables() {
        return PlanPurchase.of(
                        WantedLine.assets("laptop", "ThinkBook 14", 3).at("899.90", "EUR"),
                        WantedLine.stock("cable-2m", "Network cable 2 m", 100)
                                .at("1.95", "EUR")
                                .tolerating(5),
                        WantedLine.service("Set up on site", 1).at("250", "EUR"))
                .paidBy("IT-4711", "2026 hardware")
                .because("Three people join in April");
    }

    protected TicketId wanted(PlanPurchase plan) {
        return purchases.open(OpenTicket.titled("New desks"), plan).id();
    }

    protected TicketId submitted(PlanPurchase plan) {
        TicketId id = wanted(plan);
        purchases.submit(id);
        return id;
    }

    protected TicketId approved(PlanPurchase plan) {
        TicketId id = submitted(plan);
        approve(id);
        return id;
    }

    protected TicketId ordered(PlanPurchase plan) {
        TicketId id = approved(plan);
        purchases.order(id, OrderGoods.from(supplier.id()).called("OW-1").expectedAt(NINE.plus(DAY)));
        return id;
    }

    protected void approve(TicketId id) {
        itsm.as(dora)
                .approvals()
                .approve(purchases.get(id).details().clearance().mark().approval());
    }

    protected void reject(TicketId id) {
        itsm.as(dora)
                .approvals()
                .reject(purchases.get(id).details().clearance().mark().approval(), "too dear");
    }

    protected Purchases receiving() {
        return itsm.as(rex).purchases();
    }

    protected void receive(TicketId id, ReceivedLine... lines) {
        receiving().receive(id, ReceiveGoods.of(lines).into("cellar").noted("LS-1"));
    }

    protected List<Receipt> receipts(TicketId id) {
        return purchases.receipts(id, PageRequest.all()).items();
    }

    protected List<String> events(TicketId id) {
        return purchases.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    protected void stands(TicketId id, io.itsm4j.lifecycle.State state, ReceivingStatus status) {
        assertThat(purchases.get(id).state()).isEqualTo(state);
        assertThat(purchases.progress(id).status()).isEqualTo(status);
    }

    protected static void refusedBy(String guard, ThrowingCallable work) {
        assertThat(refused(TransitionRefused.class, "GUARD", work).failedGuards())
                .contains(guard);
    }
}
