package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.lifecycle.Fault;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.InvalidLifecycleException;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Types, fields and tables that cannot be meant. */
public abstract class HostileDefinitions extends Hostile {

    private static final FieldSchema FIELDS = FieldSchema.of(
            FieldDefinition.of("floor", FieldDefinition.Type.NUMBER).filterable(),
            FieldDefinition.of("urgent", FieldDefinition.Type.FLAG),
            FieldDefinition.of("since", FieldDefinition.Type.TIME),
            FieldDefinition.of("note", FieldDefinition.Type.TEXT),
            FieldDefinition.option("colour", "red", "green"));

    private Tickets<HostJob> jobs(FieldSchema fields) {
        TicketType<HostJob> type = HostJob.with(fields);
        return scene().type(type).build().as(bob).tickets(type);
    }

    private static OpenTicket with(String field, Object value) {
        return OpenTicket.titled("Job").withFields(Map.of(field, value));
    }

    @Test
    void h21_a_custom_field_that_is_not_declared_or_of_another_type_is_refused() {
        Tickets<HostJob> jobs = jobs(FIELDS);
        OpenTicket right = with("floor", 3L);
        says(
                refusedField(
                        "fields[ceiling]",
                        "FIELD_UNKNOWN",
                        () -> jobs.open(with("ceiling", 1L)),
                        () -> jobs.open(right)),
                "floor",
                "colour");
        Map<String, List<Object>> wrong = Map.of(
                "floor", List.of("3", 3.5, true, Instant.EPOCH, Double.NaN, new java.math.BigInteger("3")),
                "urgent", List.of("true", 1L, 0),
                "since", List.of("2026-03-02", 0L),
                "note", List.of(1L, false, List.of("x"), Map.of("a", "b")),
                "colour", List.of(1L, true));
        wrong.forEach((field, values) -> {
            for (Object value : values) {
                refusedField(
                        "fields[" + field + "]",
                        "FIELD_TYPE",
                        () -> jobs.open(with(field, value)),
                        () -> jobs.open(right));
            }
        });
        says(
                refusedField(
                        "fields[colour]",
                        "FIELD_OPTION",
                        () -> jobs.open(with("colour", "blue")),
                        () -> jobs.open(with("colour", "red"))),
                "red, green");
        refusedField(
                "fields[note]",
                "TOO_LONG",
                () -> jobs.open(with("note", "x".repeat(2_001))),
                () -> jobs.open(with("note", "x".repeat(2_000))));
        refusedField(
                "fields[since]",
                "OUT_OF_RANGE",
                () -> jobs.open(with("since", Instant.MAX)),
                () -> jobs.open(with("since", Instant.parse("2026-03-02T09:00:00Z"))));
    }

    @Test
    void h21_all_faults_of_custom_fields_are_reported_at_once() {
        Tickets<HostJob> jobs = jobs(FIELDS);
        OpenTicket wrong = OpenTicket.titled("Job").withFields(Map.of("ceiling", 1L, "floor", "x", "colour", "blue"));
        assertThat(refusedWithoutTrace(InvalidInput.class, "FIELD_UNKNOWN", () -> jobs.open(wrong))
                        .faults())
                .extracting(InvalidInput.Fault::code)
                .containsExactly("FIELD_UNKNOWN", "FIELD_OPTION", "FIELD_TYPE");
    }

    @Test
    void h21_a_ticket_with_an_option_that_was_taken_away_stays_readable_and_workable() {
        Ticket<HostJob> old = jobs(FIELDS).open(with("colour", "green"));
        Tickets<HostJob> later = jobs(FieldSchema.of(FieldDefinition.option("colour", "red")));
        assertThat(later.get(old.id()).fields().get("colour").value()).isEqualTo("green");
        assertThat(later.page(PageRequest.all()).items()).hasSize(1);
        Ticket<HostJob> renamed = later.update(old.id(), UpdateTicket.NOTHING.titled("still workable"));
        assertThat(renamed.fields().get("colour").value()).isEqualTo("green");
        refusedField(
                "fields[colour]",
                "FIELD_OPTION",
                () -> later.update(old.id(), UpdateTicket.NOTHING.withFields(Map.of("colour", "green"))),
                () -> later.update(old.id(), UpdateTicket.NOTHING.withFields(Map.of("colour", "red"))));
    }

