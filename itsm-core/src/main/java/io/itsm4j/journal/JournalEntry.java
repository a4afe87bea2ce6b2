package io.itsm4j.journal;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one command did to one record. Entries of a record are numbered from 1 and chained: each hash covers the one
 * before.
 *
 * @param id UUIDv7 as text
 * @param tenant the tenant
 * @param subjectKind the kind of record, for example {@code ticket}
 * @param subjectId the record
 * @param sequence 1 for the record's first entry
 * @param event what happened, past tense, for example {@code TicketResolved}
 * @param action the action that did it, for example {@code resolve}
 * @param occurredAt when it happened
 * @param recordedAt when it was written; differs from {@code occurredAt} for imported history
 * @param actor who did it; replaced by a pseudonym when the person is erased
 * @param resultVersion the record's version after it
 * @param canonical the canonical form, verbatim as it was hashed
 * @param personal the personal values that the canonical form commits to, by commitment; erased ones are missing
 * @param previousHash the hash of the entry before, or 64 zeros for the first
 * @param hash SHA-256 over the previous hash and the canonical form
 * @param commandKey the digest of actor and idempotency key, on the first entry of a command that had one
 * @param payloadHash the digest of that command's input
 */
public record JournalEntry(
        String id,
        TenantId tenant,
        String subjectKind,
        String subjectId,
        long sequence,
        String event,
        String action,
        Instant occurredAt,
        Instant recordedAt,
        PersonId actor,
        long resultVersion,
        String canonical,
        Map<String, Salted> personal,
        String previousHash,
        String hash,
        @Nullable String commandKey,
        @Nullable String payloadHash) {

    /** The hash before the first entry of a record. */
    public static final String GENESIS = "0".repeat(64);

    /** The primary key. */
    public static final Attribute<JournalEntry, String> ID = Attribute.text("id", JournalEntry::id);

    /** The record it belongs to. */
    public static final Attribute<JournalEntry, String> SUBJECT = Attribute.text("subjectId", JournalEntry::subjectId);

    /** Its place in the record's chain. */
    public static final Attribute<JournalEntry, Long> SEQUENCE =
            Attribute.number("sequence", JournalEntry::sequence).sorted();

    /** The actor's id. */
    public static final Attribute<JournalEntry, String> ACTOR =
            Attribute.text("actor", entry -> entry.actor().value());

    /** When it was written. */
    public static final Attribute<JournalEntry, Instant> RECORDED_AT =
            Attribute.time("recordedAt", JournalEntry::recordedAt).sorted();

    /** The idempotency key's digest. */
    public static final Attribute<JournalEntry, String> COMMAND_KEY =
            Attribute.text("commandKey", JournalEntry::commandKey);

    /** How entries are stored. */
    public static final RecordKind<JournalEntry> KIND = RecordKind.of(
                    "journal", JournalEntry.class, JournalEntry::id, JournalEntry::tenant)
            .with(ID, ACTOR, RECORDED_AT)
            .unique(SUBJECT, SEQUENCE)
            .unique(COMMAND_KEY)
            .lookup(SUBJECT, COMMAND_KEY);

    /** Copies the personal values. */
    public JournalEntry {
        personal = Map.copyOf(personal);
    }

    /**
     * Whether the hash covers exactly this form after that one, every personal value is the committed one, and all that
     * the entry says beside its form is what the form says. Where the actor was erased, a pseudonym stands instead. The
     * id and the idempotency key are not in the form.
     */
    public boolean isIntact() {
        return hash.equals(Digests.sha256(previousHash, canonical))
                && personal.entrySet().stream()
                        .allMatch(e -> e.getKey().equals(e.getValue().commitment()))
                && saysWhatItsFormSays();
    }

    private boolean saysWhatItsFormSays() {
        try {
            Map<?, ?> form = form();
            return tenant.value().equals(form.get("tenant"))
                    && subjectKind.equals(form.get("kind"))
                    && subjectId.equals(form.get("subject"))
                    && Long.valueOf(sequence).equals(form.get("sequence"))
                    && Long.valueOf(resultVersion).equals(form.get("version"))
                    && event.equals(form.get("event"))
                    && action.equals(form.get("action"))
                    && occurredAt.toString().equals(form.get("occurredAt"))
                    && recordedAt.toString().equals(form.get("recordedAt"))
                    && isActor(form.get("actor"));
        } catch (IllegalArgumentException | ClassCastException noForm) {
            return false;
        }
    }

    private boolean isActor(@Nullable Object committed) {
        Salted salted = committed instanceof Map<?, ?> map ? personal.get(map.get(EntryForm.COMMITMENT)) : null;
        return salted == null ? actor.isErased() : salted.value().equals(actor.value());
    }

    /** The changes of fields, in the order of their names; an erased personal value reads as {@code "(erased)"}. */
    public List<FieldChange> changes() {
        return changes(form());
    }

    /** Further facts of the event (ids of comments, reasons); never null. */
    public Map<String, Object> data() {
        return data(form());
    }

    /** The changes and the further facts, in one reading. */
    public Told told() {
        Map<?, ?> form = form();
        return new Told(changes(form), data(form));
    }

    /**
     * What an entry tells.
     *
     * @param changes the changes of fields, in the order of their names
     * @param data further facts of the event
     */
    public record Told(List<FieldChange> changes, Map<String, Object> data) {}

    private List<FieldChange> changes(Map<?, ?> form) {
        List<FieldChange> changes = new ArrayList<>();
        Object body = form.get("changes");
        for (Object item : (List<?>) java.util.Objects.requireNonNull(body)) {
            List<?> triple = (List<?>) item;
            changes.add(new FieldChange((String) triple.get(0), shown(triple.get(1)), shown(triple.get(2))));
        }
        return changes;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> data(Map<?, ?> form) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(shown(form.get("data")));
    }

    /** The same entry as the first one of a command with an idempotency key; the chain does not cover the key. */
    public JournalEntry keyed(@Nullable String key, @Nullable String payload) {
        return new JournalEntry(
                id,
                tenant,
                subjectKind,
                subjectId,
                sequence,
                event,
                action,
                occurredAt,
                recordedAt,
                actor,
                resultVersion,
                canonical,
                personal,
                previousHash,
                hash,
                key,
                payload);
    }

    private Map<?, ?> form() {
        return (Map<?, ?>) java.util.Objects.requireNonNull(CanonicalJson.read(canonical));
    }

    private @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Object commitment = map.get(EntryForm.COMMITMENT);
            if (commitment != null && map.size() == 1) {
                Salted salted = personal.get(commitment);
                return salted == null ? EntryForm.ERASED : salted.value();
            }
            Map<String, @Nullable Object> shown = new java.util.LinkedHashMap<>();
            map.forEach((name, inner) -> shown.put((String) name, shown(inner)));
            return shown;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(item -> shown.add(shown(item)));
            return shown;
        }
        return value;
    }

    /**
     * The same entry with personal values erased, and the actor, when it is that person, replaced by a pseudonym. The
     * chain still verifies.
     *
     * @param isTheirs which values go
     */
    public JournalEntry without(PersonId person, PersonId pseudonym, Predicate<String> isTheirs) {
        return without(person, pseudonym, isTheirs, field -> false);
    }

    /**
     * The same, with all personal values of some fields.
     *
     * @param isTheirs which values go
     * @param areTheirs which fields lose what they were changed from and to
     */
    public JournalEntry without(
            PersonId person, PersonId pseudonym, Predicate<String> isTheirs, Predicate<String> areTheirs) {
        boolean byThem = actor.equals(person);
        Map<?, ?> form = form();
        Set<Object> gone = new HashSet<>();
        for (Object item : (List<?>) java.util.Objects.requireNonNull(form.get("changes"))) {
            List<?> triple = (List<?>) item;
            if (areTheirs.test((String) triple.get(0))) {
                commitments(triple, gone);
            }
        }
        Object self = form.get("actor") instanceof Map<?, ?> map ? map.get(EntryForm.COMMITMENT) : null;
        Map<String, Salted> left = new java.util.LinkedHashMap<>(personal);
        left.entrySet()
                .removeIf(e -> e.getKey().equals(self)
                        ? byThem
                        : gone.contains(e.getKey())
                                || isTheirs.test(e.getValue().value()));
        return new JournalEntry(
                id,
                tenant,
                subjectKind,
                subjectId,
                sequence,
                event,
                action,
                occurredAt,
                recordedAt,
                byThem ? pseudonym : actor,
                resultVersion,
                canonical,
                left,
                previousHash,
                hash,
                commandKey,
                payloadHash);
    }

    private static void commitments(@Nullable Object value, Set<Object> found) {
        if (value instanceof Map<?, ?> map) {
            Object commitment = map.get(EntryForm.COMMITMENT);
            if (commitment != null) {
                found.add(commitment);
            }
            map.values().forEach(inner -> commitments(inner, found));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> commitments(inner, found));
        }
    }
}
