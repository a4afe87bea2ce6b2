package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.Itsm;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import org.junit.jupiter.api.Test;

/** What every store must give the ticket engine. */
public abstract class TicketContract extends Contract {

    @Test
    void keeps_a_ticket_as_it_was_opened() {
        Itsm itsm = builder().build();
        var incidents = itsm.as(bob).incidents();

        var opened = incidents.open(OpenTicket.titled("VPN is down")
                .describedAs("since this morning")
                .requestedBy("alice")
                .rated(Impact.HIGH, Urgency.HIGH)
                .touching("vpn-gateway")
                .tagged("VPN", "remote"));

        var found = incidents.get(opened.id());
        assertThat(found).isEqualTo(opened);
        assertThat(found.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(found.classification().tags()).containsExactlyInAnyOrder("vpn", "remote");
        assertThat(found.times().openedAt()).isEqualTo(clock.instant());
    }

    @Test
    void refuses_a_stale_ticket_and_keeps_the_newer_one() {
        Itsm itsm = builder().build();
        var incidents = itsm.as(bob).incidents();
        var first = incidents.open(OpenTicket.titled("Printer"));
        var newer = incidents.start(first.id());

        refused(
                Conflict.class,
                "CONFLICT",
                () -> incidents
                        .with(CommandOptions.expecting(first.version()))
                        .resolve(first.id(), ResolveIncident.with("FIXED", "paper")));

        assertThat(incidents.get(first.id())).isEqualTo(newer);
    }
}
