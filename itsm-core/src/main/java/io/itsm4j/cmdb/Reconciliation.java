package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;

/**
 * What a feed would do to the records, and what became of it.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param source the name of the feed
 * @param status where it stands
 * @param rows how many rows the feed had
 * @param faults how many of them cannot be taken in
 * @param changes how many proposals wait or were carried out
 * @param progress the sequence number up to which proposals were carried out, or taken back
 * @param plannedBy who asked for it
 * @param plannedAt when
 * @param chain the end of its journal
 */
public record Reconciliation(
        String id,
        TenantId tenant,
        long version,
        String source,
        Status status,
        long rows,
        long faults,
        long changes,
        long progress,
        PersonId plannedBy,
        Instant plannedAt,
        ChainHead chain)
        implements Kept {

    /** Where a reconciliation stands. */
    public enum Status {
        /** The feed is still being read. */
        PLANNING,
        /** All proposals are there to be reviewed. */
        PLANNED,
        /** Proposals are being carried out. */
        APPLYING,
        /** Carried out. */
        APPLIED,
        /** Proposals are being taken back. */
        REVERTING,
        /** Taken back. */
        REVERTED,
        /** Dropped without being carried out. */
        DISCARDED
    }

    /** The primary key. */
    public static final Attribute<Reconciliation, String> ID = Attribute.text("id", Reconciliation::id);

    /** The feed. */
    public static final Attribute<Reconciliation, String> SOURCE = Attribute.text("source", Reconciliation::source);

    /** Where it stands. */
    public static final Attribute<Reconciliation, Status> STATUS =
            Attribute.text("status", Reconciliation::status, Status::name);

    /** When it was planned. */
    public static final Attribute<Reconciliation, Instant> PLANNED_AT = Attribute.<Reconciliation>time(
                    "plannedAt", Reconciliation::plannedAt)
            .sorted();

    /** Who asked for it. */
    public static final Attribute<Reconciliation, PersonId> PLANNED_BY =
            Attribute.text("plannedBy", Reconciliation::plannedBy, PersonId::value);

    /** How reconciliations are stored. */
    public static final RecordKind<Reconciliation> KIND = RecordKind.of(
                    "ci-reconciliation", Reconciliation.class, Reconciliation::id, Reconciliation::tenant)
            .with(ID, SOURCE, STATUS, PLANNED_AT, PLANNED_BY);

    Reconciliation stamped(long next, ChainHead head) {
        return new Reconciliation(
                id, tenant, next, source, status, rows, faults, changes, progress, plannedBy, plannedAt, head);
    }

    Reconciliation plannedBy(PersonId other) {
        return new Reconciliation(
                id, tenant, version, source, status, rows, faults, changes, progress, other, plannedAt, chain);
    }

    Reconciliation in(Status next, long done) {
        return new Reconciliation(
                id, tenant, version, source, next, rows, faults, changes, done, plannedBy, plannedAt, chain);
    }

    Reconciliation counting(long moreRows, long moreFaults, long moreChanges) {
        return new Reconciliation(
                id,
                tenant,
                version,
                source,
                status,
                rows + moreRows,
                faults + moreFaults,
                changes + moreChanges,
                progress,
                plannedBy,
                plannedAt,
                chain);
    }
}
