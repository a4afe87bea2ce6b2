package io.itsm4j.jpa;

import java.util.function.Supplier;

/** How the host runs transactions; what the library needs to join one and never end it. */
public interface HostTransaction {

    /** Whether the calling thread is in a transaction. */
    boolean isActive();

    /** Makes sure that the present transaction cannot commit. */
    void setRollbackOnly();

    /**
     * Runs work in a transaction of its own; the present one, if any, waits meanwhile.
     *
     * @param work what to run; its exception rolls back and passes through unchanged
     */
    <T> T requiresNew(Supplier<T> work);

    /**
     * Runs something after the present transaction has committed.
     *
     * @return false when that cannot be done; it never runs then
     */
    boolean afterCommit(Runnable work);
}
