package io.itsm4j.interop;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Tickets;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A XES log while it is written; nothing is kept beyond the ticket at hand. */
final class XesLog {

    private static final String HOME = "http://www.xes-standard.org/";
    private static final Map<String, String> EXTENSIONS = Map.of(
            "concept", "Concept",
            "identity", "Identity",
            "lifecycle", "Lifecycle",
            "org", "Organizational",
            "time", "Time");

    private final JournalExport export;
    private long tickets;
    private long entries;

    XesLog(JournalExport export) {
        this.export = export;
    }

    ExportReport write(OutputStream out) throws IOException {
        List<Tickets<?>> sources = export.sources();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            head(xml);
            for (Tickets<?> source : sources) {
                export.tickets(source, (tickets, ticket) -> trace(xml, tickets, ticket));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failed) {
            throw unwrapped(failed);
        }
        return new ExportReport(tickets, entries);
    }

    private static void head(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(HOME);
        xml.writeAttribute("xes.version", "1849-2016");
        xml.writeAttribute("xes.features", "");
        for (String prefix : List.of("concept", "time", "org", "lifecycle", "identity")) {
            xml.writeCharacters("\n  ");
            xml.writeEmptyElement("extension");
            xml.writeAttribute("name", String.valueOf(EXTENSIONS.get(prefix)));
            xml.writeAttribute("prefix", prefix);
            xml.writeAttribute("uri", HOME + prefix + ".xesext");
        }
        global(xml, "trace", "concept:name", "ticketType");
        global(xml, "event", "concept:name", "lifecycle:transition", "org:resource", "action", "state");
        classifier(xml, "Event", "concept:name");
        classifier(xml, "Event and transition", "concept:name lifecycle:transition");
        classifier(xml, "State", "state");
        attribute(xml, "\n  ", "string", "concept:name", "itsm4j journal");
        attribute(xml, "\n  ", "string", "lifecycle:model", "standard");
    }

    private static void global(XMLStreamWriter xml, String scope, String... keys) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        for (String key : keys) {
            attribute(xml, "\n    ", "string", key, "");
        }
        if (scope.equals("event")) {
            attribute(xml, "\n    ", "date", "time:timestamp", Instant.EPOCH.toString());
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void classifier(XMLStreamWriter xml, String name, String keys) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    private <D> void trace(XMLStreamWriter xml, Tickets<D> source, Ticket<D> ticket) throws IOException {
        try {
            xml.writeCharacters("\n  ");
            xml.writeStartElement("trace");
            attribute(xml, "\n    ", "string", "concept:name", ticket.number());
            attribute(xml, "\n    ", "id", "identity:id", ticket.id().value());
            attribute(xml, "\n    ", "string", "ticketType", ticket.type());
            Standing standing = new Standing();
            export.entries(source, ticket.id(), entry -> event(xml, standing, entry));
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
            tickets++;
        } catch (XMLStreamException failed) {
            throw unwrapped(failed);
        }
    }

    private void event(XMLStreamWriter xml, Standing standing, JournalEntry entry) throws IOException {
        XesTransition transition = standing.after(entry);
        String line = "\n      ";
        try {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("event");
            attribute(xml, line, "string", "concept:name", entry.event());
            attribute(xml, line, "id", "identity:id", entry.id());
            attribute(xml, line, "date", "time:timestamp", entry.occurredAt().toString());
            attribute(xml, line, "string", "lifecycle:transition", transition.toString());
            attribute(xml, line, "string", "org:resource", export.person(entry.actor()));
            if (!standing.group().isEmpty()) {
                attribute(xml, line, "string", "org:group", standing.group());
            }
            attribute(xml, line, "string", "action", entry.action());
            attribute(xml, line, "string", "state", standing.state());
            attribute(xml, line, "string", "priority", standing.priority());
            attribute(xml, line, "date", "recordedAt", entry.recordedAt().toString());
            for (Map.Entry<String, String> field :
                    Standing.texts(entry, export.fields()).entrySet()) {
                attribute(xml, line, "string", field.getKey(), field.getValue());
            }
            xml.writeCharacters("\n    ");
            xml.writeEndElement();
            entries++;
        } catch (XMLStreamException failed) {
            throw unwrapped(failed);
        }
    }

    private static void attribute(XMLStreamWriter xml, String line, String type, String key, String value)
            throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", legal(value));
    }

    /** XML 1.0 has no form for most control characters, not even an escaped one. */
    private static String legal(String value) {
        boolean clean = value.codePoints().allMatch(XesLog::isLegal);
        return clean
                ? value
                : value.codePoints()
                        .map(point -> isLegal(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static IOException unwrapped(XMLStreamException failed) {
        Throwable cause = failed.getNestedException();
        return cause instanceof IOException stream ? stream : new IOException(failed);
    }
}
