package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeasuringTest {

    private static final Actor BOB = Actor.of("acme", "bob", Role.AGENT);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final List<String> observed = new ArrayList<>();

    MeasuringTest() {
        observations.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context context) {
                observed.add(context.getContextualName() + (context.getError() == null ? "" : " failed"));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
    }

    @Test
    void counts_commands_by_type_action_and_outcome_and_lets_them_be_observed() {
        Itsm itsm = Itsm.builder().meters(meters).observations(observations).build();
        var incidents = itsm.as(BOB).incidents();

        var ticket = incidents.open(OpenTicket.titled("Printer"));
        assertThat(catchThrowable(() -> incidents.close(ticket.id()))).isNotNull();

        assertThat(count("open", "ok")).isEqualTo(1);
        assertThat(count("close", "TransitionRefused")).isEqualTo(1);
        assertThat(observed).containsExactly("itsm incident open", "itsm incident close failed");
    }

    @Test
    void a_thousand_categories_and_tickets_make_no_further_meters() {
        Itsm itsm = Itsm.builder().meters(meters).build();
        var incidents = itsm.as(BOB).incidents();

        for (int i = 0; i < 1_000; i++) {
            incidents.open(OpenTicket.titled("Ticket " + i).inCategory("category " + i));
        }

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder(ItsmMeters.COMMANDS.meter(), ItsmMeters.DUE_LAG.meter());
        assertThat(count("open", "ok")).isEqualTo(1_000);
    }

    @Test
    void the_gauge_says_how_late_the_oldest_item_is_until_the_engine_is_closed() {
        MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
        Itsm itsm = Itsm.builder()
                .store(new MemoryStore())
                .clock(clock)
                .meters(meters)
                .build();
        Incidents desk = itsm.as(BOB).incidents();
        TicketId id = desk.open(OpenTicket.titled("Printer")).id();
        desk.resolve(id, ResolveIncident.with("FIXED", "paper"));
        Instant due = desk.get(id).due().at();
        itsm.processDue(10);
        assertThat(late()).isZero();

        clock.set(due.plusSeconds(90));
        itsm.processDue(10);
        assertThat(late()).isEqualTo(90.0);
        itsm.processDue(10);
        assertThat(late()).isZero();
        itsm.close();

        assertThat(meters.find(ItsmMeters.DUE_LAG.meter()).timeGauge()).isNull();
    }

    private double late() {
        return meters.get(ItsmMeters.DUE_LAG.meter()).timeGauge().value(TimeUnit.SECONDS);
    }

    private long count(String action, String outcome) {
        return meters.get(ItsmMeters.COMMANDS.meter())
                .tags("type", "incident", "action", action, "outcome", outcome)
                .timer()
                .count();
    }
}
