package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;

/**
 * A record that is kept under the command path without being a ticket: an agreement, an approval, a configuration item.
 * Immutable; only a {@link Ledger} makes new versions of it.
 */
public interface Kept {

    /** The primary key, UUIDv7 as text. */
    String id();

    /** The tenant. */
    TenantId tenant();

    /** The record's own counter: 1 when it is new, one more for each change. */
    long version();

    /** The end of its journal. */
    ChainHead chain();
}
