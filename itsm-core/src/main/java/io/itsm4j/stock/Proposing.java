package io.itsm4j.stock;

import io.itsm4j.journal.ChainHead;
import io.itsm4j.ticket.Ledger;
import java.util.Map;

/** Keeps the one open proposal of a stock item in step with what is missing. The item is held before the proposal. */
final class Proposing {

    private final StockDeclaration declared;
    private final Ledger ledger;

    Proposing(StockDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    /** The item with its proposal, which was made, changed or withdrawn as what is missing wants it. */
    StockItem settle(StockItem item) {
        long missing = item.missing();
        String open = item.proposal();
        if (open == null) {
            return missing == 0 || !takes(item) ? item : item.proposed(propose(item, missing));
        }
        PurchaseProposal proposal = ledger.get(declared.proposals(), open);
        if (missing == 0 || !takes(item)) {
            ledger.change(declared.proposals(), proposal, proposal.withdrawn(), "ProposalWithdrawn", Map.of());
            return item.proposed(null);
        }
        if (missing != proposal.quantity()) {
            ledger.change(declared.proposals(), proposal, proposal.of(missing), "ProposalChanged", Map.of());
        }
        return item;
    }

    /** Whether what is bought could be put there: the part is stocked still, and the store open. */
    private boolean takes(StockItem item) {
        StockWriter writer = new StockWriter(declared, ledger);
        return writer.part(item.part()).active() && writer.store(item.store()).open();
    }

    private String propose(StockItem item, long missing) {
        return ledger.add(
                        declared.proposals(),
                        new PurchaseProposal(
                                ledger.newId(),
                                ledger.tenant(),
                                0,
                                item.id(),
                                item.part(),
                                item.store(),
                                missing,
                                0,
                                PurchaseProposal.State.OPEN,
                                null,
                                ledger.now(),
                                ChainHead.NONE),
                        "PurchaseProposed",
                        Map.of("part", item.part(), "store", item.store()))
                .id();
    }
}
