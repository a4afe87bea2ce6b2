package io.itsm4j.stock;

import io.itsm4j.ticket.Ledger;
import java.util.Optional;

/**
 * Where others work on stock within a command of their own: a purchase that takes up what was proposed and brings in
 * what was received. Whether the actor may is the caller's to check.
 */
public interface StockIntake {

    /**
     * Receives parts. What a purchase brings counts towards what was {@linkplain #order ordered} for the same part and
     * store under that purchase.
     *
     * @param ledger of the command in which it happens
     * @return the id of the movement
     * @throws io.itsm4j.InvalidInput when the delivery is not right
     * @throws io.itsm4j.NotFound when there is no such part or store
     * @throws io.itsm4j.RuleViolated with {@code STOCK_PART_RETIRED} or {@code STOCK_STORE_CLOSED}
     */
    String receive(Ledger ledger, PartDelivery delivery);

    /**
     * Sends parts of a receipt back to who sold them: a wrong delivery. They do not count as coming again.
     *
     * @param movement the id of the movement that brought them in
     * @param quantity how many, at least 1
     * @param receipt the id of the receipt by which they go back
     * @return the id of the movement
     * @throws io.itsm4j.NotFound when there is no such receipt
     * @throws io.itsm4j.RuleViolated with {@code STOCK_SHORT} when fewer are available
     */
    String takeBack(Ledger ledger, String movement, long quantity, String receipt);

    /** A part, for reading, when there is one of that id. */
    Optional<Part> part(Ledger ledger, String part);

    /**
     * What is proposed to be bought, held until the transaction ends, and the part, the store and the item with it.
     *
     * @throws io.itsm4j.NotFound when there is no such proposal
     */
    PurchaseProposal proposal(Ledger ledger, String proposal);

    /**
     * What is proposed now for the same part and store as a proposal, held likewise; empty when nothing is.
     *
     * @throws io.itsm4j.NotFound when there is no such proposal
     */
    Optional<PurchaseProposal> openFor(Ledger ledger, String proposal);

    /**
     * Says that a purchase takes a proposal up: the quantity counts as coming, so that it is not proposed again.
     *
     * @param purchase the id of the purchase
     * @param quantity how many are ordered, 1 to 1,000,000; may differ from what was proposed
     * @throws io.itsm4j.RuleViolated with {@code STOCK_PROPOSAL_STATE} unless it is open, with
     *     {@code STOCK_PART_RETIRED} or {@code STOCK_STORE_CLOSED} when it could not be received
     */
    PurchaseProposal order(Ledger ledger, String proposal, String purchase, long quantity);

    /**
     * Says that a purchase brings no more: what it still owed no longer counts as coming and is proposed again where it
     * is missing.
     *
     * @param purchase the id of the purchase
     */
    void end(Ledger ledger, String purchase);
}
