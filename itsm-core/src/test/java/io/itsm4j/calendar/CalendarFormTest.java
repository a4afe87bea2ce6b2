package io.itsm4j.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.journal.CanonicalJson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Calendars as they are stored: one text for each, and nothing else is read. */
class CalendarFormTest {

    private static final CalendarDefinition DESK = CalendarDefinition.of(
                    "desk", "Asia/Shanghai", WeekPlan.CLOSED.on(DayOfWeek.MONDAY, "22:00-06:00", "09:00-12:00"))
            .with(List.of(SpecialDay.holiday(LocalDate.of(2026, 10, 1), "国庆节")))
            .closedDuring(new Closure(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 31), "year's end"));

    private static final String TEXT = "{\"closures\":[{\"first\":\"2026-12-24\",\"last\":\"2026-12-31\","
            + "\"name\":\"year's end\"}],\"name\":\"desk\",\"plans\":{\"1900-01-01\":"
            + "{\"MONDAY\":[\"09:00-12:00\",\"22:00-30:00\"]}},"
            + "\"specialDays\":{\"2026-10-01\":{\"name\":\"国庆节\",\"openings\":[]}},\"zone\":\"Asia/Shanghai\"}";

    @SuppressWarnings("unchecked")
    static Map<String, ?> map(Object value) {
        return (Map<String, ?>) Objects.requireNonNull(value);
    }

    @Test
    void a_calendar_has_one_text() {
        assertThat(CanonicalJson.write(DESK.toMap())).isEqualTo(TEXT);
        assertThat(CalendarDefinition.fromMap(map(CanonicalJson.read(TEXT)))).isEqualTo(DESK);
    }

    @Test
    void the_order_in_which_closures_are_given_does_not_matter() {
        Closure spring = new Closure(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6), "spring");
        Closure autumn = new Closure(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 11), "autumn");

        assertThat(DESK.closedDuring(spring).closedDuring(autumn))
                .isEqualTo(DESK.closedDuring(autumn).closedDuring(spring));
    }

    @Test
    void what_is_missing_unknown_or_of_another_kind_is_refused_by_name() {
        faulty("zone", form -> form.remove("zone"));
        faulty("colour", form -> form.put("colour", "red"));
        faulty("name", form -> form.put("name", 7L));
        faulty("closures", form -> form.put("closures", Map.of()));
        faulty("closures[0]", form -> form.put("closures", List.of("2026-12-24")));
        faulty("closures[0].last", form -> form.put("closures", List.of(Map.of("first", "2026-12-24", "name", "x"))));
        faulty(
                "closures[0].first",
                form -> form.put("closures", List.of(Map.of("first", "24/12", "last", "2026-12-31", "name", "x"))));
        faulty("plans.tomorrow", form -> form.put("plans", Map.of("tomorrow", Map.of())));
        faulty("plans.2026-01-01", form -> form.put("plans", Map.of("2026-01-01", List.of())));
        faulty(
                "plans.2026-01-01.FUNDAY",
                form -> form.put("plans", Map.of("2026-01-01", Map.of("FUNDAY", List.of("09:00-10:00")))));
        faulty(
                "plans.2026-01-01.MONDAY",
                form -> form.put("plans", Map.of("2026-01-01", Map.of("MONDAY", List.of(900L)))));
        faulty(
                "specialDays.2026-10-01.name",
                form -> form.put("specialDays", Map.of("2026-10-01", Map.of("openings", List.of()))));
    }

    @Test
    void a_calendar_written_otherwise_than_it_would_be_is_refused() {
        faulty("calendar", form -> form.put("plans", Map.of("2026-01-01", Map.of("MONDAY", List.of("9:00-12:00")))));
        faulty(
                "calendar",
                form -> form.put(
                        "plans", Map.of("2026-01-01", Map.of("MONDAY", List.of("13:00-17:00", "09:00-12:00")))));
        faulty(
                "calendar",
                form -> form.put(
                        "plans", Map.of("2026-01-01", Map.of("MONDAY", List.of("09:00-12:00"), "TUESDAY", List.of()))));
    }

    @Test
    void what_no_definition_may_be_is_no_form_of_one_either() {
        Map<String, Object> form = new TreeMap<>(DESK.toMap());
        form.put("zone", "Mars/Olympus");

        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> CalendarDefinition.fromMap(form));
        assertThat(refusal.code()).isEqualTo("CALENDAR_ZONE");
    }

    @Test
    void a_recurrence_has_one_form_too() {
        Recurrence patch = new Recurrence(
                LocalDateTime.of(2026, 3, 1, 22, 0),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(4),
                "FREQ=MONTHLY;BYDAY=1SU");
        Map<String, Object> form = patch.toMap();

        assertThat(Recurrence.fromMap(map(CanonicalJson.read(CanonicalJson.write(form)))))
                .isEqualTo(patch);
        for (Map<String, ?> other : List.of(
                Map.of("first", "2026-03-01T22:00"),
                with(form, "first", "2026-03-01T22:00:00"),
                with(form, "first", "in March"),
                with(form, "seconds", "3600"),
                with(form, "more", "1"))) {
            InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> Recurrence.fromMap(other));
            assertThat(refusal.code()).isEqualTo("CALENDAR_FORM");
        }
    }

    private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static void faulty(String field, java.util.function.Consumer<Map<String, Object>> damage) {
        Map<String, Object> form = new TreeMap<>(DESK.toMap());
        damage.accept(form);

        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> CalendarDefinition.fromMap(form));
        assertThat(refusal).as("a fault at %s", field).isNotNull();
        assertThat(refusal.code()).isEqualTo("CALENDAR_FORM");
        assertThat(refusal.faults().get(0).field()).isEqualTo(field);
    }
}
