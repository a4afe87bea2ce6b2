package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes everything and keeps nothing: what a contract must never let pass. */
final class DoNothingStore implements Store, UnitOfWork {

    @Override
    public void open(List<RecordKind<?>> kinds) {}

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        return work.apply(this);
    }

    @Override
    public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
        return work.apply(this);
    }

    @Override
    public boolean isInTransaction() {
        return false;
    }

    @Override
    public void close() {}

    @Override
    public <R> Optional<R> find(RecordKind<R> kind, TenantId tenant, String id, Lock lock) {
        return Optional.empty();
    }

    @Override
    public <R> List<R> list(Query<R> query) {
        return List.of();
    }

    @Override
    public <R, S> List<S> list(Query<R> query, Projection<R, S> projection) {
        return List.of();
    }

    @Override
    public <R> Map<Object, Long> countBy(
            RecordKind<R> kind, TenantId tenant, Criterion<R> criterion, Attribute<R, ?> by) {
        return Map.of();
    }

    @Override
    public <R> long count(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion) {
        return 0;
    }

    @Override
    public <R> void insert(RecordKind<R> kind, R row) {}

    @Override
    public <R> void update(RecordKind<R> kind, R before, R after) {}

    @Override
    public <R> void delete(RecordKind<R> kind, R row) {}

    @Override
    public void flush() {}

    @Override
    public void rollbackOnly() {}

    @Override
    public boolean afterCommit(Runnable work) {
        return false;
    }
}
