package io.itsm4j.purchase;

import io.itsm4j.input.Money;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who knows what the stock proposes to buy. What it decides on the ledger is written with the purchase, or nothing is.
 */
public interface StockProposals {

    /**
     * What is to be bought.
     *
     * @param part the part's id
     * @param description what it is in words
     * @param quantity how many, at least 1
     * @param unitPrice what one of it cost last, or null when that is not known
     * @param supplier the id of the supplier it usually comes from, or null
     */
    record Proposal(
            String part,
            String description,
            long quantity,
            @Nullable Money unitPrice,
            @Nullable String supplier) {}

    /**
     * Takes a proposal up for a purchase, once: it counts as coming. A proposal that was taken up before is refused
     * with an {@link io.itsm4j.ItsmException}.
     *
     * @return empty when there is none of that id
     */
    Optional<Proposal> take(Ledger ledger, String id, TicketId purchase);

    /**
     * Takes up again what a proposal was about, for a purchase that had {@linkplain #end ended} and is revised: what is
     * proposed in its place now. What is no longer proposed is refused with an {@link io.itsm4j.ItsmException} where
     * the purchase still wants it, so that it is not bought twice.
     *
     * @param id the proposal that the purchase answered
     * @param lines what the purchase wants
     * @return the id of the proposal that it answers now; empty when it wants nothing of it any more
     */
    Optional<String> takeAgain(Ledger ledger, String id, TicketId purchase, List<PurchaseLine> lines);

    /**
     * Says that a purchase that took a proposal up brings no more of it: it was rejected, cancelled, or all has come.
     */
    void end(Ledger ledger, TicketId purchase);

    /** The stock proposes nothing. */
    static StockProposals none() {
        return new StockProposals() {
            @Override
            public Optional<Proposal> take(Ledger ledger, String id, TicketId purchase) {
                return Optional.empty();
            }

            @Override
            public Optional<String> takeAgain(Ledger ledger, String id, TicketId purchase, List<PurchaseLine> lines) {
                return Optional.empty();
            }

            @Override
            public void end(Ledger ledger, TicketId purchase) {}
        };
    }
}
