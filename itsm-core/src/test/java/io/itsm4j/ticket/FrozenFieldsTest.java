package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.memory.MemoryStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a type freezes in a state cannot be edited there, field by field. */
class FrozenFieldsTest {

    private static final FieldSchema FLOOR = FieldSchema.of(FieldDefinition.of("floor", FieldDefinition.Type.NUMBER));

    private static Incidents freezing(String... fields) {
        return Itsm.builder()
                .store(new MemoryStore())
                .incidents(type -> type.with(change -> change.fields(FLOOR).frozenIn(StateCategory.NEW, fields)))
                .build()
                .as(Actor.of("acme", "bob", Role.AGENT))
                .incidents();
    }

    private static Map<String, UpdateTicket> edits() {
        UpdateTicket nothing = UpdateTicket.NOTHING;
        return Map.ofEntries(
                Map.entry("title", nothing.titled("Plotter")),
                Map.entry("description", nothing.describedAs("no ink")),
                Map.entry("requester", nothing.requestedBy("fred")),
                Map.entry("openedFor", nothing.affecting("gina")),
                Map.entry("organisationUnit", nothing.ofUnit("sales")),
                Map.entry("category", nothing.inCategory("hardware")),
                Map.entry("service", nothing.onService("printing")),
                Map.entry("cis", nothing.touching(List.of(AffectedCi.named("printer-1")))),
                Map.entry("impact", nothing.rated(Impact.HIGH, null)),
                Map.entry("urgency", nothing.rated(null, Urgency.HIGH)),
                Map.entry("fields", nothing.withFields(Map.of("floor", 4))));
    }

    private static List<String> names() {
        return List.copyOf(UpdateTicket.FIELDS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void refuses_the_frozen_field_and_takes_every_other(String frozen) {
        Incidents incidents = freezing(frozen);
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));

        edits().forEach((name, edit) -> {
            if (name.equals(frozen)) {
                InvalidInput refusal =
                        catchThrowableOfType(InvalidInput.class, () -> incidents.update(ticket.id(), edit));
                assertThat(refusal.faults()).containsExactly(new InvalidInput.Fault(frozen, "FROZEN"));
            } else {
                incidents.update(ticket.id(), edit);
            }
        });

        assertThat(incidents.get(ticket.id()).version()).isEqualTo(names().size());
    }

    @Test
    void refuses_to_take_off_a_custom_field_where_these_are_frozen() {
        Incidents incidents = freezing("fields");
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").withFields(Map.of("floor", 3)));

        assertThatThrownBy(() -> incidents.update(ticket.id(), UpdateTicket.NOTHING.without("floor")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("fields");

        assertThat(incidents.get(ticket.id()).fields()).containsKey("floor");
    }

    @Test
    void names_all_that_is_frozen_at_once() {
        Incidents incidents = freezing("title", "impact");
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));

        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> incidents.update(
                        ticket.id(),
                        UpdateTicket.rate(Impact.HIGH, Urgency.HIGH).titled("Plotter")));

        assertThat(refusal.faults())
                .containsExactly(new InvalidInput.Fault("title", "FROZEN"), new InvalidInput.Fault("impact", "FROZEN"));
    }

    @Test
    void refuses_to_freeze_what_there_is_not() {
        assertThatThrownBy(() -> freezing("titel"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("titel");
    }
}
