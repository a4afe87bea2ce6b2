package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The commands and queries that kept records of every type have, for one type and one actor. Light: made for a call or
 * two.
 *
 * <p>Each command is one transaction: the caller's when there is one, else one of its own. It either happens whole or
 * throws an {@link io.itsm4j.ItsmException} and leaves nothing behind.
 *
 * @param <R> the record
 */
public final class Registry<R extends Kept> {

    private static final int HISTORY = 500;

    private final Engine engine;
    private final RecordType<R> type;
    private final Acting acting;

    /** The commands of a type for somebody. */
    public Registry(Engine engine, RecordType<R> type, Acting acting) {
        this.engine = engine;
        this.type = type;
        this.acting = acting;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Registry<R> with(CommandOptions options) {
        return new Registry<>(engine, type, acting.with(options));
    }

    /**
     * Adds a record.
     *
     * @param action what the permission and the meters call it
     * @param whoMay the roles of which one is needed; none means that the work itself decides
     * @param input checked by its constraints, and what an idempotency key stands for
     * @param work decides; returns the record that it {@linkplain Ledger#add added}; when that was there already and
     *     the work has changed something else, a repeat finds that it was done but no record, and throws
     *     {@code NotFound}
     * @return the record; with an idempotency key that was used before, the record as it is now
     */
    public R add(Action action, Set<Role> whoMay, Object input, Function<Ledger, R> work) {
        return new Keeping(engine).command(acting, type, action, whoMay, input, "", work);
    }

    /**
     * Changes a record.
     *
     * @param id the record, which is held
     * @param action what the permission and the meters call it
     * @param whoMay the roles of which one is needed; none means that the work itself decides
     * @param input checked by its constraints, and what an idempotency key stands for
     * @param work decides; returns the record that it {@linkplain Ledger#change changed}, or the record as it was found
     * @return the record; with an idempotency key that was used before, the record as it is now
     * @throws NotFound when there is no such record that the actor may see
     * @throws Conflict with {@code CONFLICT} when it is not the expected version
     */
    public R change(String id, Action action, Set<Role> whoMay, Object input, BiFunction<Ledger, R, R> work) {
        return change(id, action, whoMay, input, ledger -> {}, work);
    }

    /**
     * The same for a record that commands reach together with others: whoever holds several begins with the same.
     *
     * @param held holds what its commands hold before the record
     */
    public R change(
            String id,
            Action action,
            Set<Role> whoMay,
            Object input,
            Consumer<Ledger> held,
            BiFunction<Ledger, R, R> work) {
        return new Keeping(engine).command(acting, type, action, whoMay, input, id, ledger -> {
            held.accept(ledger);
            R before = ledger.get(type, id);
            checkVersion(before);
            return work.apply(ledger, before);
        });
    }

    private void checkVersion(R before) {
        Long expected = acting.options().expectedVersion();
        if (expected != null && expected != before.version()) {
            throw new Conflict(
                    "CONFLICT",
                    Map.of(
                            "number",
                            type + " " + before.id(),
                            "expected",
                            expected,
                            "current",
                            before.version(),
                            "by",
                            "",
                            "at",
                            ""));
        }
    }

    /** Looks things up in one transaction, in which nothing can be changed. */
    public <T> T read(Function<Ledger, T> work) {
        return new Keeping(engine).lookUp(acting, work);
    }

    /** The record, when there is one that the actor may see. */
    public Optional<R> find(String id) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> work.find(type.kind(), reader.actor().tenant(), id, Lock.NONE))
                .filter(engine.gate().visible(reader, type)::test);
    }

    /**
     * The record.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public R get(String id) {
        return find(id).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** A page of the records that the actor may see, by primary key unless the request says otherwise. */
    public Page<R> page(PageRequest<R> request) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> Paging.page(
                work,
                type.kind(),
                type.id(),
                reader.actor().tenant(),
                request,
                engine.gate().visible(reader, type),
                List.of()));
    }

    /** How many records that the actor may see satisfy a condition. */
    public long count(Criterion<R> criterion) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> work.count(
                type.kind(),
                reader.actor().tenant(),
                criterion.and(engine.gate().visible(reader, type))));
    }

    /** How many records that the actor may see satisfy a condition, for each plain value of an attribute. */
    public Map<Object, Long> countBy(Criterion<R> criterion, Attribute<R, ?> by) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(work -> work.countBy(
                type.kind(),
                reader.actor().tenant(),
                criterion.and(engine.gate().visible(reader, type)),
                by));
    }

    /**
     * What happened to a record, oldest first.
     *
     * @param cursor where to go on, or null for the beginning
     * @return a page of at most {@value #HISTORY} entries
     * @throws NotFound when there is no such record that the actor may see
     * @throws io.itsm4j.NotPermitted when the actor sees it without a role that reads, and the journal of this type is
     *     {@linkplain RecordType#journalForReaders for readers}
     */
    public Page<JournalEntry> history(String id, @org.jspecify.annotations.Nullable String cursor) {
        R record = get(id);
        engine.gate().requireJournal(engine.gate().refreshed(acting), type);
        return engine.read(work -> Paging.page(
                work,
                JournalEntry.KIND,
                JournalEntry.ID,
                record.tenant(),
                PageRequest.of(JournalEntry.SUBJECT.is(id)).ofSize(HISTORY).at(cursor),
                Criterion.all(),
                List.of(Sort.ascending(JournalEntry.SEQUENCE))));
    }
}
