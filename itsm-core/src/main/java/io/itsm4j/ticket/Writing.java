package io.itsm4j.ticket;

import io.itsm4j.HostFault;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventListener;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;

/** The end of the command path: everything that was decided is written, flushed once, and told to the listeners. */
final class Writing {

    private final boolean outbox;
    private final List<EventListener> listeners;

    /**
     * An end of the path.
     *
     * @param outbox whether events are put up for delivery
     * @param listeners who hears events inside the transaction
     */
    Writing(boolean outbox, List<EventListener> listeners) {
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
    }

    void write(UnitOfWork work, List<? extends Outcome> all) {
        write(work, all, List.of());
    }

    void write(UnitOfWork work, List<? extends Outcome> all, List<Pending<?>> rows) {
        try {
            all.forEach(outcome -> writeAll(work, outcome));
            rows.forEach(row -> row.write(work));
            work.flush();
        } catch (RuntimeException | Error failed) {
            work.rollbackOnly();
            throw failed;
        }
        all.forEach(outcome -> publishAll(work, outcome));
    }

    private void writeAll(UnitOfWork work, Outcome outcome) {
        outcome.write(work, outbox);
        outcome.along().forEach(other -> writeAll(work, other));
    }

    private void publishAll(UnitOfWork work, Outcome outcome) {
        publish(work, outcome.entry());
        outcome.along().forEach(other -> publishAll(work, other));
    }

    private void publish(UnitOfWork work, JournalEntry entry) {
        if (listeners.isEmpty()) {
            return;
        }
        DomainEvent event = DomainEvent.of(entry);
        for (EventListener listener : listeners) {
            try {
                listener.on(event);
            } catch (RuntimeException | Error hosts) {
                work.rollbackOnly();
                if (hosts instanceof RuntimeException cause) {
                    throw new HostFault("HOST_LISTENER", Map.of("event", event.name()), cause);
                }
                throw hosts;
            }
        }
    }
}
