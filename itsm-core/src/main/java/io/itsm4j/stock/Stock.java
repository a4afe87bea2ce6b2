package io.itsm4j.stock;

import static io.itsm4j.stock.StockWriter.none;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.stock.StockWriter.Cause;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one actor can do with parts and stock. Each verb is one command; what it does on a ticket's timeline and to
 * proposals belongs to it. Nothing is ever below zero, and no more is set aside than there is, whoever comes at the
 * same time.
 *
 * <p>Every verb throws {@link io.itsm4j.NotFound} when a part, a store or a ticket is not there or not to be seen by
 * the actor, {@link NotPermitted} without a role that may, and {@link InvalidInput} when the input is not right.
 */
public final class Stock {

    private static final Set<Role> KEEPERS = Set.of(Role.MANAGER, StockDeclaration.STOREKEEPER);
    private static final Set<Role> USERS = Set.of(Role.AGENT, Role.MANAGER, StockDeclaration.STOREKEEPER);
    private static final String PREFIX = "PRT";
    private static final int DIGITS = 7;

    private final StockDeclaration declared;
    private final Registry<Part> parts;
    private final Registry<StoreRoom> stores;
    private final Registry<StockItem> items;
    private final Registry<Reservation> reservations;
    private final Registry<PurchaseProposal> proposals;

    /** The stock as an actor has it. */
    public Stock(Engine engine, StockDeclaration declared, Acting acting) {
        this(
                declared,
                new Registry<>(engine, declared.parts(), acting),
                new Registry<>(engine, declared.stores(), acting),
                new Registry<>(engine, declared.items(), acting),
                new Registry<>(engine, declared.reservations(), acting),
                new Registry<>(engine, declared.proposals(), acting));
    }

    private Stock(
            StockDeclaration declared,
            Registry<Part> parts,
            Registry<StoreRoom> stores,
            Registry<StockItem> items,
            Registry<Reservation> reservations,
            Registry<PurchaseProposal> proposals) {
        this.declared = declared;
        this.parts = parts;
        this.stores = stores;
        this.items = items;
        this.reservations = reservations;
        this.proposals = proposals;
    }

    /** The same with an idempotency key; an expected version counts for verbs that name one record by its id. */
    public Stock with(CommandOptions options) {
        return new Stock(
                declared,
                parts.with(options),
                stores.with(options),
                items.with(options),
                reservations.with(options),
                proposals.with(options));
    }

    private StockWriter writer(Ledger ledger) {
        return new StockWriter(declared, ledger);
    }

    // --- parts and stores -----------------------------------------------------------------------------------

    /**
     * Defines a part.
     *
     * @throws RuleViolated with {@code STOCK_CODE_TAKEN} when another part has the code
     */
    public Part definePart(DefinePart input) {
        return parts.add(Action.of("define-part"), KEEPERS, input, ledger -> {
            claim(ledger, input.code(), "");
            Part part = new Part(
                    ledger.newId(),
                    ledger.tenant(),
                    0,
                    ledger.number(PREFIX, DIGITS),
                    Objects.requireNonNull(input.name()),
                    none(input.code()),
                    Objects.requireNonNull(input.unit()),
                    none(input.model()),
                    none(input.manufacturer()),
                    true,
                    ChainHead.NONE);
            return ledger.add(declared.parts(), part, "PartDefined", Map.of("number", part.number()));
        });
    }

    /**
     * Describes a part anew.
     *
     * @throws RuleViolated with {@code STOCK_CODE_TAKEN} when another part has the code
     */
    public Part redefinePart(String id, DefinePart input) {
        return parts.change(id, Action.of("define-part"), KEEPERS, input, (ledger, part) -> {
            claim(ledger, input.code(), id);
            Part next = part.described(
                    Objects.requireNonNull(input.name()),
                    none(input.code()),
                    Objects.requireNonNull(input.unit()),
                    none(input.model()),
                    none(input.manufacturer()));
            return ledger.change(declared.parts(), part, next, "PartRedefined", Map.of());
        });
    }

