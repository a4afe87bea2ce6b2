package io.itsm4j.ticket;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** By how much this node's due work is behind: how long the oldest item had been due when it last looked. */
final class Lag {

    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final MeterRegistry meters;
    private final TimeGauge gauge;

    Lag(MeterRegistry meters) {
        this.meters = meters;
        this.gauge = TimeGauge.builder(
                        ItsmMeters.DUE_LAG.meter(),
                        this,
                        TimeUnit.MILLISECONDS,
                        lag -> Math.max(lag.tickets.get(), lag.records.get()))
                .strongReference(true)
                .register(meters);
    }

    /** What was found of tickets: the due instant of the oldest, null when nothing was due. */
    void ofTickets(Instant now, @Nullable Instant oldest) {
        tickets.set(behind(now, oldest));
    }

    /** What was found of other records. */
    void ofRecords(Instant now, @Nullable Instant oldest) {
        records.set(behind(now, oldest));
    }

    private static long behind(Instant now, @Nullable Instant oldest) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis());
    }

    /** Measures no more. */
    void close() {
        meters.remove(gauge);
    }
}
