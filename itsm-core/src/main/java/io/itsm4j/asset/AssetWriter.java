package io.itsm4j.asset;

import static io.itsm4j.ticket.Draft.storable;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.input.JunkIdentifiers;
import io.itsm4j.input.Money;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers assets and changes what is recorded of them, within one command. */
final class AssetWriter {

    /** The most accessories of one asset. */
    static final int ACCESSORIES = 200;

    private static final String PREFIX = "AST";
    private static final int DIGITS = 7;

    private final AssetDeclaration declared;
    private final Ledger ledger;

    AssetWriter(AssetDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    /** Registers one asset. */
    Asset register(RegisterAsset input) {
        AssetIdentity identity = identity(
                Objects.requireNonNull(input.kind()),
                Objects.requireNonNull(input.name()),
                input.tag(),
                input.serial(),
                input.model(),
                input.manufacturer());
        AssetPlace place =
                new AssetPlace(person(input.holder()), none(input.unit()), none(input.location()), none(input.store()));
        AssetTerms terms = new AssetTerms(
                none(input.costCentre()),
                Money.given(input.priceMinor(), input.currency()),
                none(input.supplier()),
                none(input.purchase()),
                null,
                instant("warrantyUntil", input.warrantyUntil()),
                none(input.contract()),
                instant("contractUntil", input.contractUntil()));
        State state = start(Objects.requireNonNull(input.start()), place);
        claim(identity, "");
        String main = none(input.main());
        return main == null
                ? add(identity, state, place, terms, none(input.ci()), null)
                : addTo(ledger.get(declared.type(), main), identity, state, place, terms, none(input.ci()));
    }

    private State start(RegisterAsset.Start start, AssetPlace place) {
        boolean held = place.holder() != null || place.unit() != null;
        if (start == RegisterAsset.Start.IN_USE && !held) {
            throw new InvalidInput("holder", "REQUIRED", Map.of());
        }
        if (start != RegisterAsset.Start.IN_USE && place.holder() != null) {
            throw new InvalidInput("holder", "INVALID", Map.of());
        }
        if (held && place.store() != null) {
            throw new InvalidInput("store", "INVALID", Map.of());
        }
        return switch (start) {
            case ON_ORDER -> AssetLifecycle.ON_ORDER;
            case IN_STOCK -> AssetLifecycle.IN_STOCK;
            case IN_USE -> AssetLifecycle.IN_USE;
        };
    }

    /** An accessory that came with its main asset is where that one is, unless it says otherwise. */
    private Asset addTo(
            Asset main, AssetIdentity identity, State state, AssetPlace place, AssetTerms terms, @Nullable String ci) {
        checkMain(main);
        boolean silent = state.equals(AssetLifecycle.IN_STOCK) && place.equals(AssetPlace.NOWHERE);
        Belonging belonging = new Belonging(main.id(), ledger.now(), true);
        Asset added = add(
                identity,
                silent ? main.state() : state,
                silent ? main.place() : place,
                terms,
                ci,
                belonging,
                silent ? accompanying(main.loan()) : null);
        ledger.change(
                declared.type(),
                main,
                main.accessories(main.accessories() + 1).changed(ledger.now()),
                "AccessoryAttached",
                Map.of("accessory", added.number()));
        return added;
    }

    private static @Nullable Loan accompanying(@Nullable Loan loan) {
        return loan == null ? null : new Loan(loan.since(), loan.until(), null);
    }

    /** Refuses what cannot have an accessory, or one more. */
    void checkMain(Asset main) {
        if (main.isAccessory()) {
            throw new RuleViolated("ASSET_ACCESSORY_OF_ACCESSORY", Map.of("number", main.number()));
        }
        if (!main.isLive()) {
            throw new RuleViolated(
                    "ASSET_ENDED",
                    Map.of("number", main.number(), "state", main.state().label()));
        }
        if (main.accessories() >= ACCESSORIES) {
            throw new RuleViolated("ASSET_ACCESSORIES", Map.of("number", main.number(), "limit", ACCESSORIES));
        }
    }

    private Asset add(
            AssetIdentity identity,
            State state,
            AssetPlace place,
            AssetTerms terms,
            @Nullable String ci,
            @Nullable Belonging belonging) {
        return add(identity, state, place, terms, ci, belonging, null);
    }

    private Asset add(
            AssetIdentity identity,
            State state,
            AssetPlace place,
            AssetTerms terms,
            @Nullable String ci,
            @Nullable Belonging belonging,
            @Nullable Loan loan) {
        Asset asset = new Asset(
                ledger.newId(),
                ledger.tenant(),
                0,
                ledger.number(PREFIX, DIGITS),
                identity,
                state,
                place,
                terms,
                ci,
                belonging,
                0,
                loan,
                null,
                null,
                Notices.NONE,
                Due.NEVER,
                ledger.now(),
                ledger.now(),
                ChainHead.NONE);
        return ledger.add(declared.type(), settled(null, asset), "AssetRegistered", Map.of("number", asset.number()));
    }

    /** Registers what a purchase received. */
    List<String> receive(AssetDelivery delivery) {
        ledger.check(delivery);
        List<String> serials = delivery.serials();
        if (serials.size() > delivery.quantity()) {
            throw new InvalidInput("serials", "TOO_MANY", Map.of("limit", delivery.quantity()));
        }
        AssetTerms terms = new AssetTerms(
                none(delivery.costCentre()),
                Money.given(delivery.priceMinor(), delivery.currency()),
                none(delivery.supplier()),
                none(delivery.purchase()),
                none(delivery.receipt()),
                instant("warrantyUntil", delivery.warrantyUntil()),
                none(delivery.contract()),
                null);
        Set<String> claimed = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (int piece = 0; piece < delivery.quantity(); piece++) {
            String serial = piece < serials.size() ? serials.get(piece) : null;
            AssetIdentity identity = identity(
                    Objects.requireNonNull(delivery.kind()),
                    Objects.requireNonNull(delivery.name()),
                    null,
                    serial,
                    delivery.model(),
                    delivery.manufacturer());
            if (serial != null && !claimed.add(TicketAttributes.fold(serial.strip()))) {
                throw new InvalidInput("serials", "TWICE", Map.of("value", serial));
            }
            claim(identity, "");
            AssetPlace place = AssetPlace.NOWHERE.in(none(delivery.store()));
            ids.add(add(identity, AssetLifecycle.IN_STOCK, place, terms, null, null)
                    .id());
        }
        return ids;
    }

    /** Changes what is recorded of an asset. */
    Asset update(Asset before, UpdateAsset input) {
        Set<String> clear = input.clear();
        for (String name : clear) {
            if (!CLEARABLE.contains(name)) {
                throw new InvalidInput("clear", "UNKNOWN", Map.of("value", name));
            }
        }
        AssetIdentity is = before.identity();
        AssetTerms terms = before.terms();
        AssetIdentity identity = identity(
                input.kind() == null ? is.kind() : filled("kind", input.kind()),
                input.name() == null ? is.name() : filled("name", input.name()),
                next(clear, "tag", input.tag(), is.tag()),
                next(clear, "serial", input.serial(), is.serial()),
                next(clear, "model", input.model(), is.model()),
                next(clear, "manufacturer", input.manufacturer(), is.manufacturer()));
        claim(identity, before.id());
        Long minor = input.priceMinor();
        Money price = minor == null ? terms.price() : Money.given(minor, input.currency());
        AssetTerms agreed = new AssetTerms(
                next(clear, "costCentre", input.costCentre(), terms.costCentre()),
                clear.contains("price") ? null : price,
                next(clear, "supplier", input.supplier(), terms.supplier()),
                terms.purchase(),
                terms.receipt(),
                next(clear, "warrantyUntil", instant("warrantyUntil", input.warrantyUntil()), terms.warrantyUntil()),
                next(clear, "contract", input.contract(), terms.contract()),
                next(clear, "contractUntil", instant("contractUntil", input.contractUntil()), terms.contractUntil()));
        return before.identified(identity).on(agreed).of(next(clear, "ci", input.ci(), before.ci()));
    }

    private static final Set<String> CLEARABLE = Set.of(
            "tag",
            "serial",
            "model",
            "manufacturer",
            "costCentre",
            "price",
            "supplier",
            "warrantyUntil",
            "contract",
            "contractUntil",
            "ci");

    private static <T> @Nullable T next(Set<String> clear, String name, @Nullable T given, @Nullable T present) {
        return clear.contains(name) ? null : given == null ? present : given;
    }

    private static String filled(String field, String given) {
        if (given.isBlank()) {
            throw new InvalidInput(field, "REQUIRED", Map.of());
        }
        return given;
    }

    private static AssetIdentity identity(
            String kind,
            String name,
            @Nullable String tag,
            @Nullable String serial,
            @Nullable String model,
            @Nullable String manufacturer) {
        return new AssetIdentity(kind, name, none(tag), none(serial), none(model), none(manufacturer));
    }

    /** Makes sure that nobody else has the same serial number or tag; the store has the last word. */
    private void claim(AssetIdentity identity, String self) {
        String serial = identity.serial();
        if (serial != null && JunkIdentifiers.isJunk(serial)) {
            throw new InvalidInput("serial", "ASSET_JUNK", Map.of("value", serial));
        }
        claim(AssetAttributes.SERIAL_KEY, serial, self, "ASSET_SERIAL_TAKEN");
        claim(AssetAttributes.TAG_KEY, identity.tag(), self, "ASSET_TAG_TAKEN");
    }

    private void claim(Attribute<Asset, String> key, @Nullable String value, String self, String code) {
        if (value != null) {
            ledger
                    .list(Query.of(AssetAttributes.KIND, ledger.tenant(), key.is(TicketAttributes.fold(value.strip())))
                            .limitedTo(1))
                    .stream()
                    .filter(other -> !other.id().equals(self))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new RuleViolated(code, Map.of("value", value, "number", other.number()));
                    });
        }
    }

    /** Works out anew what an asset has due, as far as what it depends on has changed. */
    Asset settled(@Nullable Asset before, Asset after) {
        if (!after.isLive()) {
            return after.noticing(Notices.NONE).due();
        }
        AssetTerms was = before == null || !before.isLive() ? null : before.terms();
        AssetTerms is = after.terms();
        Notices told = after.notices();
        boolean warranty = was == null || !Objects.equals(was.warrantyUntil(), is.warrantyUntil());
        boolean contract = was == null || !Objects.equals(was.contractUntil(), is.contractUntil());
        return after.noticing(new Notices(
                        warranty ? notice(is.warrantyUntil()) : told.warranty(),
                        contract ? notice(is.contractUntil()) : told.contract()))
                .due();
    }

    /** Nothing is said of what has ended already when it is recorded. */
    private @Nullable Instant notice(@Nullable Instant end) {
        if (end == null || !end.isAfter(ledger.now())) {
            return null;
        }
        Instant ahead = end.minus(declared.policy().notice());
        return ahead.isBefore(ledger.now()) ? ledger.now() : ahead;
    }

    static @Nullable String none(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static @Nullable PersonId person(@Nullable String id) {
        return Optional.ofNullable(none(id)).map(PersonId::new).orElse(null);
    }

    static @Nullable Instant instant(String field, @Nullable Instant given) {
        return given == null ? null : storable(field, given);
    }

    /** Facts for the journal, a word of somebody's among them. */
    static Map<String, Object> facts(@Nullable String note) {
        Map<String, Object> data = new HashMap<>();
        if (note != null && !note.isBlank()) {
            data.put("note", new io.itsm4j.journal.Personal(note));
        }
        return data;
    }
}
