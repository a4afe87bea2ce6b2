package io.itsm4j.asset;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
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
        return new Asset(
                id,
                tenant,
                version,
                number,
                identity,
                next,
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

    Asset identified(AssetIdentity next) {
        return new Asset(
                id,
                tenant,
                version,
                number,
                next,
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

    Asset placed(AssetPlace next) {
        return new Asset(
                id,
                tenant,
                version,
                number,
                identity,
                state,
                next,
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

    Asset on(AssetTerms next) {
        return new Asset(
                id,
                tenant,
                version,
                number,
                identity,
                state,
                place,
                next,
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

    Asset of(@Nullable String item) {
        return new Asset(
                id,
                tenant,
                version,
                number,
                identity,
                state,
                place,
                terms,
                item,
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

    Asset belonging(@Nullable Belonging next) {
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
                next,
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

    Asset accessories(long next) {
        return new Asset(
                id, tenant, version, number, identity, state, place, terms, ci, belonging, next, loan, repair, disposal,
                notices, dueAt, createdAt, changedAt, chain);
    }

    Asset lent(@Nullable Loan next) {
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
                next,
                repair,
                disposal,
                notices,
                dueAt,
                createdAt,
                changedAt,
                chain);
    }

    Asset repaired(@Nullable Repair next) {
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
                next,
                disposal,
                notices,
                dueAt,
                createdAt,
                changedAt,
                chain);
    }

    Asset disposed(@Nullable Disposal next) {
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
                next,
                notices,
                dueAt,
                createdAt,
                changedAt,
                chain);
    }

    Asset noticing(Notices next) {
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
                next,
                dueAt,
                createdAt,
                changedAt,
                chain);
    }

    Asset postponed(Instant when) {
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
                when,
                createdAt,
                changedAt,
                chain);
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
                when,
                chain);
    }

    Asset stamped(long next, ChainHead head) {
        return new Asset(
                id,
                tenant,
                next,
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
                head);
    }
}
