package io.itsm4j.interop;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.Recurrence;
import io.itsm4j.calendar.Recurrences;
import io.itsm4j.calendar.TimeWindow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * Recurrence rules of RFC 5545, section 3.3.10. Needs {@code org.dmfs:lib-recur}.
 *
 * <p>A rule is worked out in local time and each occurrence read in the zone of the recurrence, so that a window at
 * 22:00 stays at 22:00 when the clock is changed. Occurrences before the span count for {@code COUNT} and are looked at
 * too; what a rule may make it look at is limited, so that no rule keeps a thread busy.
 */
public final class RecurrenceRules implements Recurrences {

    /** The most occurrences one question looks at, those before the span included. */
    public static final int LIMIT = 50_000;

    private static final int YEARS = 10;

    @Override
    public List<TimeWindow> windows(Recurrence recurrence, Instant from, Instant to) {
        TimeWindow span = new TimeWindow(from, to);
        if (to.atZone(ZoneOffset.UTC).minusYears(YEARS).toInstant().isAfter(from)) {
            throw new InvalidInput("window", "CALENDAR_WINDOW", Map.of("limit", YEARS));
        }
        return recurrence.isRecurring()
                ? new Expansion(LIMIT).of(recurrence, span)
                : Recurrences.ONCE.windows(recurrence, from, to);
    }

    /** Looks at no more occurrences than it was given, over all the rules that it works out. */
    static final class Expansion {

        private final int limit;
        private int left;

        Expansion(int limit) {
            this.limit = limit;
            this.left = limit;
        }

        List<TimeWindow> of(Recurrence recurrence, TimeWindow span) {
            try {
                return expand(recurrence, span);
            } catch (InvalidRecurrenceRuleException | IllegalArgumentException | IllegalStateException unusable) {
                throw unusable(recurrence, unusable);
            }
        }

        private List<TimeWindow> expand(Recurrence recurrence, TimeWindow span) throws InvalidRecurrenceRuleException {
            RecurrenceRule rule = new RecurrenceRule(recurrence.rule(), RecurrenceRule.RfcMode.RFC5545_STRICT);
            End end = new End(recurrence, rule.getUntil());
            if (rule.getUntil() != null) {
                if (end.isBefore(recurrence.first())) {
                    throw new IllegalArgumentException("it ends before it begins");
                }
                rule = withoutEnd(recurrence.rule());
            }
            List<TimeWindow> found = new ArrayList<>();
            RecurrenceRuleIterator times = rule.iterator(floating(recurrence.first()));
            while (times.hasNext()) {
                if (left-- == 0) {
                    throw new RuleViolated("CALENDAR_RULE_LIMIT", Map.of("value", recurrence.rule(), "limit", limit));
                }
                LocalDateTime time = local(times.nextDateTime());
                TimeWindow window = recurrence.at(time);
                if (end.isBefore(time) || !window.from().isBefore(span.to())) {
                    break;
                }
                if (window.overlaps(span)) {
                    found.add(window);
                }
            }
            return found;
        }

        /**
         * UNTIL may be given in UTC while times are local, which the library refuses to compare; so it is done here.
         */
        private static RecurrenceRule withoutEnd(String text) throws InvalidRecurrenceRuleException {
            RecurrenceRule rule = new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
            rule.setUntil(null);
            return rule;
        }

        private static InvalidInput unusable(Recurrence recurrence, Exception cause) {
            return new InvalidInput(
                    "rule",
                    "CALENDAR_RULE",
                    Map.of("value", recurrence.rule(), "cause", String.valueOf(cause.getMessage())));
        }
    }

    /** The last moment at which a window may begin: a date, a local time, or an instant. */
    private record End(Recurrence recurrence, @Nullable DateTime until) {

        boolean isBefore(LocalDateTime time) {
            if (until == null) {
                return false;
            }
            if (until.isAllDay()) {
                return local(until).toLocalDate().isBefore(time.toLocalDate());
            }
            return until.isFloating()
                    ? local(until).isBefore(time)
                    : Instant.ofEpochMilli(until.getTimestamp())
                            .isBefore(recurrence.at(time).from());
        }
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.isAllDay() ? 0 : time.getHours(),
                time.isAllDay() ? 0 : time.getMinutes(),
                time.isAllDay() ? 0 : time.getSeconds());
    }
}
