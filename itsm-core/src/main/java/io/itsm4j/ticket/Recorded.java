package io.itsm4j.ticket;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kept record's part of a command, decided and not yet written.
 *
 * @param type the record's type
 * @param before the record before, or null for a new one
 * @param after the record after
 * @param entry what the journal says
 */
record Recorded<R extends Kept>(
        RecordType<R> type, @Nullable R before, R after, JournalEntry entry) implements Outcome {

    @Override
    public List<Outcome> along() {
        return List.of();
    }

    @Override
    public void write(UnitOfWork work, boolean outbox) {
        new Pending<>(type.kind(), before, after).write(work);
        work.insert(JournalEntry.KIND, entry);
        if (outbox) {
            work.insert(OutboxMessage.KIND, OutboxMessage.of(entry));
        }
    }

    @Override
    public Recorded<R> keyed(CommandKey key) {
        return new Recorded<>(type, before, after, entry.keyed(key.command(), key.payload()));
    }
}
