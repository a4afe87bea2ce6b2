package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedLogTest {

    private static final int INCIDENTS = "full".equals(System.getProperty("itsm.test.size")) ? 5_000 : 150;

    @Test
    void the_library_says_what_the_generator_knows_to_the_microsecond() {
        GeneratedLog.Outcome outcome = new GeneratedLog(20_260_301).live(INCIDENTS);

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.incidents()).isEqualTo(INCIDENTS);
        assertThat(outcome.steps()).isGreaterThan(5L * INCIDENTS);
        assertThat(outcome.breached()).isBetween(INCIDENTS / 10L, INCIDENTS * 9L / 10);
        assertThat(outcome.pauses()).isGreaterThan(INCIDENTS);
        assertThat(outcome.changes()).isGreaterThan(INCIDENTS);
        assertThat(outcome.reopenings()).isGreaterThan(INCIDENTS / 2);
    }

    @Test
    void the_generators_hours_know_of_short_and_of_long_nights() {
        KnownHours nights = new KnownHours(
                ZoneId.of("America/New_York"),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 12, 1),
                true,
                List.of(LocalTime.MIDNIGHT, LocalTime.of(6, 0)),
                Set.of(LocalDate.of(2026, 5, 1)));

        Instant spring = Instant.parse("2026-03-08T05:00:00Z");
        assertThat(nights.between(spring, spring.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(5));
        assertThat(nights.after(spring, Duration.ofHours(5))).isEqualTo(Instant.parse("2026-03-08T10:00:00Z"));
        Instant autumn = Instant.parse("2026-11-01T04:00:00Z");
        assertThat(nights.between(autumn, autumn.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofHours(7));
        Instant closed = Instant.parse("2026-05-01T04:00:00Z");
        assertThat(nights.between(closed, closed.plus(Duration.ofHours(12)))).isZero();
    }
}
