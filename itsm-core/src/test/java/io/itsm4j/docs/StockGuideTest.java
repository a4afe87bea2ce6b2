package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.stock.CountStock;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.IssueParts;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.ReserveParts;
import io.itsm4j.stock.ReturnParts;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockCheck;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.stock.StockIntake;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StockGuideTest {

    private final Itsm itsm = Itsm.inMemory();
    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final Actor stan = Actor.of("acme", "stan", Role.AGENT, StockDeclaration.STOREKEEPER);

    @Test
    void a_disk_goes_to_a_ticket_and_is_bought_again() {
        TicketId ticket =
                itsm.as(bob).incidents().open(OpenTicket.titled("Disk broken")).id();
        // region stock-first
        Stock stock = itsm.as(stan).stock();
        String disk =
                stock.definePart(DefinePart.named("Disk 1 TB").coded("D-1000")).id();
        String cellar = stock.openStore(DefineStore.named("Cellar")).id();
        stock.receive(PartDelivery.of(disk, cellar, 10).costing(5_900, "EUR"));
        stock.setLevels(SetLevels.of(disk, cellar).atLeast(5, 20));

        stock.issue(IssueParts.of(disk, cellar, 6, ticket.value())); // told on the ticket's timeline
        stock.giveBack(ReturnParts.of(disk, cellar, 1, ticket.value()));
        // endregion
        // region stock-proposals
        List<PurchaseProposal> open = stock.proposals(
                        PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                .items();
        // endregion
        assertThat(open).isEmpty();
        stock.issue(IssueParts.of(disk, cellar, 2, ticket.value()));
        String proposal = stock.item(disk, cellar).orElseThrow().proposal();
        assertThat(proposal).isNotNull();
        // region stock-within
        itsm.as(bob)
                .incidents()
                .tickets()
                .act(
                        ticket,
                        StandardActions.LOG_WORK,
                        LogWork.minutes(30, "swapped"),
                        draft -> itsm.as(bob).stock().issue(draft, IssueParts.of(disk, cellar, 1, null)));
        // endregion
        // region stock-reserve
        stock.reserve(ReserveParts.of(disk, cellar, 1, ticket.value()));
        // endregion
        // region stock-count
        stock.count(CountStock.of(disk, cellar, 1).because("one was broken"));

        StockCheck sums = stock.check(stock.item(disk, cellar).orElseThrow().id());
        // endregion
        assertThat(sums.isRight()).isTrue();
        assertThat(sums.onHand()).isEqualTo(1);
        itsm.as(bob).incidents().resolve(ticket, ResolveIncident.with("FIXED", "done"));
        buy(disk, cellar, String.valueOf(stock.item(disk, cellar).orElseThrow().proposal()));
        assertThat(stock.item(disk, cellar).orElseThrow().onOrder()).isEqualTo(8);
    }

    private void buy(String disk, String cellar, String proposal) {
        StockIntake intake = new StockDeclaration(StockPolicy.STANDARD).intake();
        // region stock-intake
        within(ledger -> intake.order(ledger, proposal, "purchase-12", 20));
        // a week later
        within(ledger -> intake.receive(
                ledger, PartDelivery.of(disk, cellar, 12).from("purchase-12", "receipt-1"))); // 8 are still to come
        // endregion
    }

    private void within(Consumer<Ledger> work) {
        itsm.as(stan).records(StoredDefinition.TYPE).add(Action.of("buy"), Set.of(), Reason.NONE, ledger -> {
            work.accept(ledger);
            return ledger.define(
                    new DefinitionForm<String>("note", text -> Map.of("text", text), map -> ""),
                    ledger.newId(),
                    "bought");
        });
    }
}
