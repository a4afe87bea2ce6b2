package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A calendar as pure data.
 *
 * @param name what it is called, 1 to 100 characters
 * @param zone the time zone its local times are in
 * @param plans the week that holds from a date on; before the first one the calendar is closed
 * @param specialDays dates that are not like their day of the week, by date
 * @param closures stretches of days on which nothing opens
 */
public record CalendarDefinition(
        String name,
        ZoneId zone,
        NavigableMap<LocalDate, WeekPlan> plans,
        NavigableMap<LocalDate, SpecialDay> specialDays,
        List<Closure> closures) {

    /** The date from which a plan holds when nothing is said. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /**
     * Copies the collections.
     *
     * @throws InvalidInput with {@code REQUIRED} when the name is blank, with {@code CALENDAR_NEVER_OPEN} when no plan
     *     and no special day has an opening
     */
    public CalendarDefinition {
        if (name.isBlank()) {
            throw new InvalidInput("name", "REQUIRED", Map.of());
        }
        plans = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(plans));
        specialDays = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(specialDays));
        closures = List.copyOf(closures);
        boolean opens = plans.values().stream()
                        .anyMatch(plan -> plan.days().values().stream().anyMatch(day -> !day.isEmpty()))
                || specialDays.values().stream().anyMatch(day -> !day.openings().isEmpty());
        if (!opens) {
            throw new InvalidInput("plans", "CALENDAR_NEVER_OPEN", Map.of("name", name));
        }
    }

    /**
     * A calendar that has always had the same week.
     *
     * @param zone the id of the zone, for example {@code Asia/Shanghai}
     * @throws InvalidInput with {@code CALENDAR_ZONE} when there is no such zone
     */
    public static CalendarDefinition of(String name, String zone, WeekPlan week) {
        return new CalendarDefinition(
                name, zoneOf(zone), new TreeMap<>(Map.of(ALWAYS, week)), new TreeMap<>(), List.of());
    }

    private static ZoneId zoneOf(String id) {
        try {
            return ZoneId.of(id);
        } catch (java.time.DateTimeException unknown) {
            throw new InvalidInput(List.of(new InvalidInput.Fault("zone", "CALENDAR_ZONE", Map.of("value", id))));
        }
    }

    /** The same with another week from a date on. */
    public CalendarDefinition from(LocalDate date, WeekPlan week) {
        TreeMap<LocalDate, WeekPlan> changed = new TreeMap<>(plans);
        changed.put(date, week);
        return new CalendarDefinition(name, zone, changed, specialDays, closures);
    }

    /** The same with special days; a later one replaces an earlier one of the same date. */
    public CalendarDefinition with(List<SpecialDay> days) {
        TreeMap<LocalDate, SpecialDay> changed = new TreeMap<>(specialDays);
        days.forEach(day -> changed.put(day.date(), day));
        return new CalendarDefinition(name, zone, plans, changed, closures);
    }

    /** The same with a closure. */
    public CalendarDefinition closedDuring(Closure closure) {
        List<Closure> changed = new ArrayList<>(closures);
        changed.add(closure);
        return new CalendarDefinition(name, zone, plans, specialDays, changed);
    }

    /** The openings of a date. */
    public List<Opening> openings(LocalDate date) {
        for (Closure closure : closures) {
            if (closure.covers(date)) {
                return List.of();
            }
        }
        SpecialDay special = specialDays.get(date);
        if (special != null) {
            return special.openings();
        }
        Map.Entry<LocalDate, WeekPlan> plan = plans.floorEntry(date);
        return plan == null
                ? List.of()
                : Objects.requireNonNull(plan.getValue()).of(date.getDayOfWeek());
    }
}
