package io.itsm4j;

import io.itsm4j.asset.AssetDelivery;
import io.itsm4j.asset.AssetIntake;
import io.itsm4j.purchase.Arrival;
import io.itsm4j.purchase.PurchaseLine;
import io.itsm4j.purchase.ReceiptTargets;
import io.itsm4j.purchase.StockProposals;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.StockIntake;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets purchases make assets and stock of what arrives, and take up what the stock proposes. */
final class ItsmDeliveries implements ReceiptTargets, StockProposals {

    private static final int MODEL = 100;

    private final AssetIntake assets;
    private final StockIntake stock;

    ItsmDeliveries(AssetIntake assets, StockIntake stock) {
        this.assets = assets;
        this.stock = stock;
    }

    @Override
    public List<String> receive(Ledger ledger, Arrival arrival) {
        return switch (arrival.line().kind()) {
            case ASSET -> assets.receive(ledger, pieces(arrival));
            case STOCK -> List.of(stock.receive(ledger, parts(arrival)));
            case SERVICE -> List.of();
        };
    }

    private static AssetDelivery pieces(Arrival arrival) {
        PurchaseLine line = arrival.line();
        String text = line.description();
        return AssetDelivery.of(line.item(), text, arrival.quantity())
                .made(null, text.codePointCount(0, text.length()) > MODEL ? null : text)
                .serials(arrival.serials())
                .costing(line.unitPrice().minor(), line.unitPrice().currency())
                .from(arrival.supplier(), arrival.purchase().value(), arrival.receipt())
                .into(arrival.store(), arrival.costCentre())
                .covered(null, arrival.contract());
    }

    private static PartDelivery parts(Arrival arrival) {
        if (arrival.store() == null) {
            throw new InvalidInput("store", "REQUIRED", Map.of());
        }
        PurchaseLine line = arrival.line();
        return PartDelivery.of(line.item(), arrival.store(), arrival.quantity())
                .costing(line.unitPrice().minor(), line.unitPrice().currency())
                .from(arrival.purchase().value(), arrival.receipt());
    }

    @Override
    public void takeBack(Ledger ledger, Arrival arrival, List<String> made) {
        switch (arrival.line().kind()) {
            case ASSET -> assets.takeBack(ledger, made, arrival.receipt());
            case STOCK -> stock.takeBack(ledger, made.get(0), arrival.quantity(), arrival.receipt());
            case SERVICE -> {}
        }
    }

    @Override
    public Optional<Proposal> take(Ledger ledger, String id, TicketId purchase) {
        PurchaseProposal found = stock.proposal(ledger, id);
        PurchaseProposal taken = stock.order(ledger, id, purchase.value(), found.quantity());
        return Optional.of(
                new Proposal(taken.part(), stock.part(ledger, taken.part()).name(), taken.quantity(), null, null));
    }

    @Override
    public void end(Ledger ledger, TicketId purchase) {
        stock.end(ledger, purchase.value());
    }
}
