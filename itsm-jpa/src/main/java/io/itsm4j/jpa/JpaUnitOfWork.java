package io.itsm4j.jpa;

import io.itsm4j.Conflict;
import io.itsm4j.actor.TenantId;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.jpa.mapping.Row;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Reach;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work on an entity manager. Rows are managed only between a locked read and the flush that writes them;
 * everything else is detached at once, so that every read is fresh and a host's persistence context never carries rows
 * of ours.
 */
final class JpaUnitOfWork implements UnitOfWork {

    private record Key(String kind, String id) {}

    private final EntityManager entities;
    private final Catalogue catalogue;
    private final Dialect dialect;
    private final Ending ending;
    private final Map<Key, Row> held = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();
    private final Pending pending;
    private int writes;

    /** How the transaction of a unit of work can be influenced. */
    interface Ending {

        void rollbackOnly();

        boolean afterCommit(Runnable work);
    }

    /** Creates it. */
    JpaUnitOfWork(EntityManager entities, Catalogue catalogue, Dialect dialect, Ending ending) {
        this.entities = entities;
        this.catalogue = catalogue;
        this.dialect = dialect;
        this.ending = ending;
        this.pending = new Pending(entities, catalogue, dialect);
    }

    @Override
    public <R> Optional<R> find(RecordKind<R> kind, TenantId tenant, String id, Lock lock) {
        settle(kind);
        Mapping<R, Row> mapping = catalogue.mapping(kind);
        Row known = held.get(new Key(kind.name(), id));
        if (known != null) {
            return Optional.of(known)
                    .filter(row -> row.getTenant().equals(tenant.value()))
                    .map(mapping.mapper()::toRecord);
        }
        Jpql<R> jpql = from(kind, "e", tenant, lock).add(" and e.id = ").bind(id);
        List<R> found = rows(mapping, jpql, lock, 0, id);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    @Override
    public <R> List<R> list(Query<R> query) {
        settle(query.kind());
        Mapping<R, Row> mapping = catalogue.mapping(query.kind());
        if (query.lock() == Lock.NONE || dialect.limitsLockedQueries()) {
            return rows(mapping, ordered(query, "e", query.lock()), query.lock(), query.limit(), mapping.kind());
        }
        List<Object> ids =
                read(mapping.kind(), () -> limited(ordered(query, "e.id", Lock.NONE), Object.class, query.limit()));
        if (ids.isEmpty()) {
            return List.of();
        }
        Jpql<R> jpql = from(query.kind(), "e", query.tenant(), query.lock());
        for (int from = 0; from < ids.size(); from += Jpql.CHUNK) {
            jpql.add(from == 0 ? " and (e.id in " : " or e.id in ");
            jpql.bind(Jpql.padded(ids.subList(from, Math.min(ids.size(), from + Jpql.CHUNK))));
        }
        return rows(
                mapping, jpql.add(")").and(query.criterion()).orderBy(query.sort()), query.lock(), 0, mapping.kind());
    }

    @Override
    public <R, S> List<S> list(Query<R> query, Projection<R, S> projection) {
        settle(query.kind());
        Jpql<R> fields = new Jpql<>(catalogue, query.kind());
        List<String> paths = projection.attributes().stream().map(fields::field).toList();
        List<Object> rows = read(
                query.kind().name(),
                () -> limited(ordered(query, String.join(", ", paths), Lock.NONE), Object.class, query.limit()));
        return rows.stream()
                .map(row -> projection.view().apply(plain(projection.attributes(), row)))
                .toList();
    }

    @Override
    public <R> Map<Object, Long> countBy(
            RecordKind<R> kind, TenantId tenant, Criterion<R> criterion, Attribute<R, ?> by) {
        CriterionLimits.check(kind, criterion.and(new Criterion.Absent<>(by)));
        settle(kind);
        Jpql<R> jpql = new Jpql<>(catalogue, kind);
        String path;
        if (catalogue.place(kind, by) instanceof Catalogue.Place.Values in) {
            path = "w." + Jpql.column(by);
            jpql.add("select " + path + ", count(e.id) from " + in.entity() + " w, " + catalogue.entity(kind)
                    + " e where w." + in.owner() + " = e.id and w.tenant = e.tenant and w.name = ");
            jpql.bind(by.name()).add(" and e.tenant = ").bind(tenant.value());
        } else {
            path = jpql.field(by);
            jpql.select(path + ", count(e.id)", tenant.value()).add(" and " + path + " is not null");
        }
        jpql.and(criterion).add(" group by " + path);
        Map<Object, Long> counts = new LinkedHashMap<>();
        for (Object row : read(kind.name(), () -> limited(jpql, Object.class, 0))) {
            Object[] pair = (Object[]) row;
            counts.put(plain(by, pair[0]), ((Number) pair[1]).longValue());
        }
        return counts;
    }

    @Override
    public <R> long count(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion) {
        CriterionLimits.check(kind, criterion);
        settle(kind);
        Jpql<R> jpql = from(kind, "count(e.id)", tenant, Lock.NONE).and(criterion);
        return read(kind.name(), () -> limited(jpql, Number.class, 0)).get(0).longValue();
    }

    @Override
    public <R> Optional<List<String>> reach(Reach<R> question) {
        if (!Reaching.isPossible(dialect, question)) {
            return Optional.empty();
        }
        question.ways().forEach(way -> CriterionLimits.check(question.kind(), way.condition()));
        CriterionLimits.check(question.kind(), question.holding());
        settle(question.kind());
        settle(question.places());
        List<String> found = new ArrayList<>(
                read(question.kind().name(), () -> reached(Reaching.of(catalogue, question), question)));
        found.removeAll(question.roots());
        return Optional.of(found.subList(0, Math.min(found.size(), question.most())));
    }

    private List<String> reached(Reaching reaching, Reach<?> question) {
        jakarta.persistence.Query query = dialect.prepared(entities.createNativeQuery(reaching.text(), String.class));
        List<Object> values = reaching.values();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + i, values.get(i));
        }
        List<String> ids = new ArrayList<>();
        for (Object id :
                query.setMaxResults(question.most() + question.roots().size()).getResultList()) {
            ids.add((String) id);
        }
        return ids;
    }

    @Override
    public <R> void insert(RecordKind<R> kind, R record) {
        writes++;
        pending.insert(catalogue.mapping(kind), kind, record);
    }

    @Override
    public <R> void update(RecordKind<R> kind, R before, R after) {
        writes++;
        Mapping<R, Row> mapping = catalogue.mapping(kind);
        String id = kind.idOf(after);
        if (pending.replace(mapping, kind, id, after)) {
            return;
        }
        Key key = new Key(kind.name(), id);
        Row row = held.get(key);
        if (row == null && mapping.isOverwritten()) {
            pending.overwrite(mapping, after);
            return;
        }
        if (row == null) {
            row = read(id, () -> entities.find(mapping.entity(), id));
            if (row == null || !row.getTenant().equals(kind.tenantOf(after).value())) {
                throw failed(new Conflict("GONE", Map.of("record", id, "retryable", true)));
            }
            held.put(key, row);
        }
        mapping.mapper().fill(row, after);
        changed.add(key);
        pending.replaceParts(mapping, kind, before, after);
    }

    @Override
    public <R> void delete(RecordKind<R> kind, R record) {
        writes++;
        Key key = new Key(kind.name(), kind.idOf(record));
        Row row = held.remove(key);
        if (row != null) {
            changed.remove(key);
            entities.detach(row);
        }
        pending.delete(catalogue.mapping(kind), kind, record);
    }

    @Override
    public void flush() {
        try {
            pending.write(changed.stream().map(Key::kind).toList());
            entities.flush();
        } catch (RuntimeException failure) {
            throw failed(Failures.atFlush(failure, dialect.lockTimeout()));
        } finally {
            pending.forget();
            changed.forEach(key -> release(held.remove(key)));
            changed.clear();
        }
    }

    @Override
    public void rollbackOnly() {
        ending.rollbackOnly();
    }

    @Override
    public boolean afterCommit(Runnable work) {
        return ending.afterCommit(work);
    }

    /** How many records were handed over to be written. */
    int writes() {
        return writes;
    }

    /** Writes what is left. */
    void finish() {
        if (!changed.isEmpty() || !pending.isEmpty()) {
            flush();
        }
    }

    /** Leaves nothing behind in the persistence context. */
    void release() {
        pending.forget();
        held.values().forEach(this::release);
        held.clear();
        changed.clear();
    }

    private void release(@Nullable Row row) {
        if (row != null && entities.isOpen()) {
            entities.detach(row);
        }
    }

    /** Writes what a question about a kind could otherwise not see. */
    private void settle(RecordKind<?> kind) {
        if (pending.concerns(kind.name())
                || changed.stream().anyMatch(key -> key.kind().equals(kind.name()))) {
            flush();
        }
    }

    private <R> Jpql<R> ordered(Query<R> query, String what, Lock lock) {
        return from(query.kind(), what, query.tenant(), lock)
                .and(query.criterion())
                .orderBy(query.sort());
    }

    private <R> Jpql<R> from(RecordKind<R> kind, String what, @Nullable TenantId tenant, Lock lock) {
        Jpql<R> jpql = new Jpql<>(catalogue, kind).select(what, tenant == null ? null : tenant.value());
        if (lock != Lock.NONE) {
            dialect.boundWait(jpql);
        }
        return jpql;
    }

    private <R> List<R> rows(Mapping<R, Row> mapping, Jpql<R> jpql, Lock lock, int limit, String about) {
        List<Row> found = read(about, () -> {
            TypedQuery<Row> query = lock == Lock.NONE ? plain(mapping, jpql) : locked(mapping, jpql, lock);
            return (limit == 0 ? query : query.setMaxResults(limit)).getResultList();
        });
        List<R> records = new ArrayList<>(found.size());
        for (Row row : found) {
            records.add(mapping.mapper().toRecord(row));
            Key key = new Key(mapping.kind(), row.getId());
            if (lock != Lock.NONE) {
                held.put(key, row);
            } else if (!held.containsKey(key)) {
                entities.detach(row);
            }
        }
        return records;
    }

    private TypedQuery<Row> plain(Mapping<?, Row> mapping, Jpql<?> jpql) {
        TypedQuery<Row> query = typed(entities, jpql, mapping.entity());
        dialect.readOnly(query);
        return query;
    }

    private TypedQuery<Row> locked(Mapping<?, Row> mapping, Jpql<?> jpql, Lock lock) {
        TypedQuery<Row> query = typed(entities, jpql, mapping.entity());
        dialect.locked(query, lock);
        return query;
    }

    private <T> TypedQuery<T> typed(EntityManager manager, Jpql<?> jpql, Class<? extends T> type) {
        @SuppressWarnings("unchecked")
        TypedQuery<T> query = (TypedQuery<T>) dialect.prepared(manager.createQuery(jpql.text(), type));
        List<Object> values = jpql.values();
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("p" + i, values.get(i));
        }
        return query;
    }

    private <T> List<T> limited(Jpql<?> jpql, Class<T> type, int limit) {
        TypedQuery<T> query = typed(entities, jpql, type);
        return (limit == 0 ? query : query.setMaxResults(limit)).getResultList();
    }

    /** The port allows null values and its type cannot say so. */
    @SuppressWarnings("NullAway")
    private static <R> List<Object> plain(List<Attribute<R, ?>> attributes, Object row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i++) {
            Object value = row instanceof Object[] many ? many[i] : row;
            values.add(value == null ? null : plain(attributes.get(i), value));
        }
        return values;
    }

    private static Object plain(Attribute<?, ?> attribute, Object value) {
        return switch (attribute.plain()) {
            case TEXT, FLAG -> value;
            case NUMBER -> ((Number) value).longValue();
            case TIME -> Micros.instant(((Number) value).longValue());
        };
    }

    private <T> T read(String about, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException failure) {
            throw failed(Failures.ours(failure, about, dialect.lockTimeout()));
        }
    }

    private RuntimeException failed(RuntimeException failure) {
        ending.rollbackOnly();
        return failure;
    }
}
