package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.HostFault;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.StoreUnavailable;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.IdSource;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OperationGuideTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);

    // region error-status
    /** An answer for a web client. */
    static int status(ItsmException failure) {
        if (failure instanceof InvalidInput) {
            return 400;
        }
        if (failure instanceof NotPermitted) {
            return 403;
        }
        if (failure instanceof NotFound) {
            return 404;
        }
        if (failure instanceof Conflict || failure instanceof TransitionRefused) {
            return 409;
        }
        if (failure instanceof StoreUnavailable) {
            return 503;
        }
        return failure instanceof HostFault ? 500 : 422;
    }
    // endregion

    @Test
    void all_faults_of_an_input_are_reported_at_once() {
        Itsm itsm = Itsm.inMemory();
        List<String> said = List.of();

        // region error-faults
        try {
            itsm.as(bob).incidents().open(OpenTicket.titled(" ").inCategory("x".repeat(201)));
        } catch (InvalidInput wrong) {
            said = wrong.faults().stream()
                    .map(fault -> fault.message(Locale.SIMPLIFIED_CHINESE))
                    .toList(); // category 超过 200 个字符, title 为必填项
        }
        // endregion

        assertThat(said).containsExactly("category 超过 200 个字符", "title 为必填项");
        assertThat(status(new NotFound("NOT_FOUND", java.util.Map.of()))).isEqualTo(404);
    }

    @Test
    void commands_are_timed() {
        // region metrics-registry
        MeterRegistry registry = new SimpleMeterRegistry();
        Itsm itsm = Itsm.builder().meters(registry).build();
        itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down"));
        long opened = registry.get("itsm.commands")
                .tags("type", "incident", "action", "open", "outcome", "ok")
                .timer()
                .count();
        // endregion

        assertThat(opened).isEqualTo(1);
    }

    @Test
    void a_hosts_test_turns_the_clock() {
        // region testing-clock
        MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
        Itsm itsm = Itsm.builder().clock(clock).ids(IdSource.seeded(7)).build(); // in memory, repeatable
        Ticket<?> opened = itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down"));
        // endregion

        assertThat(opened.times().openedAt()).isEqualTo("2026-03-02T09:00:00Z");
    }
}
