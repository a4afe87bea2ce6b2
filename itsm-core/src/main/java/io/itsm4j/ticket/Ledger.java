package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.Facts;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a command may look up and decide about records, its own and others'. Nothing is written before the whole command
 * is decided; a refusal leaves nothing behind. Looking a record up by its id sees what this command has decided about
 * it; lists and counts see what is stored. Not for keeping, not shared between threads.
 *
 * <p>Records that several commands may want at once are asked for in the order of their ids.
 */
public final class Ledger {

    private final Books books;
    private final Acting acting;
    private final String action;
    private final Instant now;
    private final Instant recordedAt;
    private final Lock lock;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Pending<?>> rows = new ArrayList<>();

    Ledger(Books books, Acting acting, String action, Instant now, Instant recordedAt) {
        this(books, acting, action, now, recordedAt, Lock.WRITE);
    }

    private Ledger(Books books, Acting acting, String action, Instant now, Instant recordedAt, Lock lock) {
        this.books = books;
        this.acting = acting;
        this.action = action;
        this.now = now;
        this.recordedAt = recordedAt;
        this.lock = lock;
    }

    /** For looking things up only: nothing is held. */
    static Ledger reading(Books books, Acting acting, Instant now) {
        return new Ledger(books, acting, "read", now, now, Lock.NONE);
    }

    /** Who acts. */
    public Actor actor() {
        return acting.actor();
    }

    /** Whether the library itself acts, by what is due or what a rule passes on. */
    public boolean isSystem() {
        return acting.audience() == Acting.Audience.SYSTEM;
    }

    /** Whose records. */
    public TenantId tenant() {
        return acting.actor().tenant();
    }

    /** When it happens. */
    public Instant now() {
        return now;
    }

    /** A fresh UUIDv7. */
    public String newId() {
        return books.engine().parts().ids().next(recordedAt);
    }

    /**
     * The next human number of a prefix, unique within the tenant across nodes; gaps are possible.
     *
     * @param prefix 1 to 10 of {@code A-Z}, {@code 0-9} and {@code -}
     * @param digits the least digits, filled with zeros
     */
    public String number(String prefix, int digits) {
        return books.engine().number(tenant(), prefix, digits);
    }

    /**
     * Checks an input by its constraints.
     *
     * @throws io.itsm4j.InvalidInput naming every fault
     */
    public void check(Object input) {
        books.engine().checker().check(input, List.of());
    }

    /** The host's people, as the engine knows them. */
    public io.itsm4j.actor.Directory directory() {
        return books.engine().parts().directory();
    }

    /** Somebody, as the host's directory knows them; empty when it does not. */
    public Optional<Person> person(PersonId id) {
        return books.engine().gate().person(tenant(), id);
    }

    /** Categories, routing and templates. */
    public Definitions definitions() {
        return books.engine().parts().definitions();
    }

    // --- looking up -----------------------------------------------------------------------------------------

    /**
     * The newest state of a record, held until the transaction ends.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public <R extends Kept> R get(RecordType<R> type, String id) {
        return find(type, id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** The newest state of a record, held until the transaction ends, when there is one that the actor may see. */
    public <R extends Kept> Optional<R> find(RecordType<R> type, String id) {
        R decided = books.record(type, id);
        Optional<R> found =
                decided != null ? Optional.of(decided) : books.work().find(type.kind(), tenant(), id, lock);
        return found.filter(visible(type)::test);
    }

    /** A record as it is committed, not held, when there is one that the actor may see. */
    public <R extends Kept> Optional<R> peek(RecordType<R> type, String id) {
        R decided = books.record(type, id);
        Optional<R> found =
                decided != null ? Optional.of(decided) : books.work().find(type.kind(), tenant(), id, Lock.NONE);
        return found.filter(visible(type)::test);
    }

    /**
     * The stored records of a type that satisfy a condition and that the actor may see, at most {@value Query#MOST}.
     */
    public <R extends Kept> List<R> list(RecordType<R> type, Criterion<R> criterion) {
        return list(Query.of(type.kind(), tenant(), criterion.and(visible(type))));
    }

    /** The same, newest state, held in the order of their ids. */
    public <R extends Kept> List<R> held(RecordType<R> type, Criterion<R> criterion) {
        return list(
                Query.of(type.kind(), tenant(), criterion.and(visible(type))).locked(lock));
    }

    /**
     * Stored rows of the tenant.
     *
     * @throws IllegalArgumentException when the query names another tenant, or none
     */
    public <R> List<R> list(Query<R> query) {
        if (!tenant().equals(query.tenant())) {
            throw new IllegalArgumentException("a command reads its own tenant's rows");
        }
        return books.work().list(query);
    }

    /**
     * The same rows seen through a projection, not held.
     *
     * @throws IllegalArgumentException when the query names another tenant, or none
     */
    public <R, S> List<S> list(Query<R> query, io.itsm4j.storage.Projection<R, S> projection) {
        if (!tenant().equals(query.tenant())) {
            throw new IllegalArgumentException("a command reads its own tenant's rows");
        }
        return books.work().list(query, projection);
    }

