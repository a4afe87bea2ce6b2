package io.itsm4j.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The conventions of calendars, one by one; 2 March 2026 is a Monday. */
class BusinessCalendarTest {

    private static final CalendarDefinition OFFICE =
            CalendarDefinition.of("office", "UTC", WeekPlan.weekdays("09:00-12:00", "13:00-17:00"));

    private final BusinessCalendar office = BusinessCalendar.of(OFFICE);

    @Test
    void counts_over_the_break_the_night_and_the_weekend() {
        assertThat(office.plus(at("2026-03-02T11:00:00Z"), hours(2))).isEqualTo(at("2026-03-02T14:00:00Z"));
        assertThat(office.plus(at("2026-03-06T16:00:00Z"), hours(2))).isEqualTo(at("2026-03-09T10:00:00Z"));
        assertThat(office.between(at("2026-03-06T16:00:00Z"), at("2026-03-09T10:00:00Z")))
                .isEqualTo(hours(2));
        assertThat(office.minus(at("2026-03-09T10:00:00Z"), hours(2))).isEqualTo(at("2026-03-06T16:00:00Z"));
    }

    @Test
    void a_duration_that_ends_at_closing_time_ends_there_and_not_at_the_next_opening() {
        assertThat(office.plus(at("2026-03-06T16:00:00Z"), hours(1))).isEqualTo(at("2026-03-06T17:00:00Z"));
    }

    @Test
    void no_time_at_all_is_the_instant_itself_even_when_closed() {
        assertThat(office.plus(at("2026-03-07T03:00:00Z"), Duration.ZERO)).isEqualTo(at("2026-03-07T03:00:00Z"));
        assertThat(office.minus(at("2026-03-07T03:00:00Z"), Duration.ZERO)).isEqualTo(at("2026-03-07T03:00:00Z"));
    }

    @Test
    void a_microsecond_counts() {
        Instant due = office.plus(at("2026-03-02T16:59:59.999999Z"), Duration.ofNanos(2_000));

        assertThat(due).isEqualTo(at("2026-03-03T09:00:00.000001Z"));
    }

    @Test
    void a_holiday_counts_nothing_a_half_day_half_and_a_make_up_day_fully() {
        BusinessCalendar calendar = BusinessCalendar.of(OFFICE.with(List.of(
                SpecialDay.holiday(LocalDate.of(2026, 3, 3), "holiday"),
                SpecialDay.open(LocalDate.of(2026, 3, 4), "half day", "09:00-12:00"),
                SpecialDay.open(LocalDate.of(2026, 3, 7), "make-up Saturday", "09:00-12:00", "13:00-17:00"))));

        assertThat(calendar.plus(at("2026-03-02T16:00:00Z"), hours(2))).isEqualTo(at("2026-03-04T10:00:00Z"));
        assertThat(calendar.plus(at("2026-03-04T11:00:00Z"), hours(2))).isEqualTo(at("2026-03-05T10:00:00Z"));
        assertThat(calendar.between(at("2026-03-07T00:00:00Z"), at("2026-03-08T00:00:00Z")))
                .isEqualTo(hours(7));
    }

    @Test
    void a_closure_of_weeks_counts_nothing_even_on_days_with_openings_of_their_own() {
        BusinessCalendar calendar = BusinessCalendar.of(OFFICE.with(
                        List.of(SpecialDay.open(LocalDate.of(2026, 3, 14), "inventory", "08:00-20:00")))
                .closedDuring(new Closure(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 20), "works holiday")));

