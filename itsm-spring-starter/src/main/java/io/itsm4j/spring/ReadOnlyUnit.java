package io.itsm4j.spring;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Reach;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads in a read-only transaction; refuses to write and to lock, and so has nothing to roll back. */
final class ReadOnlyUnit implements UnitOfWork {

    private final UnitOfWork unit;

    ReadOnlyUnit(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public <R> Optional<R> find(RecordKind<R> kind, TenantId tenant, String id, Lock lock) {
        readsOnly(lock);
        return unit.find(kind, tenant, id, lock);
    }

    @Override
    public <R> List<R> list(Query<R> query) {
        readsOnly(query.lock());
        return unit.list(query);
    }

    @Override
    public <R, S> List<S> list(Query<R> query, Projection<R, S> projection) {
        return unit.list(query, projection);
    }

    @Override
    public <R> Map<Object, Long> countBy(
            RecordKind<R> kind, TenantId tenant, Criterion<R> criterion, Attribute<R, ?> by) {
        return unit.countBy(kind, tenant, criterion, by);
    }

    @Override
    public <R> long count(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion) {
        return unit.count(kind, tenant, criterion);
    }

    @Override
    public <R> Optional<List<String>> reach(Reach<R> question) {
        return unit.reach(question);
    }

    @Override
    public <R> void insert(RecordKind<R> kind, R record) {
        throw refused();
    }

    @Override
    public <R> void update(RecordKind<R> kind, R before, R after) {
        throw refused();
    }

    @Override
    public <R> void delete(RecordKind<R> kind, R record) {
        throw refused();
    }

    @Override
    public void flush() {}

    @Override
    public void rollbackOnly() {}

    @Override
    public boolean afterCommit(Runnable work) {
        return unit.afterCommit(work);
    }

    private static void readsOnly(Lock lock) {
        if (lock != Lock.NONE) {
            throw refused();
        }
    }

    private static RuleViolated refused() {
        return new RuleViolated("TRANSACTION_READ_ONLY", Map.of());
    }
}
