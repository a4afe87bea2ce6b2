package io.itsm4j.purchase;

/**
 * What purchases need from others.
 *
 * @param targets who makes assets and stock of what arrives
 * @param proposals who knows what the stock proposes to buy
 */
public record PurchasePorts(ReceiptTargets targets, StockProposals proposals) {

    /** Receipts only count, and the stock proposes nothing. */
    public static final PurchasePorts NONE = new PurchasePorts(ReceiptTargets.none(), StockProposals.none());

    /** The same with somebody who makes assets and stock of what arrives. */
    public PurchasePorts receiving(ReceiptTargets by) {
        return new PurchasePorts(by, proposals);
    }

    /** The same with somebody who knows what the stock proposes. */
    public PurchasePorts proposing(StockProposals by) {
        return new PurchasePorts(targets, by);
    }
}
