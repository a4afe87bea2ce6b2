package io.itsm4j.ticket;

import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Times every command and, where somebody observes, opens an observation around it. */
final class Measuring {

    /** What one timer counts. */
    private record Counted(String type, String action, String outcome) {}

    private final MeterRegistry meters;
    private final ObservationRegistry observations;
    private final Map<Counted, Timer> timers = new ConcurrentHashMap<>();

    Measuring(MeterRegistry meters, ObservationRegistry observations) {
        this.meters = meters;
        this.observations = observations;
    }

    <D> Ticket<D> command(String type, String action, Supplier<Ticket<D>> command) {
        return command(type, action, command, Ticket::repeated);
    }

    <T> T command(String type, String action, Supplier<T> command, Predicate<T> repeated) {
        if (observations.isNoop()) {
            return timed(type, action, command, repeated);
        }
        Observation observation = Observation.createNotStarted(ItsmMeters.OBSERVATION.meter(), observations)
                .contextualName("itsm " + type + " " + action)
                .lowCardinalityKeyValue("type", type)
                .lowCardinalityKeyValue("action", action);
        return observation.observe(() -> timed(type, action, command, repeated));
    }

    private <T> T timed(String type, String action, Supplier<T> command, Predicate<T> repeated) {
        long start = System.nanoTime();
        String outcome = "error";
        try {
            T result = command.get();
            outcome = repeated.test(result) ? "repeated" : "ok";
            return result;
        } catch (NotPermitted denied) {
            outcome = "denied";
            throw denied;
        } catch (ItsmException refused) {
            outcome = refused.getClass().getSimpleName();
            throw refused;
        } finally {
            timers.computeIfAbsent(new Counted(type, action, outcome), this::timer)
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private Timer timer(Counted what) {
        return meters.timer(
                ItsmMeters.COMMANDS.meter(), "type", what.type(), "action", what.action(), "outcome", what.outcome());
    }
}
