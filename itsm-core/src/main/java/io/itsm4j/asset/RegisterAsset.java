package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is there, or on order.
 *
 * @param kind what kind of thing, for example {@code laptop}
 * @param name one line
 * @param tag the number on its label, or null
 * @param serial the serial number, or null
 * @param model the maker's name for it, or null
 * @param manufacturer who made it, or null
 * @param start where its life begins
 * @param holder who has it, or null
 * @param unit the organisation unit that has it, or null
 * @param location where it is, or null
 * @param store the store it lies in, or null
 * @param costCentre who pays, or null
 * @param priceMinor what it cost, in minor units of the currency
 * @param currency the code of ISO 4217; needed when there is an amount
 * @param supplier the id of who sold it, or null
 * @param purchase the id of the purchase, or null
 * @param warrantyUntil until when the maker answers for it, or null
 * @param contract the reference of the contract that covers it, or null
 * @param contractUntil until when that contract runs, or null
 * @param ci the id of the configuration item that it is, or null
 * @param main the id of the asset that it came with as an accessory, or null
 */
public record RegisterAsset(
        @Line(max = 40, required = true) @Nullable String kind,

        @Line(max = Asset.NAME_LIMIT, required = true) @Nullable String name,

        @Line(max = 60) @Nullable String tag,
        @Line(max = 100) @Nullable String serial,
        @Line(max = 100) @Nullable String model,
        @Line(max = 100) @Nullable String manufacturer,
        @NotNull @Nullable Start start,
        @Line(max = 100) @Nullable String holder,
        @Line(max = 100) @Nullable String unit,
        @Line(max = 100) @Nullable String location,
        @Line(max = 100) @Nullable String store,
        @Line(max = 100) @Nullable String costCentre,
        @Min(0) @Max(1_000_000_000_000L) long priceMinor,
        @Line(max = 3) @Nullable String currency,
        @Line(max = 100) @Nullable String supplier,
        @Line(max = 36) @Nullable String purchase,
        @Nullable Instant warrantyUntil,
        @Line(max = 100) @Nullable String contract,
        @Nullable Instant contractUntil,
        @Line(max = 36) @Nullable String ci,
        @Line(max = 36) @Nullable String main) {

    /** Where the life of a new asset begins. */
    public enum Start {
        /** It was ordered and has not come yet. */
        ON_ORDER,
        /** It lies in a store. */
        IN_STOCK,
        /** Somebody has it already. */
        IN_USE
    }

    /** A thing in stock. */
    public static RegisterAsset of(@Nullable String kind, @Nullable String name) {
        return new RegisterAsset(
                kind,
                name,
                null,
                null,
                null,
                null,
                Start.IN_STOCK,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with a number on its label. */
    public RegisterAsset tagged(@Nullable String label) {
        return with(parts -> parts.tag = label);
    }

    /** The same with a serial number. */
    public RegisterAsset serial(@Nullable String given) {
        return with(parts -> parts.serial = given);
    }

    /** The same of this make. */
    public RegisterAsset made(@Nullable String maker, @Nullable String type) {
        return with(parts -> {
            parts.model = type;
            parts.manufacturer = maker;
        });
    }

    /** The same, not yet there. */
    public RegisterAsset onOrder() {
        return with(parts -> parts.start = Start.ON_ORDER);
    }

    /** The same, in somebody's hands already. */
    public RegisterAsset inUseBy(@Nullable String who) {
        return with(parts -> {
            parts.start = Start.IN_USE;
            parts.holder = who;
        });
    }

    /** The same, in use by a unit already. */
    public RegisterAsset inUseIn(@Nullable String which) {
        return with(parts -> {
            parts.start = Start.IN_USE;
            parts.unit = which;
        });
    }

    /** The same at a location. */
    public RegisterAsset at(@Nullable String where) {
        return with(parts -> parts.location = where);
    }

    /** The same in a store. */
    public RegisterAsset in(@Nullable String where) {
        return with(parts -> parts.store = where);
    }

    /** The same, paid by this cost centre. */
    public RegisterAsset paidBy(@Nullable String payer) {
        return with(parts -> parts.costCentre = payer);
    }

    /** The same at a price. */
    public RegisterAsset costing(long minor, @Nullable String code) {
        return with(parts -> {
            parts.priceMinor = minor;
            parts.currency = code;
        });
    }

    /** The same, bought from a supplier by this purchase. */
    public RegisterAsset from(@Nullable String seller, @Nullable String bought) {
        return with(parts -> {
            parts.supplier = seller;
            parts.purchase = bought;
        });
    }

    /** The same, covered by its maker. */
    public RegisterAsset warrantedUntil(@Nullable Instant end) {
        return with(parts -> parts.warrantyUntil = end);
    }

    /** The same, covered by a contract. */
    public RegisterAsset coveredBy(@Nullable String reference, @Nullable Instant end) {
        return with(parts -> {
            parts.contract = reference;
            parts.contractUntil = end;
        });
    }

    /** The same, being a configuration item. */
    public RegisterAsset item(@Nullable String id) {
        return with(parts -> parts.ci = id);
    }

    /** The same, having come with another asset as its accessory. */
    public RegisterAsset accessoryOf(@Nullable String id) {
        return with(parts -> parts.main = id);
    }

    private RegisterAsset with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private @Nullable String kind;
        private @Nullable String name;
        private @Nullable String tag;
        private @Nullable String serial;
        private @Nullable String model;
        private @Nullable String manufacturer;
        private @Nullable Start start;
        private @Nullable String holder;
        private @Nullable String unit;
        private @Nullable String location;
        private @Nullable String store;
        private @Nullable String costCentre;
        private long priceMinor;
        private @Nullable String currency;
        private @Nullable String supplier;
        private @Nullable String purchase;
        private @Nullable Instant warrantyUntil;
        private @Nullable String contract;
        private @Nullable Instant contractUntil;
        private @Nullable String ci;
        private @Nullable String main;

        Parts(RegisterAsset from) {
            kind = from.kind;
            name = from.name;
            tag = from.tag;
            serial = from.serial;
            model = from.model;
            manufacturer = from.manufacturer;
            start = from.start;
            holder = from.holder;
            unit = from.unit;
            location = from.location;
            store = from.store;
            costCentre = from.costCentre;
            priceMinor = from.priceMinor;
            currency = from.currency;
            supplier = from.supplier;
            purchase = from.purchase;
            warrantyUntil = from.warrantyUntil;
            contract = from.contract;
            contractUntil = from.contractUntil;
            ci = from.ci;
            main = from.main;
        }

        RegisterAsset whole() {
            return new RegisterAsset(
                    kind,
                    name,
                    tag,
                    serial,
                    model,
                    manufacturer,
                    start,
                    holder,
                    unit,
                    location,
                    store,
                    costCentre,
                    priceMinor,
                    currency,
                    supplier,
                    purchase,
                    warrantyUntil,
                    contract,
                    contractUntil,
                    ci,
                    main);
        }
    }
}
