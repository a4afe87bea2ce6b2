package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.Recurrence;
import io.itsm4j.calendar.Recurrences;
import io.itsm4j.calendar.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows that come again, and rules that mean harm. */
class RecurrenceRulesTest {

    private static final Instant SPRING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T00:00:00Z");

    private final Recurrences rules = new RecurrenceRules();

    @Test
    void the_first_sunday_of_each_month_stays_at_its_local_time_over_a_change_of_the_clock() {
        Recurrence patching = berlin("2026-01-04T22:00", Duration.ofHours(4), "FREQ=MONTHLY;BYDAY=1SU");

        assertThat(rules.windows(patching, SPRING, SUMMER))
                .extracting(window -> window.from().toString())
                .containsExactly(
                        "2026-01-04T21:00:00Z",
                        "2026-02-01T21:00:00Z",
                        "2026-03-01T21:00:00Z",
                        "2026-04-05T20:00:00Z",
                        "2026-05-03T20:00:00Z",
                        "2026-06-07T20:00:00Z");
    }

    @Test
    void a_window_that_begins_before_the_span_and_reaches_into_it_is_found_and_one_that_touches_is_not() {
        Recurrence nightly = berlin("2026-06-01T23:00", Duration.ofHours(2), "FREQ=DAILY;COUNT=3");

        assertThat(rules.windows(nightly, Instant.parse("2026-06-02T22:59:59Z"), Instant.parse("2026-06-03T21:00:00Z")))
                .containsExactly(
                        new TimeWindow(Instant.parse("2026-06-02T21:00:00Z"), Instant.parse("2026-06-02T23:00:00Z")));
    }

    @Test
    void a_window_in_a_gap_begins_with_the_change_and_one_that_is_repeated_the_first_time() {
        Recurrence nightly = berlin("2026-03-28T02:30", Duration.ofHours(1), "FREQ=DAILY;COUNT=2");
        Recurrence autumn = berlin("2026-10-25T02:30", Duration.ofHours(1), "FREQ=DAILY;COUNT=1");

        assertThat(rules.windows(nightly, SPRING, SUMMER))
                .extracting(window -> window.from().toString())
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z");
        assertThat(rules.windows(autumn, SUMMER, Instant.parse("2027-01-01T00:00:00Z")))
                .extracting(window -> window.from().toString())
                .containsExactly("2026-10-25T00:30:00Z");
    }

    @Test
    void an_end_may_be_a_date_a_local_time_or_an_instant_and_belongs_to_the_rule() {
        for (String end : List.of("20260603", "20260603T230000", "20260603T210000Z")) {
            assertThat(rules.windows(
                            berlin("2026-06-01T23:00", Duration.ofHours(1), "FREQ=DAILY;UNTIL=" + end), SPRING, SUMMER))
                    .as(end)
                    .hasSize(3);
        }
        for (String end : List.of("20260602", "20260603T225959", "20260603T205959Z")) {
            assertThat(rules.windows(
                            berlin("2026-06-01T23:00", Duration.ofHours(1), "FREQ=DAILY;UNTIL=" + end), SPRING, SUMMER))
                    .as(end)
                    .hasSize(2);
        }
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        refused(InvalidInput.class, "CALENDAR_RULE", "FREQ=DAILY;UNTIL=20200101T000000Z");
    }

    @Test
    void a_window_that_comes_once_needs_no_library() {
        Recurrence once = Recurrence.once(
                LocalDateTime.parse("2026-06-01T23:00"), ZoneId.of("Europe/Berlin"), Duration.ofHours(1));

        assertThat(Recurrences.ONCE.windows(once, SPRING, SUMMER))
                .isEqualTo(rules.windows(once, SPRING, SUMMER))
                .hasSize(1);
        assertThat(Recurrences.ONCE.windows(once, SUMMER, SUMMER.plusSeconds(1)))
                .isEmpty();
        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> Recurrences.ONCE.windows(
                        berlin("2026-06-01T23:00", Duration.ofHours(1), "FREQ=DAILY"), SPRING, SUMMER));
        assertThat(refusal.code()).isEqualTo("CALENDAR_RULE");
    }

    @Test
    void a_rule_for_every_second_and_a_huge_count_end_at_the_limit() {
        refused(RuleViolated.class, "CALENDAR_RULE_LIMIT", "FREQ=SECONDLY");
        refused(RuleViolated.class, "CALENDAR_RULE_LIMIT", "FREQ=SECONDLY;COUNT=2147483647");
        refused(InvalidInput.class, "CALENDAR_RULE", "FREQ=DAILY;COUNT=99999999999");
    }

    @Test
    void a_rule_that_never_comes_true_and_one_that_cannot_be_read_are_refused() {
        refused(InvalidInput.class, "CALENDAR_RULE", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
        refused(InvalidInput.class, "CALENDAR_RULE", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30");
        refused(InvalidInput.class, "CALENDAR_RULE", "every second Tuesday");
        refused(InvalidInput.class, "CALENDAR_RULE", "FREQ=DAILY;INTERVAL=0");
        refused(InvalidInput.class, "TOO_LONG", "FREQ=DAILY;BYDAY=" + "MO,".repeat(200));
    }

    @Test
    void a_span_of_more_than_ten_years_is_refused_and_so_is_a_window_without_length() {
        Recurrence daily = berlin("2026-06-01T23:00", Duration.ofHours(1), "FREQ=DAILY");

        assertThat(rules.windows(daily, SUMMER, Instant.parse("2036-07-01T00:00:00Z")))
                .hasSize(3_653);
        for (Duration none : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(367), Duration.ofMillis(5))) {
            assertThat(catchThrowableOfType(InvalidInput.class, () -> berlin("2026-06-01T23:00", none, "FREQ=DAILY"))
                            .code())
                    .isEqualTo("OUT_OF_RANGE");
        }
        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> rules.windows(daily, SUMMER, Instant.parse("2036-07-01T00:00:01Z")))
                        .code())
                .isEqualTo("CALENDAR_WINDOW");
        assertThat(catchThrowableOfType(InvalidInput.class, () -> rules.windows(daily, SUMMER, SPRING))
                        .code())
                .isEqualTo("RANGE_REVERSED");
    }

    private <T extends ItsmException> void refused(Class<T> kind, String code, String rule) {
        T refusal = catchThrowableOfType(
                kind, () -> rules.windows(berlin("2026-06-01T23:00", Duration.ofHours(1), rule), SPRING, SUMMER));
        assertThat(refusal).as(rule).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    private static Recurrence berlin(String first, Duration length, String rule) {
        return new Recurrence(LocalDateTime.parse(first), ZoneId.of("Europe/Berlin"), length, rule);
    }
}
