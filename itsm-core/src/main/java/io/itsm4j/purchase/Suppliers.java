package io.itsm4j.purchase;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.TicketAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom something is bought from. Kept by buyers and managers. */
public final class Suppliers {

    /** The action of registering one. */
    public static final Action REGISTER = Action.of("register");

    /** The action of changing one. */
    public static final Action CHANGE = Action.of("change");

    /** The action of suspending one. */
    public static final Action SUSPEND = Action.of("suspend");

    /** The action of buying from a suspended or archived one again. */
    public static final Action RESUME = Action.of("resume");

    /** The action of archiving one. */
    public static final Action ARCHIVE = Action.of("archive");

    static final Set<Role> KEEPERS = Set.of(PurchaseLifecycle.BUYER, Role.MANAGER);

    private static final String NAMES = "supplier-names";

    private final Registry<Supplier> registry;
    private final Procurement procurement;

    /** The suppliers as an actor has them. */
    public Suppliers(Registry<Supplier> registry, Procurement procurement) {
        this.registry = registry;
        this.procurement = procurement;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Suppliers with(CommandOptions options) {
        return new Suppliers(registry.with(options), procurement);
    }

    /** A supplier that something may be wanted or ordered from, held until the transaction ends. */
    static Supplier active(Ledger ledger, String id) {
        Supplier supplier = ledger.get(Supplier.TYPE, id);
        if (supplier.status() != SupplierStatus.ACTIVE) {
            throw new RuleViolated("SUPPLIER_STATUS", Map.of("number", supplier.number(), "status", supplier.status()));
        }
        return supplier;
    }

    /**
     * Registers a supplier.
     *
     * @throws InvalidInput with {@code DUPLICATE_NAME} when another that is not archived has the name, letter case
     *     aside
     */
    public Supplier register(RegisterSupplier input) {
        return registry.add(REGISTER, KEEPERS, input, ledger -> {
            String name = free(ledger, input.name(), null);
            Supplier supplier = new Supplier(
                    ledger.newId(),
                    ledger.tenant(),
                    ledger.number("SUP", 7),
                    name,
                    SupplierStatus.ACTIVE,
                    input.categories(),
                    input.contacts(),
                    input.note(),
                    0,
                    ChainHead.NONE);
            return ledger.add(Supplier.TYPE, supplier, "SupplierRegistered", Map.of());
        });
    }

    /** The name, which nobody else has; names are given one after the other. */
    private static String free(Ledger ledger, @Nullable String given, @Nullable Supplier self) {
        String name = Objects.requireNonNull(given).strip();
        ledger.hold(NAMES);
        Criterion<Supplier> same = Supplier.TAKEN_NAME.is(Planning.folded(name));
        Criterion<Supplier> others =
                self == null ? same : same.and(Supplier.ID.is(self.id()).not());
        if (ledger.count(Supplier.KIND, others) > 0) {
            throw new InvalidInput("name", "DUPLICATE_NAME", Map.of("value", name));
        }
        return name;
    }

    /**
     * Changes name, categories, contacts and note.
     *
     * @throws InvalidInput with {@code DUPLICATE_NAME} when another that is not archived has the name, letter case
     *     aside
     * @throws RuleViolated with {@code SUPPLIER_STATUS} when it is archived
     */
    public Supplier change(String id, RegisterSupplier input) {
        return registry.change(id, CHANGE, KEEPERS, input, (ledger, supplier) -> {
            if (supplier.status() == SupplierStatus.ARCHIVED) {
                throw new RuleViolated(
                        "SUPPLIER_STATUS", Map.of("number", supplier.number(), "status", supplier.status()));
            }
            String name = free(ledger, input.name(), supplier);
            return ledger.change(Supplier.TYPE, supplier, supplier.being(name, input), "SupplierChanged", Map.of());
        });
    }

    /** Buys nothing new from it for now; what is under way goes on. */
    public Supplier suspend(String id, @Nullable String reason) {
        return move(id, SUSPEND, SupplierStatus.SUSPENDED, "SupplierSuspended", reason);
    }

    /**
     * Buys from it again.
     *
     * @throws InvalidInput with {@code DUPLICATE_NAME} when it was archived and another has its name by now
     */
    public Supplier resume(String id, @Nullable String reason) {
        return move(id, RESUME, SupplierStatus.ACTIVE, "SupplierResumed", reason);
    }

    /**
     * Ends it; nothing is deleted, and its name is free again.
     *
     * @throws InUse with {@code IN_USE} and the count while contracts are drafted or active, or purchases are open
     */
    public Supplier archive(String id, @Nullable String reason) {
        return move(id, ARCHIVE, SupplierStatus.ARCHIVED, "SupplierArchived", reason);
    }

    private Supplier move(String id, Action action, SupplierStatus to, String event, @Nullable String reason) {
        return registry.change(id, action, KEEPERS, Reason.of(reason), (ledger, supplier) -> {
            if (supplier.status() == to) {
                return supplier;
            }
            if (to == SupplierStatus.ARCHIVED) {
                refuseIfUsed(ledger, supplier);
            } else if (supplier.status() == SupplierStatus.ARCHIVED) {
                free(ledger, supplier.name(), supplier);
            }
            return ledger.change(
                    Supplier.TYPE,
                    supplier,
                    supplier.in(to),
                    event,
                    reason == null ? Map.of() : Map.of("reason", new io.itsm4j.journal.Personal(reason)));
        });
    }

    private void refuseIfUsed(Ledger ledger, Supplier supplier) {
        // a transaction that is older than this command may not see what was committed before the supplier was held
        long contracts =
                Math.max(contracts(ledger, supplier), ledger.committed(committed -> contracts(committed, supplier)));
        long purchases =
                Math.max(purchases(ledger, supplier), ledger.committed(committed -> purchases(committed, supplier)));
        if (contracts + purchases > 0) {
            throw new InUse(
                    "IN_USE",
                    Map.of(
                            "id",
                            supplier.number(),
                            "count",
                            contracts + purchases,
                            "by",
                            List.of("contracts: " + contracts, "purchases: " + purchases)));
        }
    }

    private static long contracts(Ledger ledger, Supplier supplier) {
        return ledger.count(
                Contract.KIND, Contract.SUPPLIER.is(supplier.id()).and(Contract.STATE.in(ContractState.LIVING)));
    }

    private long purchases(Ledger ledger, Supplier supplier) {
        return ledger.count(
                procurement.type().kind(),
                PurchaseType.SUPPLIER
                        .is(supplier.id())
                        .and(TicketAttributes.TYPE.is(procurement.type().name()))
                        .and(TicketAttributes.IS_OPEN.is(true)));
    }

    /** The supplier, when there is one that the actor may see. */
    public Optional<Supplier> find(String id) {
        return registry.find(id);
    }

    /**
     * The supplier.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public Supplier get(String id) {
        return registry.get(id);
    }

    /** The supplier of a human number. */
    public Optional<Supplier> findByNumber(String number) {
        return registry.page(PageRequest.of(Supplier.NUMBER.is(number)).ofSize(1)).items().stream()
                .findFirst();
    }

    /** A page of suppliers, by name unless the request says otherwise. */
    public Page<Supplier> page(PageRequest<Supplier> request) {
        return registry.page(request.sort().isEmpty() ? request.sortedBy(Sort.ascending(Supplier.NAME)) : request);
    }

    /** What happened to it, oldest first. */
    public Page<JournalEntry> history(String id, @Nullable String cursor) {
        return registry.history(id, cursor);
    }
}
