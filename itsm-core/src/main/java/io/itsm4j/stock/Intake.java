package io.itsm4j.stock;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.input.Money;
import io.itsm4j.stock.PurchaseProposal.State;
import io.itsm4j.stock.StockWriter.Cause;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What purchases do to stock. An item is held before its proposals. */
final class Intake implements StockIntake {

    private final StockDeclaration declared;

    Intake(StockDeclaration declared) {
        this.declared = declared;
    }

    @Override
    public String receive(Ledger ledger, PartDelivery delivery) {
        ledger.check(delivery);
        StockWriter writer = new StockWriter(declared, ledger);
        StockItem item =
                writer.opened(Objects.requireNonNull(delivery.part()), Objects.requireNonNull(delivery.store()));
        Cause cause = Cause.of(Movement.Kind.RECEIPT, delivery.note())
                .bought(
                        Money.given(delivery.priceMinor(), delivery.currency()),
                        delivery.purchase(),
                        delivery.receipt());
        long ordered = cause.purchase() == null ? 0 : settle(ledger, item, cause.purchase(), delivery.quantity());
        return writer.move(item, delivery.quantity(), 0, -ordered, cause);
    }

    @Override
    public String takeBack(Ledger ledger, String movement, long quantity, String receipt) {
        Movement came = ledger.list(Query.of(Movement.KIND, ledger.tenant(), Movement.ID.is(movement))).stream()
                .filter(found -> found.kind() == Movement.Kind.RECEIPT)
                .findFirst()
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", movement)));
        StockItem item = ledger.get(declared.items(), came.item());
        Cause cause = Cause.of(Movement.Kind.SENT_BACK, null).bought(came.price(), came.purchase(), receipt);
        return new StockWriter(declared, ledger).move(item, -quantity, 0, 0, cause);
    }

    @Override
    public Optional<Part> part(Ledger ledger, String part) {
        return ledger.peek(declared.parts(), part);
    }

    /** How many of what came had been ordered under a proposal; the oldest proposals first. */
    private long settle(Ledger ledger, StockItem item, String purchase, long came) {
        long left = came;
        for (PurchaseProposal owing : owing(ledger, PurchaseProposal.ITEM.is(item.id()), purchase)) {
            long part = Math.min(left, owing.owed());
            if (part > 0) {
                ledger.change(declared.proposals(), owing, owing.receiving(part), "ProposalReceived", Map.of());
                left -= part;
            }
        }
        return came - left;
    }

    /** What a purchase owes, as this command has left it. */
    private List<PurchaseProposal> owing(Ledger ledger, Criterion<PurchaseProposal> which, String purchase) {
        return ledger
                .held(
                        declared.proposals(),
                        PurchaseProposal.PURCHASE
                                .is(purchase)
                                .and(PurchaseProposal.STATE.is(State.ORDERED))
                                .and(which))
                .stream()
                .map(stored -> ledger.get(declared.proposals(), stored.id()))
                .filter(present -> present.state() == State.ORDERED)
                .toList();
    }

    @Override
    public PurchaseProposal proposal(Ledger ledger, String id) {
        hold(ledger, id);
        return ledger.get(declared.proposals(), id);
    }

    /** Holds what a proposal is about, in the order in which every command does. */
    private Optional<StockItem> hold(Ledger ledger, String id) {
        PurchaseProposal seen =
                ledger.peek(declared.proposals(), id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
        ledger.find(declared.parts(), seen.part());
        ledger.find(declared.stores(), seen.store());
        return ledger.find(declared.items(), seen.item());
    }

    @Override
    public Optional<PurchaseProposal> openFor(Ledger ledger, String id) {
        return hold(ledger, id).map(StockItem::proposal).flatMap(open -> ledger.find(declared.proposals(), open));
    }

    @Override
    public PurchaseProposal order(Ledger ledger, String id, String purchase, long quantity) {
        if (quantity < 1 || quantity > Part.MOST) {
            throw new InvalidInput("quantity", "OUT_OF_RANGE", Map.of("value", quantity, "min", 1, "max", Part.MOST));
        }
        PurchaseProposal proposal = proposal(ledger, id);
        checkOpen(proposal);
        StockWriter writer = new StockWriter(declared, ledger);
        StockItem item = writer.opened(proposal.part(), proposal.store());
        PurchaseProposal ordered = ledger.change(
                declared.proposals(), proposal, proposal.orderedBy(purchase, quantity), "ProposalOrdered", Map.of());
        Cause cause = Cause.of(Movement.Kind.ORDER, null).bought(null, purchase, null);
        writer.move(item, item.proposed(null), 0, 0, quantity, cause);
        return ordered;
    }

    static void checkOpen(PurchaseProposal proposal) {
        if (proposal.state() != State.OPEN) {
            throw new RuleViolated("STOCK_PROPOSAL_STATE", Map.of("state", proposal.state(), "wanted", State.OPEN));
        }
    }

    @Override
    public void end(Ledger ledger, String purchase) {
        // items first, in the order of their ids, as every command holds them
        ledger
                .list(
                        declared.proposals(),
                        PurchaseProposal.PURCHASE.is(purchase).and(PurchaseProposal.STATE.is(State.ORDERED)))
                .stream()
                .map(PurchaseProposal::item)
                .distinct()
                .sorted()
                .forEach(item -> ledger.find(declared.items(), item));
        for (PurchaseProposal owing : owing(ledger, Criterion.all(), purchase)) {
            StockItem item = ledger.get(declared.items(), owing.item());
            ledger.change(declared.proposals(), owing, owing.withdrawn(), "ProposalWithdrawn", Map.of());
            Cause cause = Cause.of(Movement.Kind.ORDER, null).bought(null, purchase, null);
            new StockWriter(declared, ledger).move(item, 0, 0, -owing.owed(), cause);
        }
    }
}
