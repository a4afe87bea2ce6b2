package io.itsm4j.ticket;

import io.itsm4j.journal.ChainHead;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changed between two states of a ticket, in the words of the journal. */
final class Changes {

    /** What the names of custom fields begin with. */
    static final String CUSTOM = "field.";

    private record Field(String name, boolean personal, Function<TicketRecord, ? extends @Nullable Object> reader) {}

    /** Fields grouped by the part of the record they come from, so that an untouched part costs one comparison. */
    private record Part(Function<TicketRecord, Object> part, List<Field> fields) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    TicketRecord::state,
                    List.of(
                            plain("state", t -> t.state().name()),
                            plain("stateCategory", t -> t.state().category()))),
            new Part(
                    TicketRecord::content,
                    List.of(
                            personal("title", t -> t.content().title()),
                            personal("description", t -> blankToNull(t.content().description())))),
            new Part(
                    TicketRecord::people,
                    List.of(
                            personal("requester", t -> t.people().requester()),
                            personal("openedFor", t -> t.people().openedFor()),
                            personal("openedBy", t -> t.people().openedBy()),
                            plain("organisationUnit", t -> t.people().organisationUnit()),
                            plain("channel", t -> t.people().channel()),
                            personal("watchers", t -> emptyToNull(t.people().watchers())))),
            new Part(
                    TicketRecord::classification,
                    List.of(
                            plain("category", t -> t.classification().category()),
                            plain("service", t -> t.classification().service()),
                            plain(
                                    "cis",
                                    t -> emptyToNull(t.classification().cis().stream()
                                            .map(ci -> ci.ci() + " " + ci.origin())
                                            .toList())),
                            plain("impact", t -> t.classification().impact()),
                            plain("urgency", t -> t.classification().urgency()),
                            plain("priority", t -> t.classification().priority()),
                            personal("overrideReason", t -> t.classification().overrideReason()),
                            plain("tags", t -> emptyToNull(t.classification().tags())))),
            new Part(
                    TicketRecord::assignment,
                    List.of(
                            plain("group", t -> t.assignment().group()),
                            personal("assignee", t -> t.assignment().assignee()),
                            plain("tier", t -> t.assignment().tier()))),
            new Part(
                    TicketRecord::times,
                    List.of(
                            plain("openedAt", t -> t.times().openedAt()),
                            plain("firstRespondedAt", t -> t.times().firstRespondedAt()),
                            plain("resolvedAt", t -> t.times().resolvedAt()),
                            plain("closedAt", t -> t.times().closedAt()),
                            plain("archivedAt", t -> t.times().archivedAt()))),
            new Part(
                    TicketRecord::family,
                    List.of(
                            plain("parent", t -> t.family().parent()),
                            plain("mergedInto", t -> t.family().mergedInto()))),
            new Part(TicketRecord::restrictedTo, List.of(plain("restrictedTo", t -> emptyToNull(t.restrictedTo())))),
            new Part(
                    t -> t,
                    List.of(
                            plain("pendingReason", TicketRecord::pendingReason),
                            plain("externalReference", TicketRecord::externalReference))));

    private static final Map<String, Function<TicketRecord, ? extends @Nullable Object>> OPEN_FACTS = openFacts();

    private Changes() {}

    private static Map<String, Function<TicketRecord, ? extends @Nullable Object>> openFacts() {
        Map<String, Function<TicketRecord, ? extends @Nullable Object>> facts = new HashMap<>();
        PARTS.forEach(part -> part.fields().stream()
                .filter(field -> !field.personal())
                .forEach(field -> facts.put(field.name(), field.reader())));
        return facts;
    }

    /** A fact of a ticket in the form of the journal, as far as it is about no person; else null. */
    static <D> @Nullable Object openFact(TicketType<D> type, TicketRecord ticket, String name) {
        Function<TicketRecord, ? extends @Nullable Object> reader = OPEN_FACTS.get(name);
        if (reader != null) {
            return Canonical.of(reader.apply(ticket), false);
        }
        for (DetailField<D> field : type.detailFields()) {
            if (field.name().equals(name) && !field.personal()) {
                return field.canonical(type.detailsClass().cast(ticket.details()));
            }
        }
        return null;
    }

    static <D> List<FieldChange> between(TicketType<D> type, @Nullable TicketRecord before, TicketRecord after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Part part : PARTS) {
            boolean touched =
                    before == null || part.part().apply(before) != part.part().apply(after);
            if (touched) {
                for (Field field : part.fields()) {
                    compare(
                            changes,
                            field.name(),
                            field.personal(),
                            before == null ? null : field.reader().apply(before),
                            field.reader().apply(after));
                }
            }
        }
        fields(changes, before, after);
        if (before == null || before.details() != after.details()) {
            for (DetailField<D> field : type.detailFields()) {
                D was = before == null ? type.blank() : type.detailsClass().cast(before.details());
                D is = type.detailsClass().cast(after.details());
                compare(
                        changes,
                        field.name(),
                        field.personal(),
                        field.reader().apply(was),
                        field.reader().apply(is));
            }
        }
        return changes;
    }

    private static void fields(List<FieldChange> changes, @Nullable TicketRecord before, TicketRecord after) {
        boolean untouched =
                before == null ? after.fields().isEmpty() : before.fields().equals(after.fields());
        if (untouched) {
            return;
        }
        TreeSet<String> keys = new TreeSet<>(after.fields().keySet());
        if (before != null) {
            keys.addAll(before.fields().keySet());
        }
        for (String key : keys) {
            compare(changes, CUSTOM + key, true, value(before, key), value(after, key));
        }
    }

    /** A number may be one that somebody is called at, so it is committed to like a text. */
    private static @Nullable Object value(@Nullable TicketRecord ticket, String key) {
        FieldValue field = ticket == null ? null : ticket.fields().get(key);
        Object value = field == null ? null : field.value();
        return value instanceof Long number ? number.toString() : value;
    }

    private static void compare(
            List<FieldChange> changes, String name, boolean personal, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            changes.add(new FieldChange(name, Canonical.of(was, personal), Canonical.of(is, personal)));
        }
    }

    /** The same ticket at the end of its chain. */
    static TicketRecord chained(TicketRecord t, JournalEntry entry) {
        return new TicketRecord(
                t.id(),
                t.tenant(),
                t.number(),
                t.type(),
                t.lifecycleVersion(),
                t.state(),
                t.version(),
                t.content(),
                t.people(),
                t.classification(),
                t.assignment(),
                t.times(),
                t.family(),
                t.due(),
                t.restrictedTo(),
                t.fields(),
                t.pendingReason(),
                t.externalReference(),
                t.correlationKey(),
                t.serviceLevels(),
                ChainHead.of(entry),
                t.details());
    }

    private static Field plain(String name, Function<TicketRecord, ? extends @Nullable Object> reader) {
        return new Field(name, false, reader);
    }

    private static Field personal(String name, Function<TicketRecord, ? extends @Nullable Object> reader) {
        return new Field(name, true, reader);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Object emptyToNull(java.util.Collection<?> many) {
        return many.isEmpty() ? null : many;
    }
}
