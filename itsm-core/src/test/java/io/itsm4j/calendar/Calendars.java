package io.itsm4j.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random calendars in twenty zones, among them all that are known to be troublesome, and random instants. */
final class Calendars {

    static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Shanghai",
            "Europe/Berlin",
            "America/New_York",
            "Europe/London",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/St_Johns",
            "Africa/Casablanca",
            "Pacific/Chatham",
            "Antarctica/Troll",
            "Asia/Kathmandu",
            "Asia/Tehran",
            "America/Sao_Paulo",
            "Asia/Kolkata",
            "Africa/Cairo",
            "Asia/Gaza",
            "America/Havana",
            "Pacific/Kiritimati",
            "Australia/Adelaide");

    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);

    private Calendars() {}

    static Arbitrary<CalendarDefinition> definitions() {
        return Arbitraries.longs().map(Calendars::definition);
    }

    /** Instants around the years in which the special days lie, to the microsecond. */
    static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2010-11-01T00:00:00Z").getEpochSecond() * 1_000_000,
                        Instant.parse("2012-02-01T00:00:00Z").getEpochSecond() * 1_000_000)
                .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    /** An instant up to a day before a change of the calendar's clock, or any when its zone has none in 2011. */
    static Instant beforeChange(CalendarDefinition definition, long seed) {
        Random random = new Random(seed);
        Instant year = Instant.parse("2011-01-01T00:00:00Z").plusSeconds(random.nextInt(300) * 86_400L);
        var change = definition.zone().getRules().nextTransition(year);
        Instant middle = change == null ? year : change.getInstant();
        return middle.minusSeconds(random.nextInt(86_400));
    }

    private static CalendarDefinition definition(long seed) {
        Random random = new Random(seed);
        Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, openings(random));
        }
        days.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(Opening.of("09:00-17:00")));
        days.replaceAll((day, openings) -> untilTheNext(openings, days.getOrDefault(day.plus(1), List.of())));
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        CalendarDefinition plain = new CalendarDefinition(
                "random " + seed,
                zone,
                new TreeMap<>(Map.of(CalendarDefinition.ALWAYS, new WeekPlan(days))),
                new TreeMap<>(),
                List.of());
        List<SpecialDay> special = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            special.add(new SpecialDay(FIRST.plusDays(random.nextInt(430)), "special", openings(random)));
        }
        CalendarDefinition with = plain.with(special);
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate first = FIRST.plusDays(random.nextInt(430));
            with = with.closedDuring(new Closure(first, first.plusDays(random.nextInt(21)), "closed"));
        }
        return random.nextInt(3) == 0
                ? with.from(FIRST.plusDays(random.nextInt(300)), WeekPlan.weekdays("08:00-12:00", "13:15-18:00"))
                : with;
    }

    /** An ordinary week may not overlap with itself over midnight; special days may reach into it. */
    private static List<Opening> untilTheNext(List<Opening> openings, List<Opening> next) {
        List<Opening> cut = new ArrayList<>(openings);
        if (!cut.isEmpty() && !next.isEmpty()) {
            Opening last = cut.remove(cut.size() - 1);
            cut.add(new Opening(
                    last.from(), Math.min(last.to(), Opening.DAY + next.get(0).from())));
        }
        return cut;
    }

    /** Up to three openings of whole minutes; the last one may reach over midnight. */
    private static List<Opening> openings(Random random) {
        List<Opening> openings = new ArrayList<>();
        // most clocks change between one and three at night, so that many openings begin or end then
        int at = random.nextBoolean() ? 60 + random.nextInt(120) : 0;
        for (int i = random.nextInt(4); i > 0 && at < 1_380; i--) {
            int from = at + random.nextInt(Math.min(random.nextBoolean() ? 400 : 60, 1_440 - at));
            boolean last = i == 1;
            int longest = last ? 1_440 : Math.max(1, 1_440 - from);
            int to = from + 1 + random.nextInt(longest);
            openings.add(new Opening(from * 60, Math.min(to, last ? from + 1_440 : 1_440) * 60));
            at = to;
        }
        return openings;
    }
}
