package io.itsm4j.asset;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is owned. A main asset may have accessories; an accessory has none itself.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param number the human number
 * @param identity what it is
 * @param state where it stands in its life
 * @param place who has it and where it is
 * @param terms what it cost and until when it is covered
 * @param ci the id of the configuration item that it is, or null
 * @param belonging what it is an accessory of, or null
 * @param accessories how many accessories it has
 * @param loan that it is lent, or null
 * @param repair that it is being repaired, or null
 * @param disposal how it is got rid of, or null
 * @param notices when its cover is spoken of
 * @param dueAt when it has something due by itself
 * @param createdAt when it was registered
 * @param changedAt when it was last changed
 * @param chain the end of its journal
 */
public record Asset(
        String id,
        TenantId tenant,
        long version,
        String number,
        AssetIdentity identity,
        State state,
        AssetPlace place,
        AssetTerms terms,
        @Nullable String ci,
        @Nullable Belonging belonging,
        long accessories,
        @Nullable Loan loan,
        @Nullable Repair repair,
        @Nullable Disposal disposal,
        Notices notices,
        Instant dueAt,
        Instant createdAt,
        Instant changedAt,
        ChainHead chain)
        implements Kept {

    /** The most characters of a name. */
    public static final int NAME_LIMIT = 200;

    /** Whether it is an accessory of another. */
    public boolean isAccessory() {
        return belonging != null;
    }

    /** Whether it is still there to be used: its state is not a terminal one. */
    public boolean isLive() {
        return state.category().isOpen();
    }

    Asset in(State next) {
        return with(parts -> parts.state = next);
    }

    Asset identified(AssetIdentity next) {
        return with(parts -> parts.identity = next);
    }

    Asset placed(AssetPlace next) {
        return with(parts -> parts.place = next);
    }

    Asset on(AssetTerms next) {
        return with(parts -> parts.terms = next);
    }

    Asset of(@Nullable String item) {
        return with(parts -> parts.ci = item);
    }

    Asset belonging(@Nullable Belonging next) {
        return with(parts -> parts.belonging = next);
    }

    Asset accessories(long next) {
        return with(parts -> parts.accessories = next);
    }

    Asset lent(@Nullable Loan next) {
        return with(parts -> parts.loan = next);
    }

    Asset repaired(@Nullable Repair next) {
        return with(parts -> parts.repair = next);
    }

    Asset disposed(@Nullable Disposal next) {
        return with(parts -> parts.disposal = next);
    }

    Asset noticing(Notices next) {
        return with(parts -> parts.notices = next);
    }

    Asset postponed(Instant when) {
        return with(parts -> parts.dueAt = when);
    }
    /** The same, due when the first of what it has due is. */
    Asset due() {
        Loan lent = loan;
        Instant next = Stream.of(lent == null ? null : lent.nextReminder(), notices.warranty(), notices.contract())
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(Due.NEVER);
        return postponed(next);
    }

    Asset changed(Instant when) {
        return with(parts -> parts.changedAt = when);
    }

    Asset stamped(long next, ChainHead head) {
        return with(parts -> {
            parts.version = next;
            parts.chain = head;
        });
    }

    private Asset with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private String id;
        private TenantId tenant;
        private long version;
        private String number;
        private AssetIdentity identity;
        private State state;
        private AssetPlace place;
        private AssetTerms terms;
        private @Nullable String ci;
        private @Nullable Belonging belonging;
        private long accessories;
        private @Nullable Loan loan;
        private @Nullable Repair repair;
        private @Nullable Disposal disposal;
        private Notices notices;
        private Instant dueAt;
        private Instant createdAt;
        private Instant changedAt;
        private ChainHead chain;

        Parts(Asset from) {
            id = from.id;
            tenant = from.tenant;
            version = from.version;
            number = from.number;
            identity = from.identity;
            state = from.state;
            place = from.place;
            terms = from.terms;
            ci = from.ci;
            belonging = from.belonging;
            accessories = from.accessories;
            loan = from.loan;
            repair = from.repair;
            disposal = from.disposal;
            notices = from.notices;
            dueAt = from.dueAt;
            createdAt = from.createdAt;
            changedAt = from.changedAt;
            chain = from.chain;
        }

        Asset whole() {
            return new Asset(
                    id,
                    tenant,
                    version,
                    number,
                    identity,
                    state,
                    place,
                    terms,
                    ci,
                    belonging,
                    accessories,
                    loan,
                    repair,
                    disposal,
                    notices,
                    dueAt,
                    createdAt,
                    changedAt,
                    chain);
        }
    }
}
