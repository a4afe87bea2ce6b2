package io.itsm4j.purchase;

import io.itsm4j.InvalidInput.Fault;
import io.itsm4j.ticket.Ledger;
import java.util.List;

/**
 * Who makes assets and stock of what arrives, in the transaction of the receipt: what it decides on the ledger is
 * written with the receipt, or nothing is. Services are never handed over. Lines come in the order of their items.
 */
public interface ReceiptTargets {

    /**
     * What stands against a line that could not be received as it is. Asked when a purchase is planned, submitted and
     * ordered, so that nothing is approved and paid that nobody can take in. Nothing is to be changed here.
     *
     * @param line of an asset or of stock
     * @return a fault each, of the fields of a {@link WantedLine}, {@code item} say; empty when nothing is known
     *     against it
     */
    default List<Fault> check(Ledger ledger, PurchaseLine line) {
        return List.of();
    }

    /**
     * Takes something in, or refuses with an {@link io.itsm4j.ItsmException}, and then nothing is received.
     *
     * @return the ids of the assets, one a piece, or of the movement of stock; none when nothing is kept
     */
    List<String> receive(Ledger ledger, Arrival arrival);

    /**
     * Takes back what was taken in, or refuses with an {@link io.itsm4j.ItsmException}, and then nothing goes back.
     *
     * @param arrival what goes back
     * @param made of assets those that go back, of stock the movement that brought it in
     */
    void takeBack(Ledger ledger, Arrival arrival, List<String> made);

    /** Nobody keeps assets or stock here; receipts only count. */
    static ReceiptTargets none() {
        return new ReceiptTargets() {
            @Override
            public List<String> receive(Ledger ledger, Arrival arrival) {
                return List.of();
            }

            @Override
            public void takeBack(Ledger ledger, Arrival arrival, List<String> made) {}
        };
    }
}
