package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.NotFound;
import io.itsm4j.input.InputChecker;
import io.itsm4j.journal.EntryForm;
import io.itsm4j.journal.EventListener;
import io.itsm4j.journal.IdSource;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one command path. Every change of every ticket runs through {@link #command}: who and whether, is the input
 * right, was it done before, which ticket, is it still the version seen, may it in this state; then everything is
 * decided, written, flushed and published.
 */
public final class Engine {

    private static final int RETRIES = 3;

    private final Parts parts;
    private final Gate gate;
    private final Numbers numbers;
    private final Guards guards;
    private final Decider decider;
    private final Measuring measuring;
    private final Writing writing;
    private final EntryForm form;
    private final Timekeeper timekeeper;
    private final DefinitionValues values = new DefinitionValues();
    private final List<RecordType<?>> recordTypes;
    private final Map<String, TicketType<?>> types = new ConcurrentHashMap<>();

    /**
     * What the engine is made of.
     *
     * @param store where records are kept
     * @param clock the injected clock
     * @param ids where ids and salts come from
     * @param directory the host's people
     * @param policy who may do what
     * @param definitions categories, routing and templates
     * @param listeners who hears events inside the transaction
     * @param outbox whether events are put up for delivery
     * @param meters where measurements go
     * @param observations where observations go
     * @param numberBlock how many human numbers a node leases at a time
     * @param attachments where bytes go, or null when the host takes none
     * @param attachmentLimit the most bytes of one attachment
     */
    public record Parts(
            Store store,
            InstantSource clock,
            IdSource ids,
            io.itsm4j.actor.Directory directory,
            io.itsm4j.actor.AccessPolicy policy,
            Definitions definitions,
            List<EventListener> listeners,
            boolean outbox,
            MeterRegistry meters,
            ObservationRegistry observations,
            int numberBlock,
            @Nullable AttachmentStore attachments,
            long attachmentLimit) {}

    private final InputChecker checker = InputChecker.create();

    /** An engine of these parts that knows these types. */
    public Engine(Parts parts, List<TicketType<?>> known) {
        this(parts, known, List.of(), Timekeeper.NONE, (ledger, ticket) -> {});
    }

    /** An engine of these parts that knows these types of tickets and of records beside them. */
    public Engine(
            Parts parts,
            List<TicketType<?>> known,
            List<RecordType<?>> kept,
            Timekeeper timekeeper,
            ReadersChange readers) {
        this.parts = parts;
        this.gate = new Gate(parts.directory(), parts.policy());
        this.numbers = new Numbers(parts.store(), parts.numberBlock());
        this.guards = new Guards(parts.store());
        this.form = new EntryForm(parts.ids());
        this.recordTypes = List.copyOf(kept);
        this.decider = new Decider(parts.ids(), form, gate, this::type, timekeeper, readers);
        this.timekeeper = timekeeper;
        this.measuring = new Measuring(parts.meters(), parts.observations());
        this.writing = new Writing(parts.outbox(), parts.listeners());
        known.forEach(this::register);
    }

    private void register(TicketType<?> type) {
        TicketType<?> twin = types.put(type.name(), type);
        boolean samePrefix = types.values().stream()
                .anyMatch(other -> other != type && other.prefix().equals(type.prefix()));
        if (twin != null || samePrefix) {
            throw new IllegalArgumentException("two ticket types share a name or a prefix: " + type);
        }
    }

    /** Whether the type is one of this engine's, the very same declaration. */
    boolean knows(TicketType<?> type) {
        return type.equals(types.get(type.name()));
    }

    TicketType<?> type(String name) {
        TicketType<?> type = types.get(name);
        if (type == null) {
            throw new io.itsm4j.RuleViolated("TYPE_UNKNOWN", Map.of("type", name, "allowed", types.keySet()));
        }
        return type;
    }

    /** All types, by name. */
    public List<TicketType<?>> known() {
        return types.values().stream()
                .<TicketType<?>>map(type -> type)
                .sorted(java.util.Comparator.comparing(TicketType::name))
                .toList();
    }

    java.util.Collection<TicketType<?>> types() {
        return types.values();
    }

    Parts parts() {
        return parts;
    }

    Gate gate() {
        return gate;
    }

    Guards guards() {
        return guards;
    }

    InputChecker checker() {
        return checker;
    }

    Decider decider() {
        return decider;
    }

    Measuring measuring() {
        return measuring;
    }

    Writing writing() {
        return writing;
    }

    Timekeeper timekeeper() {
        return timekeeper;
    }

    EntryForm form() {
        return form;
    }

    DefinitionValues values() {
        return values;
    }

    List<RecordType<?>> recordTypes() {
        return recordTypes;
    }

    /** The injected clock in microseconds. */
    Instant now() {
        return Times.micros(parts.clock().instant());
    }

    /** Reads in the caller's transaction, or one of its own. */
    <T> T read(Function<UnitOfWork, T> work) {
        return parts.store().inTransaction(work);
    }

    /** Opens a ticket. */
    <D> Ticket<D> open(Acting who, TicketType<D> type, OpenTicket given, Consumer<Draft<D>> effect) {
        return measured(type, StandardActions.OPEN, () -> {
            Acting acting = gate.refreshed(who);
            gate.require(acting, type, StandardActions.OPEN.name(), type.openedBy());
            OpenTicket input =
                    Opening.filled(given, parts.definitions(), acting.actor().tenant());
            checker.check(input, List.of());
            Opening.checkRights(acting, input);
            CommandKey key = CommandKey.of(acting, type.name(), StandardActions.OPEN, "", given);
            return retried(work -> {
                Optional<Ticket<D>> earlier = repeated(work, acting, type, key);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                Instant recordedAt = now();
                Instant now = acting.occurredAt() == null ? recordedAt : acting.occurredAt();
                Books books = new Books(this, work);
                Decided<D> decided = opened(books, acting, type, input, effect, now, recordedAt, key);
                writing.write(work, List.of(decided));
                return decided.ticket();
            });
        });
    }

    /** Decides the opening of a ticket within another command. */
    <D> Decided<D> opened(
            Books books,
            Acting acting,
            TicketType<D> type,
            OpenTicket given,
            Consumer<Draft<D>> effect,
            Instant now,
            Instant recordedAt) {
        OpenTicket input =
                Opening.filled(given, parts.definitions(), acting.actor().tenant());
        checker.check(input, List.of());
        return opened(books, acting, type, input, effect, now, recordedAt, CommandKey.NONE);
    }

    private <D> Decided<D> opened(
            Books books,
            Acting acting,
            TicketType<D> type,
            OpenTicket input,
            Consumer<Draft<D>> effect,
            Instant now,
            Instant recordedAt,
            CommandKey key) {
        Draft<D> draft = Opening.draft(this, books.work(), acting, type, input, now);
        draft.with(new Ledger(books, acting, StandardActions.OPEN.name(), now, recordedAt));
        effect.accept(draft);
        draft.number(numbers.next(acting.actor().tenant(), type));
        return decider.open(draft, key, recordedAt);
    }

    /** Decides an action that a rule carries out on a ticket within another command, and what follows from it. */
    <D> List<Decided<?>> passed(
            Books books,
            Acting acting,
            TicketType<D> type,
            TicketRecord before,
            Action action,
            Object input,
            Consumer<Draft<D>> effect,
            Instant at) {
        Acting rule =
                acting.as(Acting.Audience.SYSTEM).with(CommandOptions.NONE).at(at);
        Decided<D> decided =
                step(books, rule, type, before, action, input, (unit, draft) -> effect.accept(draft), CommandKey.NONE);
        return new Cascading(books, rule).follow(decided);
    }

    /** Carries an action out on one ticket. */
    <D> Ticket<D> act(
            Acting who, TicketType<D> type, TicketId id, Action action, Object input, Consumer<Draft<D>> effect) {
        return command(who, type, id, action, input, (work, draft) -> effect.accept(draft));
    }

    /** What a verb does within the command path: it may look things up, and changes the draft only. */
    @FunctionalInterface
    interface Effect<D> {
        void on(UnitOfWork work, Draft<D> draft);
    }

    /** What a command holds before its ticket, so that all commands hold in one order. */
    @FunctionalInterface
    interface First {

        First NOTHING = (work, acting) -> {};

        void hold(UnitOfWork work, Acting acting);
    }

    <D> Ticket<D> command(Acting who, TicketType<D> type, TicketId id, Action action, Object input, Effect<D> effect) {
        return command(who, type, id, action, input, First.NOTHING, effect);
    }

    /** The same, holding other tickets too; all are held in the order of their ids. */
    <D> Ticket<D> command(
            Acting who,
            TicketType<D> type,
            TicketId id,
            Set<TicketId> alsoHeld,
            Action action,
            Object input,
            Effect<D> effect) {
        First lower = (work, acting) -> alsoHeld.stream()
                .map(TicketId::value)
                .filter(other -> other.compareTo(id.value()) < 0)
                .sorted()
                .forEach(
                        other -> work.find(TicketAttributes.KIND, acting.actor().tenant(), other, Lock.WRITE));
        return command(who, type, id, action, input, lower, effect);
    }

    <D> Ticket<D> command(
            Acting who, TicketType<D> type, TicketId id, Action action, Object input, First first, Effect<D> effect) {
        return measured(type, action, () -> {
            Acting acting = gate.refreshed(who);
            gate.require(acting, type, action.name(), type.rolesOf(action));
            CommandKey key = checked(acting, type, action, id, input);
            return held(acting, type, id, key, before -> action, input, first, effect);
        });
    }

    /**
     * The same where the ticket says, once it is held, which action it is.
     *
     * @param likely the action as it looks before, for the meters
     */
    <D> Ticket<D> command(
            Acting who,
            TicketType<D> type,
            TicketId id,
            Action likely,
            Function<TicketRecord, Action> which,
            Object input,
            Effect<D> effect) {
        return measured(type, likely, () -> {
            Acting acting = gate.refreshed(who);
            CommandKey key = checked(acting, type, likely, id, input);
            Function<TicketRecord, Action> permitted = before -> {
                Action action = which.apply(before);
                gate.require(acting, type, action.name(), type.rolesOf(action));
                return action;
            };
            return held(acting, type, id, key, permitted, input, First.NOTHING, effect);
        });
    }

    private CommandKey checked(Acting acting, TicketType<?> type, Action action, TicketId id, Object input) {
        checker.check(input, List.of());
        return CommandKey.of(acting, type.name(), action, id.value(), input);
    }

    private <D> Ticket<D> held(
            Acting acting,
            TicketType<D> type,
            TicketId id,
            CommandKey key,
            Function<TicketRecord, Action> which,
            Object input,
            First first,
            Effect<D> effect) {
        return retried(work -> {
            Optional<Ticket<D>> earlier = repeated(work, acting, type, key);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            Books books = new Books(this, work);
            first.hold(work, acting);
            TicketRecord before = load(work, acting, type, id);
            Decided<D> decided = step(books, acting, type, before, which.apply(before), input, effect, key);
            writing.write(work, new Cascading(books, acting).follow(decided));
            return Ticket.of(type, books.latest(decided.after()));
        });
    }

    /** What a command over two tickets does once both are held. */
    @FunctionalInterface
    interface OnBoth<D> {
        Ticket<D> on(UnitOfWork work, Acting acting, TicketRecord first, TicketRecord second);
    }

    /** Runs a command over two tickets, which are held in the order of their ids; they may be the same. */
    <D> Ticket<D> both(
            Acting who,
            TicketType<D> type,
            Action action,
            TicketId first,
            TicketId second,
            Object input,
            OnBoth<D> work) {
        return both(who, type, action, first, second, input, First.NOTHING, work);
    }

    <D> Ticket<D> both(
            Acting who,
            TicketType<D> type,
            Action action,
            TicketId first,
            TicketId second,
            Object input,
            First before,
            OnBoth<D> work) {
        return measured(type, action, () -> {
            Acting acting = gate.refreshed(who);
            gate.require(acting, type, action.name(), type.rolesOf(action));
            CommandKey key = CommandKey.of(acting, type.name(), action, first.value(), input);
            return retried(unit -> {
                Optional<Ticket<D>> earlier = repeated(unit, acting, type, key);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                before.hold(unit, acting);
                boolean inOrder = first.value().compareTo(second.value()) <= 0;
                TicketRecord lower = load(unit, acting, type, inOrder ? first : second);
                TicketRecord upper = first.equals(second) ? lower : load(unit, acting, type, inOrder ? second : first);
                return work.on(unit, acting, inOrder ? lower : upper, inOrder ? upper : lower);
            });
        });
    }

    String number(io.itsm4j.actor.TenantId tenant, TicketType<?> type) {
        return numbers.next(tenant, type);
    }

    String number(io.itsm4j.actor.TenantId tenant, String prefix, int digits) {
        return TicketType.number(prefix, digits, numbers.next(tenant, prefix));
    }

    /**
     * Decides one action, with an input whose constraints hold, on a ticket that is loaded and locked; writes nothing.
     */
    <D> Decided<D> step(
            UnitOfWork work,
            Acting acting,
            TicketType<D> type,
            TicketRecord before,
            Action action,
            Object input,
            Effect<D> effect,
            CommandKey key) {
        return step(new Books(this, work), acting, type, before, action, input, effect, key);
    }

    /** The same, within a command that has decided about other records too. */
    <D> Decided<D> step(
            Books books,
            Acting acting,
            TicketType<D> type,
            TicketRecord before,
            Action action,
            Object input,
            Effect<D> effect,
            CommandKey key) {
        return step(books, acting, type, before, action, input, effect, key, lookups(books, before));
    }

    /** What a command may look up about a ticket, with what it has decided about its tasks. */
    private Draft.Lookups lookups(Books books, TicketRecord ticket) {
        Draft.Lookups stored = Lookup.of(parts, books.work(), ticket.tenant(), ticket.id());
        return new Draft.Lookups(
                stored.openChildren(),
                () -> stored.openTasks().getAsLong() + books.openedTasks(ticket.id()),
                stored.linked(),
                stored.linkedTo(),
                stored.newId());
    }

    /** A ticket as this command has left it, to be looked at by rules. */
    <D> Step<D> view(Books books, Acting acting, TicketType<D> type, TicketRecord ticket) {
        return new Draft<>(
                type, ticket, acting.actor(), ticket.times().updatedAt(), Reason.NONE, lookups(books, ticket));
    }

    /** The same, for a ticket whose surroundings are known otherwise. */
    <D> Decided<D> step(
            Books books,
            Acting acting,
            TicketType<D> type,
            TicketRecord before,
            Action action,
            Object input,
            Effect<D> effect,
            CommandKey key,
            Draft.Lookups lookups) {
        checkVersion(acting, before);
        Transition<Step<D>> row = decider.row(type, before, action);
        checkRole(acting, type, row);
        gate.requireTheirs(acting, before, action);
        checker.checkPresent(input, row.requiredInput());
        Instant recordedAt = now();
        Instant happened = acting.occurredAt() == null ? recordedAt : acting.occurredAt();
        Instant notBefore = before.times().updatedAt();
        Instant at = happened.isBefore(notBefore) ? notBefore : happened;
        Draft<D> draft = new Draft<>(type, before, acting.actor(), at, input, lookups);
        draft.with(new Ledger(books, acting, action.name(), at, recordedAt));
        books.enter(before.id(), before.number());
        try {
            effect.on(books.work(), draft);
            Decided<D> decided = withoutFailure(books.work(), decider.step(draft, row, key, recordedAt));
            books.decided(decided.after());
            books.tasks(before.id(), draft.pending());
            return decided;
        } finally {
            books.leave();
        }
    }

    /** What was set aside is so no longer once the ticket has another thing due, or has done this one. */
    private static <D> Decided<D> withoutFailure(UnitOfWork work, Decided<D> decided) {
        TicketRecord before = java.util.Objects.requireNonNull(decided.before());
        String milestone = before.due().milestone();
        if (before.due().attempts() == 0
                || milestone == null
                || decided.after().due().attempts() > 0) {
            return decided;
        }
        return work.find(DueFailure.KIND, before.tenant(), DueFailure.idOf(before.id(), milestone), Lock.WRITE)
                .map(failure -> decided.and(new Pending<>(DueFailure.KIND, failure, null)))
                .orElse(decided);
    }

    static void checkVersion(Acting acting, TicketRecord before) {
        Long expected = acting.options().expectedVersion();
        if (expected != null && expected != before.version()) {
            throw new Conflict(
                    "CONFLICT",
                    Map.of(
                            "number", before.number(),
                            "expected", expected,
                            "current", before.version(),
                            "by", before.times().updatedBy(),
                            "at", before.times().updatedAt()));
        }
    }

    private <D> void checkRole(Acting acting, TicketType<D> type, Transition<Step<D>> row) {
        if (!row.whoMay().isEmpty()) {
            gate.require(acting, type, row.action().name(), row.whoMay());
        }
    }

    /** The newest state of a ticket, held; or not found, whatever the reason. */
    TicketRecord load(UnitOfWork work, Acting acting, TicketType<?> type, TicketId id) {
        Optional<TicketRecord> found = work.find(type.kind(), acting.actor().tenant(), id.value(), Lock.WRITE);
        return found.filter(ticket -> ticket.type().equals(type.name()) && gate.sees(acting, ticket))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** Runs a command's work, again when a race was lost and the transaction is ours to repeat. */
    <T> T retried(Function<UnitOfWork, T> work) {
        return again(!parts.store().isInTransaction(), () -> parts.store().inTransaction(work));
    }

    /**
     * Runs a transaction, again when a race was lost.
     *
     * @param ours whether the transaction is the library's to repeat
     */
    <T> T again(boolean ours, Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (Conflict lost) {
                if (!ours || !lost.retryable() || attempt > RETRIES) {
                    throw lost;
                }
            }
        }
    }

    /** What the key of a verb has led to already; empty without a key. */
    <D> Optional<Ticket<D>> earlier(Acting who, TicketType<D> type) {
        Said said = who.said();
        if (said == null) {
            throw new IllegalStateException("it was not said what the key stands for");
        }
        if (who.options().idempotencyKey() == null) {
            return Optional.empty();
        }
        Acting acting = gate.refreshed(who);
        gate.require(acting, type, said.verb().name(), type.rolesOf(said.verb()));
        CommandKey key = CommandKey.of(acting, type.name(), said.verb(), "", said.what());
        return read(work -> repeated(work, acting, type, key)).map(found -> measured(type, said.verb(), () -> found));
    }

    /** What is out of sight by now is not found, and not done again either. */
    private <D> Optional<Ticket<D>> repeated(UnitOfWork work, Acting acting, TicketType<D> type, CommandKey key) {
        return key.earlier(work, acting)
                .map(entry -> work.find(type.kind(), entry.tenant(), entry.subjectId(), Lock.NONE)
                        .filter(ticket -> gate.sees(acting, ticket))
                        .map(ticket -> Ticket.repeated(type, ticket, entry.resultVersion()))
                        .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", entry.subjectId()))));
    }

    private <D> Ticket<D> measured(TicketType<D> type, Action action, Supplier<Ticket<D>> command) {
        return measuring.command(type.name(), action.name(), command);
    }
}
