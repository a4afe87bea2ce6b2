package io.itsm4j.cmdb;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import java.time.Instant;
import java.util.Set;

/**
 * An instant that has a name. Because every former state is kept, a baseline copies nothing: it is the graph as of its
 * instant, or the part of it that some items rest on.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param name unique within the tenant
 * @param note what it is for
 * @param at the instant; what was recorded at it belongs to it
 * @param scope the items whose foundations it is about, with themselves; empty for everything
 * @param takenBy who took it
 * @param chain the end of its journal
 */
public record Baseline(
        String id,
        TenantId tenant,
        long version,
        String name,
        String note,
        Instant at,
        Set<String> scope,
        PersonId takenBy,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Baseline, String> ID = Attribute.text("id", Baseline::id);

    /** The name. */
    public static final Attribute<Baseline, String> NAME =
            Attribute.text("name", Baseline::name).sorted();

    /** The instant. */
    public static final Attribute<Baseline, Instant> AT =
            Attribute.<Baseline>time("at", Baseline::at).sorted();

    /** Who took it. */
    public static final Attribute<Baseline, PersonId> TAKEN_BY =
            Attribute.text("takenBy", Baseline::takenBy, PersonId::value);

    /** How baselines are stored. */
    public static final RecordKind<Baseline> KIND = RecordKind.of(
                    "ci-baseline", Baseline.class, Baseline::id, Baseline::tenant)
            .with(ID, AT, TAKEN_BY)
            .unique(NAME);

    /** Copies the scope. */
    public Baseline {
        scope = Set.copyOf(scope);
    }

    Baseline takenBy(PersonId other, String blank) {
        return new Baseline(id, tenant, version, name, blank, at, scope, other, chain);
    }

    Baseline stamped(long next, ChainHead head) {
        return new Baseline(id, tenant, next, name, note, at, scope, takenBy, head);
    }
}
