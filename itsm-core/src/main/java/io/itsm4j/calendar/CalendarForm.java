package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as plain maps, lists and texts, the form in which it is stored and hashed. There is one form of each
 * calendar: what is read has to be, to the letter, what would be written.
 */
final class CalendarForm {

    private CalendarForm() {}

    static Map<String, Object> write(CalendarDefinition definition) {
        Map<String, Object> form = new TreeMap<>();
        form.put("name", definition.name());
        form.put("zone", definition.zone().getId());
        form.put("plans", map(definition.plans(), CalendarForm::write));
        form.put("specialDays", map(definition.specialDays(), CalendarForm::write));
        form.put(
                "closures",
                definition.closures().stream().map(CalendarForm::write).toList());
        return form;
    }

    private static Map<String, Object> write(WeekPlan plan) {
        return map(plan.days(), CalendarForm::write);
    }

    private static Map<String, Object> write(SpecialDay day) {
        return new TreeMap<>(Map.of("name", day.name(), "openings", write(day.openings())));
    }

    private static Map<String, Object> write(Closure closure) {
        return new TreeMap<>(Map.of(
                "first", closure.first().toString(), "last", closure.last().toString(), "name", closure.name()));
    }

    private static List<String> write(List<Opening> openings) {
        return openings.stream().map(Opening::toString).toList();
    }

    private static <K, V> Map<String, Object> map(Map<K, V> values, Function<V, Object> writer) {
        Map<String, Object> written = new TreeMap<>();
        values.forEach((key, value) -> written.put(String.valueOf(key), writer.apply(value)));
        return written;
    }

    static CalendarDefinition read(Map<String, ?> form) {
        fields("", form, "closures", "name", "plans", "specialDays", "zone");
        NavigableMap<LocalDate, WeekPlan> plans = new TreeMap<>();
        each(form, "plans", (field, plan) -> plans.put(date(field), plan(field, plan)));
        NavigableMap<LocalDate, SpecialDay> days = new TreeMap<>();
        each(form, "specialDays", (field, day) -> days.put(date(field), specialDay(field, day)));
        CalendarDefinition read = new CalendarDefinition(
                text("name", form.get("name")),
                CalendarDefinition.zoneOf(text("zone", form.get("zone"))),
                plans,
                days,
                closures(form.get("closures")));
        if (!write(read).equals(form)) {
            throw wrong("calendar", read.name());
        }
        return read;
    }

    private static WeekPlan plan(String field, @Nullable Object value) {
        Map<DayOfWeek, List<Opening>> days = new TreeMap<>();
        for (Map.Entry<String, ?> day : object(field, value).entrySet()) {
            String at = field + "." + day.getKey();
            days.put(parsed(at, day.getKey(), DayOfWeek::valueOf), openings(at, day.getValue()));
        }
        return new WeekPlan(days);
    }

    private static SpecialDay specialDay(String field, @Nullable Object value) {
        Map<String, ?> day = object(field, value);
        fields(field + ".", day, "name", "openings");
        return new SpecialDay(
                date(field),
                text(field + ".name", day.get("name")),
                openings(field + ".openings", day.get("openings")));
    }

    private static List<Closure> closures(@Nullable Object value) {
        List<Closure> closures = new ArrayList<>();
        for (Object item : list("closures", value)) {
            String field = "closures[" + closures.size() + "]";
            Map<String, ?> closure = object(field, item);
            fields(field + ".", closure, "first", "last", "name");
            closures.add(new Closure(
                    parsed(field + ".first", closure.get("first"), LocalDate::parse),
                    parsed(field + ".last", closure.get("last"), LocalDate::parse),
                    text(field + ".name", closure.get("name"))));
        }
        return closures;
    }

    private static List<Opening> openings(String field, @Nullable Object value) {
        List<Opening> openings = new ArrayList<>();
        for (Object item : list(field, value)) {
            openings.add(Opening.of(text(field, item)));
        }
        return openings;
    }

    private static void each(Map<String, ?> form, String name, BiConsumer<String, @Nullable Object> reader) {
        for (Map.Entry<String, ?> entry : object(name, form.get(name)).entrySet()) {
            reader.accept(name + "." + entry.getKey(), entry.getValue());
        }
    }

    private static LocalDate date(String field) {
        return parsed(field, field.substring(field.lastIndexOf('.') + 1), LocalDate::parse);
    }

    private static <T> T parsed(String field, @Nullable Object value, Function<String, T> parser) {
        try {
            return parser.apply(text(field, value));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw wrong(field, value);
        }
    }

    private static String text(String field, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(field, value);
    }

    private static List<?> list(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(field, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> object(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, ?>) map;
        }
        throw wrong(field, value);
    }

    private static void fields(String prefix, Map<String, ?> form, String... names) {
        for (String name : names) {
            if (!form.containsKey(name)) {
                throw wrong(prefix + name, null);
            }
        }
        for (String name : form.keySet()) {
            if (!List.of(names).contains(name)) {
                throw wrong(prefix + name, form.get(name));
            }
        }
    }

    private static InvalidInput wrong(String field, @Nullable Object value) {
        return new InvalidInput(field, "CALENDAR_FORM", Map.of("value", shown(value)));
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) : text;
    }
}
