package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;

/**
 * A comparison of what is recorded with what was found.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param name what it is about
 * @param expected how many items were expected
 * @param observed how many were found
 * @param matched how many of the expected ones were found
 * @param exact how many of the expected ones were found as they are recorded
 * @param deviations how many deviations there were
 * @param at when
 * @param by who
 * @param chain the end of its journal
 */
public record Audit(
        String id,
        TenantId tenant,
        long version,
        String name,
        long expected,
        long observed,
        long matched,
        long exact,
        long deviations,
        Instant at,
        PersonId by,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Audit, String> ID = Attribute.text("id", Audit::id);

    /** When. */
    public static final Attribute<Audit, Instant> AT =
            Attribute.<Audit>time("at", Audit::at).sorted();

    /** Who. */
    public static final Attribute<Audit, PersonId> BY = Attribute.text("by", Audit::by, PersonId::value);

    /** How audits are stored. */
    public static final RecordKind<Audit> KIND =
            RecordKind.of("ci-audit", Audit.class, Audit::id, Audit::tenant).with(ID, AT, BY);

    /**
     * The accuracy rate in parts of ten thousand, rounded down: items found exactly as recorded, of all that were
     * expected or found; 10,000 when there was nothing to compare.
     */
    public long accuracy() {
        long all = expected + observed - matched;
        return all == 0 ? 10_000 : exact * 10_000 / all;
    }

    Audit counting(long moreExpected, long moreObserved, long moreMatched, long moreExact, long moreDeviations) {
        return new Audit(
                id,
                tenant,
                version,
                name,
                expected + moreExpected,
                observed + moreObserved,
                matched + moreMatched,
                exact + moreExact,
                deviations + moreDeviations,
                at,
                by,
                chain);
    }

    Audit by(PersonId other) {
        return new Audit(id, tenant, version, name, expected, observed, matched, exact, deviations, at, other, chain);
    }

    Audit stamped(long next, ChainHead head) {
        return new Audit(id, tenant, next, name, expected, observed, matched, exact, deviations, at, by, head);
    }
}
