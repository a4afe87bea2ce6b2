package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.interop.ExportReport;
import io.itsm4j.interop.JournalExport;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The journal taken out as XES and as OCEL 2.0: whole, in order, and no more of it than its reader may see. */
public abstract class ExportContract extends Contract {

    private static final String XES = "http://www.xes-standard.org/";

    private final Actor otto = Actor.of("acme", "otto", Role.AUDITOR);
    private Itsm itsm;
    private TicketId vpn;
    private TicketId mail;
    private TicketId secret;

    @BeforeEach
    void three_incidents_and_one_of_another_tenant() {
        itsm = builder().build();
        Incidents desk = itsm.as(bob).incidents();
        vpn = desk.open(OpenTicket.titled("VPN <down> & \"out\"")
                        .requestedBy("alice")
                        .touching("ci-router"))
                .id();
        clock.advance(Duration.ofMinutes(10));
        desk.tickets().assign(vpn, Assign.to("network", "bob"));
        clock.advance(Duration.ofMinutes(5));
        desk.start(vpn);
        clock.advance(Duration.ofMinutes(5));
        desk.hold(vpn, HoldIncident.because(HoldReason.VENDOR));
        clock.advance(Duration.ofMinutes(30));
        desk.resume(vpn);
        desk.tickets().assign(vpn, Assign.to("network", "carol"));
        clock.advance(Duration.ofMinutes(10));
        desk.resolve(vpn, ResolveIncident.with("RESTARTED", "Restarted the router"));
        desk.close(vpn);
        mail = desk.open(OpenTicket.titled("Mail is slow").requestedBy("dave")).id();
        desk.tickets().link(mail, LinkType.CAUSED_BY, vpn);
        desk.cancel(mail, "not needed");
        secret = itsm.as(carol)
                .incidents()
                .open(OpenTicket.titled("A warning letter").restrictedToGroups("hr"))
                .id();
        itsm.as(Actor.of("globex", "gus", Role.AGENT)).incidents().open(OpenTicket.titled("Elsewhere"));
    }

    private JournalExport export(Actor actor) {
        return JournalExport.of(itsm.as(actor).queue());
    }

    private interface Writing {
        ExportReport to(OutputStream out) throws IOException;
    }

