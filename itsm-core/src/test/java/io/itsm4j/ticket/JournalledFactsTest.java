package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every fact of a ticket is in its journal, as it was and as it is. */
class JournalledFactsTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .incidents(type -> type.with(change -> change.fields(FieldSchema.of(
                    FieldDefinition.of("floor", FieldDefinition.Type.NUMBER),
                    FieldDefinition.of("wing", FieldDefinition.Type.TEXT)))))
            .build();
    private final Incidents incidents = itsm.as(
                    Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("desk"))
            .incidents();

    private Ticket<Incident> open() {
        return incidents.open(OpenTicket.titled("Printer")
                .describedAs("no toner")
                .requestedBy("alice")
                .affecting("dora")
                .ofUnit("sales")
                .via(Channel.PHONE)
                .inCategory("hardware/printer")
                .onService("printing")
                .touching("printer-1")
                .rated(Impact.HIGH, Urgency.MEDIUM)
                .forGroup("desk")
                .forAssignee("bob")
                .tagged("red", "blue")
                .withFields(Map.of("floor", 3, "wing", "east"))
                .watchedBy("eve")
                .referredToAs("X-1"));
    }

    private List<FieldChange> last(Ticket<?> ticket) {
        List<JournalEntry> all =
                incidents.tickets().journal(ticket.id(), PageRequest.all()).items();
        return all.get(all.size() - 1).changes();
    }

    @Test
    void tells_all_that_a_ticket_was_opened_with() {
        assertThat(last(open()))
                .containsExactlyInAnyOrder(
                        new FieldChange("state", null, "NEW"),
                        new FieldChange("stateCategory", null, "NEW"),
                        new FieldChange("title", null, "Printer"),
                        new FieldChange("description", null, "no toner"),
                        new FieldChange("requester", null, "alice"),
                        new FieldChange("openedFor", null, "dora"),
                        new FieldChange("openedBy", null, "carol"),
                        new FieldChange("organisationUnit", null, "sales"),
                        new FieldChange("channel", null, "PHONE"),
                        new FieldChange("watchers", null, List.of("eve")),
                        new FieldChange("category", null, "hardware/printer"),
                        new FieldChange("service", null, "printing"),
                        new FieldChange("cis", null, List.of("printer-1 MANUAL")),
                        new FieldChange("impact", null, "HIGH"),
                        new FieldChange("urgency", null, "MEDIUM"),
                        new FieldChange("priority", null, "HIGH"),
                        new FieldChange("tags", null, List.of("blue", "red")),
                        new FieldChange("group", null, "desk"),
                        new FieldChange("assignee", null, "bob"),
                        new FieldChange("tier", null, 1L),
                        new FieldChange("openedAt", null, "2026-03-02T09:00:00Z"),
                        new FieldChange("externalReference", null, "X-1"),
                        new FieldChange("field.floor", null, "3"),
                        new FieldChange("field.wing", null, "east"));
    }

    @Test
    void tells_what_an_edit_changed_and_nothing_beside() {
        Ticket<Incident> ticket = open();

        incidents.update(
                ticket.id(),
                UpdateTicket.rate(Impact.LOW, Urgency.LOW)
                        .titled("Plotter")
                        .describedAs("")
                        .requestedBy("fred")
                        .affecting("gina")
                        .ofUnit("")
                        .inCategory("hardware")
                        .onService("")
                        .touching(List.of())
                        .withFields(Map.of("floor", 4))
                        .without("wing"));

        assertThat(last(ticket))
                .containsExactlyInAnyOrder(
                        new FieldChange("title", "Printer", "Plotter"),
                        new FieldChange("description", "no toner", null),
                        new FieldChange("requester", "alice", "fred"),
                        new FieldChange("openedFor", "dora", "gina"),
                        new FieldChange("organisationUnit", "sales", null),
                        new FieldChange("category", "hardware/printer", "hardware"),
                        new FieldChange("service", "printing", null),
                        new FieldChange("cis", List.of("printer-1 MANUAL"), null),
                        new FieldChange("impact", "HIGH", "LOW"),
                        new FieldChange("urgency", "MEDIUM", "LOW"),
                        new FieldChange("priority", "HIGH", "PLANNING"),
                        new FieldChange("field.floor", "3", "4"),
                        new FieldChange("field.wing", "east", null));
    }

    @Test
    void tells_what_each_command_changed() {
        Ticket<Incident> ticket = open();
        Ticket<Incident> parent = incidents.open(OpenTicket.titled("All printers"));
        Ticket<Incident> same = incidents.open(OpenTicket.titled("The printer"));
        Tickets<Incident> tickets = incidents.tickets();

        tickets.watch(ticket.id(), new ChangeWatchers(Set.of("hugo"), Set.of("eve")));
        assertThat(last(ticket)).containsExactly(new FieldChange("watchers", List.of("eve"), List.of("hugo")));
        tickets.tag(ticket.id(), new ChangeTags(Set.of(), Set.of("blue", "red")));
        assertThat(last(ticket)).containsExactly(new FieldChange("tags", List.of("blue", "red"), null));
        tickets.overridePriority(ticket.id(), new OverridePriority(Priority.LOW, "can wait"));
        assertThat(last(ticket))
                .containsExactlyInAnyOrder(
                        new FieldChange("priority", "HIGH", "LOW"),
                        new FieldChange("overrideReason", null, "can wait"));
        tickets.restrict(ticket.id(), new Restrict(Set.of("desk")));
        assertThat(last(ticket)).containsExactly(new FieldChange("restrictedTo", null, List.of("desk")));
        tickets.escalate(ticket.id(), Escalate.functionally("network", "routing"));
        assertThat(last(ticket))
                .containsExactlyInAnyOrder(
                        new FieldChange("group", "desk", "network"),
                        new FieldChange("assignee", "bob", null),
                        new FieldChange("tier", 1L, 2L));
        tickets.placeUnder(ticket.id(), parent.id());
        assertThat(last(ticket))
                .containsExactly(new FieldChange("parent", null, parent.id().value()));
        tickets.placeUnder(ticket.id(), null);
        clock.advance(Duration.ofMinutes(10));
        incidents.start(ticket.id());
        assertThat(last(ticket))
                .contains(
                        new FieldChange("state", "NEW", "IN_PROGRESS"),
                        new FieldChange("stateCategory", "NEW", "ACTIVE"),
                        new FieldChange("firstRespondedAt", null, "2026-03-02T09:10:00Z"));
        incidents.hold(ticket.id(), HoldIncident.because(HoldReason.VENDOR));
        assertThat(last(ticket)).contains(new FieldChange("pendingReason", null, "VENDOR"));
        incidents.resume(ticket.id());
        assertThat(last(ticket)).contains(new FieldChange("pendingReason", "VENDOR", null));
        incidents.resolve(ticket.id(), ResolveIncident.with("FIXED", "paper"));
        assertThat(last(ticket)).contains(new FieldChange("resolvedAt", null, "2026-03-02T09:10:00Z"));
        incidents.close(ticket.id());
        assertThat(last(ticket)).contains(new FieldChange("closedAt", null, "2026-03-02T09:10:00Z"));
        tickets.merge(same.id(), parent.id());
        assertThat(last(same))
                .contains(new FieldChange("mergedInto", null, parent.id().value()));
    }
}
