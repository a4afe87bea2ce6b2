package io.itsm4j.sla;

import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Timekeeper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds what the journal of a ticket says, and nothing else. */
final class Replay {

    private static final int PART = 1_000;

    /**
     * The clocks after an entry.
     *
     * @param entry the entry
     * @param situation the situation after it
     * @param clocks the clocks after it
     */
    record Step(JournalEntry entry, Situation situation, TicketClocks clocks) {}

    private Replay() {}

    /** The clocks after each entry of a ticket's journal. */
    static List<Step> of(SlaDefinitions definitions, Ledger ledger, TicketRecord ticket) {
        return of(new ReplayTerms(definitions, ledger), ticket.type(), journal(ledger, ticket));
    }

    static List<Step> of(ReplayTerms terms, String type, List<JournalEntry> journal) {
        List<Step> steps = new ArrayList<>();
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", type);
        TicketClocks clocks = TicketClocks.NONE;
        for (JournalEntry entry : journal) {
            JournalEntry.Told told = entry.told();
            Object said = told.data().get(Timekeeper.DATA);
            terms.learn(said);
            Happening fact = take(facts, entry, told, said);
            TicketClocks base = Recalculation.base(entry.action(), told.data(), clocks);
            clocks = Fold.step(base, fact, terms);
            steps.add(new Step(entry, fact.after(), clocks));
        }
        return steps;
    }

    /** Brings the facts from before an entry to after it, and returns both. */
    static Happening take(
            Map<String, Object> facts, JournalEntry entry, JournalEntry.Told told, @Nullable Object said) {
        Situation before = entry.sequence() == 1 ? null : Situation.of(facts);
        for (FieldChange change : told.changes()) {
            Object to = change.to();
            if (to == null) {
                facts.remove(change.field());
            } else {
                facts.put(change.field(), to);
            }
        }
        Map<String, Object> after = new HashMap<>(facts);
        after.put("event", entry.event());
        after.put("action", entry.action());
        Object visibility = told.data().get("visibility");
        if (visibility != null) {
            after.put("visibility", visibility);
        }
        boolean byRequester = said instanceof Map<?, ?> map && map.containsKey(Situations.SIDE);
        after.put("side", byRequester ? "REQUESTER" : "DESK");
        return new Happening(
                before,
                Situation.of(after),
                entry.occurredAt(),
                Situations.reached(entry.action(), told.data()),
                Situations.isNotice(entry.action(), told.data()));
    }

    static List<JournalEntry> journal(Ledger ledger, TicketRecord ticket) {
        return journal(ledger, ticket.id().value());
    }

    static List<JournalEntry> journal(Ledger ledger, String ticket) {
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> part;
        long last = 0;
        do {
            part = ledger.list(Query.of(
                            JournalEntry.KIND,
                            ledger.tenant(),
                            JournalEntry.SUBJECT.is(ticket).and(JournalEntry.SEQUENCE.after(last)))
                    .sortedBy(Sort.ascending(JournalEntry.SEQUENCE))
                    .limitedTo(PART));
            all.addAll(part);
            last = part.isEmpty() ? last : part.get(part.size() - 1).sequence();
        } while (part.size() == PART);
        return all;
    }
}
