package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about what is recorded of an asset; what is null stays.
 *
 * @param kind what kind of thing, or null
 * @param name the new name, or null
 * @param tag the number on its label, or null
 * @param serial the serial number, or null
 * @param model the maker's name for it, or null
 * @param manufacturer who made it, or null
 * @param costCentre who pays, or null
 * @param priceMinor what it cost, in minor units, or null
 * @param currency the code of ISO 4217; needed with a price
 * @param supplier the id of who sold it, or null
 * @param warrantyUntil until when the maker answers for it, or null
 * @param contract the reference of the contract that covers it, or null
 * @param contractUntil until when that contract runs, or null
 * @param ci the id of the configuration item that it is, or null
 * @param clear what is to have no value any more, by the names of these components
 */
public record UpdateAsset(
        @Line(max = 40) @Nullable String kind,
        @Line(max = Asset.NAME_LIMIT) @Nullable String name,
        @Line(max = 60) @Nullable String tag,
        @Line(max = 100) @Nullable String serial,
        @Line(max = 100) @Nullable String model,
        @Line(max = 100) @Nullable String manufacturer,
        @Line(max = 100) @Nullable String costCentre,
        @Min(0) @Max(1_000_000_000_000L) @Nullable Long priceMinor,
        @Line(max = 3) @Nullable String currency,
        @Line(max = 100) @Nullable String supplier,
        @Nullable Instant warrantyUntil,
        @Line(max = 100) @Nullable String contract,
        @Nullable Instant contractUntil,
        @Line(max = 36) @Nullable String ci,
        @Size(max = 20) Set<@Line(max = 40) String> clear) {

    /** Nothing changes. */
    public static final UpdateAsset NOTHING = new UpdateAsset(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, Set.of());

    /** Copies the set. */
    public UpdateAsset {
        clear = java.util.Collections.unmodifiableSet(new HashSet<>(clear));
    }

    /** The same with another kind. */
    public UpdateAsset kind(@Nullable String what) {
        return with(parts -> parts.kind = what);
    }

    /** The same with another name. */
    public UpdateAsset named(@Nullable String given) {
        return with(parts -> parts.name = given);
    }

    /** The same with another number on its label. */
    public UpdateAsset tagged(@Nullable String label) {
        return with(parts -> parts.tag = label);
    }

    /** The same with another serial number. */
    public UpdateAsset serial(@Nullable String given) {
        return with(parts -> parts.serial = given);
    }

    /** The same of another make. */
    public UpdateAsset made(@Nullable String maker, @Nullable String type) {
        return with(parts -> {
            parts.model = type;
            parts.manufacturer = maker;
        });
    }

    /** The same, paid by another cost centre. */
    public UpdateAsset paidBy(@Nullable String payer) {
        return with(parts -> parts.costCentre = payer);
    }

    /** The same at another price. */
    public UpdateAsset costing(long minor, @Nullable String code) {
        return with(parts -> {
            parts.priceMinor = minor;
            parts.currency = code;
        });
    }

    /** The same, bought from another supplier. */
    public UpdateAsset from(@Nullable String seller) {
        return with(parts -> parts.supplier = seller);
    }

    /** The same with another end of its warranty. */
    public UpdateAsset warrantedUntil(@Nullable Instant end) {
        return with(parts -> parts.warrantyUntil = end);
    }

    /** The same, covered by another contract. */
    public UpdateAsset coveredBy(@Nullable String reference, @Nullable Instant end) {
        return with(parts -> {
            parts.contract = reference;
            parts.contractUntil = end;
        });
    }

    /** The same, being another configuration item. */
    public UpdateAsset item(@Nullable String id) {
        return with(parts -> parts.ci = id);
    }

    /** The same without these values, named by their components. */
    public UpdateAsset without(String... names) {
        return with(parts -> parts.clear = Set.of(names));
    }

    private UpdateAsset with(Consumer<Parts> change) {
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
        private @Nullable String costCentre;
        private @Nullable Long priceMinor;
        private @Nullable String currency;
        private @Nullable String supplier;
        private @Nullable Instant warrantyUntil;
        private @Nullable String contract;
        private @Nullable Instant contractUntil;
        private @Nullable String ci;
        private Set<String> clear;

        Parts(UpdateAsset from) {
            kind = from.kind;
            name = from.name;
            tag = from.tag;
            serial = from.serial;
            model = from.model;
            manufacturer = from.manufacturer;
            costCentre = from.costCentre;
            priceMinor = from.priceMinor;
            currency = from.currency;
            supplier = from.supplier;
            warrantyUntil = from.warrantyUntil;
            contract = from.contract;
            contractUntil = from.contractUntil;
            ci = from.ci;
            clear = from.clear;
        }

        UpdateAsset whole() {
            return new UpdateAsset(
                    kind,
                    name,
                    tag,
                    serial,
                    model,
                    manufacturer,
                    costCentre,
                    priceMinor,
                    currency,
                    supplier,
                    warrantyUntil,
                    contract,
                    contractUntil,
                    ci,
                    clear);
        }
    }
}
