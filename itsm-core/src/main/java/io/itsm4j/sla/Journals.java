package io.itsm4j.sla;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journals of several tickets in one statement; only when they are very long together, each by itself. */
final class Journals {

    private final Ledger ledger;
    private final Map<String, List<JournalEntry>> known;

    private Journals(Ledger ledger, Map<String, List<JournalEntry>> known) {
        this.ledger = ledger;
        this.known = known;
    }

    static Journals of(Ledger ledger, Collection<String> tickets) {
        Map<String, List<JournalEntry>> known = new HashMap<>();
        if (!tickets.isEmpty()) {
            List<JournalEntry> all = ledger.list(
                    Query.of(JournalEntry.KIND, ledger.tenant(), JournalEntry.SUBJECT.in(List.copyOf(tickets)))
                            .sortedBy(Sort.ascending(JournalEntry.SEQUENCE)));
            if (all.size() < Query.MOST) {
                tickets.forEach(ticket -> known.put(ticket, new ArrayList<>()));
                all.forEach(entry -> known.computeIfAbsent(entry.subjectId(), none -> new ArrayList<>())
                        .add(entry));
            }
        }
        return new Journals(ledger, known);
    }

    /** The entries of one of them, oldest first. */
    List<JournalEntry> of(String ticket) {
        List<JournalEntry> entries = known.get(ticket);
        return entries == null ? Replay.journal(ledger, ticket) : entries;
    }
}
