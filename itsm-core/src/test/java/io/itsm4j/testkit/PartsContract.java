package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.IssueParts;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.ReserveParts;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.stock.StockIntake;
import io.itsm4j.stock.StockItem;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of stock share: two stores, a part, and what is on hand. */
public abstract class PartsContract extends Contract {

    protected final Actor stan = Actor.of("acme", "stan", StockDeclaration.STOREKEEPER);
    protected final StockIntake intake = new StockDeclaration(StockPolicy.STANDARD).intake();

    protected Itsm itsm;
    protected Incidents desk;
    protected Stock keeper;
    protected Stock user;
    protected String disk;
    protected String cellar;
    protected String attic;

    @BeforeEach
    void two_stores_and_a_part() {
        itsm = builder().build();
        desk = itsm.as(bob).incidents();
        keeper = itsm.as(stan).stock();
        user = itsm.as(bob).stock();
        disk = keeper.definePart(DefinePart.named("Disk 1 TB").coded("D-1000")).id();
        cellar = keeper.openStore(DefineStore.named("Cellar").keptBy("stan")).id();
        attic = keeper.openStore(DefineStore.named("Attic")).id();
    }

    protected void receive(long quantity) {
        keeper.receive(PartDelivery.of(disk, cellar, quantity).costing(5_900, "EUR"));
    }

    protected TicketId ticket() {
        return desk.open(OpenTicket.titled("Disk broken")).id();
    }

    protected StockItem item() {
        return keeper.item(disk, cellar).orElseThrow();
    }

    protected void assertStock(long onHand, long reserved, long onOrder) {
        StockItem item = item();
        assertThat(List.of(item.onHand(), item.reserved(), item.onOrder())).containsExactly(onHand, reserved, onOrder);
        assertThat(keeper.check(item.id()).isRight()).isTrue();
    }

    protected List<String> timeline(TicketId ticket) {
        return desk.tickets().journal(ticket, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    protected List<PurchaseProposal> open() {
        return keeper.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                .items();
    }

    /** As a purchase does it: within a command of its own. */
    protected void purchasing(Consumer<io.itsm4j.ticket.Ledger> work) {
        itsm.as(carol)
                .records(StoredDefinition.TYPE)
                .add(io.itsm4j.lifecycle.Action.of("buy"), Set.of(), Reason.NONE, ledger -> {
                    work.accept(ledger);
                    return ledger.define(
                            new io.itsm4j.ticket.DefinitionForm<String>(
                                    "order", text -> java.util.Map.of("text", text), map -> ""),
                            "o-" + ledger.newId(),
                            "bought");
                });
    }

    protected IssueParts issue(long quantity, TicketId ticket) {
        return IssueParts.of(disk, cellar, quantity, ticket.value());
    }

    protected ReserveParts reserve(long quantity, TicketId ticket) {
        return ReserveParts.of(disk, cellar, quantity, ticket.value());
    }
}
