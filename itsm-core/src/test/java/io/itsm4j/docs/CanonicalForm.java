package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The canonical form of journal entries, field by field, and an example of it. */
final class CanonicalForm {

    private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        field("form", "number", "the version of the form: 1");
        field("tenant", "text", "the tenant's id");
        field("kind", "text", "the kind of record: `ticket`");
        field("subject", "text", "the record's id");
        field("sequence", "number", "1 for the record's first entry, one more for each");
        field("version", "number", "the record's version after the command");
        field("event", "text", "what happened, past tense");
        field("action", "text", "the action that did it");
        field("occurredAt", "text", "when it happened, as `Instant.toString` prints it, cut to microseconds");
        field("recordedAt", "text", "when it was written, likewise");
        field("actor", "commitment", "who did it");
        field(
                "changes",
                "list",
                "for each changed field its name, the value before and the value after; null for none");
        field("data", "map", "what else there is to know, by name");
    }

    private CanonicalForm() {}

    private static void field(String name, String kind, String meaning) {
        FIELDS.put(name, List.of("`" + name + "`", kind, meaning));
    }

    private static Map<?, ?> form() {
        return (Map<?, ?>) Objects.requireNonNull(
                CanonicalJson.read(JournalGuideTest.example().canonical()));
    }

    static String fields() {
        if (!FIELDS.keySet().equals(form().keySet())) {
            throw new IllegalStateException("an entry has the fields " + form().keySet());
        }
        return GeneratedParts.table(List.of("field", "kind", "meaning"), FIELDS.values().stream());
    }

    /** Verbatim but for line breaks between the fields and between changes. */
    static String example() {
        JournalEntry entry = JournalGuideTest.example();
        String fields = form().entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + value(field.getValue()))
                .collect(joining(",\n "));
        return "```json\n{" + fields + "}\n```\n\nIts hash is `" + entry.hash()
                + "`. Without line breaks and indentation it is exactly" + " what was hashed after 64 zeros.\n";
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJson::write).collect(joining(",\n  ", "[\n  ", "]"));
        }
        return CanonicalJson.write(value);
    }
}
