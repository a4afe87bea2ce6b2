package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings tickets with their history in, by the same command path: every step is decided by the lifecycle, journalled
 * with the time it happened and the time it was recorded, and written in batches. Only {@link Role#IMPORTER} may.
 * Nothing is announced to listeners, sinks or notifiers: it happened long ago.
 */
public final class TicketImport<D> {

    private static final int BATCH = 100;

    private final Engine engine;
    private final TicketType<D> type;
    private final Acting acting;

    /** The import of a type for somebody. */
    public TicketImport(Engine engine, TicketType<D> type, Acting acting) {
        this.engine = engine;
        this.type = type;
        this.acting = acting;
    }

    private static final class Tally {
        private final List<ImportReport.Fault> faults = new ArrayList<>();
        private long imported;
        private long entries;
        private long refused;

        void refuse(ImportedTicket<?> ticket, ItsmException cause) {
            refused++;
            if (faults.size() < ImportReport.FAULTS) {
                String reference = ticket.open().externalReference();
                faults.add(new ImportReport.Fault(ticket.row(), reference == null ? "" : reference, cause));
            }
        }
    }

    /**
     * Imports tickets in transactions of its own, a batch each; a ticket that is refused is left out and reported, the
     * others come in. Memory does not grow with the number of tickets.
     *
     * @param tickets read once, in order
     */
    public ImportReport run(Iterator<ImportedTicket<D>> tickets) {
        Acting importer = engine.gate().refreshed(acting);
        engine.gate().require(importer.as(Acting.Audience.REQUESTER), type, "import", Set.of(Role.IMPORTER));
        Tally tally = new Tally();
        while (tickets.hasNext()) {
            List<ImportedTicket<D>> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && tickets.hasNext()) {
                batch.add(tickets.next());
            }
            run(batch, tally);
        }
        return new ImportReport(tally.imported, tally.entries, List.copyOf(tally.faults), tally.refused);
    }

    private void run(List<ImportedTicket<D>> batch, Tally tally) {
        try {
            write(batch, tally);
        } catch (Conflict lostRace) {
            batch.forEach(ticket -> {
                try {
                    write(List.of(ticket), tally);
                } catch (Conflict again) {
                    tally.refuse(ticket, again);
                }
            });
        }
    }

    private void write(List<ImportedTicket<D>> batch, Tally tally) {
        Tally own = new Tally();
        engine.parts().store().inNewTransaction(work -> {
            Set<String> taken = taken(work, batch);
            for (ImportedTicket<D> ticket : batch) {
                try {
                    List<Decided<D>> history = history(work, ticket, taken);
                    write(work, history);
                    own.imported++;
                    own.entries += history.size();
                } catch (ItsmException refused) {
                    own.refuse(ticket, refused);
                }
            }
            work.flush();
            return own;
        });
        tally.imported += own.imported;
        tally.entries += own.entries;
        tally.refused += own.refused;
        own.faults.stream()
                .limit(Math.max(0, ImportReport.FAULTS - tally.faults.size()))
                .forEach(tally.faults::add);
    }

    /** The last state once, every journal entry, and the further rows in their order. */
    private void write(UnitOfWork work, List<Decided<D>> history) {
        work.insert(type.kind(), history.get(history.size() - 1).after());
        for (Decided<D> decided : history) {
            work.insert(io.itsm4j.journal.JournalEntry.KIND, decided.entry());
            decided.pending().forEach(row -> row.write(work));
            decided.along().forEach(other -> other.write(work, false));
        }
    }

    private Set<String> taken(UnitOfWork work, List<ImportedTicket<D>> batch) {
        Set<String> wanted = new HashSet<>();
        for (ImportedTicket<D> ticket : batch) {
            String reference = ticket.open().externalReference();
            if (reference != null) {
                wanted.add(reference);
            }
        }
        Set<String> taken = new HashSet<>();
        if (!wanted.isEmpty()) {
            work.list(Query.of(
                            type.kind(),
                            acting.actor().tenant(),
                            TicketAttributes.TYPE.is(type.name()).and(TicketAttributes.EXTERNAL_REFERENCE.in(wanted))))
                    .forEach(found -> taken.add(String.valueOf(found.externalReference())));
        }
        return taken;
    }

    private List<Decided<D>> history(UnitOfWork work, ImportedTicket<D> ticket, Set<String> taken) {
        String reference = ticket.open().externalReference();
        if (reference != null && !taken.add(reference)) {
            throw new Conflict("DUPLICATE", Map.of("kind", "externalReference " + reference));
        }
        Instant recordedAt = engine.now();
        Instant openedAt = past("openedAt", ticket.openedAt(), recordedAt);
        OpenTicket open = Opening.filled(
                ticket.open(), engine.parts().definitions(), acting.actor().tenant());
        engine.checker().check(open, List.of());
        Acting opener = by(ticket.openedBy(), openedAt);
        Draft<D> draft = Opening.draft(engine, work, opener, type, open, openedAt);
        draft.details(ticket.details());
        draft.number(engine.number(acting.actor().tenant(), type));
        List<Decided<D>> history = new ArrayList<>();
        Decided<D> last = engine.decider().open(draft, CommandKey.NONE, recordedAt);
        history.add(last);
        Books books = new Books(engine, work);
        for (ImportedTicket.Step<D> step : ticket.steps()) {
            Instant at = past("at", step.at(), recordedAt);
            Verb<D> verb = step.verb();
            engine.checker().check(verb.input(), List.of());
            last = engine.step(
                    books,
                    by(step.by(), at),
                    type,
                    last.after(),
                    verb.action(),
                    verb.input(),
                    (unit, changed) -> verb.effect().accept(changed),
                    CommandKey.NONE,
                    Lookup.ofUnwritten(engine.parts(), books, last.after().id()));
            history.add(last);
        }
        return history;
    }

    private Acting by(PersonId person, @Nullable Instant at) {
        Actor actor = new Actor(acting.actor().tenant(), person, Set.of(), Set.of(), null);
        return new Acting(actor, CommandOptions.NONE, Acting.Audience.SYSTEM, at, null);
    }

    private static Instant past(String field, Instant given, Instant now) {
        Instant at = Times.storable(field, given);
        if (at.isAfter(now)) {
            throw new InvalidInput(field, "IN_THE_FUTURE", Map.of("value", at, "now", now));
        }
        return at;
    }
}