    private void claim(Ledger ledger, @Nullable String code, String self) {
        String given = none(code);
        if (given != null) {
            check(
                    ledger,
                    Part.KIND,
                    Part.CODE_KEY.is(TicketAttributes.fold(given.strip())),
                    part -> !part.id().equals(self),
                    part -> new RuleViolated("STOCK_CODE_TAKEN", Map.of("value", given, "number", part.number())));
        }
    }

    private static <R> void check(
            Ledger ledger,
            RecordKind<R> kind,
            Criterion<R> criterion,
            java.util.function.Predicate<R> isOther,
            Function<R, RuntimeException> refusal) {
        ledger.list(Query.of(kind, ledger.tenant(), criterion).limitedTo(1)).stream()
                .filter(isOther)
                .findFirst()
                .ifPresent(other -> {
                    throw refusal.apply(other);
                });
    }

    /**
     * Ends that a part is stocked; its movements stay. What was proposed to be bought of it no longer is.
     *
     * @throws InUse with {@code STOCK_PART_IN_USE} and in how many stores some lie or are to come
     */
    public Part retirePart(String id) {
        return parts.change(id, Action.of("retire-part"), KEEPERS, Reason.NONE, (ledger, part) -> {
            checkEmpty(ledger, StockItem.PART.is(id), "STOCK_PART_IN_USE", part.number());
            Part retired = ledger.change(declared.parts(), part, part.active(false), "PartRetired", Map.of());
            writer(ledger).propose(StockItem.PART.is(id));
            return retired;
        });
    }

    private void checkEmpty(Ledger ledger, Criterion<StockItem> which, String code, String name) {
        int left = ledger.held(declared.items(), which.and(StockItem.EMPTY.is(false)))
                .size();
        if (left > 0) {
            throw new InUse(code, Map.of("name", name, "count", left));
        }
    }

    /** Stocks a retired part again. What is missing of it in open stores is proposed at once. */
    public Part reinstatePart(String id) {
        return parts.change(id, Action.of("reinstate-part"), KEEPERS, Reason.NONE, (ledger, part) -> {
            Criterion<StockItem> its = StockItem.PART.is(id);
            low(ledger, its, StockItem::store).forEach(store -> ledger.find(declared.stores(), store));
            Part stocked = ledger.change(declared.parts(), part, part.active(true), "PartReinstated", Map.of());
            writer(ledger).propose(its);
            return stocked;
        });
    }

