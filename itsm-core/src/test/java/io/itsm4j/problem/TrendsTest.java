package io.itsm4j.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trends are a pure function of incidents, fixed problems, a rule and an instant. */
class TrendsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static TicketId id(int number) {
        return TicketId.of("01890000-0000-7000-8000-%012d".formatted(number));
    }

    private static Trends.Occurrence on(int number, int daysAgo, String... items) {
        return new Trends.Occurrence(
                id(number), NOW.minus(Duration.ofDays(daysAgo)), Map.of(Trend.By.CI, Set.of(items)));
    }

    private static List<Trend> trends(int atLeast, Trends.Occurrence... incidents) {
        TrendRule rule = new TrendRule(Map.of(Trend.By.CI, atLeast), Duration.ofDays(30), Set.of());
        return Trends.of(List.of(incidents), List.of(), rule, NOW);
    }

    @Test
    void as_many_as_the_rule_says_within_the_window_are_a_trend() {
        assertThat(trends(3, on(1, 0, "a"), on(2, 1, "a"))).isEmpty();
        assertThat(trends(3, on(1, 0, "a"), on(2, 1, "a"), on(3, 31, "a"))).isEmpty();
        assertThat(trends(3, on(1, 0, "a"), on(2, 1, "a"), on(3, 30, "a")))
                .containsExactly(new Trend(
                        Trend.By.CI, "a", List.of(id(3), id(2), id(1)), NOW.minus(Duration.ofDays(30)), NOW, null));
    }

    @Test
    void one_incident_may_belong_to_several_trends_and_the_largest_comes_first() {
        assertThat(trends(2, on(1, 0, "a", "b"), on(2, 1, "b"), on(3, 2, "a", "b")))
                .extracting(Trend::value)
                .containsExactly("b", "a");
    }

    @Test
    void a_single_incident_repeats_a_problem_from_its_fix_to_the_end_of_its_window() {
        Trends.Fixed fixed = new Trends.Fixed(
                id(9), NOW.minus(Duration.ofDays(10)), NOW.minus(Duration.ofDays(2)), Map.of(Trend.By.CI, Set.of("a")));
        TrendRule rule = new TrendRule(Map.of(), Duration.ofDays(1), Set.of(Trend.By.CI));

        assertThat(Trends.of(List.of(on(1, 10, "a"), on(2, 1, "a"), on(3, 5, "b")), List.of(fixed), rule, NOW))
                .as("at the fix, after the window, on another item")
                .isEmpty();
        assertThat(Trends.of(List.of(on(1, 9, "a"), on(2, 2, "a")), List.of(fixed), rule, NOW))
                .singleElement()
                .satisfies(trend -> {
                    assertThat(trend.repeats()).isEqualTo(id(9));
                    assertThat(trend.incidents()).containsExactly(id(1), id(2));
                });
    }

    @Test
    void a_symptom_is_told_from_its_numbers_punctuation_and_case() {
        assertThat(Trends.plain("Disk 3 is full!")).isEqualTo("disk is full");
        assertThat(Trends.plain("  DISK-12 is FULL")).isEqualTo("disk is full");
        assertThat(Trends.plain("打印机 3 卡纸。")).isEqualTo("打印机 卡纸");
        assertThat(Trends.plain("42")).isEmpty();
    }
}
