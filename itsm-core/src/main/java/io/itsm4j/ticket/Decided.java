package io.itsm4j.ticket;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.OutboxMessage;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's part of a command, decided and not yet written.
 *
 * @param type the ticket's type
 * @param before the ticket before, or null for a new one
 * @param after the ticket after
 * @param entry what the journal says
 * @param pending further rows
 * @param cascades what is passed on to children
 * @param along what was decided about other records in the same command
 */
record Decided<D>(
        TicketType<D> type,
        @Nullable TicketRecord before,
        TicketRecord after,
        JournalEntry entry,
        List<Pending<?>> pending,
        List<Cascade> cascades,
        List<Outcome> along)
        implements Outcome {

    Ticket<D> ticket() {
        return Ticket.of(type, after);
    }

    /** The same with one more row to be written. */
    Decided<D> and(Pending<?> row) {
        List<Pending<?>> more = new ArrayList<>(pending);
        more.add(row);
        return new Decided<>(type, before, after, entry, more, cascades, along);
    }

    @Override
    public Decided<D> keyed(CommandKey key) {
        return new Decided<>(type, before, after, entry.keyed(key.command(), key.payload()), pending, cascades, along);
    }

    @Override
    public void write(UnitOfWork work, boolean outbox) {
        new Pending<>(type.kind(), before, after).write(work);
        work.insert(JournalEntry.KIND, entry);
        if (outbox) {
            work.insert(OutboxMessage.KIND, OutboxMessage.of(entry));
        }
        pending.forEach(row -> row.write(work));
    }
}
