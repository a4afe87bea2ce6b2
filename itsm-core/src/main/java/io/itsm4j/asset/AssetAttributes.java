package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.TicketAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What assets can be asked for. */
public final class AssetAttributes {

    /** The primary key. */
    public static final Attribute<Asset, String> ID = Attribute.text("id", Asset::id);

    /** The human number. */
    public static final Attribute<Asset, String> NUMBER =
            Attribute.text("number", Asset::number).sorted();

    /** The number on its label, folded; {@link TicketAttributes#fold} the value too. */
    public static final Attribute<Asset, String> TAG_KEY =
            Attribute.text("tagKey", asset -> key(asset.identity().tag()));

    /** The serial number, folded; {@link TicketAttributes#fold} the value too. */
    public static final Attribute<Asset, String> SERIAL_KEY =
            Attribute.text("serialKey", asset -> key(asset.identity().serial()));

    /** Name, number, tag, serial number and model folded for search; {@link TicketAttributes#fold} the needle too. */
    public static final Attribute<Asset, String> SEARCH_TEXT =
            Attribute.text("searchText", AssetAttributes::searchText);

    /** What kind of thing. */
    public static final Attribute<Asset, String> KIND_OF =
            Attribute.text("kind", asset -> asset.identity().kind());

    /** The maker's name for it. */
    public static final Attribute<Asset, String> MODEL =
            Attribute.text("model", asset -> asset.identity().model());

    /** Where it stands in its life. */
    public static final Attribute<Asset, State> STATE = Attribute.text("state", Asset::state, State::name);

    /** Whether it is still there to be used. */
    public static final Attribute<Asset, Boolean> IS_LIVE = Attribute.flag("isLive", Asset::isLive);

    /** Who has it. */
    public static final Attribute<Asset, PersonId> HOLDER =
            Attribute.text("holder", asset -> asset.place().holder(), PersonId::value);

    /** The organisation unit that has it. */
    public static final Attribute<Asset, String> UNIT =
            Attribute.text("unit", asset -> asset.place().unit());

    /** Where it is. */
    public static final Attribute<Asset, String> LOCATION =
            Attribute.text("location", asset -> asset.place().location());

    /** The store it lies in. */
    public static final Attribute<Asset, String> STORE =
            Attribute.text("store", asset -> asset.place().store());

    /** Who pays. */
    public static final Attribute<Asset, String> COST_CENTRE =
            Attribute.text("costCentre", asset -> asset.terms().costCentre());

    /** Who sold it. */
    public static final Attribute<Asset, String> SUPPLIER =
            Attribute.text("supplier", asset -> asset.terms().supplier());

    /** The purchase. */
    public static final Attribute<Asset, String> PURCHASE =
            Attribute.text("purchase", asset -> asset.terms().purchase());

    /** The contract that covers it. */
    public static final Attribute<Asset, String> CONTRACT =
            Attribute.text("contract", asset -> asset.terms().contract());

    /** The configuration item that it is. */
    public static final Attribute<Asset, String> CI = Attribute.text("ci", Asset::ci);

    /** What it is an accessory of. */
    public static final Attribute<Asset, String> MAIN = Attribute.text("main", AssetAttributes::main);

    /** Until when the maker answers for it; {@link Due#NEVER} when nobody said. */
    public static final Attribute<Asset, Instant> WARRANTY_UNTIL = Attribute.<Asset>time(
                    "warrantyUntil", asset -> or(asset.terms().warrantyUntil()))
            .sorted();

    /** Until when its contract runs; {@link Due#NEVER} when nobody said. */
    public static final Attribute<Asset, Instant> CONTRACT_UNTIL = Attribute.<Asset>time(
                    "contractUntil", asset -> or(asset.terms().contractUntil()))
            .sorted();

    /** When it is to be back from a loan; {@link Due#NEVER} when it is not lent. */
    public static final Attribute<Asset, Instant> LOAN_UNTIL =
            Attribute.<Asset>time("loanUntil", AssetAttributes::loanUntil).sorted();

    /** Who asked for its disposal. */
    public static final Attribute<Asset, PersonId> DISPOSAL_BY =
            Attribute.text("disposalBy", AssetAttributes::disposalBy, PersonId::value);

    /** When it has something due. */
    public static final Attribute<Asset, Instant> DUE_AT =
            Attribute.<Asset>time("dueAt", Asset::dueAt).sorted();

    /** When it was last changed. */
    public static final Attribute<Asset, Instant> CHANGED_AT =
            Attribute.<Asset>time("changedAt", Asset::changedAt).sorted();

    /** How assets are stored. */
    public static final RecordKind<Asset> KIND = RecordKind.of("asset", Asset.class, Asset::id, Asset::tenant)
            .with(ID, SEARCH_TEXT, KIND_OF, MODEL, STATE, IS_LIVE, COST_CENTRE, DISPOSAL_BY)
            .with(WARRANTY_UNTIL, CONTRACT_UNTIL, LOAN_UNTIL, DUE_AT, CHANGED_AT)
            .unique(NUMBER)
            .unique(TAG_KEY)
            .unique(SERIAL_KEY)
            .lookup(HOLDER, UNIT, LOCATION, STORE, SUPPLIER, PURCHASE, CONTRACT, CI, MAIN);

    private AssetAttributes() {}

    /** Live assets whose warranty ends before an instant. */
    public static Criterion<Asset> warrantyEndsBefore(Instant instant) {
        return IS_LIVE.is(true).and(WARRANTY_UNTIL.before(instant));
    }

    /** Lent assets that should have been back before an instant. */
    public static Criterion<Asset> overdueAt(Instant instant) {
        return STATE.is(AssetLifecycle.ON_LOAN).and(LOAN_UNTIL.before(instant));
    }

    private static @Nullable String key(@Nullable String given) {
        return given == null ? null : TicketAttributes.fold(given.strip());
    }

    private static String searchText(Asset asset) {
        AssetIdentity identity = asset.identity();
        return TicketAttributes.fold(String.join(
                " ",
                identity.name(),
                asset.number(),
                blank(identity.tag()),
                blank(identity.serial()),
                blank(identity.model())));
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Instant or(@Nullable Instant instant) {
        return instant == null ? Due.NEVER : instant;
    }

    private static Instant loanUntil(Asset asset) {
        Loan loan = asset.loan();
        return loan == null ? Due.NEVER : loan.until();
    }

    private static @Nullable String main(Asset asset) {
        Belonging belonging = asset.belonging();
        return belonging == null ? null : belonging.main();
    }

    private static @Nullable PersonId disposalBy(Asset asset) {
        Disposal disposal = asset.disposal();
        return disposal == null ? null : disposal.askedBy();
    }
}
