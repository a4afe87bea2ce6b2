package io.itsm4j.change;

import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.List;

/** Applies what a change planned for configuration items, in the transaction in which the change succeeds. */
@FunctionalInterface
public interface ConfigurationEdits {

    /**
     * Applies the edits, in their order, or refuses with an {@link io.itsm4j.ItsmException}, and then the change does
     * not complete either.
     *
     * @param ledger the command's ledger
     * @param change the change they belong to
     * @param edits the edits, at least one
     */
    void apply(Ledger ledger, TicketId change, List<PlannedEdit> edits);

    /** Nobody applies them; they stay on the change as data. */
    static ConfigurationEdits kept() {
        return (ledger, change, edits) -> {};
    }
}
