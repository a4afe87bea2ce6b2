package io.itsm4j.sla;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Closure;
import io.itsm4j.calendar.Opening;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.WeekPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calendars in the form of stored definitions: maps and lists of plain values; openings as seconds of the day. */
final class CalendarForm {

    private CalendarForm() {}

    static Map<String, Object> write(CalendarDefinition calendar) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", calendar.name());
        form.put("zone", calendar.zone().getId());
        Map<String, Object> plans = new TreeMap<>();
        calendar.plans().forEach((date, week) -> plans.put(date.toString(), week(week)));
        form.put("plans", plans);
        Map<String, Object> days = new TreeMap<>();
        calendar.specialDays()
                .forEach((date, day) ->
                        days.put(date.toString(), Map.of("name", day.name(), "openings", openings(day.openings()))));
        form.put("days", days);
        form.put(
                "closures",
                calendar.closures().stream()
                        .map(closure -> Map.of(
                                "first", closure.first().toString(),
                                "last", closure.last().toString(),
                                "name", closure.name()))
                        .toList());
        return form;
    }

    private static Map<String, Object> week(WeekPlan week) {
        Map<String, Object> form = new TreeMap<>();
        week.days().forEach((day, openings) -> form.put(day.name(), openings(openings)));
        return form;
    }

    private static List<Object> openings(List<Opening> openings) {
        List<Object> form = new ArrayList<>();
        for (Opening opening : openings) {
            form.add((long) opening.from());
            form.add((long) opening.to());
        }
        return form;
    }

    static CalendarDefinition read(Map<?, ?> form) {
        String name = (String) value(form, "name");
        TreeMap<LocalDate, WeekPlan> plans = new TreeMap<>();
        ((Map<?, ?>) value(form, "plans"))
                .forEach((date, week) -> plans.put(LocalDate.parse((String) date), readWeek((Map<?, ?>) week)));
        TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
        ((Map<?, ?>) value(form, "days")).forEach((date, day) -> {
            LocalDate on = LocalDate.parse((String) date);
            Map<?, ?> special = (Map<?, ?>) day;
            days.put(on, new SpecialDay(on, (String) value(special, "name"), readOpenings(value(special, "openings"))));
        });
        List<Closure> closures = new ArrayList<>();
        ((List<?>) value(form, "closures")).forEach(item -> {
            Map<?, ?> closure = (Map<?, ?>) item;
            closures.add(new Closure(
                    LocalDate.parse((String) value(closure, "first")),
                    LocalDate.parse((String) value(closure, "last")),
                    (String) value(closure, "name")));
        });
        CalendarDefinition bare =
                CalendarDefinition.of(name, (String) value(form, "zone"), WeekPlan.everyDay("00:00-24:00"));
        return new CalendarDefinition(name, bare.zone(), plans, days, closures);
    }

    private static WeekPlan readWeek(Map<?, ?> form) {
        Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
        form.forEach((day, openings) ->
                days.put(DayOfWeek.valueOf((String) day), readOpenings(java.util.Objects.requireNonNull(openings))));
        return new WeekPlan(days);
    }

    private static List<Opening> readOpenings(Object form) {
        List<?> ends = (List<?>) form;
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < ends.size(); i += 2) {
            openings.add(new Opening(((Long) ends.get(i)).intValue(), ((Long) ends.get(i + 1)).intValue()));
        }
        return openings;
    }

    private static Object value(Map<?, ?> form, String name) {
        return java.util.Objects.requireNonNull(form.get(name), name);
    }
}