    private static String text(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Element xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document =
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return document.getDocumentElement();
        } catch (Exception malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                assertThat(element.getNamespaceURI()).isEqualTo(XES);
                found.add(element);
            }
        }
        return found;
    }

    /** The attributes of a trace or an event, with their XES types. */
    private static Map<String, String> attributes(Element of) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String type : List.of("string", "date", "int", "float", "boolean", "id")) {
            for (Element attribute : children(of, type)) {
                String twin = attributes.put(attribute.getAttribute("key"), attribute.getAttribute("value"));
                assertThat(twin).as(attribute.getAttribute("key")).isNull();
            }
        }
        return attributes;
    }

    private static List<String> column(Element trace, String key) {
        return children(trace, "event").stream()
                .map(event -> String.valueOf(attributes(event).get(key)))
                .toList();
    }

    @Test
    void xes_has_a_trace_for_each_ticket_and_an_event_for_each_entry_in_order() throws IOException {
        Element log = xml(text(export(otto)::xes));

        assertThat(log.getLocalName()).isEqualTo("log");
        assertThat(log.getAttribute("xes.version")).isEqualTo("1849-2016");
        List<Element> traces = children(log, "trace");
        assertThat(traces).hasSize(2);
        Element trace = traces.get(0);
        assertThat(attributes(trace))
                .containsEntry("concept:name", "INC0000001")
                .containsEntry("identity:id", vpn.value())
                .containsEntry("ticketType", "incident");
        assertThat(column(trace, "concept:name"))
                .containsExactly(
                        "TicketOpened",
                        "TicketAssigned",
                        "TicketStarted",
                        "TicketHeld",
                        "TicketResumed",
                        "TicketAssigned",
                        "TicketResolved",
                        "TicketClosed");
        assertThat(column(trace, "lifecycle:transition"))
                .containsExactly("schedule", "assign", "start", "suspend", "resume", "reassign", "complete", "unknown");
        assertThat(column(trace, "state"))
                .containsExactly(
                        "NEW", "NEW", "IN_PROGRESS", "ON_HOLD", "IN_PROGRESS", "IN_PROGRESS", "RESOLVED", "CLOSED");
        assertThat(column(trace, "time:timestamp"))
                .startsWith("2026-03-02T09:00:00Z", "2026-03-02T09:10:00Z", "2026-03-02T09:15:00Z")
                .isSorted();
        assertThat(column(trace, "org:resource")).containsOnly("bob");
        assertThat(column(trace, "org:group").subList(0, 2)).containsExactly("null", "network");
        assertThat(column(traces.get(1), "lifecycle:transition")).containsExactly("schedule", "unknown", "withdraw");
        assertThat(export(otto).xes(OutputStream.nullOutputStream())).isEqualTo(new ExportReport(2, 11));
    }

    @Test
    void xes_declares_the_extensions_it_uses_and_what_every_event_has() {
        Element log = xml(text(export(otto)::xes));

        Map<String, String> extensions = new LinkedHashMap<>();
        children(log, "extension").forEach(one -> extensions.put(one.getAttribute("prefix"), one.getAttribute("uri")));
        assertThat(extensions)
                .containsEntry("concept", XES + "concept.xesext")
                .containsEntry("time", XES + "time.xesext")
                .containsEntry("org", XES + "org.xesext")
                .containsEntry("lifecycle", XES + "lifecycle.xesext");
        assertThat(children(log, "classifier"))
                .extracting(one -> one.getAttribute("keys"))
                .contains("concept:name", "concept:name lifecycle:transition");
        assertThat(attributes(log)).containsEntry("lifecycle:model", "standard");
        for (Element global : children(log, "global")) {
            Set<String> promised = attributes(global).keySet();
            assertThat(promised).isNotEmpty();
            for (Element trace : children(log, "trace")) {
                List<Element> holders =
                        global.getAttribute("scope").equals("trace") ? List.of(trace) : children(trace, "event");
                holders.forEach(one -> assertThat(attributes(one)).containsKeys(promised.toArray(String[]::new)));
            }
        }
        children(log, "trace")
                .forEach(trace -> children(trace, "event")
                        .forEach(event -> attributes(event).keySet().stream()
                                .filter(key -> key.contains(":"))
                                .forEach(key ->
                                        assertThat(extensions).containsKey(key.substring(0, key.indexOf(':'))))));
    }

    @Test
    void ocel_has_the_structure_of_its_schema_and_every_entry_as_an_event() throws IOException {
        OcelCheck log = OcelCheck.of(text(export(otto)::ocel));

        assertThat(log.events()).hasSize(11);
        assertThat(log.idsOf("incident")).containsExactlyInAnyOrder(vpn.value(), mail.value());
        assertThat(log.idsOf("Person"))
                .containsExactlyInAnyOrder("Person:alice", "Person:bob", "Person:carol", "Person:dave");
        assertThat(log.idsOf("Group")).containsExactly("Group:network");
        assertThat(log.idsOf("Configuration item")).containsExactly("Configuration item:ci-router");
        Map<String, Object> caused = log.objects().get(mail.value());
        assertThat(OcelCheck.related(caused, "caused by")).containsExactly(vpn.value());
        assertThat(OcelCheck.related(caused, "requested by")).containsExactly("Person:dave");
        Map<String, Object> first = log.objects().get(vpn.value());
        assertThat(OcelCheck.related(first, "affects")).containsExactly("Configuration item:ci-router");
        assertThat(OcelCheck.values(first, "state"))
                .containsExactly("NEW", "IN_PROGRESS", "ON_HOLD", "IN_PROGRESS", "RESOLVED", "CLOSED");
        List<Map<String, Object>> resolved = log.events().values().stream()
                .filter(event -> event.get("type").equals("TicketResolved"))
                .toList();
        assertThat(resolved).hasSize(1);
        assertThat(OcelCheck.related(resolved.get(0), "subject")).containsExactly(vpn.value());
        assertThat(OcelCheck.related(resolved.get(0), "actor")).containsExactly("Person:bob");
        assertThat(OcelCheck.related(resolved.get(0), "assignee")).containsExactly("Person:carol");
        assertThat(OcelCheck.values(resolved.get(0), "transition")).containsExactly("complete");
        assertThat(export(otto).ocel(OutputStream.nullOutputStream())).isEqualTo(new ExportReport(2, 11));
    }

    @Test
    void holds_what_its_reader_may_see_and_nothing_else() {
        Actor ofHr = otto.inGroups("hr");
        for (String text : List.of(text(export(otto)::xes), text(export(otto)::ocel))) {
            assertThat(text).contains(vpn.value()).doesNotContain(secret.value(), "globex", "gus");
            assertThat(text).doesNotContain("VPN", "warning letter", "Restarted the router", "not needed");
        }
        assertThat(text(export(ofHr)::xes)).contains(secret.value());
        assertThat(OcelCheck.of(text(export(ofHr)::ocel)).idsOf("incident")).contains(secret.value());
        for (Actor none : List.of(bob, alice)) {
            refused(NotPermitted.class, "NOT_PERMITTED", () -> text(export(none)::xes));
            refused(NotPermitted.class, "NOT_PERMITTED", () -> text(export(none)::ocel));
        }
        assertThat(itsm.as(bob).queue().exportable()).isEmpty();
    }

    @Test
    void a_link_to_a_ticket_that_is_not_in_the_log_is_left_out() {
        itsm.as(carol.inGroups("desk", "hr")).incidents().tickets().link(secret, LinkType.RELATED_TO, mail);

        OcelCheck log = OcelCheck.of(text(export(otto).only(TicketAttributes.ID.is(mail.value()))::ocel));

        assertThat(log.idsOf("incident")).containsExactly(mail.value());
        assertThat(OcelCheck.related(log.objects().get(mail.value()), "caused by"))
                .isEmpty();
    }

    @Test
    void people_are_pseudonyms_when_asked_for_and_the_same_ones_in_both_logs() {
        JournalExport export = export(otto).pseudonymised("a secret of some length");

        String xes = text(export::xes);
        OcelCheck ocel = OcelCheck.of(text(export::ocel));

        assertThat(xes).doesNotContain("bob", "carol", "alice");
        assertThat(ocel.idsOf("Person")).hasSize(4).allMatch(id -> id.matches("Person:p-[0-9a-f]{24}"));
        String bobs = column(children(xml(xes), "trace").get(0), "org:resource").get(0);
        assertThat(ocel.objects()).containsKey("Person:" + bobs);
        assertThat(text(export(otto).pseudonymised("another secret, as long")::xes))
                .doesNotContain(bobs);
        assertThatThrownBy(() -> export(otto).pseudonymised("short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_erased_stays_erased() {
        itsm.erase(ACME, PersonId.of("alice"));
        itsm.erase(ACME, PersonId.of("carol"));
        JournalExport export = export(otto).withFields("title", "requester", "assignee");

        String xes = text(export::xes);
        String ocel = text(export::ocel);

        assertThat(xes + ocel).doesNotContain("alice", "carol", "VPN");
        Element trace = children(xml(xes), "trace").get(0);
        assertThat(column(trace, "title").get(0)).isEqualTo("(erased)");
        assertThat(column(trace, "requester").get(0)).isEqualTo("(erased)");
        OcelCheck log = OcelCheck.of(ocel);
        assertThat(log.idsOf("Person")).noneMatch(id -> id.contains("(erased)"));
        assertThat(log.idsOf("Person")).anyMatch(id -> id.startsWith("Person:erased-"));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void texts_that_are_markup_come_back_as_they_were() {
        Element log = xml(text(export(otto).withFields("title")::xes));
        assertThat(column(children(log, "trace").get(0), "title").get(0)).isEqualTo("VPN <down> & \"out\"");

        OcelCheck ocel = OcelCheck.of(text(export(otto).withFields("title")::ocel));
        assertThat(OcelCheck.values(ocel.objects().get(vpn.value()), "title")).containsExactly("VPN <down> & \"out\"");
    }

    @Test
    void a_log_of_more_than_a_page_has_each_ticket_once() throws IOException {
        Incidents desk = itsm.as(bob).incidents();
        for (int i = 0; i < 130; i++) {
            desk.open(OpenTicket.titled("Ticket " + i));
        }
        OcelCheck log = OcelCheck.of(text(export(otto)::ocel));
        assertThat(log.idsOf("incident")).hasSize(132);
        assertThat(log.events()).hasSize(141);
        assertThat(children(xml(text(export(otto)::xes)), "trace")).hasSize(132);
    }

    @Test
    void a_stream_that_fails_ends_the_export_with_its_own_failure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> export(otto).xes(full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk is full");
        assertThatThrownBy(() -> export(otto).ocel(full)).isInstanceOf(IOException.class);
    }
}