    /**
     * What is in reach over stored rows, where the store can say so in one question.
     *
     * @throws IllegalArgumentException when the question names another tenant
     */
    public <R> Optional<List<String>> reach(io.itsm4j.storage.Reach<R> question) {
        if (!tenant().equals(question.tenant())) {
            throw new IllegalArgumentException("a command reads its own tenant's rows");
        }
        return books.work().reach(question);
    }

    /** A page of the stored rows of a kind, whoever may see them. */
    public <R> Page<R> page(
            RecordKind<R> kind, Attribute<R, String> id, PageRequest<R> request, List<Sort<R>> fallback) {
        return Paging.page(books.work(), kind, id, tenant(), request, Criterion.all(), fallback);
    }

    /** How many stored rows of a kind satisfy a condition, whoever may see them. */
    public <R> long count(RecordKind<R> kind, Criterion<R> criterion) {
        return books.work().count(kind, tenant(), criterion);
    }

    /** Looks things up as they are committed, in a short transaction of the library's own. */
    public <T> T committed(java.util.function.Function<Ledger, T> work) {
        return books.engine()
                .parts()
                .store()
                .inNewTransaction(unit -> work.apply(reading(new Books(books.engine(), unit), acting, now)));
    }

    /** Holds a row of the tenant that exists to be locked, where a rule spans more records than can be held. */
    public void hold(String guard) {
        if (lock == Lock.WRITE) {
            books.engine().guards().hold(books.work(), tenant(), guard);
        }
    }

    /** What of a type the actor may see, for queries of one's own. */
    public <R extends Kept> Criterion<R> visible(RecordType<R> type) {
        return books.engine().gate().visible(acting, type);
    }

    // --- records --------------------------------------------------------------------------------------------

    /**
     * Adds a record.
     *
     * @param record its version and chain are set here
     * @param event what happened, past tense
     * @param data further facts for the journal; personal values as {@link io.itsm4j.journal.Personal}
     * @return the record as it will be stored
     */
    public <R extends Kept> R add(RecordType<R> type, R record, String event, Map<String, ?> data) {
        return record(type, null, record, event, data);
    }

    /**
     * Changes a record that was looked up by {@link #get} or {@link #find}, or decided in this command.
     *
     * @param before the record as it was found
     * @param after the record as it will be; its version and chain are set here
     * @param event what happened, past tense
     * @param data further facts for the journal; personal values as {@link io.itsm4j.journal.Personal}
     * @return the record as it will be stored
     * @throws Conflict with {@code CONFLICT} when {@code before} is not what this command has decided last
     */
    public <R extends Kept> R change(RecordType<R> type, R before, R after, String event, Map<String, ?> data) {
        R decided = books.record(type, before.id());
        if (decided != null && decided.version() != before.version()) {
            throw new IllegalStateException(type + " " + before.id() + " was changed within this command");
        }
        return record(type, before, after, event, data);
    }

    /** Changes a record and keeps what changed out of the journal, because the point is to forget it. */
    <R extends Kept> R silently(RecordType<R> type, R before, R after, String event, Map<String, ?> data) {
        return record(type, before, after, new Facts(event, action, List.of(), data, null, null));
    }

    private <R extends Kept> R record(
            RecordType<R> type, @Nullable R before, R after, String event, Map<String, ?> data) {
        return record(type, before, after, new Facts(event, action, type.changes(before, after), data, null, null));
    }

    private <R extends Kept> R record(RecordType<R> type, @Nullable R before, R after, Facts facts) {
        long version = before == null ? 1 : before.version() + 1;
        JournalEntry entry = books.engine()
                .form()
                .chain(
                        tenant(),
                        type.name(),
                        after.id(),
                        before == null ? ChainHead.NONE : before.chain(),
                        version,
                        facts,
                        acting.actor().id(),
                        now,
                        recordedAt);
        R stamped = type.stamped(after, version, ChainHead.of(entry));
        outcomes.add(new Recorded<>(type, before, stamped, entry));
        books.recorded(type, stamped);
        return stamped;
    }

    /** Adds a row that belongs to a record and is told of by that record's journal. */
    public <R> void insert(RecordKind<R> kind, R row) {
        rows.add(new Pending<>(kind, null, row));
    }

    /** Replaces such a row. */
    public <R> void replace(RecordKind<R> kind, R before, R after) {
        rows.add(new Pending<>(kind, before, after));
    }

    /** Removes such a row. */
    public <R> void remove(RecordKind<R> kind, R row) {
        rows.add(new Pending<>(kind, row, null));
    }

    // --- definitions ----------------------------------------------------------------------------------------

    /**
     * Stores a definition as a new revision; nothing happens when it is what is current already.
     *
     * @return the current revision
     */
    public <T> StoredDefinition define(DefinitionForm<T> form, String key, T value) {
        return StoredDefinitions.define(this, form, key, value);
    }

