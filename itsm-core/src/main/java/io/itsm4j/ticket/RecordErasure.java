package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Takes one person out of kept records: out of what they say now, and with value and salt out of their journal. */
final class RecordErasure {

    private final Engine engine;
    private final PersonId person;
    private final PersonId pseudonym;

    RecordErasure(Engine engine, PersonId person, PersonId pseudonym) {
        this.engine = engine;
        this.person = person;
        this.pseudonym = pseudonym;
    }

    /** Erases the person from one record, in a transaction of its own; whether there was anything to erase. */
    <R extends Kept> boolean erase(RecordType<R> type, R seen) {
        return new Keeping(engine).work(Acting.system(seen.tenant()), StandardActions.ERASE.name(), ledger -> {
            R record = ledger.find(type, seen.id()).orElse(null);
            if (record == null) {
                return false;
            }
            Query<JournalEntry> own = Query.of(JournalEntry.KIND, seen.tenant(), JournalEntry.SUBJECT.is(seen.id()));
            List<JournalEntry> entries = Paging.all(ledger::list, own, JournalEntry.ID);
            R erased = type.erased(ledger, record, person, pseudonym);
            boolean named = entries.stream().anyMatch(this::names);
            if (erased.equals(record) && !named && ledger.rows().isEmpty()) {
                return false;
            }
            ledger.silently(type, record, erased, "PersonErased", Map.of());
            entries.forEach(entry -> forget(ledger, entry));
            return true;
        });
    }

    private boolean names(JournalEntry entry) {
        return entry.actor().equals(person)
                || entry.personal().values().stream()
                        .anyMatch(salted -> salted.value().equals(person.value()));
    }

    private void forget(Ledger ledger, JournalEntry entry) {
        boolean byThem = entry.actor().equals(person);
        Predicate<String> goes = value -> byThem || value.equals(person.value());
        if (names(entry)) {
            ledger.replace(JournalEntry.KIND, entry, entry.without(person, pseudonym, goes));
        }
    }
}
