package io.itsm4j.testkit;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.input.Money;
import io.itsm4j.purchase.Arrival;
import io.itsm4j.purchase.LineKind;
import io.itsm4j.purchase.PurchaseLine;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.purchase.ReceiptTargets;
import io.itsm4j.purchase.StockProposals;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Takes deliveries in, by noting them down. */
final class Warehouse implements ReceiptTargets, StockProposals {

    final List<String> notes = new ArrayList<>();
    final Map<String, Proposal> proposals = new HashMap<>();
    final Set<String> forbidden = new HashSet<>();
    boolean full;

    PurchasePorts ports() {
        return PurchasePorts.NONE.receiving(this).proposing(this);
    }

    @Override
    public List<InvalidInput.Fault> check(Ledger ledger, PurchaseLine line) {
        return forbidden.contains(String.valueOf(line.item()))
                ? List.of(new InvalidInput.Fault("item", "UNKNOWN", Map.of("value", String.valueOf(line.item()))))
                : List.of();
    }

    @Override
    public List<String> receive(Ledger ledger, Arrival arrival) {
        if (full) {
            throw new RuleViolated("SUPPLIER_STATUS", Map.of("number", "the warehouse", "status", "full"));
        }
        notes.add("in " + arrival.quantity() + " " + arrival.line().item() + " " + arrival.serials() + " at "
                + arrival.line().unitPrice() + " to " + arrival.store());
        return arrival.line().kind() == LineKind.ASSET
                ? LongStream.range(0, arrival.quantity())
                        .mapToObj(piece -> ledger.newId())
                        .toList()
                : List.of(ledger.newId());
    }

    @Override
    public void takeBack(Ledger ledger, Arrival arrival, List<String> made) {
        notes.add("out " + arrival.quantity() + " " + arrival.line().item() + " of " + made.size());
    }

    void proposes(String id, String part, long quantity, Money price) {
        proposals.put(id, new Proposal(part, "part " + part, quantity, price, null));
    }

    @Override
    public Optional<Proposal> take(Ledger ledger, String id, TicketId purchase) {
        notes.add("taken " + id);
        return Optional.ofNullable(proposals.remove(id));
    }

    @Override
    public Optional<String> takeAgain(Ledger ledger, String id, TicketId purchase, List<PurchaseLine> lines) {
        notes.add("taken again " + id);
        return Optional.ofNullable(proposals.remove(id + "'")).map(proposal -> id + "'");
    }

    @Override
    public void end(Ledger ledger, TicketId purchase) {
        notes.add("ended");
    }
}
