package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.input.Money;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Personal;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.AgreementKind;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with suppliers. Kept by buyers and managers. Reminders, expiry and automatic renewal are due work:
 * each happens once, in a transaction of its own, and is in the journal.
 */
public final class Contracts {

    /** The action of drafting one. */
    public static final Action DRAFT = Action.of("draft");

    /** The action of changing one. */
    public static final Action CHANGE = Action.of("change");

    /** The action of signing one. */
    public static final Action ACTIVATE = Action.of("activate");

    /** The action of saying that it does not go on. */
    public static final Action GIVE_NOTICE = Action.of("give-notice");

    /** The action of going on with it. */
    public static final Action RENEW = Action.of("renew");

    /** The action of ending it before its time. */
    public static final Action TERMINATE = Action.of("terminate");

    private final Registry<Contract> registry;
    private final ContractWriter writer;

    /** The contracts as an actor has them. */
    public Contracts(Registry<Contract> registry, Procurement procurement) {
        this(registry, procurement.writer());
    }

    private Contracts(Registry<Contract> registry, ContractWriter writer) {
        this.registry = registry;
        this.writer = writer;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Contracts with(CommandOptions options) {
        return new Contracts(registry.with(options), writer);
    }

    /**
     * Drafts a contract.
     *
     * @throws NotFound when there is no such supplier
     * @throws RuleViolated with {@code SUPPLIER_STATUS} when nothing is bought from the supplier
     * @throws InvalidInput with {@code RANGE_REVERSED}, with {@code UNKNOWN} or {@code CONTRACT_AGREEMENT} when the
     *     agreement is none or is no underpinning contract, with {@code REQUIRED} for the end of one that renews
     *     itself, with {@code PRICE_DIGITS} or {@code UNKNOWN} for the price
     */
    public Contract draft(DraftContract input) {
        return registry.add(DRAFT, Suppliers.KEEPERS, input, ledger -> {
            Suppliers.active(ledger, Objects.requireNonNull(input.supplier()));
            Contract drafted =
                    of(ledger, input, ledger.newId(), ledger.number("CON", 7), ContractState.DRAFT, 0, ChainHead.NONE);
            return writer.add(ledger, drafted, "ContractDrafted", Map.of());
        });
    }

    private static Contract of(
            Ledger ledger,
            DraftContract input,
            String id,
            String number,
            ContractState state,
            long version,
            ChainHead chain) {
        Instant from = Draft.storable("from", Objects.requireNonNull(input.from()));
        Instant given = input.until();
        Instant until = given == null ? null : Draft.storable("until", given);
        Renewal renewal = Objects.requireNonNull(input.renewal());
        if (until != null && !from.isBefore(until)) {
            throw new InvalidInput("until", "RANGE_REVERSED", Map.of("first", from, "last", until));
        }
        if (until == null && renewal.automatic()) {
            throw new InvalidInput("until", "REQUIRED", Map.of());
        }
        String agreement = input.agreement();
        if (agreement != null) {
            checkAgreement(ledger, agreement);
        }
        return new Contract(
                id,
                ledger.tenant(),
                number,
                Objects.requireNonNull(input.supplier()),
                Objects.requireNonNull(input.kind()),
                Objects.requireNonNull(input.title()),
                from,
                until,
                renewal,
                price(input.price(), input.currency()),
                input.covers().stream().distinct().toList(),
                agreement,
                input.documents().stream().distinct().toList(),
                state,
                Set.of(),
                null,
                null,
                Due.NEVER,
                version,
                chain);
    }

    private static void checkAgreement(Ledger ledger, String key) {
        Agreement agreement = ServiceLevels.agreement(ledger, key)
                .orElseThrow(() -> new InvalidInput("agreement", "UNKNOWN", Map.of("value", key)));
        if (agreement.kind() != AgreementKind.UC) {
            throw new InvalidInput("agreement", "CONTRACT_AGREEMENT", Map.of("value", key));
        }
    }

    private static @Nullable Money price(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? null : Planning.price("price", amount, currency == null ? "" : currency);
    }

    /**
     * Changes a contract. While it is drafted everything but its supplier can be changed, afterwards title, price, what
     * it covers, its agreement and its papers.
     *
     * @throws RuleViolated with {@code CONTRACT_STATE} when it has ended, with {@code CONTRACT_SIGNED} when it was
     *     signed and something else would change
     * @throws InvalidInput as {@link #draft} does
     */
    public Contract change(String id, DraftContract input) {
        return registry.change(id, CHANGE, Suppliers.KEEPERS, input, (ledger, before) -> {
            require(before, ContractState.DRAFT, ContractState.ACTIVE);
            Contract wanted =
                    of(ledger, input, before.id(), before.number(), before.state(), before.version(), before.chain());
            boolean signed = before.state() == ContractState.ACTIVE;
            boolean same = wanted.kind() == before.kind()
                    && wanted.from().equals(before.from())
                    && Objects.equals(wanted.until(), before.until())
                    && wanted.renewal().equals(before.renewal());
            if (!wanted.supplier().equals(before.supplier()) || signed && !same) {
                throw new RuleViolated("CONTRACT_SIGNED", Map.of("number", before.number()));
            }
            return writer.change(ledger, before, wanted.keeping(before), "ContractChanged", Map.of());
        });
    }

    /**
     * Says that it was signed; it is in force as long as its validity says.
     *
     * @throws RuleViolated with {@code CONTRACT_STATE} unless it is drafted, with {@code SUPPLIER_STATUS} when nothing
     *     is bought from the supplier
     */
    public Contract activate(String id) {
        return registry.change(id, ACTIVATE, Suppliers.KEEPERS, Reason.NONE, (ledger, contract) -> {
            require(contract, ContractState.DRAFT);
            Suppliers.active(ledger, contract.supplier());
            return writer.change(ledger, contract, contract.in(ContractState.ACTIVE), "ContractActivated", Map.of());
        });
    }

    /**
     * Says that it does not go on by itself; it expires at its end.
     *
     * @throws RuleViolated with {@code CONTRACT_STATE} unless it is active, with {@code CONTRACT_NOTICE} when it does
     *     not go on by itself or it is too late
     */
    public Contract giveNotice(String id, @Nullable String reason) {
        return registry.change(id, GIVE_NOTICE, Suppliers.KEEPERS, Reason.of(reason), (ledger, contract) -> {
            require(contract, ContractState.ACTIVE);
            Instant last = contract.noticeUntil();
            if (!contract.renewal().automatic() || last == null || ledger.now().isAfter(last)) {
                throw new RuleViolated(
                        "CONTRACT_NOTICE", Map.of("number", contract.number(), "until", String.valueOf(last)));
            }
            return writer.change(ledger, contract, contract.stopped(), "ContractNoticeGiven", because(reason));
        });
    }

    /**
     * Goes on with it: another contract begins when it ends, and it counts as renewed from now on. One that has expired
     * can be renewed too.
     *
     * @return the contract that goes on from it
     * @throws RuleViolated with {@code CONTRACT_STATE} unless it is active or expired, with {@code CONTRACT_ENDLESS}
     *     when it has no end, with {@code SUPPLIER_STATUS} when nothing is bought from the supplier
     * @throws InvalidInput with {@code RANGE_REVERSED}, {@code PRICE_DIGITS} or {@code UNKNOWN}
     */
    public Contract renew(String id, RenewContract input) {
        record Command(String contract, RenewContract how) {}
        return registry.add(RENEW, Suppliers.KEEPERS, new Command(id, input), ledger -> {
            ledger.check(input);
            Contract contract = ledger.get(writer.type(), id);
            require(contract, ContractState.ACTIVE, ContractState.EXPIRED);
            Suppliers.active(ledger, contract.supplier());
            Instant from = contract.until();
            if (from == null) {
                throw new RuleViolated("CONTRACT_ENDLESS", Map.of("number", contract.number()));
            }
            Instant given = input.until();
            Instant until = given == null ? contract.nextUntil() : Draft.storable("until", given);
            if (until != null && !from.isBefore(until)) {
                throw new InvalidInput("until", "RANGE_REVERSED", Map.of("first", from, "last", until));
            }
            Money price = price(input.price(), input.currency());
            return writer.renew(ledger, contract, until, price == null ? contract.price() : price);
        });
    }

    /**
     * Ends it now, or gives a draft up.
     *
     * @throws RuleViolated with {@code CONTRACT_STATE} when it has ended already
     */
    public Contract terminate(String id, @Nullable String reason) {
        return registry.change(id, TERMINATE, Suppliers.KEEPERS, Reason.of(reason), (ledger, contract) -> {
            require(contract, ContractState.DRAFT, ContractState.ACTIVE);
            return writer.change(
                    ledger, contract, contract.in(ContractState.TERMINATED), "ContractTerminated", because(reason));
        });
    }

    private static Map<String, ?> because(@Nullable String reason) {
        return reason == null ? Map.of() : Map.of("reason", new Personal(reason));
    }

    private static void require(Contract contract, ContractState... allowed) {
        if (!List.of(allowed).contains(contract.state())) {
            throw new RuleViolated(
                    "CONTRACT_STATE",
                    Map.of("number", contract.number(), "state", contract.state(), "allowed", List.of(allowed)));
        }
    }

    // --- looking --------------------------------------------------------------------------------------------

    /** The contract, when there is one that the actor may see. */
    public Optional<Contract> find(String id) {
        return registry.find(id);
    }

    /**
     * The contract.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public Contract get(String id) {
        return registry.get(id);
    }

    /** The contract of a human number. */
    public Optional<Contract> findByNumber(String number) {
        return registry.page(PageRequest.of(Contract.NUMBER.is(number)).ofSize(1)).items().stream()
                .findFirst();
    }

    /** A page of contracts, by their beginning unless the request says otherwise. */
    public Page<Contract> page(PageRequest<Contract> request) {
        return registry.page(request.sort().isEmpty() ? request.sortedBy(Sort.ascending(Contract.FROM)) : request);
    }

    /** The contracts that cover something, those that have ended among them; by their beginning. */
    public List<Contract> covering(Covered what) {
        return registry.read(ledger -> {
            List<String> ids = ledger
                    .list(Query.of(
                            ContractCover.KIND,
                            ledger.tenant(),
                            ContractCover.REFERENCE.is(what.reference()).and(ContractCover.KIND_OF.is(what.kind()))))
                    .stream()
                    .map(ContractCover::contract)
                    .toList();
            return ledger.list(
                    Query.of(Contract.KIND, ledger.tenant(), Contract.ID.in(ids).and(ledger.visible(writer.type())))
                            .sortedBy(Sort.ascending(Contract.FROM)));
        });
    }

    /** What its supplier promises by the underpinning contract, as it is defined now; none when it names none. */
    public List<Target> targets(String id) {
        String key = get(id).agreement();
        return key == null
                ? List.of()
                : registry.read(ledger -> ServiceLevels.agreement(ledger, key)
                        .map(Agreement::targets)
                        .orElse(List.of()));
    }

    /** What happened to it, oldest first. */
    public Page<JournalEntry> history(String id, @Nullable String cursor) {
        return registry.history(id, cursor);
    }
}
