package io.itsm4j.storage;

/** How a record is read. */
public enum Lock {
    /** As committed (or as written by this unit of work), without waiting. */
    NONE,
    /** The newest state, held against other writers until the unit of work ends; waits a bounded time. */
    WRITE,
    /**
     * As {@link #WRITE}, but a record another unit of work holds is left out instead of waited for. A store that cannot
     * leave out may wait instead; it must never hand one record to two units of work.
     */
    SKIP_LOCKED
}
