package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.HostFault;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import org.junit.jupiter.api.Test;

class TransactionsGuideTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);

    @Test
    void a_refusal_leaves_the_transaction_usable() {
        Itsm itsm = Itsm.inMemory();
        Incidents desk = itsm.as(bob).incidents();

        // region transaction-refused
        Ticket<Incident> kept = itsm.inTransaction(() -> {
            Ticket<Incident> incident = desk.open(OpenTicket.titled("VPN is down"));
            try {
                desk.close(incident.id()); // refused: it is New
            } catch (ItsmException refused) {
                return desk.resolve(incident.id(), ResolveIncident.with("RESTARTED", "Restarted")); // goes on
            }
            return incident;
        });
        // endregion

        assertThat(desk.get(kept.id()).state().label()).isEqualTo("Resolved");
    }

    @Test
    void a_listener_that_throws_takes_the_transaction_with_it() {
        Itsm itsm = Itsm.builder()
                .listener(event -> {
                    throw new IllegalStateException("the host's own");
                })
                .build();

        // region transaction-listener
        HostFault fault = catchThrowableOfType(
                HostFault.class, () -> itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")));
        Throwable original = fault.getCause(); // what the listener threw
        // endregion

        assertThat(fault.code()).isEqualTo("HOST_LISTENER");
        assertThat(original).hasMessage("the host's own");
        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isZero();
    }

    @Test
    void who_swallows_a_failure_after_the_first_write_cannot_commit() {
        Itsm itsm = Itsm.builder()
                .listener(event -> {
                    throw new IllegalStateException("the host's own");
                })
                .build();

        RuleViolated late = catchThrowableOfType(
                RuleViolated.class,
                () -> itsm.inTransaction(() -> {
                    try {
                        return itsm.as(bob)
                                .incidents()
                                .open(OpenTicket.titled("VPN is down"))
                                .number();
                    } catch (HostFault swallowed) {
                        return "swallowed";
                    }
                }));

        assertThat(late.code()).isEqualTo("ROLLBACK_ONLY");
    }
}
