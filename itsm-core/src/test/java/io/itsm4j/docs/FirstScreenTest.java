package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.RequesterView;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FirstScreenTest {

    @Test
    void ten_lines_take_an_incident_from_the_portal_to_its_resolution() {
        // region first-lines
        Itsm itsm = Itsm.inMemory();
        Actor alice = Actor.of("acme", "alice", Role.REQUESTER);
        Actor bob = Actor.of("acme", "bob", Role.AGENT);

        Portal portal = itsm.as(alice).portal();
        RequesterView asked = portal.open(itsm.incidentType(), OpenTicket.titled("VPN is down"));

        Incidents desk = itsm.as(bob).incidents();
        desk.start(asked.id());
        desk.resolve(asked.id(), ResolveIncident.with("RESTARTED", "The gateway was restarted"));

        RequesterView seen = portal.find(asked.id()).orElseThrow(); // seen.state() is RESOLVED
        // endregion

        assertThat(seen.state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(asked.number()).isEqualTo("INC0000001");
    }

    @Test
    void a_refusal_says_what_is_allowed_and_who_may() {
        Itsm itsm = Itsm.inMemory();
        Incidents desk = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        var incident = desk.open(OpenTicket.titled("VPN is down"));

        // region refusal
        String why = "";
        try {
            desk.close(incident.id());
        } catch (ItsmException refused) {
            why = refused.code() + ": " + refused.message(Locale.ENGLISH);
        }
        // endregion

        assertThat(why)
                .isEqualTo("TRANSITION: cannot close INC0000001: it is New; allowed now: start, hold, resolve, merge"
                        + " (AGENT), clear-alert (MONITOR/AGENT), cancel (AGENT/REQUESTER)");
    }

    @Test
    void host_and_ticket_commit_together() {
        Itsm itsm = Itsm.inMemory();
        Actor bob = Actor.of("acme", "bob", Role.AGENT);
        Supplier<String> invoice = () -> "invoice 7";

        // region one-transaction
        itsm.inTransaction(() -> {
            String booked = invoice.get(); // your own rows
            var incident = itsm.as(bob).incidents().open(OpenTicket.titled("Booking failed for " + booked));
            return itsm.as(bob).incidents().hold(incident.id(), HoldIncident.untilCallerAnswers("Which account?"));
        });
        // endregion

        assertThat(itsm.as(bob).incidents().count(Criterion.all())).isEqualTo(1);
    }
}
