package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How two items hang together, from one instant until another.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version, 1 for a new one
 * @param from the first end: an item, or something of the host's
 * @param type the name of the type
 * @param to the second end
 * @param groupKey the redundancy group: the item that rests on it, a slash and the group's name; or null
 * @param needed how many members of the group that item needs; 0 without a group
 * @param source where it comes from: {@code manual}, or the name of a feed
 * @param since from when it holds
 * @param until from when it holds no longer; {@link #FOREVER} while it holds
 * @param chain the end of its journal
 */
public record CiRelation(
        String id,
        TenantId tenant,
        long version,
        String from,
        String type,
        String to,
        @Nullable String groupKey,
        long needed,
        String source,
        Instant since,
        Instant until,
        ChainHead chain)
        implements Kept {

    /** The end of what has not ended. */
    public static final Instant FOREVER = CriterionLimits.LATEST;

    /** The primary key. */
    public static final Attribute<CiRelation, String> ID =
            Attribute.text("id", CiRelation::id).sorted();

    /** The first end. */
    public static final Attribute<CiRelation, String> FROM =
            Attribute.text("from", CiRelation::from).sorted();

    /** The type. */
    public static final Attribute<CiRelation, String> TYPE = Attribute.text("type", CiRelation::type);

    /** The second end. */
    public static final Attribute<CiRelation, String> TO =
            Attribute.text("to", CiRelation::to).sorted();

    /** The redundancy group. */
    public static final Attribute<CiRelation, String> GROUP_KEY = Attribute.text("groupKey", CiRelation::groupKey);

    /** How many members of the group are needed. */
    public static final Attribute<CiRelation, Long> NEEDED = Attribute.number("needed", CiRelation::needed);

    /** Where it comes from. */
    public static final Attribute<CiRelation, String> SOURCE = Attribute.text("source", CiRelation::source);

    /** From when it holds. */
    public static final Attribute<CiRelation, Instant> SINCE = Attribute.time("since", CiRelation::since);

    /** From when it holds no longer. */
    public static final Attribute<CiRelation, Instant> UNTIL = Attribute.time("until", CiRelation::until);

    /** How relations are stored. */
    public static final RecordKind<CiRelation> KIND = RecordKind.of(
                    "ci-relation", CiRelation.class, CiRelation::id, CiRelation::tenant)
            .with(ID, SOURCE, SINCE, NEEDED)
            .unique(FROM, TYPE, TO, UNTIL)
            .lookup(FROM, TO, GROUP_KEY);

    /** What holds at an instant, or now for null. */
    static Criterion<CiRelation> holdingAt(@Nullable Instant instant) {
        return instant == null ? UNTIL.is(FOREVER) : UNTIL.after(instant).and(SINCE.atMost(instant));
    }

    /** Whether it holds. */
    public boolean isOpen() {
        return until.equals(FOREVER);
    }

    /** The name of the redundancy group, or null. */
    public @Nullable String group() {
        return groupKey == null ? null : Edges.nameOf(groupKey);
    }

    /** The other end. */
    public String other(String end) {
        return from.equals(end) ? to : from;
    }

    CiRelation stamped(long next, ChainHead head) {
        return new CiRelation(id, tenant, next, from, type, to, groupKey, needed, source, since, until, head);
    }

    CiRelation again(String newId, Instant start, long least) {
        return new CiRelation(
                newId, tenant, 0, from, type, to, groupKey, least, source, start, FOREVER, ChainHead.NONE);
    }

    CiRelation ended(Instant at) {
        return new CiRelation(id, tenant, version, from, type, to, groupKey, needed, source, since, at, chain);
    }
}
