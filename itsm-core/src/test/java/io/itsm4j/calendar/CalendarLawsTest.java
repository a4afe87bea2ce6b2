package io.itsm4j.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.journal.CanonicalJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TimeZone;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every calendar, instant and duration. */
class CalendarLawsTest {

    private static final long DAY = 86_400_000_000L;

    @Provide
    Arbitrary<CalendarDefinition> calendars() {
        return Calendars.definitions();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Calendars.instants();
    }

    @Property(tries = 400)
    void working_time_up_to_the_instant_after_a_duration_is_the_duration(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(max = 90 * DAY) long micros) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);
        Duration time = micros(micros);

        Instant due = calendar.plus(from, time);

        assertThat(due).isAfterOrEqualTo(from);
        assertThat(calendar.between(from, due)).isEqualTo(time);
        assertThat(calendar.between(due, from)).isEqualTo(time.negated());
        if (micros > 0) {
            Instant justBefore = due.minusNanos(1_000);
            assertThat(calendar.between(from, justBefore))
                    .as("it is the first such instant")
                    .isLessThan(time);
        }
    }

    @Property(tries = 400)
    void going_back_ends_at_the_last_instant_from_which_the_time_still_passes(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant to,
            @ForAll @LongRange(min = 1, max = 60 * DAY) long micros) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);

        Instant start = calendar.minus(to, micros(micros));

        assertThat(calendar.between(start, to)).isEqualTo(micros(micros));
        assertThat(calendar.between(start.plusNanos(1_000), to)).isLessThan(micros(micros));
        assertThat(calendar.isOpen(start)).isTrue();
    }

    @Property(tries = 400)
    void going_there_and_back_arrives_where_work_began(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 1, max = 60 * DAY) long micros) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);

        assertThat(calendar.minus(calendar.plus(from, micros(micros)), micros(micros)))
                .isEqualTo(calendar.nextOpening(from));
        assertThat(calendar.plus(from, micros(-micros))).isEqualTo(calendar.minus(from, micros(micros)));
    }

    @Property(tries = 400)
    void two_durations_one_after_the_other_are_their_sum(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(max = 30 * DAY) long first,
            @ForAll @LongRange(min = 1, max = 30 * DAY) long second) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);

        assertThat(calendar.plus(calendar.plus(from, micros(first)), micros(second)))
                .isEqualTo(calendar.plus(from, micros(first + second)));
    }

    @Property(tries = 400)
    void working_time_adds_up_over_any_instant_in_between(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant a,
            @ForAll("instants") Instant b,
            @ForAll("instants") Instant c) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);

        assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
    }

    @Property(tries = 300)
    void a_later_start_or_more_time_never_ends_earlier(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(max = 20 * DAY) long later,
            @ForAll @LongRange(max = 20 * DAY) long time,
            @ForAll @LongRange(max = 20 * DAY) long more) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);
        Instant due = calendar.plus(from, micros(time));

        assertThat(calendar.plus(from.plus(micros(later)), micros(time))).isAfterOrEqualTo(due);
        assertThat(calendar.plus(from, micros(time + more))).isAfterOrEqualTo(due);
    }

    @Property(tries = 300)
    void openings_and_closings_are_where_working_time_begins_and_ends(
            @ForAll("calendars") CalendarDefinition definition, @ForAll("instants") Instant at) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);
        Instant opening = calendar.nextOpening(at);
        Instant closing = calendar.nextClosing(at);

        assertThat(calendar.isOpen(opening)).isTrue();
        assertThat(calendar.between(at, opening)).isZero();
        assertThat(opening.equals(at)).isEqualTo(calendar.isOpen(at));
        assertThat(closing).isAfter(at);
        assertThat(calendar.isOpen(closing)).isFalse();
        assertThat(calendar.isOpen(closing.minusNanos(1_000))).isTrue();
        assertThat(calendar.between(opening, closing)).isEqualTo(Duration.between(opening, closing));
        assertThat(calendar.previousClosing(closing)).isEqualTo(closing);
        assertThat(calendar.previousClosing(calendar.nextClosing(closing).minusNanos(1_000)))
                .isEqualTo(closing);
    }

    @Property(tries = 60)
    void the_zone_of_the_machine_changes_nothing(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(max = 30 * DAY) long micros) {
        Instant here = BusinessCalendar.of(definition).plus(from, micros(micros));
        TimeZone machine = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(BusinessCalendar.of(definition).plus(from, micros(micros)))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(machine);
        }
    }

    @Property(tries = 60)
    void every_second_of_two_days_is_counted_right(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll long seed,
            @ForAll @LongRange(max = 2 * 86_400) long seconds) {
        Instant from = Calendars.beforeChange(definition, seed);
        Instant to = from.plusSeconds(seconds);

        assertThat(BusinessCalendar.of(definition).between(from, to))
                .isEqualTo(Duration.ofSeconds(new Oracle(definition).secondsBetween(from, to)));
    }

    @Property(tries = 60)
    void a_list_of_intervals_gives_the_same_working_time_over_months(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll long seed,
            @ForAll @LongRange(max = 120 * DAY) long micros) {
        Instant from = Calendars.beforeChange(definition, seed);
        Instant to = from.plus(micros(micros));

        assertThat(BusinessCalendar.of(definition).between(from, to))
                .isEqualTo(new Oracle(definition).between(from, to));
    }

    @Property(tries = 200)
    void what_was_asked_before_changes_no_answer(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant from,
            @ForAll("instants") Instant to,
            @ForAll @IntRange(min = 1972, max = 2060) int earlier,
            @ForAll @LongRange(max = 30 * DAY) long micros) {
        BusinessCalendar fresh = BusinessCalendar.of(definition);
        BusinessCalendar asked = BusinessCalendar.of(definition);
        asked.isOpen(Instant.parse(earlier + "-06-01T00:00:00Z"));

        assertThat(asked.between(from, to)).isEqualTo(fresh.between(from, to));
        assertThat(asked.plus(from, micros(micros))).isEqualTo(fresh.plus(from, micros(micros)));
        assertThat(asked.minus(from, micros(micros))).isEqualTo(fresh.minus(from, micros(micros)));
        assertThat(asked.nextClosing(from)).isEqualTo(fresh.nextClosing(from));
        assertThat(asked.previousClosing(from)).isEqualTo(fresh.previousClosing(from));
    }

    @Property(tries = 200)
    void working_days_are_those_that_counting_day_by_day_finds(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll("instants") Instant at,
            @ForAll @IntRange(min = -60, max = 60) int days) {
        BusinessCalendar calendar = BusinessCalendar.of(definition);
        Oracle oracle = new Oracle(definition);
        LocalDate date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        LocalDate expected = date;
        for (int left = Math.abs(days); left > 0; ) {
            expected = expected.plusDays(Integer.signum(days));
            left -= oracle.isWorkingDay(expected) ? 1 : 0;
        }

        assertThat(calendar.plusWorkingDays(date, days)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void a_list_of_intervals_gives_the_same_due_instant(
            @ForAll("calendars") CalendarDefinition definition,
            @ForAll long seed,
            @ForAll @LongRange(min = 1, max = 10 * DAY) long micros) {
        Instant from = Calendars.beforeChange(definition, seed);

        assertThat(BusinessCalendar.of(definition).plus(from, micros(micros)))
                .isEqualTo(new Oracle(definition).plus(from, micros(micros)));
    }

    @Property(tries = 200)
    void the_form_of_a_calendar_gives_the_calendar_back(@ForAll("calendars") CalendarDefinition definition) {
        String text = CanonicalJson.write(definition.toMap());
        CalendarDefinition read = CalendarDefinition.fromMap(CalendarFormTest.map(CanonicalJson.read(text)));

        assertThat(read).isEqualTo(definition);
        assertThat(CanonicalJson.write(read.toMap())).isEqualTo(text);
    }

    @Property(tries = 500)
    void a_search_finds_what_looking_at_all_numbers_finds(
            @ForAll @Size(max = 60) Set<Integer> numbers, @ForAll int key) {
        int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
        Steps steps = new Steps(sorted);
        for (int asked : new int[] {key, Integer.MIN_VALUE, Integer.MAX_VALUE, key / 1_000_000}) {
            assertThat(steps.floor(asked))
                    .isEqualTo((int) numbers.stream()
                                    .filter(number -> number <= asked)
                                    .count()
                            - 1);
        }
        for (int i = 0; i < sorted.length; i++) {
            assertThat(steps.floor(sorted[i])).isEqualTo(i);
        }
    }

    private static Duration micros(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
