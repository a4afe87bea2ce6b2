package io.itsm4j.examples.benchmarks;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Working time by two binary searches over prefix sums in microseconds, for a fixed span of years and no more. */
final class PrefixSums {

    private final long[] opens;
    private final long[] closes;
    private final long[] before;

    PrefixSums(CalendarDefinition definition, int firstYear, int endYear) {
        List<long[]> spans = new ArrayList<>();
        LocalDate end = LocalDate.of(endYear, 1, 1);
        for (LocalDate date = LocalDate.of(firstYear, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            for (Opening opening : definition.openings(date)) {
                spans.add(new long[] {
                    micros(ZonedDateTime.of(date.atStartOfDay().plusSeconds(opening.from()), definition.zone())
                            .toInstant()),
                    micros(ZonedDateTime.of(date.atStartOfDay().plusSeconds(opening.to()), definition.zone())
                            .toInstant())
                });
            }
        }
        opens = spans.stream().mapToLong(span -> span[0]).toArray();
        closes = spans.stream().mapToLong(span -> span[1]).toArray();
        before = new long[opens.length + 1];
        for (int i = 0; i < opens.length; i++) {
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
    }

    Duration between(Instant from, Instant to) {
        long micros = worked(micros(to)) - worked(micros(from));
        return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    Instant plus(Instant from, Duration time) {
        long wanted = worked(micros(from)) + time.toSeconds() * 1_000_000L + time.toNanosPart() / 1_000;
        int found = Arrays.binarySearch(before, wanted);
        int i = found >= 0 ? found - 1 : -found - 2;
        long micros = opens[i] + wanted - before[i];
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private long worked(long micros) {
        int found = Arrays.binarySearch(opens, micros);
        int i = found >= 0 ? found : -found - 2;
        return i < 0 ? 0 : before[i] + Math.min(micros, closes[i]) - opens[i];
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1_000;
    }
}
