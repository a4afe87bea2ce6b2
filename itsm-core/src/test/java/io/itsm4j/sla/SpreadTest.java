package io.itsm4j.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Property
    void percentiles_are_at_most_a_128th_above_the_true_ones_and_never_below(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 315_576_000_000_000L) Long> micros) {
        Spread spread = new Spread();
        long sum = 0;
        for (long one : micros) {
            spread.add(Micros.duration(one));
            sum += one;
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        Times times = spread.times();
        assertNear(times.median(), sorted[(int) Math.ceil(sorted.length * 0.5) - 1]);
        assertNear(times.ninety(), sorted[(sorted.length * 90 + 99) / 100 - 1]);
        assertNear(times.ninetyFive(), sorted[(sorted.length * 95 + 99) / 100 - 1]);
        assertNear(times.ninetyNine(), sorted[(sorted.length * 99 + 99) / 100 - 1]);
        assertThat(times.longest()).isEqualTo(Micros.duration(sorted[sorted.length - 1]));
        assertThat(times.mean()).isEqualTo(Micros.duration(sum / micros.size()));
        assertThat(times.number()).isEqualTo(micros.size());
    }

    private static void assertNear(Duration said, long truth) {
        assertThat(Micros.of(said)).isBetween(truth, truth + truth / 128);
    }

    @Test
    void says_nothing_of_nothing() {
        assertThat(new Spread().times().median()).isEqualTo(Duration.ZERO);
        assertThat(new Spread().times().number()).isZero();
    }
}
