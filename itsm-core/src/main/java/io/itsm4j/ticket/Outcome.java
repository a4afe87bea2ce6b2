package io.itsm4j.ticket;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;

/** What a command decided about one record and has not written yet. */
sealed interface Outcome permits Decided, Recorded {

    /** What the journal says. */
    JournalEntry entry();

    /** What was decided along with it, to be written after it. */
    List<Outcome> along();

    /** The same with the key of the command whose first entry this is. */
    Outcome keyed(CommandKey key);

    /** Writes the record, its entry and what waits for delivery; not what goes along. */
    void write(UnitOfWork work, boolean outbox);
}