    @Test
    void h21_a_filter_on_a_field_that_is_not_indexed_is_refused() {
        refusedWithoutTrace(InvalidInput.class, "QUERY_FILTER", () -> FIELDS.attribute("colour"));
        refusedWithoutTrace(InvalidInput.class, "QUERY_FILTER", () -> FIELDS.attribute("ceiling"));
        Tickets<HostJob> jobs = jobs(FIELDS);
        jobs.open(with("floor", 3L));
        jobs.open(with("floor", 4L));
        assertThat(jobs.count(FIELDS.attribute("floor").atLeast(4L))).isEqualTo(1);
    }

    @Test
    void h22_two_fields_that_look_the_same_are_no_definition() {
        for (List<String> twins : List.of(
                List.of("floor", "Floor"),
                List.of("\u00e9tage", "e\u0301tage"),
                List.of("FLOOR", "floor"),
                List.of("\uff46loor", "floor"))) {
            assertThatThrownBy(() -> FieldSchema.of(
                            FieldDefinition.of(twins.get(0), FieldDefinition.Type.TEXT),
                            FieldDefinition.of(twins.get(1), FieldDefinition.Type.TEXT)))
                    .as("%s", twins)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void h82_a_table_is_refused_with_all_its_faults_at_once() {
        State lost = State.of("LOST", StateCategory.ACTIVE);
        State stuck = State.of("STUCK", StateCategory.ACTIVE);
        var table = Lifecycle.<Object>named("broken")
                .fields(Set.of("reason"))
                .transition("go")
                .from(HostJob.WAITING)
                .to(stuck)
                .guardedBy(Guard.named("READS", "reads", Set.of("colour"), any -> true))
                .transition("go")
                .from(HostJob.WAITING)
                .to(HostJob.DONE)
                .transition("leave")
                .from(lost)
                .to(HostJob.DONE);
        InvalidLifecycleException refusal = catchThrowableOfType(InvalidLifecycleException.class, table::build);
        assertThat(refusal.faults())
                .extracting(Fault::kind)
                .contains(Fault.Kind.MISSING_INITIAL, Fault.Kind.DUPLICATE_TRANSITION, Fault.Kind.DEAD_END);
        refusal.faults().forEach(fault -> assertThat(refusal.getMessage()).contains(fault.subject()));
    }

    @Test
    void h84_numbers_grow_beyond_their_digits_without_collision() {
        TicketType<HostJob> type = HostJob.named().digits(1).livingBy(HostJob.table(HostJob.WAITING));
        Tickets<HostJob> jobs =
                scene().type(type).numberBlock(3).build().as(bob).tickets(type);
        List<String> numbers = new java.util.ArrayList<>();
        for (int i = 0; i < 12; i++) {
            numbers.add(jobs.open(OpenTicket.titled("Job")).number());
        }
        assertThat(numbers).doesNotHaveDuplicates().contains("JOB1", "JOB9", "JOB10", "JOB12");
    }

    @Test
    void h84_a_prefix_is_made_of_capitals_digits_and_hyphens() {
        for (String prefix : List.of("", "inc", "INC'--", "INC ", "I%", "\u0406NC", "ABCDEFGHIJK", "A\n")) {
            assertThatThrownBy(() -> TicketType.named("job", prefix, HostJob.class, new HostJob("")))
                    .as(prefix)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(TicketType.named("job", "A-1", HostJob.class, new HostJob("")))
                .isNotNull();
    }
}