    /** Ends the use of a definition; what refers to its revisions still finds them. */
    public <T> Optional<StoredDefinition> retire(DefinitionForm<T> form, String key) {
        return StoredDefinitions.retire(this, form, key);
    }

    /** What is current under a key. */
    public <T> Optional<Defined<T>> definition(DefinitionForm<T> form, String key) {
        return StoredDefinitions.current(books, tenant(), form, key);
    }

    /** A revision by its content hash. */
    public <T> Optional<Defined<T>> definitionOf(DefinitionForm<T> form, String hash) {
        return StoredDefinitions.ofHash(books, tenant(), form, hash);
    }

    /** Everything current of a form, by key. */
    public <T> List<Defined<T>> definitions(DefinitionForm<T> form) {
        return StoredDefinitions.all(books, tenant(), form);
    }

    /**
     * The newest revisions of a form at an instant, by key. What was retired since is among them, and what had been
     * retired by then too.
     */
    public <T> List<Defined<T>> definitions(DefinitionForm<T> form, Instant instant) {
        return StoredDefinitions.all(books, tenant(), form, instant);
    }

    // --- tickets --------------------------------------------------------------------------------------------

    /**
     * The newest state of a ticket, held until the transaction ends; whoever may see it.
     *
     * @throws NotFound when there is none of that type
     */
    public <D> Ticket<D> ticket(TicketType<D> type, TicketId id) {
        return Ticket.of(type, held(type, id));
    }

    /**
     * A ticket of any type, held; whoever may see it.
     *
     * @throws NotFound when there is none
     */
    public TicketRecord ticket(TicketId id) {
        TicketRecord decided = books.ticket(id);
        return decided != null
                ? decided
                : books.work()
                        .find(TicketAttributes.KIND, tenant(), id.value(), lock)
                        .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /**
     * A ticket of any type that the actor may see, held.
     *
     * @throws NotFound when there is none
     */
    public TicketRecord seen(TicketId id) {
        TicketRecord found = ticket(id);
        if (!books.engine().gate().sees(acting, found)) {
            throw new NotFound("NOT_FOUND", Map.of("id", id));
        }
        return found;
    }

    /** The tickets with a link to a ticket, by id; whoever may see them. */
    public List<LinkedTicket> linkedTo(TicketId id, LinkType how) {
        return Lookup.linked(books.work(), tenant(), Link.TO.is(id).and(Link.TYPE.is(how)), lock, Link::from);
    }

    /** The type of a ticket. */
    public TicketType<?> type(TicketRecord ticket) {
        return books.engine().type(ticket.type());
    }

    private TicketRecord held(TicketType<?> type, TicketId id) {
        TicketRecord found = ticket(id);
        if (!found.type().equals(type.name())) {
            throw new NotFound("NOT_FOUND", Map.of("id", id));
        }
        return found;
    }

    /** Opens a ticket as part of this command. */
    public <D> Ticket<D> open(TicketType<D> type, OpenTicket input, Consumer<Draft<D>> effect) {
        Decided<D> decided = books.engine().opened(books, acting, type, input, effect, now, recordedAt);
        books.decided(decided.after());
        outcomes.add(decided);
        return decided.ticket();
    }

    /**
     * Carries an action out on another ticket as part of this command, as a rule does: whether the action is possible
     * in its state and every guard counts, the actor's roles do not.
     *
     * @throws io.itsm4j.TransitionRefused when its state or a guard stands against it
     * @throws RuleViolated with {@code CASCADE_CYCLE} when that ticket is being decided already
     */
    public <D> Ticket<D> act(TicketType<D> type, TicketId id, Action verb, Object input, Consumer<Draft<D>> effect) {
        check(input);
        List<Decided<?>> all = books.engine().passed(books, acting, type, held(type, id), verb, input, effect, now);
        outcomes.addAll(all);
        return Ticket.of(type, all.get(0).after());
    }

    /** Whether an action is in the table of a ticket's present state. */
    public boolean allows(TicketRecord ticket, Action verb) {
        return books.engine()
                        .type(ticket.type())
                        .lifecycle()
                        .lookup(books.latest(ticket).state(), verb)
                != null;
    }

    // --- ending ---------------------------------------------------------------------------------------------

    List<Outcome> outcomes() {
        return outcomes;
    }

    List<Pending<?>> rows() {
        return rows;
    }

    Books books() {
        return books;
    }

    /**
     * Everything, with the command's key on the first entry of the record that the command is about; on the first of
     * all when that record stays as it is.
     */
    List<Outcome> outcomes(CommandKey key, String subject) {
        if (key.command() == null || outcomes.isEmpty()) {
            return outcomes;
        }
        List<Outcome> keyed = new ArrayList<>(outcomes);
        int about = 0;
        for (int i = 0; i < keyed.size(); i++) {
            if (keyed.get(i) instanceof Recorded<?> recorded
                    && recorded.after().id().equals(subject)) {
                about = i;
                break;
            }
        }
        keyed.set(about, keyed.get(about).keyed(key));
        return keyed;
    }
}
