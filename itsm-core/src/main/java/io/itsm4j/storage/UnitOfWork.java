package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One transaction's view of the store. Reads see what is committed and what this unit of work wrote. Not shared between
 * threads. Every method may throw {@link io.itsm4j.StoreUnavailable} when the store does not answer and
 * {@link io.itsm4j.Conflict} when a lock or a race is lost.
 */
public interface UnitOfWork {

    /**
     * Reads one record by its primary key.
     *
     * @param tenant whose record it must be; another tenant's is not found
     * @param lock {@link Lock#WRITE} gives the newest state and holds it
     */
    <R> Optional<R> find(RecordKind<R> kind, TenantId tenant, String id, Lock lock);

    /** The records a query wants, in its order. With a lock, they are the newest and held. */
    <R> List<R> list(Query<R> query);

    /** The same records seen through a projection; not for queries with a lock. */
    <R, S> List<S> list(Query<R> query, Projection<R, S> projection);

    /** How many records satisfy the criterion, for each value of an attribute; records without one are left out. */
    <R> Map<Object, Long> countBy(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion, Attribute<R, ?> by);

    /** How many records satisfy the criterion. */
    <R> long count(RecordKind<R> kind, TenantId tenant, Criterion<R> criterion);

    /**
     * What is in reach, where the store can say so in one question. Otherwise the caller asks step by step, with the
     * same result.
     *
     * @return the keys in any order, those it begins with left out, at most as many as wanted; empty when the store
     *     cannot say
     */
    default <R> Optional<List<String>> reach(Reach<R> question) {
        return Optional.empty();
    }

    /**
     * Adds a record. It is written at {@link #flush} at the latest.
     *
     * @throws io.itsm4j.Conflict at flush or commit, with {@code DUPLICATE}, when its id or a unique key is taken
     */
    <R> void insert(RecordKind<R> kind, R record);

    /**
     * Replaces a record. The caller has read {@code before} in this unit of work, with a lock if others may write it.
     *
     * @throws io.itsm4j.Conflict when the record is gone
     */
    <R> void update(RecordKind<R> kind, R before, R after);

    /** Removes a record; does nothing when it is gone. */
    <R> void delete(RecordKind<R> kind, R record);

    /** Writes all that is pending and checks unique keys against what is committed. */
    void flush();

    /**
     * Makes sure that the transaction cannot commit. Where the store itself ends it, and the work returns all the same,
     * the end is {@link io.itsm4j.RuleViolated} with {@code ROLLBACK_ONLY}: nobody takes for done what was rolled back.
     */
    void rollbackOnly();

    /**
     * Runs something after the commit.
     *
     * @return false when the transaction belongs to a host that offers no hook, and then it never runs
     */
    boolean afterCommit(Runnable work);
}
