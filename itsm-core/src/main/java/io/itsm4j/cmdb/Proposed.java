package io.itsm4j.cmdb;

import io.itsm4j.ticket.AffectedCi;
import java.util.List;

/**
 * What an analysis of a ticket's items proposes for the ticket.
 *
 * @param cis the ticket's items and those hit with them, as a ticket takes them
 * @param services the services among them, the nearest first
 * @param agreements what is agreed about these services, by key
 * @param rating how much of the business is hit
 * @param isPartial whether more may be hit
 */
public record Proposed(
        List<AffectedCi> cis,
        List<AffectedService> services,
        List<AffectedAgreement> agreements,
        io.itsm4j.ticket.Impact rating,
        boolean isPartial) {

    /** Copies the lists. */
    public Proposed {
        cis = List.copyOf(cis);
        services = List.copyOf(services);
        agreements = List.copyOf(agreements);
    }
}
