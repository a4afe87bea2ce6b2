package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which reality differs from the records.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param audit the audit that found it
 * @param kind in which way
 * @param ci the item, or null for one that is not recorded
 * @param label what people know it by
 * @param key the attribute that differs, or null
 * @param expected what is recorded, or null
 * @param observed what was found, or null
 * @param change the change that covers it, or null when nobody approved it
 * @param disposition what was decided
 * @param reason why, or null
 * @param ticket the ticket that was raised, or null
 * @param decidedBy who decided, or null
 * @param decidedAt when, or null
 * @param chain the end of its journal
 */
public record Deviation(
        String id,
        TenantId tenant,
        long version,
        String audit,
        Kind kind,
        @Nullable String ci,
        String label,
        @Nullable String key,
        @Nullable String expected,
        @Nullable String observed,
        @Nullable String change,
        Disposition disposition,
        @Nullable String reason,
        @Nullable String ticket,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        ChainHead chain)
        implements Kept {

    /** In which way reality differs. */
    public enum Kind {
        /** Recorded and not found. */
        MISSING,
        /** Found and not recorded. */
        UNEXPECTED,
        /** Found with another value. */
        DIFFERENT
    }

    /** What is done about a deviation. */
    public enum Disposition {
        /** Nothing yet. */
        OPEN,
        /** It is left as it is. */
        ACCEPTED,
        /** The record follows reality. */
        CORRECTED,
        /** Reality is to follow the record: a change or an incident was raised. */
        RAISED
    }

    /** The primary key. */
    public static final Attribute<Deviation, String> ID =
            Attribute.text("id", Deviation::id).sorted();

    /** The audit. */
    public static final Attribute<Deviation, String> AUDIT = Attribute.text("audit", Deviation::audit);

    /** The item. */
    public static final Attribute<Deviation, String> CI = Attribute.text("ci", Deviation::ci);

    /** In which way. */
    public static final Attribute<Deviation, Kind> KIND_OF = Attribute.text("kind", Deviation::kind, Kind::name);

    /** What was decided. */
    public static final Attribute<Deviation, Disposition> DISPOSITION =
            Attribute.text("disposition", Deviation::disposition, Disposition::name);

    /** Who decided. */
    public static final Attribute<Deviation, PersonId> DECIDED_BY =
            Attribute.text("decidedBy", Deviation::decidedBy, PersonId::value);

    /** How deviations are stored. */
    public static final RecordKind<Deviation> KIND = RecordKind.of(
                    "ci-deviation", Deviation.class, Deviation::id, Deviation::tenant)
            .with(ID, KIND_OF, DISPOSITION, DECIDED_BY)
            .lookup(AUDIT, CI);

    /** Whether it is a difference that no approved change covers. */
    public boolean isUnauthorised() {
        return change == null;
    }

    Deviation stamped(long next, ChainHead head) {
        return new Deviation(
                id,
                tenant,
                next,
                audit,
                kind,
                ci,
                label,
                key,
                expected,
                observed,
                change,
                disposition,
                reason,
                ticket,
                decidedBy,
                decidedAt,
                head);
    }

    Deviation decidedBy(PersonId other, String blank) {
        return new Deviation(
                id,
                tenant,
                version,
                audit,
                kind,
                ci,
                label,
                key,
                expected,
                observed,
                change,
                disposition,
                blank,
                ticket,
                other,
                decidedAt,
                chain);
    }

    Deviation decided(Disposition what, @Nullable String why, @Nullable String raised, PersonId by, Instant at) {
        return new Deviation(
                id, tenant, version, audit, kind, ci, label, key, expected, observed, change, what, why, raised, by, at,
                chain);
    }
}