    /** Of what runs low, the ids of the parts or the stores, in their order. */
    private Set<String> low(Ledger ledger, Criterion<StockItem> which, Function<StockItem, String> of) {
        return ledger.list(declared.items(), which.and(StockItem.LOW.is(true))).stream()
                .map(of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Opens a store.
     *
     * @throws RuleViolated with {@code STOCK_STORE_TAKEN} when another store has the name
     */
    public StoreRoom openStore(DefineStore input) {
        return stores.add(Action.of("open-store"), KEEPERS, input, ledger -> {
            String name = named(ledger, input, "");
            StoreRoom store = new StoreRoom(
                    ledger.newId(),
                    ledger.tenant(),
                    0,
                    name,
                    none(input.location()),
                    person(input.keeper()),
                    true,
                    ChainHead.NONE);
            return ledger.add(declared.stores(), store, "StoreOpened", Map.of());
        });
    }

    private static @Nullable PersonId person(@Nullable String id) {
        String given = none(id);
        return given == null ? null : new PersonId(given);
    }

    private static String named(Ledger ledger, DefineStore input, String self) {
        String name = Objects.requireNonNull(input.name());
        check(
                ledger,
                StoreRoom.KIND,
                StoreRoom.NAME_KEY.is(TicketAttributes.fold(name.strip())),
                store -> !store.id().equals(self),
                store -> new RuleViolated("STOCK_STORE_TAKEN", Map.of("name", store.name())));
        return name;
    }

    /**
     * Describes a store anew.
     *
     * @throws RuleViolated with {@code STOCK_STORE_TAKEN} when another store has the name
     */
    public StoreRoom redefineStore(String id, DefineStore input) {
        return stores.change(id, Action.of("define-store"), KEEPERS, input, (ledger, store) -> {
            StoreRoom next = store.described(named(ledger, input, id), none(input.location()), person(input.keeper()));
            return ledger.change(declared.stores(), store, next, "StoreRedefined", Map.of());
        });
    }

    /**
     * Closes a store. What was proposed to be bought for it no longer is.
     *
     * @throws InUse with {@code STOCK_STORE_IN_USE} and of how many parts some lie there or are to come
     */
    public StoreRoom closeStore(String id) {
        return stores.change(id, Action.of("close-store"), KEEPERS, Reason.NONE, (ledger, store) -> {
            checkEmpty(ledger, StockItem.STORE.is(id), "STOCK_STORE_IN_USE", store.name());
            StoreRoom closed = ledger.change(declared.stores(), store, store.open(false), "StoreClosed", Map.of());
            writer(ledger).propose(StockItem.STORE.is(id));
            return closed;
        });
    }

    /** Opens a closed store again. What is missing there of parts that are still stocked is proposed at once. */
    public StoreRoom reopenStore(String id) {
        Criterion<StockItem> its = StockItem.STORE.is(id);
        return stores.change(
                id,
                Action.of("reopen-store"),
                KEEPERS,
                Reason.NONE,
                ledger -> low(ledger, its, StockItem::part).forEach(part -> ledger.find(declared.parts(), part)),
                (ledger, store) -> {
                    StoreRoom open =
                            ledger.change(declared.stores(), store, store.open(true), "StoreReopened", Map.of());
                    writer(ledger).propose(its);
                    return open;
                });
    }

    // --- movements ------------------------------------------------------------------------------------------

    /** The item that a command on a part in a store has left. */
    private StockItem left(Ledger ledger, String id) {
        return ledger.get(declared.items(), id);
    }

    /**
     * Says how much of a part should lie in a store. What is missing now is proposed at once.
     *
     * @throws InvalidInput with {@code STOCK_LEVELS} unless {@code min ≤ target} and {@code target ≤ max} where there
     *     is a limit
     */
    public StockItem setLevels(SetLevels input) {
        return items.add(Action.of("set-levels"), KEEPERS, input, ledger -> {
            if (input.min() > input.target() || input.max() > 0 && input.target() > input.max()) {
                throw new InvalidInput(
                        "target",
                        "STOCK_LEVELS",
                        Map.of("min", input.min(), "target", input.target(), "max", input.max()));
            }
            StockWriter writer = writer(ledger);
            StockItem item = writer.opened(id(input.part()), id(input.store()));
            return writer.change(item, item.levels(input.min(), input.max(), input.target()), "LevelsSet", Map.of());
        });
    }

    private static String id(@Nullable String given) {
        return Objects.requireNonNull(given);
    }

    /**
     * Receives parts that no purchase brings.
     *
     * @throws InvalidInput also with {@code STOCK_BY_RECEIPT} when a purchase or a receipt is named: what a purchase
     *     brings is received there, so that it counts
     * @throws RuleViolated with {@code STOCK_PART_RETIRED} or {@code STOCK_STORE_CLOSED}, with {@code STOCK_FULL} when
     *     more would lie there than can be counted
     */
    public StockItem receive(PartDelivery input) {
        return items.add(Action.of("receive-parts"), KEEPERS, input, ledger -> {
            checkUnbought(input);
            declared.intake().receive(ledger, input);
            return left(ledger, StockItem.idOf(id(input.part()), id(input.store())));
        });
    }

    private static void checkUnbought(PartDelivery input) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        if (none(input.purchase()) != null) {
            faults.add(new InvalidInput.Fault("purchase", "STOCK_BY_RECEIPT"));
        }
        if (none(input.receipt()) != null) {
            faults.add(new InvalidInput.Fault("receipt", "STOCK_BY_RECEIPT"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * Issues parts to a ticket, or to one of its tasks, and tells so on its timeline. What is set aside for the ticket
     * is taken first.
     *
     * @throws RuleViolated with {@code STOCK_SHORT} when fewer are available, with {@code STOCK_TICKET_ENDED} when the
     *     ticket has ended
     * @throws InvalidInput also with {@code UNKNOWN} when the task is none of the ticket's
     */
    public StockItem issue(IssueParts input) {
        return items.add(Action.of("issue-parts"), USERS, input, ledger -> {
            Telling telling = new Telling(declared, ledger);
            TicketId ticket = telling.hold(id(input.ticket()), false);
            telling.checkTask(ticket, none(input.task()));
            StockItem item = issued(ledger, ticket, input);
            telling.tell(ticket, "PartsIssued", item, input.quantity());
            return left(ledger, item.id());
        });
    }

    /**
     * Issues parts within a verb on their ticket, whose own journal entry then tells of it: all of it happens, or
     * nothing.
     *
     * @param draft the ticket's draft; the ticket that the input names does not count
     * @return the item as it was before
     * @throws RuleViolated with {@code STOCK_SHORT} when fewer are available
     */
    public StockItem issue(Draft<?> draft, IssueParts input) {
        Ledger ledger = draft.ledger();
        if (USERS.stream().noneMatch(ledger.actor()::is)) {
            throw new NotPermitted(
                    "NOT_PERMITTED",
                    Map.of("actor", ledger.actor().id(), "permission", "stock-item:issue-parts", "roles", USERS));
        }
        IssueParts forIt = new IssueParts(
                input.part(), input.store(), input.quantity(), draft.id().value(), input.task(), input.note());
        ledger.check(forIt);
        Telling telling = new Telling(declared, ledger);
        telling.checkTask(draft.id(), none(input.task()));
        StockItem item = issued(ledger, draft.id(), forIt);
        telling.note(draft, item, input.quantity());
        return item;
    }

    private StockItem issued(Ledger ledger, TicketId ticket, IssueParts input) {
        StockWriter writer = writer(ledger);
        StockItem item = writer.existing(id(input.part()), id(input.store()), input.quantity());
        long used = new Reserving(declared, ledger).use(item, ticket, input.quantity());
        Cause cause = Cause.of(Movement.Kind.ISSUE, input.note()).ticket(ticket, input.task());
        writer.move(item, -input.quantity(), -used, 0, cause);
        return item;
    }

    /**
     * Takes parts back from a ticket, an ended one too, at most as many as it was issued, into the store that they came
     * from. Parts that are no longer stocked come back too; they are not bought again.
     *
     * @throws RuleViolated with {@code STOCK_RETURN} when the ticket, or its task, has fewer, with
     *     {@code STOCK_STORE_CLOSED}
     */
    public StockItem giveBack(ReturnParts input) {
        return items.add(Action.of("return-parts"), USERS, input, ledger -> {
            Telling telling = new Telling(declared, ledger);
            TicketId ticket = telling.hold(id(input.ticket()), true);
            telling.checkTask(ticket, none(input.task()));
            StockWriter writer = writer(ledger);
            Optional<StockItem> there = writer.known(id(input.part()), id(input.store()));
            Part part = writer.part(id(input.part()));
            StockItem item = there.orElseThrow(() -> tooMany(part, input, 0));
            long has = issuedTo(ledger, item.id(), ticket, none(input.task()));
            if (input.quantity() > has) {
                throw tooMany(part, input, has);
            }
            Cause cause = Cause.of(Movement.Kind.RETURN, input.note()).ticket(ticket, input.task());
            writer.move(item, input.quantity(), 0, 0, cause);
            telling.tell(ticket, "PartsReturned", item, input.quantity());
            return left(ledger, item.id());
        });
    }

    private static RuleViolated tooMany(Part part, ReturnParts input, long has) {
        return new RuleViolated(
                "STOCK_RETURN", Map.of("number", part.number(), "wanted", input.quantity(), "issued", has));
    }

    /** How many of an item a ticket has, or one of its tasks; the newest there is, since the item is held. */
    private static long issuedTo(Ledger ledger, String item, TicketId ticket, @Nullable String task) {
        List<Movement> movements = ledger.list(Query.of(
                        Movement.KIND,
                        ledger.tenant(),
                        Movement.TICKET
                                .is(ticket)
                                .and(Movement.ITEM.is(item))
                                .and(Movement.KIND_OF.in(Set.of(Movement.Kind.ISSUE, Movement.Kind.RETURN))))
                .locked(io.itsm4j.storage.Lock.WRITE));
        long ofTicket = sum(movements, movement -> true);
        return task == null ? ofTicket : Math.min(ofTicket, sum(movements, movement -> task.equals(movement.task())));
    }

    private static long sum(List<Movement> movements, java.util.function.Predicate<Movement> which) {
        return movements.stream()
                .filter(which)
                .mapToLong(movement -> -movement.onHand())
                .sum();
    }

    /**
     * Sets the record right by what was counted, also of parts that are no longer stocked but came back. Where fewer
     * lie there than are set aside, what was set aside last is given up.
     *
     * @throws InvalidInput also with {@code REQUIRED} when there is a difference and no reason
     */
    public StockItem count(CountStock input) {
        return items.add(Action.of("count-stock"), KEEPERS, input, ledger -> {
            StockWriter writer = writer(ledger);
            StockItem item = writer.known(id(input.part()), id(input.store()))
                    .orElseGet(() -> writer.opened(id(input.part()), id(input.store())));
            long difference = input.counted() - item.onHand();
            if (difference != 0 && none(input.reason()) == null) {
                throw new InvalidInput("reason", "REQUIRED", Map.of());
            }
            long missing = Math.max(0, item.reserved() - input.counted());
            long cut = missing == 0 ? 0 : new Reserving(declared, ledger).cut(item, missing);
            writer.move(item, difference, -cut, 0, Cause.of(Movement.Kind.COUNT, input.reason()));
            return left(ledger, item.id());
        });
    }

    /**
     * Moves parts from one store to another.
     *
     * @return the item that they left
     * @throws RuleViolated with {@code STOCK_SHORT} when fewer are available, with {@code STOCK_PART_RETIRED} or
     *     {@code STOCK_STORE_CLOSED}
     * @throws InvalidInput also with {@code STOCK_SAME_STORE} when both stores are one
     */
    public StockItem transfer(TransferParts input) {
        return items.add(Action.of("transfer-parts"), KEEPERS, input, ledger -> {
            String part = id(input.part());
            if (id(input.from()).equals(id(input.to()))) {
                throw new InvalidInput("to", "STOCK_SAME_STORE", Map.of());
            }
            StockWriter writer = writer(ledger);
            ledger.get(declared.parts(), part);
            ledger.get(declared.stores(), id(input.to()));
            hold(ledger, part, id(input.from()), id(input.to()));
            StockItem to = writer.opened(part, id(input.to()));
            StockItem from = writer.existing(part, id(input.from()), input.quantity());
            Cause out = Cause.of(Movement.Kind.TRANSFER_OUT, input.note()).other(to.id());
            writer.move(from, -input.quantity(), 0, 0, out);
            Cause in = Cause.of(Movement.Kind.TRANSFER_IN, input.note()).other(from.id());
            writer.move(left(ledger, to.id()), input.quantity(), 0, 0, in);
            return left(ledger, from.id());
        });
    }

    /** Holds the items of a part in the order of their ids. */
    private void hold(Ledger ledger, String part, String... rooms) {
        for (String room : List.of(rooms)) {
            writer(ledger).store(room);
        }
        new TreeSet<>(List.of(rooms).stream()
                        .map(room -> StockItem.idOf(part, room))
                        .toList())
                .forEach(item -> ledger.find(declared.items(), item));
    }

    // --- reservations and proposals -------------------------------------------------------------------------

    /**
     * Sets parts aside for a ticket until an instant, and tells so on its timeline.
     *
     * @throws RuleViolated with {@code STOCK_SHORT} when fewer are available, with {@code STOCK_TICKET_ENDED} when the
     *     ticket has ended
     * @throws InvalidInput also with {@code OUT_OF_RANGE} when the end does not lie ahead
     */
    public Reservation reserve(ReserveParts input) {
        return reservations.add(Action.of("reserve-parts"), USERS, input, ledger -> {
            Telling telling = new Telling(declared, ledger);
            TicketId ticket = telling.hold(id(input.ticket()), false);
            StockWriter writer = writer(ledger);
            StockItem item = writer.existing(id(input.part()), id(input.store()), input.quantity());
            Instant until = until(ledger, input.until());
            Reservation reservation = new Reservation(
                    ledger.newId(),
                    ledger.tenant(),
                    0,
                    item.id(),
                    ticket,
                    input.quantity(),
                    input.quantity(),
                    Reservation.State.OPEN,
                    ledger.actor().id(),
                    ledger.now(),
                    until,
                    until,
                    ChainHead.NONE);
            Cause cause = Cause.of(Movement.Kind.RESERVATION, null)
                    .ticket(ticket, null)
                    .reservation(reservation.id());
            writer.move(item, 0, input.quantity(), 0, cause);
            Reservation added = ledger.add(
                    declared.reservations(), reservation, "ReservationMade", Map.of("until", until.toString()));
            telling.tell(ticket, "PartsReserved", item, input.quantity());
            return added;
        });
    }

    private Instant until(Ledger ledger, @Nullable Instant given) {
        Instant until =
                given == null ? ledger.now().plus(declared.policy().reservedFor()) : Draft.storable("until", given);
        if (!until.isAfter(ledger.now())) {
            throw new InvalidInput(
                    "until",
                    "OUT_OF_RANGE",
                    Map.of("value", until, "min", ledger.now(), "max", io.itsm4j.ticket.Due.NEVER));
        }
        return until;
    }

    /**
     * Gives up what is still set aside.
     *
     * @throws RuleViolated with {@code STOCK_RESERVATION_STATE} when nothing is any more
     */
    public Reservation release(String id, @Nullable String reason) {
        return reservations.change(
                id,
                Action.of("release-parts"),
                USERS,
                Reason.of(reason),
                ledger -> ledger.peek(declared.reservations(), id)
                        .ifPresent(reservation -> declared.hold(ledger, reservation)),
                (ledger, reservation) -> {
                    ledger.seen(reservation.ticket());
                    if (reservation.state() != Reservation.State.OPEN) {
                        throw new RuleViolated("STOCK_RESERVATION_STATE", Map.of("state", reservation.state()));
                    }
                    return new Reserving(declared, ledger).end(reservation, Reservation.State.RELEASED, reason);
                });
    }

    /**
     * Says no to a proposal. What is missing is proposed again at the next movement.
     *
     * @throws RuleViolated with {@code STOCK_PROPOSAL_STATE} unless it is open
     */
    public PurchaseProposal withdrawProposal(String id, @Nullable String reason) {
        return proposals.change(
                id,
                Action.of("withdraw-proposal"),
                KEEPERS,
                Reason.of(reason),
                ledger -> ledger.peek(declared.proposals(), id)
                        .ifPresent(proposal -> ledger.find(declared.items(), proposal.item())),
                (ledger, proposal) -> {
                    Intake.checkOpen(proposal);
                    StockItem item = ledger.get(declared.items(), proposal.item());
                    ledger.change(declared.items(), item, item.proposed(null), "ProposalDeclined", Map.of());
                    return ledger.change(
                            declared.proposals(),
                            proposal,
                            proposal.withdrawn(),
                            "ProposalWithdrawn",
                            none(reason) == null
                                    ? Map.of()
                                    : Map.of("reason", new io.itsm4j.journal.Personal(Objects.requireNonNull(reason))));
                });
    }

    // --- queries --------------------------------------------------------------------------------------------

    /** The part. Throws {@link io.itsm4j.NotFound} when there is none. */
    public Part part(String id) {
        return parts.get(id);
    }

    /** A page of parts, by name unless the request says otherwise. */
    public Page<Part> parts(PageRequest<Part> request) {
        return parts.page(by(request, Part.NAME));
    }

    /** The store. Throws {@link io.itsm4j.NotFound} when there is none. */
    public StoreRoom store(String id) {
        return stores.get(id);
    }

    /** A page of stores, by name unless the request says otherwise. */
    public Page<StoreRoom> stores(PageRequest<StoreRoom> request) {
        return stores.page(by(request, StoreRoom.NAME));
    }

    private static <R> PageRequest<R> by(PageRequest<R> request, Attribute<R, ?> key) {
        return request.sort().isEmpty() ? request.sortedBy(Sort.ascending(key)) : request;
    }

    /** What lies of a part in a store; empty when none ever did. */
    public Optional<StockItem> item(String part, String store) {
        return items.find(StockItem.idOf(part, store));
    }

    /** A page of what lies where. */
    public Page<StockItem> items(PageRequest<StockItem> request) {
        return items.page(request);
    }

    /**
     * A page of the movements of an item, the oldest first unless the request says otherwise.
     *
     * @throws io.itsm4j.NotFound when there is no such item
     */
    public Page<Movement> movements(String item, PageRequest<Movement> request) {
        items.get(item);
        return page(Movement.ITEM.is(item), request, Movement.SEQUENCE);
    }

    /**
     * A page of the movements for a ticket, the oldest first unless the request says otherwise.
     *
     * @throws io.itsm4j.NotFound when there is no such ticket that the actor may see
     */
    public Page<Movement> movementsFor(TicketId ticket, PageRequest<Movement> request) {
        items.read(ledger -> ledger.seen(ticket));
        return page(Movement.TICKET.is(ticket), request, Movement.AT);
    }

    private Page<Movement> page(
            Criterion<Movement> which, PageRequest<Movement> request, Attribute<Movement, ?> order) {
        PageRequest<Movement> whole =
                new PageRequest<>(which.and(request.criterion()), request.sort(), request.size(), request.cursor());
        // whoever may not read stock reads no movement either
        return items.read(ledger -> ledger.page(
                Movement.KIND,
                Movement.ID,
                ledger.visible(declared.items()).equals(Criterion.<StockItem>all())
                        ? whole
                        : new PageRequest<>(Criterion.none(), whole.sort(), whole.size(), whole.cursor()),
                List.of(Sort.ascending(order))));
    }

    /** A page of what is set aside, or was. */
    public Page<Reservation> reservations(PageRequest<Reservation> request) {
        return reservations.page(by(request, Reservation.ID));
    }

    /** A page of what is proposed to be bought, or was, the oldest first unless the request says otherwise. */
    public Page<PurchaseProposal> proposals(PageRequest<PurchaseProposal> request) {
        return proposals.page(by(request, PurchaseProposal.PROPOSED_AT));
    }

    /**
     * What happened to an item, oldest first.
     *
     * @param cursor where to go on, or null for the beginning
     */
    public Page<JournalEntry> history(String item, @Nullable String cursor) {
        return items.history(item, cursor);
    }

    /**
     * Adds up the movements of an item and compares.
     *
     * @throws io.itsm4j.NotFound when there is no such item
     */
    public StockCheck check(String item) {
        items.get(item);
        return items.read(ledger -> Adding.up(ledger, ledger.get(declared.items(), item)));
    }
}
