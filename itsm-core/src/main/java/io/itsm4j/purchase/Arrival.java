package io.itsm4j.purchase;

import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived of one line, or goes back, for whoever keeps assets and stock.
 *
 * @param purchase the purchase
 * @param number its human number
 * @param receipt the id of the receipt, of what goes back that of its reversal
 * @param line the line, with its item and its price
 * @param quantity how many, at least 1
 * @param serials of assets their serial numbers: one each, or none
 * @param store where it is put, or null
 * @param supplier the supplier's id
 * @param contract the id of the contract, or null
 * @param costCentre who pays, or null
 */
public record Arrival(
        TicketId purchase,
        String number,
        String receipt,
        PurchaseLine line,
        long quantity,
        List<String> serials,
        @Nullable String store,
        String supplier,
        @Nullable String contract,
        @Nullable String costCentre) {

    /** Copies the serial numbers. */
    public Arrival {
        serials = List.copyOf(serials);
    }
}
