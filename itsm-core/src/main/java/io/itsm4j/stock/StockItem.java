package io.itsm4j.stock;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lies of a part in a store. Every quantity is the sum of its movements.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param part the part
 * @param store the store
 * @param onHand how many lie there, 0 or more
 * @param reserved how many of them are set aside, 0 to {@code onHand}
 * @param onOrder how many purchases owe that took up a proposal, 0 or more
 * @param min fewer than so many available are too few
 * @param max more than so many should not lie there; 0 for no limit
 * @param target so many should be available after a purchase
 * @param proposal the open proposal to buy, or null
 * @param countedAt when it was last counted, or null
 * @param movements how many movements there were
 * @param chain the end of its journal
 */
public record StockItem(
        String id,
        TenantId tenant,
        long version,
        String part,
        String store,
        long onHand,
        long reserved,
        long onOrder,
        long min,
        long max,
        long target,
        @Nullable String proposal,
        @Nullable Instant countedAt,
        long movements,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<StockItem, String> ID = Attribute.text("id", StockItem::id);

    /** The part. */
    public static final Attribute<StockItem, String> PART = Attribute.text("part", StockItem::part);

    /** The store. */
    public static final Attribute<StockItem, String> STORE = Attribute.text("store", StockItem::store);

    /** Whether too few are available. */
    public static final Attribute<StockItem, Boolean> LOW = Attribute.flag("low", StockItem::isLow);

    /** Whether nothing lies there, is set aside or to come. */
    public static final Attribute<StockItem, Boolean> EMPTY = Attribute.flag("empty", StockItem::isEmpty);

    /** How stock items are stored. */
    public static final RecordKind<StockItem> KIND = RecordKind.of(
                    "stock-item", StockItem.class, StockItem::id, StockItem::tenant)
            .with(ID, LOW, EMPTY)
            .unique(PART, STORE)
            .lookup(STORE);

    /** The primary key of the item of a part in a store: every command comes to the same one, the first one too. */
    static String idOf(String part, String store) {
        String digest = Digests.sha256("stock-item", part, store);
        return String.join(
                "-",
                digest.substring(0, 8),
                digest.substring(8, 12),
                "8" + digest.substring(13, 16),
                "8" + digest.substring(17, 20),
                digest.substring(20, 32));
    }

    /** How many can be taken without taking from what is set aside. */
    public long available() {
        return onHand - reserved;
    }

    /** Whether fewer are available than should be. */
    public boolean isLow() {
        return available() < min;
    }

    /** Whether nothing lies there and nothing is to come. */
    public boolean isEmpty() {
        return onHand == 0 && onOrder == 0;
    }

    /** How many to buy up to the target, what is ordered already counted in; 0 unless it is low even so. */
    public long missing() {
        long coming = available() + onOrder;
        return coming < min ? Math.max(target, min) - coming : 0;
    }

    /** How many lie there beyond the most that should; 0 without a limit. */
    public long excess() {
        return max == 0 ? 0 : Math.max(0, onHand - max);
    }

    StockItem moved(long hand, long aside, long coming) {
        return new StockItem(
                id,
                tenant,
                version,
                part,
                store,
                onHand + hand,
                reserved + aside,
                onOrder + coming,
                min,
                max,
                target,
                proposal,
                countedAt,
                movements + 1,
                chain);
    }

    StockItem levels(long least, long most, long wanted) {
        return new StockItem(
                id, tenant, version, part, store, onHand, reserved, onOrder, least, most, wanted, proposal, countedAt,
                movements, chain);
    }

    StockItem proposed(@Nullable String open) {
        return new StockItem(
                id, tenant, version, part, store, onHand, reserved, onOrder, min, max, target, open, countedAt,
                movements, chain);
    }

    StockItem counted(Instant at) {
        return new StockItem(
                id, tenant, version, part, store, onHand, reserved, onOrder, min, max, target, proposal, at, movements,
                chain);
    }

    StockItem stamped(long next, ChainHead head) {
        return new StockItem(
                id, tenant, next, part, store, onHand, reserved, onOrder, min, max, target, proposal, countedAt,
                movements, head);
    }
}
