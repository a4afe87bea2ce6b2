package io.itsm4j.purchase;

import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.input.Money;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with a supplier, for a time.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param number the human number, for example {@code CON0000007}
 * @param supplier the supplier's id
 * @param kind what it is about
 * @param title what it is called
 * @param from when it begins
 * @param until the first instant after it, or null when it has no end
 * @param renewal how it goes on then
 * @param price what it costs for its time, or null
 * @param covers what it covers
 * @param agreement the key of the underpinning contract with its targets, or null
 * @param documents where its papers are
 * @param state where it stands
 * @param reminded of what it has reminded
 * @param renews the id of the contract it goes on from, or null
 * @param renewedBy the id of the contract that goes on from it, or null
 * @param dueAt when it has something due; {@link Due#NEVER} for never
 * @param version the record's own counter
 * @param chain the end of its journal
 */
public record Contract(
        String id,
        TenantId tenant,
        String number,
        String supplier,
        ContractKind kind,
        String title,
        Instant from,
        @Nullable Instant until,
        Renewal renewal,
        @Nullable Money price,
        List<Covered> covers,
        @Nullable String agreement,
        List<String> documents,
        ContractState state,
        Set<Reminder> reminded,
        @Nullable String renews,
        @Nullable String renewedBy,
        Instant dueAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** Of what a contract reminds. */
    public enum Reminder {
        /** The last day for notice comes near. */
        NOTICE,
        /** Its end comes near. */
        EXPIRY
    }

    /** The primary key. */
    public static final Attribute<Contract, String> ID = Attribute.text("id", Contract::id);

    /** The human number. */
    public static final Attribute<Contract, String> NUMBER = Attribute.text("number", Contract::number);

    /** The supplier. */
    public static final Attribute<Contract, String> SUPPLIER = Attribute.text("supplier", Contract::supplier);

    /** What it is about. */
    public static final Attribute<Contract, ContractKind> KIND_OF =
            Attribute.text("kind", Contract::kind, ContractKind::name);

    /** Where it stands. */
    public static final Attribute<Contract, ContractState> STATE =
            Attribute.text("state", Contract::state, ContractState::name);

    /** When it begins. */
    public static final Attribute<Contract, Instant> FROM =
            Attribute.<Contract>time("from", Contract::from).sorted();

    /** When it ends; absent when it has no end. */
    public static final Attribute<Contract, Instant> UNTIL = Attribute.time("until", Contract::until);

    /** The underpinning contract. */
    public static final Attribute<Contract, String> AGREEMENT = Attribute.text("agreement", Contract::agreement);

    /** When it has something due. */
    public static final Attribute<Contract, Instant> DUE_AT =
            Attribute.<Contract>time("dueAt", Contract::dueAt).sorted();

    /** How contracts are stored. */
    public static final RecordKind<Contract> KIND = RecordKind.of(
                    "contract", Contract.class, Contract::id, Contract::tenant)
            .with(ID, KIND_OF, STATE, FROM, UNTIL, DUE_AT)
            .unique(NUMBER)
            .lookup(SUPPLIER, AGREEMENT);

    /** How contracts are kept; what is due is the declaration's. */
    static final RecordType<Contract> TYPE = RecordType.named("contract", KIND, ID, Contract::stamped)
            .readBy(Role.AGENT, Role.MANAGER, Role.AUDITOR, PurchaseLifecycle.BUYER)
            .field(DetailField.plain("number", Contract::number))
            .field(DetailField.plain("supplier", Contract::supplier))
            .field(DetailField.plain("kind", Contract::kind))
            .field(DetailField.plain("title", Contract::title))
            .field(DetailField.plain("from", Contract::from))
            .field(DetailField.plain("until", Contract::until))
            .field(DetailField.plain("automatic", contract -> contract.renewal().automatic()))
            .field(DetailField.plain(
                    "termMonths", contract -> (long) contract.renewal().termMonths()))
            .field(DetailField.plain(
                    "noticeDays", contract -> (long) contract.renewal().noticeDays()))
            .field(DetailField.plain("price", contract -> text(contract.price())))
            .field(DetailField.plain("covers", contract -> lines(contract.covers())))
            .field(DetailField.plain("agreement", Contract::agreement))
            .field(DetailField.plain("documents", contract -> lines(contract.documents())))
            .field(DetailField.plain("state", Contract::state))
            .field(DetailField.plain("renews", Contract::renews))
            .field(DetailField.plain("renewedBy", Contract::renewedBy));

    /** Copies the collections. */
    public Contract {
        covers = List.copyOf(covers);
        documents = List.copyOf(documents);
        reminded = Set.copyOf(reminded);
    }

    private static @Nullable String text(@Nullable Money price) {
        return price == null ? null : price.toString();
    }

    private static @Nullable String lines(List<?> all) {
        return all.isEmpty()
                ? null
                : String.join("\n", all.stream().map(Object::toString).toList());
    }

    /** Whether it binds at an instant: it was signed, it has begun, and it is not over. */
    public boolean isInForce(Instant at) {
        return state == ContractState.ACTIVE && !from.isAfter(at) && (until == null || at.isBefore(until));
    }

    /** The last instant at which notice can be given; null when it has no end. */
    public @Nullable Instant noticeUntil() {
        return until == null
                ? null
                : until.atOffset(ZoneOffset.UTC).minusDays(renewal.noticeDays()).toInstant();
    }

    /** When the one that goes on from it ends, by its term; null when it has no end. */
    @Nullable Instant nextUntil() {
        return until == null
                ? null
                : until.atOffset(ZoneOffset.UTC)
                        .plusMonths(renewal.termMonths())
                        .toInstant();
    }

    private Contract stamped(long toVersion, ChainHead end) {
        return copy(renewal, state, reminded, renewedBy, dueAt, toVersion, end);
    }

    Contract in(ContractState next) {
        return copy(renewal, next, reminded, renewedBy, dueAt, version, chain);
    }

    Contract renewedBy(String next) {
        return copy(renewal, ContractState.RENEWED, reminded, next, dueAt, version, chain);
    }

    Contract stopped() {
        return copy(renewal.stopped(), state, reminded, renewedBy, dueAt, version, chain);
    }

    Contract reminded(Reminder of) {
        Set<Reminder> more = new HashSet<>(reminded);
        more.add(of);
        return copy(renewal, state, more, renewedBy, dueAt, version, chain);
    }

    Contract dueAt(Instant when) {
        return copy(renewal, state, reminded, renewedBy, when, version, chain);
    }

    private Contract copy(
            Renewal how,
            ContractState stands,
            Set<Reminder> of,
            @Nullable String next,
            Instant due,
            long toVersion,
            ChainHead end) {
        return new Contract(
                id, tenant, number, supplier, kind, title, from, until, how, price, covers, agreement, documents,
                stands, of, renews, next, due, toVersion, end);
    }

    /** The same with what a change never touches: of what it has reminded, and where it comes from. */
    Contract keeping(Contract before) {
        return new Contract(
                id,
                tenant,
                number,
                supplier,
                kind,
                title,
                from,
                until,
                renewal,
                price,
                covers,
                agreement,
                documents,
                state,
                before.reminded,
                before.renews,
                before.renewedBy,
                dueAt,
                version,
                chain);
    }

    /** The contract that goes on from it. */
    Contract successor(String nextId, String nextNumber, @Nullable Instant nextUntil, @Nullable Money nextPrice) {
        return new Contract(
                nextId,
                tenant,
                nextNumber,
                supplier,
                kind,
                title,
                java.util.Objects.requireNonNull(until),
                nextUntil,
                renewal,
                nextPrice,
                covers,
                agreement,
                documents,
                ContractState.ACTIVE,
                Set.of(),
                id,
                null,
                Due.NEVER,
                0,
                ChainHead.NONE);
    }
}
