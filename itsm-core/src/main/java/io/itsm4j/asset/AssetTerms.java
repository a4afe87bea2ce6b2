package io.itsm4j.asset;

import io.itsm4j.input.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an asset cost, who pays, and until when it is covered.
 *
 * @param costCentre who pays, or null
 * @param price what it cost, or null
 * @param supplier the id of who sold it, or null
 * @param purchase the id of the purchase, or null
 * @param receipt the id of the receipt, or null
 * @param warrantyUntil until when the maker answers for it, or null
 * @param contract the reference of the contract that covers it, or null
 * @param contractUntil until when that contract runs, or null
 */
public record AssetTerms(
        @Nullable String costCentre,
        @Nullable Money price,
        @Nullable String supplier,
        @Nullable String purchase,
        @Nullable String receipt,
        @Nullable Instant warrantyUntil,
        @Nullable String contract,
        @Nullable Instant contractUntil) {

    AssetTerms paidBy(@Nullable String payer) {
        return new AssetTerms(payer, price, supplier, purchase, receipt, warrantyUntil, contract, contractUntil);
    }
}
