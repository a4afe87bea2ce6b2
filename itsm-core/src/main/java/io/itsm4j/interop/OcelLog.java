package io.itsm4j.interop;

import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An OCEL 2.0 log while it is written: events first, since they tell which types, people and items there are, then the
 * objects, then the types. The members of a JSON object have no order, so a reader does not mind.
 */
final class OcelLog {

    private static final String PERSON = "Person";
    private static final String GROUP = "Group";
    private static final String ITEM = "Configuration item";

    /** The journalled fields that become attributes of a ticket as it stood at a time. */
    private static final Set<String> TRACKED = Set.of("state", "stateCategory", "priority", "group");

    private final JournalExport export;
    private final Set<String> eventTypes = new TreeSet<>();
    private final Set<String> people = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> items = new TreeSet<>();
    private long tickets;
    private long entries;

    OcelLog(JournalExport export) {
        this.export = export;
    }

    /** An array that is written element by element. */
    private static final class Elements {

        private final Writer out;
        private String before = "\n";

        Elements(Writer out) {
            this.out = out;
        }

        void add(Map<String, ?> element) throws IOException {
            out.append(before).append(CanonicalJson.write(element));
            before = ",\n";
        }
    }

    ExportReport write(OutputStream stream) throws IOException {
        List<Tickets<?>> sources = export.sources();
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.append("{\"events\":[");
        Elements events = new Elements(out);
        for (Tickets<?> source : sources) {
            export.tickets(source, (from, ticket) -> events(events, from, ticket));
        }
        out.append("],\n\"objects\":[");
        Elements objects = new Elements(out);
        for (Tickets<?> source : sources) {
            export.tickets(source, (from, ticket) -> objects.add(object(sources, from, ticket)));
        }
        for (String person : people) {
            objects.add(bare(id(PERSON, person), PERSON));
        }
        for (String group : groups) {
            objects.add(bare(id(GROUP, group), GROUP));
        }
        for (String item : items) {
            objects.add(bare(id(ITEM, item), ITEM));
        }
        out.append("],\n\"eventTypes\":[");
        Elements types = new Elements(out);
        for (String type : eventTypes) {
            types.add(type(type, eventAttributes()));
        }
        out.append("],\n\"objectTypes\":[");
        Elements kinds = new Elements(out);
        for (Tickets<?> source : sources) {
            kinds.add(type(source.type().name(), objectAttributes()));
        }
        for (String kind : List.of(PERSON, GROUP, ITEM)) {
            kinds.add(type(kind, List.of()));
        }
        out.append("]}\n");
        out.flush();
        return new ExportReport(tickets, entries);
    }

    private void events(Elements events, Tickets<?> source, Ticket<?> ticket) throws IOException {
        Standing standing = new Standing();
        export.entries(source, ticket.id(), entry -> events.add(event(ticket, standing, entry)));
        tickets++;
    }

    private Map<String, ?> event(Ticket<?> ticket, Standing standing, JournalEntry entry) {
        XesTransition transition = standing.after(entry);
        entries++;
        eventTypes.add(entry.event());
        List<Map<String, ?>> attributes = new ArrayList<>();
        attributes.add(value("action", entry.action()));
        attributes.add(value("transition", transition.toString()));
        attributes.add(value("sequence", entry.sequence()));
        attributes.add(value("recordedAt", entry.recordedAt().toString()));
        attributes.add(value("state", standing.state()));
        attributes.add(value("priority", standing.priority()));
        Standing.texts(entry, export.fields()).forEach((field, text) -> attributes.add(value(field, text)));
        List<Map<String, ?>> related = new ArrayList<>();
        related.add(to(ticket.id().value(), "subject"));
        related.add(to(seen(people, PERSON, export.person(entry.actor())), "actor"));
        if (!standing.assignee().isEmpty()) {
            String assignee = export.person(io.itsm4j.actor.PersonId.of(standing.assignee()));
            related.add(to(seen(people, PERSON, assignee), "assignee"));
        }
        if (!standing.group().isEmpty()) {
            related.add(to(seen(groups, GROUP, standing.group()), "support group"));
        }
        for (String item : Standing.items(entry)) {
            related.add(to(seen(items, ITEM, item), "affected item"));
        }
        return Map.of(
                "id", entry.id(),
                "type", entry.event(),
                "time", entry.occurredAt().toString(),
                "attributes", attributes,
                "relationships", related);
    }

