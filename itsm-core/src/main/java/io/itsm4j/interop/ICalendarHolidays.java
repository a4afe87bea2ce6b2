package io.itsm4j.interop;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.io.text.ICalReader;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.Recurrence;
import io.itsm4j.calendar.SpecialDay;
import io.itsm4j.calendar.TimeWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holidays from an iCalendar text (RFC 5545), as holiday calendars are published. Needs
 * {@code net.sf.biweekly:biweekly} and {@code org.dmfs:lib-recur}.
 *
 * <p>Every event has to last whole days; each of its days within the years asked for becomes a holiday, with its
 * recurrences, additions and exceptions. A cancelled event is left out. What cannot be understood is refused, never
 * skipped. Size, number and nesting are checked before the text is parsed, and all recurrences together may look at
 * {@link RecurrenceRules#LIMIT} occurrences.
 */
public final class ICalendarHolidays {

    /** The most bytes of a text. */
    public static final int BYTES = 1_000_000;

    /** The most events of a text. */
    public static final int EVENTS = 5_000;

    /** The library goes on after a fault in one of these, and an event would be on other days than it says. */
    private static final Set<String> DATES = Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE");

    private static final int YEARS = 10;
    private static final int LONGEST = 366;
    private static final int NAME = 100;

    private final TimeWindow span;
    private final RecurrenceRules.Expansion expansion = new RecurrenceRules.Expansion(RecurrenceRules.LIMIT);
    private final Map<LocalDate, String> days = new TreeMap<>();

    private ICalendarHolidays(LocalDate first, LocalDate last) {
        this.span = new TimeWindow(
                first.atStartOfDay().toInstant(ZoneOffset.UTC),
                last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /**
     * Reads the holidays of some years.
     *
     * @param text the text in UTF-8; read to its end or to the limit, and not closed
     * @param firstYear the first year wanted
     * @param lastYear the last one, at most nine years later
     * @return the days in order; those of one date put together
     * @throws InvalidInput with {@code CALENDAR_ICAL} when the text is too large, holds too many events, is nested
     *     wrongly or holds no calendar; with {@code CALENDAR_ICAL_EVENT} or {@code CALENDAR_RULE} when an event cannot
     *     be used; with {@code CALENDAR_WINDOW} or {@code RANGE_REVERSED} when the years are too many or reversed; with
     *     {@code CALENDAR_YEAR} when one of them has no holiday, as in a file for other years
     * @throws io.itsm4j.RuleViolated with {@code CALENDAR_RULE_LIMIT} when recurrences have too many occurrences
     * @throws IOException when the stream fails
     */
    public static List<SpecialDay> read(InputStream text, int firstYear, int lastYear) throws IOException {
        if (lastYear - firstYear >= YEARS) {
            throw new InvalidInput("years", "CALENDAR_WINDOW", Map.of("limit", YEARS));
        }
        if (lastYear < firstYear) {
            throw new InvalidInput("years", "RANGE_REVERSED", Map.of("first", firstYear, "last", lastYear));
        }
        byte[] bytes = text.readNBytes(BYTES + 1);
        if (bytes.length > BYTES) {
            throw refused("it has more than " + BYTES + " bytes");
        }
        ICalendarHolidays holidays =
                new ICalendarHolidays(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        holidays.readAll(decoded(bytes));
        for (int year = firstYear; year <= lastYear; year++) {
            holidays.requireDaysOf(year);
        }
        return holidays.days.entrySet().stream()
                .map(day -> SpecialDay.holiday(day.getKey(), day.getValue()))
                .toList();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherwise) {
            throw refused("it is not UTF-8");
        }
    }

    private void readAll(String text) {
        ICalendarOutline.check(text, EVENTS);
        List<ICalendar> calendars = parsed(text);
        if (calendars.isEmpty()) {
            throw refused("it holds no calendar");
        }
        int number = 0;
        for (ICalendar calendar : calendars) {
            for (VEvent event : calendar.getEvents()) {
                number++;
                try {
                    add(event);
                } catch (DateTimeException | IllegalArgumentException unusable) {
                    throw new InvalidInput(
                            "event",
                            "CALENDAR_ICAL_EVENT",
                            Map.of("number", number, "cause", String.valueOf(unusable.getMessage())));
                }
            }
        }
    }

    private static List<ICalendar> parsed(String text) {
        List<ICalendar> calendars = new ArrayList<>();
        try (ICalReader reader = new ICalReader(text)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                calendars.add(calendar);
                for (ParseWarning warning : reader.getWarnings()) {
                    if (DATES.contains(String.valueOf(warning.getPropertyName()))) {
                        throw refused(warning.toString());
                    }
                }
            }
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            throw refused(String.valueOf(broken.getMessage()));
        }
        return calendars;
    }

    private void add(VEvent event) {
        Status status = event.getStatus();
        if (status != null && status.isCancelled()) {
            return;
        }
        require(event.getRecurrenceId() == null, "it changes an occurrence of another event");
        require(event.getDateStart() != null, "it has no DTSTART");
        LocalDate first = date(event.getDateStart().getValue());
        long length = length(event, first);
        String name = event.getSummary() == null || event.getSummary().getValue() == null
                ? "holiday"
                : event.getSummary().getValue();
        for (LocalDate start : starts(event, first, length)) {
            for (int day = 0; day < length; day++) {
                addDay(start.plusDays(day), name);
            }
        }
    }

    private void addDay(LocalDate date, String name) {
        if (span.contains(date.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            days.merge(date, cut(name), (one, other) -> one.equals(other) ? one : cut(one + ", " + other));
        }
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= NAME / 2
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME / 2));
    }

    private static long length(VEvent event, LocalDate first) {
        long length = 1;
        if (event.getDateEnd() != null) {
            length = ChronoUnit.DAYS.between(first, date(event.getDateEnd().getValue()));
        } else if (event.getDuration() != null) {
            Duration duration = Duration.ofMillis(event.getDuration().getValue().toMillis());
            require(duration.equals(Duration.ofDays(duration.toDays())), "it does not last whole days");
            length = duration.toDays();
        }
        require(length > 0 && length <= LONGEST, "it lasts " + length + " days");
        return length;
    }

    private Set<LocalDate> starts(VEvent event, LocalDate first, long length) {
        Set<LocalDate> starts = new HashSet<>(Set.of(first));
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        require(rules.size() < 2, "it has two rules");
        for (RecurrenceRule rule : rules) {
            Recurrence recurrence =
                    new Recurrence(first.atStartOfDay(), ZoneOffset.UTC, Duration.ofDays(length), text(rule));
            for (TimeWindow window : expansion.of(recurrence, span)) {
                starts.add(LocalDate.ofInstant(window.from(), ZoneOffset.UTC));
            }
        }
        for (RecurrenceDates more : event.getRecurrenceDates()) {
            require(more.getPeriods().isEmpty(), "RDATE gives a period");
            more.getDates().forEach(date -> starts.add(date(date)));
        }
        for (ExceptionDates less : event.getExceptionDates()) {
            less.getValues().forEach(date -> starts.remove(date(date)));
        }
        return starts;
    }

    private static String text(RecurrenceRule rule) {
        return new RecurrenceRuleScribe().writeText(rule, new WriteContext(ICalVersion.V2_0, new TimezoneInfo(), null));
    }

    private static LocalDate date(@Nullable ICalDate date) {
        DateTimeComponents parts = date == null || date.hasTime() ? null : date.getRawComponents();
        if (parts == null) {
            throw new IllegalArgumentException("it does not last whole days");
        }
        return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private void requireDaysOf(int year) {
        List<Integer> there = new ArrayList<>();
        days.keySet().stream().map(LocalDate::getYear).distinct().forEach(there::add);
        if (!there.contains(year)) {
            throw new InvalidInput("year", "CALENDAR_YEAR", Map.of("value", year, "allowed", there));
        }
    }

    static InvalidInput refused(String cause) {
        return new InvalidInput("iCalendar", "CALENDAR_ICAL", Map.of("cause", cause));
    }
}
