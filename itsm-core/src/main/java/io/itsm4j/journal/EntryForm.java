package io.itsm4j.journal;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Version 1 of the canonical form: turns facts into a chained entry. */
public final class EntryForm {

    /** The version of the form, written into every entry. */
    public static final int VERSION = 1;

    static final String COMMITMENT = "committed";
    static final String ERASED = "(erased)";

    private final IdSource ids;

    /** Forms entries with ids and salts from the source. */
    public EntryForm(IdSource ids) {
        this.ids = ids;
    }

    /**
     * Chains facts to a record.
     *
     * @param head the record's chain so far
     * @param version the record's version after the command
     * @return the entry, with {@code sequence = head.sequence() + 1}
     */
    public JournalEntry chain(
            TenantId tenant,
            String kind,
            String subject,
            ChainHead head,
            long version,
            Facts facts,
            PersonId actor,
            Instant occurredAt,
            Instant recordedAt) {
        Commitments commitments = new Commitments(ids.salt());
        long sequence = head.sequence() + 1;
        Map<String, @Nullable Object> form = new TreeMap<>();
        form.put("form", VERSION);
        form.put("tenant", tenant.value());
        form.put("kind", kind);
        form.put("subject", subject);
        form.put("sequence", sequence);
        form.put("version", version);
        form.put("event", facts.event());
        form.put("action", facts.action());
        String recorded = recordedAt.toString();
        form.put("occurredAt", occurredAt.equals(recordedAt) ? recorded : occurredAt.toString());
        form.put("recordedAt", recorded);
        form.put("actor", commitments.seal(new Personal(actor.value())));
        form.put("changes", changes(facts.changes(), commitments));
        form.put("data", commitments.seal(facts.data()));
        String canonical = CanonicalJson.write(form);
        return new JournalEntry(
                ids.next(recordedAt),
                tenant,
                kind,
                subject,
                sequence,
                facts.event(),
                facts.action(),
                occurredAt,
                recordedAt,
                actor,
                version,
                canonical,
                commitments.values,
                head.hash(),
                Digests.sha256(head.hash(), canonical),
                facts.commandKey(),
                facts.payloadHash());
    }

    private static List<Object> changes(List<FieldChange> changes, Commitments commitments) {
        List<Object> rows = new ArrayList<>();
        for (FieldChange change : changes) {
            List<@Nullable Object> row = new ArrayList<>(3);
            row.add(change.field());
            row.add(commitments.seal(change.from()));
            row.add(commitments.seal(change.to()));
            rows.add(row);
        }
        return rows;
    }

    /** Replaces personal values by commitments, each with a salt of its own derived from one random seed. */
    private static final class Commitments {

        private final String seed;
        private final Map<String, Salted> values = new HashMap<>();

        Commitments(String seed) {
            this.seed = seed;
        }

        @Nullable Object seal(@Nullable Object value) {
            if (value instanceof Personal personal) {
                String salt =
                        Digests.sha256(seed, String.valueOf(values.size())).substring(0, 32);
                Salted salted = new Salted(salt, personal.value());
                String commitment = salted.commitment();
                values.put(commitment, salted);
                return Map.of(COMMITMENT, commitment);
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> sealed = new ArrayList<>();
                list.forEach(item -> sealed.add(seal(item)));
                return sealed;
            }
            if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> sealed = new TreeMap<>();
                map.forEach((name, inner) -> sealed.put((String) name, seal(inner)));
                return sealed;
            }
            return value instanceof Instant time ? time.toString() : value;
        }
    }
}
