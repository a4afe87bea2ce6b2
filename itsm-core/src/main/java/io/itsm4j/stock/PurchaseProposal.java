package io.itsm4j.stock;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What ought to be bought because a part runs low in a store. There is at most one open proposal for each part and
 * store; while it is open it follows what is missing.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param item the stock item
 * @param part the part
 * @param store the store
 * @param quantity how many: what is missing up to the target, or once it is ordered what was ordered
 * @param received how many have come
 * @param state where it stands
 * @param purchase the purchase that took it up, or null
 * @param proposedAt when it was made
 * @param chain the end of its journal
 */
public record PurchaseProposal(
        String id,
        TenantId tenant,
        long version,
        String item,
        String part,
        String store,
        long quantity,
        long received,
        State state,
        @Nullable String purchase,
        Instant proposedAt,
        ChainHead chain)
        implements Kept {

    /** Where a proposal stands. */
    public enum State {
        /** Nobody has taken it up. */
        OPEN,
        /** A purchase has taken it up and still owes some. */
        ORDERED,
        /** All that was ordered has come. */
        RECEIVED,
        /** It fell away: nothing is missing any more, somebody said no, or the purchase ended. */
        WITHDRAWN
    }

    /** The primary key. */
    public static final Attribute<PurchaseProposal, String> ID = Attribute.text("id", PurchaseProposal::id);

    /** The stock item. */
    public static final Attribute<PurchaseProposal, String> ITEM = Attribute.text("item", PurchaseProposal::item);

    /** The part. */
    public static final Attribute<PurchaseProposal, String> PART = Attribute.text("part", PurchaseProposal::part);

    /** The store. */
    public static final Attribute<PurchaseProposal, String> STORE = Attribute.text("store", PurchaseProposal::store);

    /** The purchase. */
    public static final Attribute<PurchaseProposal, String> PURCHASE =
            Attribute.text("purchase", PurchaseProposal::purchase);

    /** Where it stands. */
    public static final Attribute<PurchaseProposal, State> STATE =
            Attribute.text("state", PurchaseProposal::state, State::name);

    /** When it was made. */
    public static final Attribute<PurchaseProposal, Instant> PROPOSED_AT = Attribute.<PurchaseProposal>time(
                    "proposedAt", PurchaseProposal::proposedAt)
            .sorted();

    /** How proposals are stored. */
    public static final RecordKind<PurchaseProposal> KIND = RecordKind.of(
                    "purchase-proposal", PurchaseProposal.class, PurchaseProposal::id, PurchaseProposal::tenant)
            .with(ID, PART, STORE, STATE, PROPOSED_AT)
            .lookup(ITEM, PURCHASE);

    /** How many are still to come. */
    public long owed() {
        return state == State.ORDERED ? Math.max(0, quantity - received) : 0;
    }

    PurchaseProposal of(long needed) {
        return new PurchaseProposal(
                id, tenant, version, item, part, store, needed, received, state, purchase, proposedAt, chain);
    }

    PurchaseProposal orderedBy(String bought, long ordered) {
        return new PurchaseProposal(
                id, tenant, version, item, part, store, ordered, 0, State.ORDERED, bought, proposedAt, chain);
    }

    PurchaseProposal receiving(long more) {
        long all = received + more;
        State next = all >= quantity ? State.RECEIVED : state;
        return new PurchaseProposal(
                id, tenant, version, item, part, store, quantity, all, next, purchase, proposedAt, chain);
    }

    PurchaseProposal withdrawn() {
        return new PurchaseProposal(
                id,
                tenant,
                version,
                item,
                part,
                store,
                quantity,
                received,
                State.WITHDRAWN,
                purchase,
                proposedAt,
                chain);
    }

    PurchaseProposal stamped(long next, ChainHead head) {
        return new PurchaseProposal(
                id, tenant, next, item, part, store, quantity, received, state, purchase, proposedAt, head);
    }
}
