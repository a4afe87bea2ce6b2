package io.itsm4j.ticket;

import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A write that was decided and is not yet made.
 *
 * @param kind the kind of record
 * @param before the record as it was, or null for a new one
 * @param after the record as it will be, or null for none
 */
record Pending<R>(
        RecordKind<R> kind, @Nullable R before, @Nullable R after) {

    void write(UnitOfWork work) {
        if (before == null && after != null) {
            work.insert(kind, after);
        } else if (before != null && after != null) {
            work.update(kind, before, after);
        } else if (before != null) {
            work.delete(kind, before);
        }
    }
}
