package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one kind that were delivered together.
 *
 * @param kind what kind of thing, for example {@code laptop}
 * @param name one line
 * @param model the maker's name for it, or null
 * @param manufacturer who made it, or null
 * @param quantity how many, 1 to 1,000
 * @param serials the serial numbers of the first pieces, at most as many as there are pieces; may be empty
 * @param priceMinor what one piece cost, in minor units of the currency
 * @param currency the code of ISO 4217; needed when there is a price
 * @param supplier the id of who sold it, or null
 * @param purchase the id of the purchase, or null
 * @param receipt the id of the receipt, or null
 * @param store where it was put, or null
 * @param costCentre who pays, or null
 * @param warrantyUntil until when it is covered, or null
 * @param contract the reference of the contract that covers it, or null
 */
public record AssetDelivery(
        @Line(max = 40, required = true) @Nullable String kind,

        @Line(max = Asset.NAME_LIMIT, required = true) @Nullable String name,

        @Line(max = 100) @Nullable String model,
        @Line(max = 100) @Nullable String manufacturer,
        @Min(1) @Max(1_000) long quantity,

        @Size(max = 1_000) List<@Line(max = 100, required = true) String> serials,

        @Min(0) @Max(1_000_000_000_000L) long priceMinor,
        @Line(max = 3) @Nullable String currency,
        @Line(max = 100) @Nullable String supplier,
        @Line(max = 36) @Nullable String purchase,
        @Line(max = 36) @Nullable String receipt,
        @Line(max = 100) @Nullable String store,
        @Line(max = 100) @Nullable String costCentre,
        @Nullable Instant warrantyUntil,
        @Line(max = 100) @Nullable String contract) {

    /** Copies the serial numbers. */
    public AssetDelivery {
        serials = java.util.Collections.unmodifiableList(new ArrayList<>(serials));
    }

    /** So many pieces. */
    public static AssetDelivery of(@Nullable String kind, @Nullable String name, long quantity) {
        return new AssetDelivery(
                kind, name, null, null, quantity, List.of(), 0, null, null, null, null, null, null, null, null);
    }

    /** The same of this make. */
    public AssetDelivery made(@Nullable String maker, @Nullable String type) {
        return with(parts -> {
            parts.model = type;
            parts.manufacturer = maker;
        });
    }

    /** The same with these serial numbers. */
    public AssetDelivery serials(List<String> numbers) {
        return with(parts -> parts.serials = numbers);
    }

    /** The same at a price for each piece. */
    public AssetDelivery costing(long minor, @Nullable String code) {
        return with(parts -> {
            parts.priceMinor = minor;
            parts.currency = code;
        });
    }

    /** The same as received with this receipt of this purchase from this supplier. */
    public AssetDelivery from(@Nullable String seller, @Nullable String bought, @Nullable String received) {
        return with(parts -> {
            parts.supplier = seller;
            parts.purchase = bought;
            parts.receipt = received;
        });
    }

    /** The same put into this store, paid by this cost centre. */
    public AssetDelivery into(@Nullable String where, @Nullable String payer) {
        return with(parts -> {
            parts.store = where;
            parts.costCentre = payer;
        });
    }

    /** The same covered until this instant, by this contract. */
    public AssetDelivery covered(@Nullable Instant until, @Nullable String by) {
        return with(parts -> {
            parts.warrantyUntil = until;
            parts.contract = by;
        });
    }

    private AssetDelivery with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private @Nullable String kind;
        private @Nullable String name;
        private @Nullable String model;
        private @Nullable String manufacturer;
        private long quantity;
        private List<String> serials;
        private long priceMinor;
        private @Nullable String currency;
        private @Nullable String supplier;
        private @Nullable String purchase;
        private @Nullable String receipt;
        private @Nullable String store;
        private @Nullable String costCentre;
        private @Nullable Instant warrantyUntil;
        private @Nullable String contract;

        Parts(AssetDelivery from) {
            kind = from.kind;
            name = from.name;
            model = from.model;
            manufacturer = from.manufacturer;
            quantity = from.quantity;
            serials = from.serials;
            priceMinor = from.priceMinor;
            currency = from.currency;
            supplier = from.supplier;
            purchase = from.purchase;
            receipt = from.receipt;
            store = from.store;
            costCentre = from.costCentre;
            warrantyUntil = from.warrantyUntil;
            contract = from.contract;
        }

        AssetDelivery whole() {
            return new AssetDelivery(
                    kind,
                    name,
                    model,
                    manufacturer,
                    quantity,
                    serials,
                    priceMinor,
                    currency,
                    supplier,
                    purchase,
                    receipt,
                    store,
                    costCentre,
                    warrantyUntil,
                    contract);
        }
    }
}
