package io.itsm4j.cmdb;

import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.Optional;

/** Says whether somebody approved that an item is not as it is recorded. */
@FunctionalInterface
public interface ApprovedChanges {

    /** Nobody approved anything. */
    ApprovedChanges NONE = (ledger, ci, at) -> Optional.empty();

    /**
     * The change that covers a difference.
     *
     * @param ledger looks up within the audit's transaction
     * @param ci the item that differs
     * @param at when the difference was seen
     * @return the reference of the change, at most 100 characters; empty when no approved change is about the item
     */
    Optional<String> covering(Ledger ledger, String ci, Instant at);
}
