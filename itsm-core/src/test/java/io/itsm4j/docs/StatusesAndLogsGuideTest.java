package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incidents;
import io.itsm4j.interop.ExportReport;
import io.itsm4j.interop.ForeignStatus;
import io.itsm4j.interop.JournalExport;
import io.itsm4j.interop.StatusTable;
import io.itsm4j.interop.TroubleTicketStatus;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusesAndLogsGuideTest {

    private final Itsm itsm = Itsm.inMemory();
    private final Incidents desk = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();

    @Test
    void a_state_reads_as_a_status_and_back() {
        Ticket<?> incident = desk.open(OpenTicket.titled("VPN is down"));
        incident = desk.hold(incident.id(), HoldIncident.because(HoldReason.VENDOR));

        // region interop-status
        StatusTable<TroubleTicketStatus> table = StatusTable.TROUBLE_TICKET;
        ForeignStatus<TroubleTicketStatus> read = table.of(incident); // held, ON_HOLD, VENDOR
        String status = read.status().toString(); // "held", as the API spells it
        Optional<State> back = table.stateOf("incident", itsm.incidentType().lifecycle(), read); // On Hold
        // endregion

        assertThat(status).isEqualTo("held");
        assertThat(back).contains(incident.state());
    }

    @Test
    void a_host_says_otherwise() {
        // region interop-own
        StatusTable<TroubleTicketStatus> own =
                StatusTable.TROUBLE_TICKET.with("vehicle-repair", "WAITING_FOR_PARTS", TroubleTicketStatus.HELD);
        // endregion

        assertThat(own).isNotNull();
    }

    @Test
    void an_auditor_takes_the_journal_out() throws IOException {
        desk.open(OpenTicket.titled("VPN is down"));
        ByteArrayOutputStream xesFile = new ByteArrayOutputStream();
        ByteArrayOutputStream ocelFile = new ByteArrayOutputStream();

        // region interop-export
        Actor otto = Actor.of("acme", "otto", Role.AUDITOR);
        JournalExport export = JournalExport.of(itsm.as(otto).queue()).pseudonymised("a secret of your own");

        ExportReport written = export.xes(xesFile); // any OutputStream
        export.ocel(ocelFile);
        // endregion

        assertThat(written).isEqualTo(new ExportReport(1, 1));
        assertThat(xesFile.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("<trace>");
        assertThat(ocelFile.size()).isPositive();
    }
}
