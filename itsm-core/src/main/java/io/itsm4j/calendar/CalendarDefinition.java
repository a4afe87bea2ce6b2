package io.itsm4j.calendar;

import io.itsm4j.InvalidInput;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * @param closures stretches of days on which nothing opens, by their first day
 */
public record CalendarDefinition(
        String name,
        ZoneId zone,
        NavigableMap<LocalDate, WeekPlan> plans,
        NavigableMap<LocalDate, SpecialDay> specialDays,
        List<Closure> closures) {

    /** The date from which a plan holds when nothing is said. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** The longest name of a calendar, a special day or a closure. */
    static final int NAME = 100;

    /** The most plans, and the most closures, a calendar can have. */
    private static final int STRETCHES = 1_000;

    private static final int SPECIAL_DAYS = 10_000;

    /**
     * Copies the collections.
     *
     * @throws InvalidInput with {@code REQUIRED} when the name is blank, {@code TOO_LONG} or {@code TOO_MANY} when a
     *     limit is passed, {@code CALENDAR_DATE} when a special day stands under another date, and
     *     {@code CALENDAR_NEVER_OPEN} when no date from 1971 to 2100 has an opening
     */
    public CalendarDefinition {
        if (name.isBlank()) {
            throw new InvalidInput("name", "REQUIRED", Map.of());
        }
        limit(name.length() > NAME, "name", "TOO_LONG", NAME);
        limit(plans.size() > STRETCHES, "plans", "TOO_MANY", STRETCHES);
        limit(specialDays.size() > SPECIAL_DAYS, "specialDays", "TOO_MANY", SPECIAL_DAYS);
        limit(closures.size() > STRETCHES, "closures", "TOO_MANY", STRETCHES);
        plans = Collections.unmodifiableNavigableMap(new TreeMap<>(plans));
        specialDays = Collections.unmodifiableNavigableMap(new TreeMap<>(specialDays));
        closures = closures.stream()
                .sorted(Comparator.comparing(Closure::first)
                        .thenComparing(Closure::last)
                        .thenComparing(Closure::name))
                .toList();
        specialDays.forEach((date, day) -> {
            if (!day.date().equals(date)) {
                throw new InvalidInput("specialDays", "CALENDAR_DATE", Map.of("value", day.date(), "wanted", date));
            }
        });
        if (!opens(plans, specialDays, closures)) {
            throw new InvalidInput("plans", "CALENDAR_NEVER_OPEN", Map.of("name", name));
        }
    }

    static void limit(boolean passed, String field, String code, int limit) {
        if (passed) {
            throw new InvalidInput(field, code, Map.of("limit", limit));
        }
    }

    /** Whether any date has an opening; ordinary calendars open within the first week that is looked at. */
    private static boolean opens(
            NavigableMap<LocalDate, WeekPlan> plans,
            NavigableMap<LocalDate, SpecialDay> specialDays,
            List<Closure> closures) {
        for (SpecialDay day : specialDays.values()) {
            if (!day.openings().isEmpty() && isCompiled(day.date()) && !isClosed(closures, day.date())) {
                return true;
            }
        }
        for (Map.Entry<LocalDate, WeekPlan> plan : plans.entrySet()) {
            LocalDate next = plans.higherKey(plan.getKey());
            LocalDate first = LocalDate.of(Timetable.FIRST_YEAR, 1, 1);
            LocalDate date = plan.getKey().isBefore(first) ? first : plan.getKey();
            boolean holds = !plan.getValue().days().isEmpty();
            while (holds && isCompiled(date) && (next == null || date.isBefore(next))) {
                boolean opens = !plan.getValue().of(date.getDayOfWeek()).isEmpty() && !specialDays.containsKey(date);
                if (opens && !isClosed(closures, date)) {
                    return true;
                }
                date = date.plusDays(1);
            }
        }
        return false;
    }

    private static boolean isCompiled(LocalDate date) {
        return date.getYear() >= Timetable.FIRST_YEAR && date.getYear() < Timetable.END_YEAR;
    }

    private static boolean isClosed(List<Closure> closures, LocalDate date) {
        for (Closure closure : closures) {
            if (closure.covers(date)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is plain time: one week for all the years, without a closed minute in it. */
    boolean isAlwaysOpen() {
        return plans.size() == 1
                && plans.firstKey().getYear() < Timetable.FIRST_YEAR
                && plans.firstEntry().getValue().equals(WeekPlan.ALL_HOURS)
                && specialDays.isEmpty()
                && closures.isEmpty();
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

    static ZoneId zoneOf(String id) {
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
        if (isClosed(closures, date)) {
            return List.of();
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

    /**
     * The calendar as plain maps, lists and texts: the form in which it is stored and hashed. Equal calendars have the
     * same form.
     */
    public Map<String, Object> toMap() {
        return CalendarForm.write(this);
    }

    /**
     * Reads the form that {@link #toMap} writes, and no other.
     *
     * @throws InvalidInput with {@code CALENDAR_FORM}, naming the field, when something is missing, unknown, of another
     *     kind or written otherwise; and as the constructors of what it is made of do
     */
    public static CalendarDefinition fromMap(Map<String, ?> form) {
        return CalendarForm.read(form);
    }
}