        assertThat(calendar.plus(at("2026-03-06T16:30:00Z"), hours(1))).isEqualTo(at("2026-03-23T09:30:00Z"));
    }

    @Test
    void a_shift_over_midnight_belongs_to_the_day_on_which_it_begins() {
        BusinessCalendar nights = BusinessCalendar.of(
                CalendarDefinition.of("nights", "UTC", WeekPlan.CLOSED.on(DayOfWeek.FRIDAY, "22:00-06:00"))
                        .with(List.of(SpecialDay.holiday(LocalDate.of(2026, 3, 7), "a holiday on Saturday"))));

        assertThat(nights.between(at("2026-03-06T00:00:00Z"), at("2026-03-08T00:00:00Z")))
                .isEqualTo(hours(8));
        assertThat(nights.isOpen(at("2026-03-07T05:59:59Z"))).isTrue();
        assertThat(nights.isOpen(at("2026-03-07T06:00:00Z"))).isFalse();
    }

    @Test
    void another_week_holds_from_its_date_on() {
        BusinessCalendar calendar =
                BusinessCalendar.of(OFFICE.from(LocalDate.of(2026, 3, 9), WeekPlan.weekdays("10:00-16:00")));

        assertThat(calendar.between(at("2026-03-06T00:00:00Z"), at("2026-03-07T00:00:00Z")))
                .isEqualTo(hours(7));
        assertThat(calendar.between(at("2026-03-09T00:00:00Z"), at("2026-03-10T00:00:00Z")))
                .isEqualTo(hours(6));
    }

    @Test
    void a_sunday_of_25_hours_has_25_and_one_of_23_has_23() {
        BusinessCalendar berlin = BusinessCalendar.of(
                CalendarDefinition.of("all day", "Europe/Berlin", WeekPlan.everyDay("00:00-24:00")));

        assertThat(berlin.between(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")))
                .isEqualTo(hours(25));
        assertThat(berlin.between(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")))
                .isEqualTo(hours(23));
    }

    @Test
    void an_opening_that_the_clock_skips_begins_with_the_change() {
        // on 29 March 2026 Berlin goes from 02:00 to 03:00 at 01:00 UTC
        BusinessCalendar berlin =
                BusinessCalendar.of(CalendarDefinition.of("early", "Europe/Berlin", WeekPlan.everyDay("02:30-04:00")));

        assertThat(berlin.nextOpening(at("2026-03-29T00:00:00Z"))).isEqualTo(at("2026-03-29T01:00:00Z"));
        assertThat(berlin.nextClosing(at("2026-03-29T01:30:00Z"))).isEqualTo(at("2026-03-29T02:00:00Z"));
    }

    @Test
    void an_opening_that_the_clock_shows_twice_begins_the_first_time() {
        // on 25 October 2026 Berlin goes from 03:00 back to 02:00 at 01:00 UTC
        BusinessCalendar berlin =
                BusinessCalendar.of(CalendarDefinition.of("early", "Europe/Berlin", WeekPlan.everyDay("02:30-04:00")));

        assertThat(berlin.nextOpening(at("2026-10-25T00:00:00Z"))).isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(berlin.between(at("2026-10-25T00:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void a_day_that_a_zone_skipped_has_no_openings() {
        // Apia went from 29 to 31 December 2011 at once
        BusinessCalendar apia =
                BusinessCalendar.of(CalendarDefinition.of("apia", "Pacific/Apia", WeekPlan.everyDay("09:00-17:00")));

        assertThat(apia.between(at("2011-12-29T19:00:00Z"), at("2011-12-31T19:00:00Z")))
                .as("Thursday the 29th and Saturday the 31st")
                .isEqualTo(hours(16));
    }

    @Test
    void open_at_any_time_is_plain_time() {
        BusinessCalendar always = BusinessCalendar.alwaysOpen(ZoneId.of("Asia/Shanghai"));

        assertThat(always.plus(at("2026-03-07T03:00:00Z"), hours(100))).isEqualTo(at("2026-03-11T07:00:00Z"));
        assertThat(always.between(at("2026-03-11T07:00:00Z"), at("2026-03-07T03:00:00Z")))
                .isEqualTo(hours(-100));
        assertThat(always.isOpen(at("2026-03-07T03:00:00Z"))).isTrue();
        refused(RuleViolated.class, "CALENDAR_NEVER_CLOSES", () -> always.nextClosing(at("2026-03-07T03:00:00Z")));
    }

    @Test
    void working_days_are_counted_by_the_calendar() {
        assertThat(office.plusWorkingDays(LocalDate.of(2026, 3, 5), 3)).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(office.plusWorkingDays(LocalDate.of(2026, 3, 9), -1)).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(office.endOfWorkingDay(at("2026-03-05T20:00:00Z"), 3)).isEqualTo(at("2026-03-10T17:00:00Z"));
        assertThat(office.nextWorkingDayAt(at("2026-03-06T10:00:00Z"), LocalTime.of(16, 0)))
                .isEqualTo(at("2026-03-09T16:00:00Z"));
    }

    @Test
    void the_spring_festival_of_2026_has_nine_days_off_and_two_saturdays_of_work() {
        CalendarDefinition shanghai = CalendarDefinition.of(
                        "shanghai", "Asia/Shanghai", WeekPlan.weekdays("09:00-18:00"))
                .with(Holidays.china(2026, "09:00-18:00"));
        BusinessCalendar calendar = BusinessCalendar.of(shanghai);

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14)))
                .as("Saturday before")
                .isTrue();
        for (LocalDate day = LocalDate.of(2026, 2, 15);
                day.isBefore(LocalDate.of(2026, 2, 24));
                day = day.plusDays(1)) {
            assertThat(calendar.isWorkingDay(day)).as("%s", day).isFalse();
        }
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 24))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28)))
                .as("Saturday after")
                .isTrue();
        assertThat(calendar.plus(at("2026-02-14T09:00:00Z"), hours(2)))
                .as("17:00 on the Saturday, one hour then and one on the 24th")
                .isEqualTo(at("2026-02-24T02:00:00Z"));
    }

    @Test
    void a_year_that_was_not_announced_is_refused() {
        InvalidInput refusal = refused(InvalidInput.class, "CALENDAR_YEAR", () -> Holidays.china(2031, "09:00-18:00"));

        assertThat(refusal.getMessage()).contains("2031").contains("2024, 2025, 2026");
    }

    @Test
    void a_calendar_without_an_opening_is_refused() {
        refused(
                InvalidInput.class,
                "CALENDAR_NEVER_OPEN",
                () -> CalendarDefinition.of("never", "UTC", WeekPlan.CLOSED));
    }

    @Test
    void looking_for_an_opening_that_never_comes_ends() {
        BusinessCalendar once = BusinessCalendar.of(new CalendarDefinition(
                "once",
                ZoneId.of("UTC"),
                new TreeMap<>(Map.of(CalendarDefinition.ALWAYS, WeekPlan.CLOSED)),
                new TreeMap<>(Map.of(
                        LocalDate.of(2026, 3, 2), SpecialDay.open(LocalDate.of(2026, 3, 2), "the day", "09:00-17:00"))),
                List.of()));

        assertThat(once.plus(at("2026-01-01T00:00:00Z"), hours(8))).isEqualTo(at("2026-03-02T17:00:00Z"));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> once.plus(at("2026-01-01T00:00:00Z"), hours(9)));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> once.minus(at("2026-04-01T00:00:00Z"), hours(9)));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> once.nextOpening(at("2026-04-01T00:00:00Z")));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> once.plusWorkingDays(LocalDate.of(2026, 3, 2), 1));
    }

    @Test
    void broken_openings_are_refused_with_their_reason() {
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("09:00-09:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("24:00-25:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("nine to five"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("09:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("9:75-10:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("1193047:00-09:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("09:00-1193056:00"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("09:00-2147483647:59:59"));
        refused(InvalidInput.class, "CALENDAR_OVERLAP", () -> WeekPlan.weekdays("09:00-12:00", "11:59-13:00"));
        refused(InvalidInput.class, "CALENDAR_ZONE", () -> CalendarDefinition.of("x", "Mars/Olympus", WeekPlan.CLOSED));
        refused(
                InvalidInput.class,
                "RANGE_REVERSED",
                () -> new Closure(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1), "x"));
    }

    @Test
    void years_beyond_the_table_are_refused() {
        refused(RuleViolated.class, "CALENDAR_RANGE", () -> office.isOpen(at("2300-01-01T00:00:00Z")));
        refused(RuleViolated.class, "CALENDAR_RANGE", () -> office.isOpen(at("1800-01-01T00:00:00Z")));
    }

    @Test
    void a_duration_may_be_longer_than_a_table() {
        // 260 weeks of 35 hours are five years to the day of the week, and there are six of them in thirty years
        Instant due = office.plus(at("2026-03-02T09:00:00Z"), hours(35L * 260 * 6));

        assertThat(due).isEqualTo(at("2056-01-21T17:00:00Z"));
        assertThat(office.between(at("2026-03-02T09:00:00Z"), due)).isEqualTo(hours(35L * 260 * 6));
    }

    @Test
    void a_week_that_overlaps_with_itself_over_midnight_is_refused_and_one_that_touches_is_not() {
        WeekPlan friday = WeekPlan.CLOSED.on(DayOfWeek.FRIDAY, "22:00-06:00");

        refused(InvalidInput.class, "CALENDAR_OVERLAP", () -> friday.on(DayOfWeek.SATURDAY, "05:59-12:00"));
        refused(
                InvalidInput.class,
                "CALENDAR_OVERLAP",
                () -> WeekPlan.CLOSED.on(DayOfWeek.MONDAY, "00:30-12:00").on(DayOfWeek.SUNDAY, "22:00-01:00"));

        BusinessCalendar touching = BusinessCalendar.of(
                CalendarDefinition.of("touching", "UTC", friday.on(DayOfWeek.SATURDAY, "06:00-12:00")));
        assertThat(touching.nextClosing(at("2026-03-06T23:00:00Z"))).isEqualTo(at("2026-03-07T12:00:00Z"));
    }

    @Test
    void a_special_day_that_a_night_shift_reaches_into_counts_the_time_once() {
        BusinessCalendar calendar = BusinessCalendar.of(
                CalendarDefinition.of("nights", "UTC", WeekPlan.CLOSED.on(DayOfWeek.FRIDAY, "22:00-06:00"))
                        .with(List.of(SpecialDay.open(LocalDate.of(2026, 3, 7), "early", "04:00-08:00"))));

        assertThat(calendar.between(at("2026-03-06T00:00:00Z"), at("2026-03-08T00:00:00Z")))
                .isEqualTo(hours(10));
    }

    @Test
    void what_closes_at_24_and_what_ends_past_24_is_read_and_shown_alike() {
        assertThat(Opening.of("22:00-30:00")).isEqualTo(Opening.of("22:00-06:00"));
        assertThat(Opening.of("12:00-36:00").toString()).isEqualTo("12:00-36:00");
        assertThat(Opening.of("00:00-24:00")).isEqualTo(new Opening(0, 86_400));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("12:00-36:01"));
        refused(InvalidInput.class, "CALENDAR_OPENING", () -> Opening.of("12:00-12:00"));
    }

    @Test
    void all_hours_of_all_days_cost_no_table_and_the_same_with_a_holiday_does() {
        CalendarDefinition allHours = CalendarDefinition.of("all", "Europe/Berlin", WeekPlan.everyDay("00:00-24:00"));
        BusinessCalendar always = BusinessCalendar.of(allHours);
        BusinessCalendar almost =
                BusinessCalendar.of(allHours.with(List.of(SpecialDay.holiday(LocalDate.of(2026, 3, 3), "holiday"))));

        assertThat(always.plus(at("2026-03-02T12:00:00Z"), hours(24))).isEqualTo(at("2026-03-03T12:00:00Z"));
        assertThat(almost.plus(at("2026-03-02T12:00:00Z"), hours(24))).isEqualTo(at("2026-03-04T12:00:00Z"));
        assertThat(always.compiled()).isZero();
        assertThat(almost.compiled()).as("one opening before and one after").isEqualTo(2);
    }

    @Test
    void ten_years_hold_one_entry_for_each_opening_and_no_more() {
        BusinessCalendar calendar = BusinessCalendar.of(OFFICE);
        calendar.between(at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"));
        assertThat(calendar.compiled())
                .as("two openings on the 1305 weekdays from 2025 to 2029, which is when half the horizon is compiled")
                .isEqualTo(2_608);

        calendar.plus(at("2026-03-02T00:00:00Z"), hours(7L * 260 * 8));
        assertThat(calendar.compiled())
                .as("and on the 2609 weekdays from 2025 to 2034")
                .isEqualTo(2 * 2_608);
    }

    @Test
    void more_than_ten_closed_years_are_not_crossed_whatever_was_asked_before() {
        CalendarDefinition twice = CalendarDefinition.of("twice", "UTC", WeekPlan.weekdays("09:00-17:00"))
                .from(LocalDate.of(2026, 3, 3), WeekPlan.CLOSED)
                .from(LocalDate.of(2040, 3, 5), WeekPlan.weekdays("09:00-17:00"));
        for (String before : List.of("2026-01-01T00:00:00Z", "2050-01-01T00:00:00Z", "1980-01-01T00:00:00Z")) {
            BusinessCalendar calendar = BusinessCalendar.of(twice);
            calendar.isOpen(at(before));

            assertThat(calendar.plus(at("2026-03-02T09:00:00Z"), hours(8))).isEqualTo(at("2026-03-02T17:00:00Z"));
            refused(
                    RuleViolated.class,
                    "CALENDAR_NEVER_OPEN",
                    () -> calendar.plus(at("2026-03-02T09:00:00Z"), hours(9)));
            refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> calendar.nextOpening(at("2030-03-02T09:00:00Z")));
            refused(
                    RuleViolated.class,
                    "CALENDAR_NEVER_OPEN",
                    () -> calendar.minus(at("2040-03-05T10:00:00Z"), hours(2)));
            refused(
                    RuleViolated.class,
                    "CALENDAR_NEVER_OPEN",
                    () -> calendar.plusWorkingDays(LocalDate.of(2026, 3, 2), 1));
            assertThat(calendar.plus(at("2030-03-06T00:00:00Z"), hours(1)))
                    .as("just within ten years")
                    .isEqualTo(at("2040-03-05T10:00:00Z"));
            assertThat(calendar.between(at("2026-03-02T09:00:00Z"), at("2040-03-05T10:00:00Z")))
                    .isEqualTo(hours(9));
        }
    }

    @Test
    void a_calendar_that_is_closed_on_every_date_is_refused_when_it_is_defined() {
        refused(
                InvalidInput.class,
                "CALENDAR_NEVER_OPEN",
                () -> OFFICE.closedDuring(new Closure(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1), "for good")));
        refused(
                InvalidInput.class,
                "CALENDAR_NEVER_OPEN",
                () -> CalendarDefinition.of("once", "UTC", WeekPlan.weekdays("09:00-10:00"))
                        .from(CalendarDefinition.ALWAYS, WeekPlan.CLOSED));
        refused(
                InvalidInput.class,
                "CALENDAR_NEVER_OPEN",
                () -> new CalendarDefinition(
                        "long ago",
                        ZoneId.of("UTC"),
                        new TreeMap<>(Map.of(
                                CalendarDefinition.ALWAYS,
                                WeekPlan.weekdays("09:00-10:00"),
                                LocalDate.of(1960, 1, 1),
                                WeekPlan.CLOSED)),
                        new TreeMap<>(),
                        List.of()));
    }

    @Test
    void a_calendar_whose_openings_have_ended_answers_for_the_past_and_refuses_the_future() {
        BusinessCalendar ended = BusinessCalendar.of(OFFICE.from(LocalDate.of(2020, 1, 1), WeekPlan.CLOSED));

        assertThat(ended.plus(at("2019-12-31T09:00:00Z"), hours(7))).isEqualTo(at("2019-12-31T17:00:00Z"));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> ended.plus(at("2026-03-02T09:00:00Z"), hours(1)));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> ended.nextOpening(at("2026-03-02T09:00:00Z")));
        refused(RuleViolated.class, "CALENDAR_NEVER_CLOSES", () -> ended.nextClosing(at("2026-03-02T09:00:00Z")));
        assertThat(ended.previousClosing(at("2026-03-02T09:00:00Z"))).isEqualTo(at("2019-12-31T17:00:00Z"));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> ended.endOfWorkingDay(at("2026-03-02T09:00:00Z"), 1));
    }

    @Test
    void a_duration_beyond_the_last_year_is_refused_and_so_is_the_longest_there_is() {
        for (BusinessCalendar calendar : List.of(office, BusinessCalendar.alwaysOpen(ZoneId.of("UTC")))) {
            for (Duration time : List.of(hours(1_000_000), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))) {
                refused(RuleViolated.class, "CALENDAR_RANGE", () -> calendar.plus(at("2026-03-02T09:00:00Z"), time));
                refused(RuleViolated.class, "CALENDAR_RANGE", () -> calendar.minus(at("2026-03-02T09:00:00Z"), time));
            }
            refused(
                    RuleViolated.class,
                    "CALENDAR_RANGE",
                    () -> calendar.plus(at("2026-03-02T09:00:00Z"), Duration.ofSeconds(Long.MIN_VALUE)));
        }
    }

    @Test
    void durations_are_cut_to_microseconds_towards_zero() {
        Instant monday = at("2026-03-02T10:00:00Z");

        assertThat(office.plus(monday, Duration.ofNanos(1_999))).isEqualTo(monday.plusNanos(1_000));
        assertThat(office.plus(monday, Duration.ofNanos(-1_999))).isEqualTo(monday.minusNanos(1_000));
        assertThat(office.plus(monday, Duration.ofNanos(-1))).isEqualTo(monday);
    }

    @Test
    void a_wall_clock_time_of_a_working_day_may_lie_in_a_gap() {
        // Berlin has no 02:30 on 29 March 2026, a Sunday
        BusinessCalendar berlin =
                BusinessCalendar.of(CalendarDefinition.of("daily", "Europe/Berlin", WeekPlan.everyDay("09:00-17:00")));

        assertThat(berlin.nextWorkingDayAt(at("2026-03-28T12:00:00Z"), LocalTime.of(2, 30)))
                .isEqualTo(at("2026-03-29T01:00:00Z"));
        assertThat(berlin.workingDayAt(at("2026-03-28T12:00:00Z"), 3, LocalTime.of(16, 0)))
                .isEqualTo(at("2026-03-31T14:00:00Z"));
        assertThat(berlin.workingDayAt(at("2026-03-28T12:00:00Z"), 0, LocalTime.of(16, 0)))
                .isEqualTo(at("2026-03-28T15:00:00Z"));
    }

    @Test
    void the_end_of_this_working_day_is_today_and_a_day_off_has_none() {
        assertThat(office.endOfWorkingDay(at("2026-03-05T08:00:00Z"), 0)).isEqualTo(at("2026-03-05T17:00:00Z"));
        refused(RuleViolated.class, "CALENDAR_NEVER_OPEN", () -> office.endOfWorkingDay(at("2026-03-07T08:00:00Z"), 0));
    }

    @Test
    void a_date_that_a_zone_skipped_is_no_working_day() {
        BusinessCalendar apia =
                BusinessCalendar.of(CalendarDefinition.of("apia", "Pacific/Apia", WeekPlan.everyDay("09:00-17:00")));

        assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 29))).isTrue();
        assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 30))).isFalse();
        assertThat(apia.plusWorkingDays(LocalDate.of(2011, 12, 29), 1)).isEqualTo(LocalDate.of(2011, 12, 31));
    }

    @Test
    void the_version_of_the_zone_rules_can_be_recorded() {
        assertThat(office.zoneRulesVersion()).isEmpty();
        assertThat(BusinessCalendar.alwaysOpen(ZoneId.of("Asia/Shanghai")).zoneRulesVersion())
                .matches("20[0-9]{2}[a-z]+");
    }

    @Test
    void what_passes_a_limit_of_a_definition_is_refused() {
        String name = "x".repeat(101);
        LocalDate day = LocalDate.of(2026, 3, 2);
        refused(InvalidInput.class, "TOO_LONG", () -> CalendarDefinition.of(name, "UTC", WeekPlan.ALL_HOURS));
        refused(InvalidInput.class, "REQUIRED", () -> CalendarDefinition.of(" ", "UTC", WeekPlan.ALL_HOURS));
        refused(InvalidInput.class, "TOO_LONG", () -> SpecialDay.holiday(day, name));
        refused(InvalidInput.class, "TOO_LONG", () -> new Closure(day, day, name));
        String[] openings = java.util.stream.IntStream.range(0, 49)
                .mapToObj(i -> String.format("%02d:%02d:00-%02d:%02d:01", i / 4, i % 4, i / 4, i % 4))
                .toArray(String[]::new);
        refused(InvalidInput.class, "TOO_MANY", () -> WeekPlan.weekdays(openings));
        refused(
                InvalidInput.class,
                "CALENDAR_DATE",
                () -> new CalendarDefinition(
                        "x",
                        ZoneId.of("UTC"),
                        OFFICE.plans(),
                        new TreeMap<>(Map.of(day, SpecialDay.holiday(day.plusDays(1), "x"))),
                        List.of()));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    private static <T extends ItsmException> T refused(Class<T> kind, String code, ThrowingCallable work) {
        T refusal = catchThrowableOfType(kind, work);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
