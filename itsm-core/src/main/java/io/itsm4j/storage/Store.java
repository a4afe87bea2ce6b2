package io.itsm4j.storage;

import java.util.List;
import java.util.function.Function;

/**
 * The port: where records are kept. An adapter implements this and {@link UnitOfWork} and proves itself with the
 * contract suites of the test kit.
 *
 * <p>Isolation: a unit of work reads what others committed, never what they have not. Records it locked cannot be
 * changed by others until it ends. Waiting for a lock is bounded and ends in {@link io.itsm4j.Conflict}.
 */
public interface Store extends AutoCloseable {

    /**
     * Tells the store what it has to keep, once, before its first use.
     *
     * @throws io.itsm4j.StoreUnavailable when the store is not fit (schema missing, wrong version, charset)
     */
    void open(List<RecordKind<?>> kinds);

    /**
     * Runs work in the caller's transaction, or in one of its own when there is none. In the caller's it neither
     * commits nor rolls back; an exception passes through unchanged.
     */
    <T> T inTransaction(Function<UnitOfWork, T> work);

    /** Runs work in a transaction of its own, whatever the caller is in the middle of. */
    <T> T inNewTransaction(Function<UnitOfWork, T> work);

    /**
     * Tells the store what only one type of ticket has, so that it can read tickets of the type that another process
     * wrote. Called for every type before {@link #open}; a store that keeps objects as they are needs to do nothing.
     *
     * @param ticketType the type's name
     * @param details the class of its details
     * @param blank what a new ticket's details are, shared by all of them
     */
    default void declare(String ticketType, Class<?> details, Object blank) {}

    /** Whether {@link #inTransaction} would join a transaction that somebody else ends. */
    boolean isInTransaction();

    /** Releases what the store itself opened; never what the host handed in. */
    @Override
    void close();
}