    private <D> Map<String, ?> object(List<Tickets<?>> sources, Tickets<D> source, Ticket<D> ticket)
            throws IOException {
        List<Map<String, ?>> attributes = new ArrayList<>();
        attributes.add(at("number", ticket.number(), ticket.times().openedAt()));
        Set<String> wanted = new TreeSet<>(TRACKED);
        wanted.addAll(export.fields());
        export.entries(
                source,
                ticket.id(),
                entry -> Standing.texts(entry, wanted)
                        .forEach((field, text) -> attributes.add(at(field, text, entry.occurredAt()))));
        return Map.of(
                "id", ticket.id().value(),
                "type", ticket.type(),
                "attributes", attributes,
                "relationships", related(sources, source, ticket));
    }

    private <D> List<Map<String, ?>> related(List<Tickets<?>> sources, Tickets<D> source, Ticket<D> ticket) {
        List<Map<String, ?>> related = new ArrayList<>();
        String requester = export.person(ticket.people().requester());
        String affected = export.person(ticket.people().openedFor());
        related.add(to(seen(people, PERSON, requester), "requested by"));
        related.add(to(seen(people, PERSON, affected), "opened for"));
        for (AffectedCi ci : ticket.classification().cis()) {
            if (ci.origin() != AffectedCi.Origin.EXCLUDED) {
                related.add(to(seen(items, ITEM, ci.ci()), "affects"));
            }
        }
        TicketId parent = ticket.family().parent();
        if (parent != null && export.holds(sources, parent)) {
            related.add(to(parent.value(), "part of"));
        }
        for (Link link : source.links(ticket.id())) {
            if (link.from().equals(ticket.id()) && export.holds(sources, link.to())) {
                related.add(to(link.to().value(), link.type().forward()));
            }
        }
        return related;
    }

    private static String seen(Set<String> all, String kind, String name) {
        all.add(name);
        return id(kind, name);
    }

    private static String id(String kind, String name) {
        return kind + ":" + name;
    }

    private static Map<String, ?> bare(String id, String type) {
        return Map.of("id", id, "type", type, "attributes", List.of(), "relationships", List.of());
    }

    private static Map<String, ?> to(String object, String qualifier) {
        return Map.of("objectId", object, "qualifier", qualifier);
    }

    private static Map<String, ?> value(String name, Object value) {
        return Map.of("name", name, "value", value);
    }

    private static Map<String, ?> at(String name, String value, Instant time) {
        return Map.of("name", name, "value", value, "time", time.toString());
    }

    private static Map<String, ?> type(String name, List<Map<String, ?>> attributes) {
        return Map.of("name", name, "attributes", attributes);
    }

    private List<Map<String, ?>> eventAttributes() {
        List<Map<String, ?>> declared = new ArrayList<>();
        for (String name : List.of("action", "transition", "state", "priority")) {
            declared.add(Map.of("name", name, "type", "string"));
        }
        declared.add(Map.of("name", "sequence", "type", "integer"));
        declared.add(Map.of("name", "recordedAt", "type", "time"));
        return with(declared, export.fields());
    }

    private List<Map<String, ?>> objectAttributes() {
        List<Map<String, ?>> declared = new ArrayList<>();
        declared.add(Map.of("name", "number", "type", "string"));
        Set<String> all = new TreeSet<>(TRACKED);
        all.addAll(export.fields());
        return with(declared, all);
    }

    private static List<Map<String, ?>> with(List<Map<String, ?>> declared, Set<String> names) {
        names.forEach(name -> declared.add(Map.of("name", name, "type", "string")));
        return declared;
    }
}
