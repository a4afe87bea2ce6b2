package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for somebody else in approvals, between two instants. It is not passed on: a delegate's delegate
 * does not vote for the principal.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param principal whose votes they are
 * @param delegate who stands in
 * @param from the first instant
 * @param until the instant at which it is over
 * @param kind the kind of subject it is confined to, or null for all
 * @param withdrawnAt when it was taken back, or null
 * @param version the domain's own counter
 * @param chain the end of its journal
 */
public record Delegation(
        String id,
        TenantId tenant,
        PersonId principal,
        PersonId delegate,
        Instant from,
        Instant until,
        @Nullable String kind,
        @Nullable Instant withdrawnAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Delegation, String> ID = Attribute.text("id", Delegation::id);

    /** Whose votes they are. */
    public static final Attribute<Delegation, PersonId> PRINCIPAL =
            Attribute.text("principal", Delegation::principal, PersonId::value);

    /** Who stands in. */
    public static final Attribute<Delegation, PersonId> DELEGATE =
            Attribute.text("delegate", Delegation::delegate, PersonId::value);

    /** The first instant. */
    public static final Attribute<Delegation, Instant> FROM =
            Attribute.<Delegation>time("from", Delegation::from).sorted();

    /** The instant at which it is over, or at which it was taken back. */
    public static final Attribute<Delegation, Instant> UNTIL =
            Attribute.<Delegation>time("until", Delegation::end).sorted();

    /** How delegations are stored. */
    public static final RecordKind<Delegation> KIND = RecordKind.of(
                    "delegation", Delegation.class, Delegation::id, Delegation::tenant)
            .with(ID, FROM, UNTIL)
            .lookup(PRINCIPAL, DELEGATE);

    /** How delegations are kept: their people and managers see them. */
    static final RecordType<Delegation> TYPE = RecordType.named("delegation", KIND, ID, Delegation::stamped)
            .readBy(Role.MANAGER, Role.AUDITOR)
            .visible((actor, reader) ->
                    reader ? Criterion.all() : PRINCIPAL.is(actor.id()).or(DELEGATE.is(actor.id())))
            .field(DetailField.personal("principal", Delegation::principal))
            .field(DetailField.personal("delegate", Delegation::delegate))
            .field(DetailField.plain("from", Delegation::from))
            .field(DetailField.plain("until", Delegation::until))
            .field(DetailField.plain("subjectKind", Delegation::kind))
            .field(DetailField.plain("withdrawnAt", Delegation::withdrawnAt))
            .erasing((ledger, delegation, person, pseudonym) ->
                    delegation.principal().equals(person)
                                    || delegation.delegate().equals(person)
                            ? delegation.erased(person, pseudonym)
                            : delegation);

    /** When it really ends. */
    public Instant end() {
        return withdrawnAt != null && withdrawnAt.isBefore(until) ? withdrawnAt : until;
    }

    /** Whether it holds at an instant for subjects of a kind. */
    public boolean holds(Instant at, String subjectKind) {
        boolean fits = kind == null || kind.equals(subjectKind);
        return fits && !at.isBefore(from) && at.isBefore(end());
    }

    /** The same, stamped by the command that wrote it. */
    public Delegation stamped(long newVersion, ChainHead head) {
        return new Delegation(id, tenant, principal, delegate, from, until, kind, withdrawnAt, newVersion, head);
    }

    Delegation withdrawn(Instant at) {
        return new Delegation(id, tenant, principal, delegate, from, until, kind, at, version, chain);
    }

    Delegation erased(PersonId person, PersonId pseudonym) {
        return new Delegation(
                id,
                tenant,
                principal.equals(person) ? pseudonym : principal,
                delegate.equals(person) ? pseudonym : delegate,
                from,
                until,
                kind,
                withdrawnAt,
                version,
                chain);
    }
}
