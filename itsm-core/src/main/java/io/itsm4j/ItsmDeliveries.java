package io.itsm4j;

import io.itsm4j.InvalidInput.Fault;
import io.itsm4j.asset.AssetDelivery;
import io.itsm4j.asset.AssetIntake;
import io.itsm4j.purchase.Arrival;
import io.itsm4j.purchase.LineKind;
import io.itsm4j.purchase.PurchaseLine;
import io.itsm4j.purchase.ReceiptTargets;
import io.itsm4j.purchase.StockProposals;
import io.itsm4j.stock.Part;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.StockIntake;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets purchases make assets and stock of what arrives, and take up what the stock proposes. */
final class ItsmDeliveries implements ReceiptTargets, StockProposals {

    private static final int MODEL = 100;

    /** What the fields of a delivery are called on the line that it comes from. */
    private static final Map<String, String> FIELDS =
            Map.of("kind", "item", "name", "description", "priceMinor", "unitPrice", "currency", "currency");

    private final AssetIntake assets;
    private final StockIntake stock;

    ItsmDeliveries(AssetIntake assets, StockIntake stock) {
        this.assets = assets;
        this.stock = stock;
    }

    @Override
    public List<Fault> check(Ledger ledger, PurchaseLine line) {
        return switch (line.kind()) {
            case ASSET -> faults(ledger, line);
            case STOCK -> faults(line.item(), stock.part(ledger, String.valueOf(line.item())));
            case SERVICE -> List.of();
        };
    }

    /** One piece of a line is as right or as wrong as all. */
    private static List<Fault> faults(Ledger ledger, PurchaseLine line) {
        try {
            ledger.check(pieces(line, 1));
            return List.of();
        } catch (InvalidInput wrong) {
            return wrong.faults().stream()
                    .map(fault -> fault.of(FIELDS.getOrDefault(fault.field(), fault.field())))
                    .toList();
        }
    }

    private static List<Fault> faults(@Nullable String item, Optional<Part> part) {
        if (part.isEmpty()) {
            return List.of(new Fault("item", "UNKNOWN", Map.of("value", String.valueOf(item))));
        }
        return part.get().active()
                ? List.of()
                : List.of(new Fault(
                        "item",
                        "PURCHASE_PART_RETIRED",
                        Map.of("number", part.get().number())));
    }

    @Override
    public List<String> receive(Ledger ledger, Arrival arrival) {
        return switch (arrival.line().kind()) {
            case ASSET -> assets.receive(ledger, pieces(arrival));
            case STOCK -> List.of(stock.receive(ledger, parts(arrival)));
            case SERVICE -> List.of();
        };
    }

    private static AssetDelivery pieces(PurchaseLine line, long quantity) {
        String text = line.description();
        return AssetDelivery.of(line.item(), text, quantity)
                .made(null, text.codePointCount(0, text.length()) > MODEL ? null : text)
                .costing(line.unitPrice().minor(), line.unitPrice().currency());
    }

    private static AssetDelivery pieces(Arrival arrival) {
        return pieces(arrival.line(), arrival.quantity())
                .serials(arrival.serials())
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
        String name = stock.part(ledger, taken.part()).map(Part::name).orElse(taken.part());
        return Optional.of(new Proposal(taken.part(), name, taken.quantity(), null, null));
    }

    @Override
    public Optional<String> takeAgain(Ledger ledger, String id, TicketId purchase, List<PurchaseLine> lines) {
        Optional<PurchaseProposal> open = stock.openFor(ledger, id);
        String part = stock.proposal(ledger, id).part();
        long wanted = lines.stream()
                .filter(line -> line.kind() == LineKind.STOCK && part.equals(line.item()))
                .mapToLong(PurchaseLine::quantity)
                .sum();
        if (wanted == 0) {
            return Optional.empty();
        }
        PurchaseProposal found = open.orElseThrow(() -> new RuleViolated(
                "STOCK_PROPOSAL_GONE",
                Map.of("number", stock.part(ledger, part).map(Part::number).orElse(part))));
        return Optional.of(
                stock.order(ledger, found.id(), purchase.value(), wanted).id());
    }

    @Override
    public void end(Ledger ledger, TicketId purchase) {
        stock.end(ledger, purchase.value());
    }
}
