package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void gives_the_duration_that_so_many_percent_do_not_exceed_in_two_digits() {
        Durations durations = new Durations();
        for (int minutes : new int[] {7, 1_449, 1_459, 99, 100_999}) {
            durations.add(Duration.ofMinutes(minutes));
        }

        assertThat(durations.percentile(20)).hasValue(7);
        assertThat(durations.percentile(50)).hasValue(1_400);
        assertThat(durations.percentile(90)).hasValue(100_000);
    }

    @Test
    void has_no_answer_without_durations() {
        assertThat(new Durations().percentile(50)).isEmpty();
    }
}
