package io.itsm4j.asset;

import io.itsm4j.ticket.Ledger;
import java.util.List;

/** Where others bring in assets within a command of their own: what a purchase has received. */
public interface AssetIntake {

    /**
     * Registers what was delivered, each piece as an asset in stock. Whether the actor may is the caller's to check.
     *
     * @param ledger of the command in which it happens
     * @return the ids of the new assets, one for each piece, in the order of the serial numbers
     * @throws io.itsm4j.InvalidInput when the delivery is not right, a serial number is junk or there twice
     * @throws io.itsm4j.RuleViolated with {@code ASSET_SERIAL_TAKEN} when another asset has a serial number
     */
    List<String> receive(Ledger ledger, AssetDelivery delivery);

    /**
     * Sends assets back to who sold them: a wrong delivery. They are retired, and their serial numbers are free again;
     * that they are gone is said by their disposal.
     *
     * @param assets the ids of the assets
     * @param receipt the id of the receipt by which they go back
     * @throws io.itsm4j.NotFound when there is no such asset
     * @throws io.itsm4j.RuleViolated with {@code ASSET_NOT_SENT_BACK} when one is not in stock, or has or is an
     *     accessory
     */
    void takeBack(Ledger ledger, List<String> assets, String receipt);
}
