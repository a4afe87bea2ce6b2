package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a reconciliation would do, from one row of its feed.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param reconciliation the reconciliation
 * @param sequence its place, from 1
 * @param row the row of the feed, from 1
 * @param kind what it would do
 * @param status whether it waits, is left out, or what became of it
 * @param ci the item it is about, or null for one that is not recorded yet
 * @param feedKey what the feed calls the item, or null
 * @param digest stands for what tells the item apart, or null
 * @param label what people know it by
 * @param after what would be, in canonical JSON
 * @param before what was, in canonical JSON, once it was carried out
 * @param fault the code of what stands against it, or null
 * @param reason the same in words, or null
 */
public record Proposal(
        String id,
        TenantId tenant,
        String reconciliation,
        long sequence,
        long row,
        Kind kind,
        Status status,
        @Nullable String ci,
        @Nullable String feedKey,
        @Nullable String digest,
        String label,
        String after,
        String before,
        @Nullable String fault,
        @Nullable String reason) {

    /** What a proposal would do. */
    public enum Kind {
        /** Record a new item. */
        CREATE,
        /** Change values of an item. */
        UPDATE,
        /** Note that an item was seen as it is recorded. */
        CONFIRM,
        /** Record a relation. */
        RELATE,
        /** Nothing: the row has a fault. */
        REJECT
    }

    /** What became of a proposal. */
    public enum Status {
        WAITING,
        SKIPPED,
        APPLIED,
        FAILED,
        REVERTED
    }

    /** The primary key. */
    public static final Attribute<Proposal, String> ID = Attribute.text("id", Proposal::id);

    /** The reconciliation. */
    public static final Attribute<Proposal, String> RECONCILIATION =
            Attribute.text("reconciliation", Proposal::reconciliation);

    /** The place. */
    public static final Attribute<Proposal, Long> SEQUENCE =
            Attribute.<Proposal>number("sequence", Proposal::sequence).sorted();

    /** What it would do. */
    public static final Attribute<Proposal, Kind> KIND_OF = Attribute.text("kind", Proposal::kind, Kind::name);

    /** What became of it. */
    public static final Attribute<Proposal, Status> STATUS = Attribute.text("status", Proposal::status, Status::name);

    /** The item. */
    public static final Attribute<Proposal, String> CI = Attribute.text("ci", Proposal::ci);

    /** What the feed calls the item. */
    public static final Attribute<Proposal, String> FEED_KEY = Attribute.text("feedKey", Proposal::feedKey);

    /** What tells the item apart. */
    public static final Attribute<Proposal, String> DIGEST = Attribute.text("digest", Proposal::digest);

    /** How proposals are stored. */
    public static final RecordKind<Proposal> KIND = RecordKind.of(
                    "ci-proposal", Proposal.class, Proposal::id, Proposal::tenant)
            .with(ID, KIND_OF, STATUS)
            .unique(RECONCILIATION, SEQUENCE)
            .lookup(CI, FEED_KEY, DIGEST);

    Proposal in(Status next) {
        return with(next, ci, before, fault, reason);
    }

    /** The same, saying which values more stay as they are. */
    Proposal keeping(Set<String> keys) {
        Set<String> all = new TreeSet<>(keys);
        if (reason != null) {
            all.addAll(List.of(reason.split(", ")));
        }
        return all.isEmpty() ? this : with(status, ci, before, fault, String.join(", ", all));
    }

    Proposal applied(@Nullable String item, String was) {
        return with(Status.APPLIED, item, was, fault, reason);
    }

    Proposal failed(String code, String why) {
        return with(Status.FAILED, ci, before, code, why);
    }

    private Proposal with(Status next, @Nullable String item, String was, @Nullable String code, @Nullable String why) {
        return new Proposal(
                id,
                tenant,
                reconciliation,
                sequence,
                row,
                kind,
                next,
                item,
                feedKey,
                digest,
                label,
                after,
                was,
                code,
                why);
    }
}
