package io.itsm4j.jpa;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.input.Money;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.purchase.Clearance;
import io.itsm4j.purchase.Contract;
import io.itsm4j.purchase.ContractCover;
import io.itsm4j.purchase.ContractKind;
import io.itsm4j.purchase.ContractState;
import io.itsm4j.purchase.Covered;
import io.itsm4j.purchase.Procurement;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.PurchaseOrder;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Receipt;
import io.itsm4j.purchase.Renewal;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.SupplierStatus;
import io.itsm4j.purchase.Wanted;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What suppliers, contracts and purchases ask the store. */
final class PurchaseQuestions {

    static final String TABLES = ", itsm_purchase, itsm_receipt, itsm_supplier, itsm_contract, itsm_contract_cover";

    private static final Procurement PROCUREMENT =
            new Procurement(PurchasePolicy.STANDARD, PurchasePorts.NONE, type -> type);
    private static final String ID = Tickets.id();
    private static final Instant NOON = Tickets.NOON;

    private PurchaseQuestions() {}

    static void into(Map<String, Consumer<UnitOfWork>> all, TenantId tenant) {
        Criterion<TicketRecord> purchases = TicketAttributes.TYPE.is("purchase");
        RecordKind<TicketRecord> kind = PROCUREMENT.type().kind();
        all.put(
                "open purchases from a supplier",
                work -> work.count(
                        kind, tenant, Purchases.SUPPLIER.is(ID).and(purchases).and(TicketAttributes.IS_OPEN.is(true))));
        list(
                all,
                kind,
                tenant,
                "purchases under a contract",
                Purchases.CONTRACT.is(ID).and(purchases));
        list(
                all,
                kind,
                tenant,
                "purchases of a cost centre",
                Purchases.COST_CENTRE.is("c7").and(purchases));
        list(
                all,
                kind,
                tenant,
                "purchases of a proposal",
                Purchases.PROPOSAL.is(ID).and(purchases));
        list(
                all,
                kind,
                tenant,
                "purchases by reference",
                Purchases.REFERENCE.is("r7").and(purchases));
        list(
                all,
                kind,
                tenant,
                "purchases overdue",
                Purchases.EXPECTED_AT.atMost(NOON.plusSeconds(5)).and(purchases));
        ask(
                all,
                Receipt.KIND,
                tenant,
                "receipts of a purchase",
                Receipt.PURCHASE.is(TicketId.of(ID)),
                Sort.ascending(Receipt.AT));
        list(
                all,
                Receipt.KIND,
                tenant,
                "receipts in batches",
                Receipt.PURCHASE.is(TicketId.of(ID)).and(Receipt.ID.after("")));
        list(
                all,
                Receipt.KIND,
                tenant,
                "what was taken back of a receipt",
                Receipt.PURCHASE.is(TicketId.of(ID)).and(Receipt.REVERSES.is("a")));
        ask(all, Supplier.KIND, tenant, "suppliers by name", Criterion.all(), Sort.ascending(Supplier.NAME));
        list(all, Supplier.KIND, tenant, "who has a name", Supplier.TAKEN_NAME.is("n7"));
        list(all, Supplier.KIND, tenant, "supplier by number", Supplier.NUMBER.is("SUP7"));
        list(all, Supplier.KIND, tenant, "suspended suppliers", Supplier.STATUS.is(SupplierStatus.SUSPENDED));
        list(all, Contract.KIND, tenant, "contract by number", Contract.NUMBER.is("CON7"));
        all.put(
                "living contracts of a supplier",
                work -> work.count(
                        Contract.KIND,
                        tenant,
                        Contract.SUPPLIER
                                .is(ID)
                                .and(Contract.STATE.in(Set.of(ContractState.DRAFT, ContractState.ACTIVE)))));
        ask(all, Contract.KIND, tenant, "contracts by beginning", Criterion.all(), Sort.ascending(Contract.FROM));
        list(all, Contract.KIND, tenant, "contracts that end", Contract.UNTIL.atMost(NOON.plusSeconds(65)));
        list(all, Contract.KIND, tenant, "contracts of an agreement", Contract.AGREEMENT.is("a7"));
        ask(
                all,
                Contract.KIND,
                tenant,
                "contracts of a state",
                Contract.STATE.is(ContractState.DRAFT),
                Sort.ascending(Contract.FROM));
        all.put(
                "contracts due",
                work -> work.list(Query.of(Contract.KIND, null, Contract.DUE_AT.atMost(NOON))
                        .sortedBy(Sort.ascending(Contract.DUE_AT))
                        .limitedTo(100)));
        list(all, ContractCover.KIND, tenant, "what a contract covers", ContractCover.CONTRACT.is(ID));
        list(
                all,
                ContractCover.KIND,
                tenant,
                "what covers a thing",
                ContractCover.REFERENCE.is("x7").and(ContractCover.KIND_OF.is(Covered.Kind.CI)));
    }

    private static <R> void ask(
            Map<String, Consumer<UnitOfWork>> all,
            RecordKind<R> kind,
            TenantId tenant,
            String name,
            Criterion<R> what,
            Sort<R> order) {
        all.put(
                name,
                work -> work.list(Query.of(kind, tenant, what).sortedBy(order).limitedTo(50)));
    }

    private static <R> void list(
            Map<String, Consumer<UnitOfWork>> all,
            RecordKind<R> kind,
            TenantId tenant,
            String name,
            Criterion<R> what) {
        all.put(name, work -> work.list(Query.of(kind, tenant, what).limitedTo(50)));
    }

    static void fill(UnitOfWork work, TenantId tenant, int i) {
        String id = Tickets.id();
        Instant at = NOON.plusSeconds(i);
        PersonId person = new PersonId("p" + i % 50);
        Purchase purchase = new Purchase(
                new Wanted(List.of(), "c" + i % 40, null, null, null, null, Tickets.id()),
                Clearance.NONE,
                new PurchaseOrder(Tickets.id(), Tickets.id(), "r" + i, at, person, at, 0),
                List.of());
        work.insert(TicketAttributes.KIND, Tickets.ticket(tenant, 10_000 + i, "p" + i, "purchase", purchase));
        work.insert(
                Receipt.KIND,
                new Receipt(
                        id,
                        tenant,
                        TicketId.of(Tickets.id()),
                        1,
                        Receipt.Kind.RECEIVED,
                        1,
                        null,
                        0,
                        null,
                        null,
                        List.of(),
                        person,
                        at));
        work.insert(
                Supplier.KIND,
                new Supplier(
                        id,
                        tenant,
                        "SUP" + i,
                        "n" + i,
                        i % 40 == 0 ? SupplierStatus.SUSPENDED : SupplierStatus.ACTIVE,
                        Set.of(),
                        List.of(),
                        null,
                        1,
                        ChainHead.NONE));
        work.insert(
                Contract.KIND,
                new Contract(
                        id,
                        tenant,
                        "CON" + i,
                        Tickets.id(),
                        ContractKind.LEASE,
                        "t",
                        at,
                        at.plusSeconds(60),
                        Renewal.MANUAL,
                        Money.of(1, "EUR"),
                        List.of(),
                        "a" + i % 40,
                        List.of(),
                        i % 40 == 0 ? ContractState.DRAFT : ContractState.ACTIVE,
                        Set.of(),
                        null,
                        null,
                        at,
                        1,
                        ChainHead.NONE));
        work.insert(ContractCover.KIND, new ContractCover(id, tenant, Tickets.id(), Covered.Kind.CI, "x" + i % 100));
    }
}
