package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.AffectedAgreement;
import io.itsm4j.cmdb.AffectedService;
import io.itsm4j.cmdb.Hit;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Impacts;
import io.itsm4j.cmdb.Proposed;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.util.List;
import java.util.stream.Collectors;

/** A rack of East City goes dark. */
final class RackFailure {

    static final String RACK = "East City rack 1";

    private static final List<String> IN_THE_RACK = List.of("east-app-1", "east-db-1", "east-files-1", "east-sw-1");

    private final Office office;
    private final Teller tell;
    private final Checks checks;
    private final Gallery gallery;

    RackFailure(Office office, Teller tell, Checks checks, Gallery gallery) {
        this.office = office;
        this.tell = tell;
        this.checks = checks;
        this.gallery = gallery;
    }

    void before() {
        tell.chapter(RACK + " goes dark");
        Impact impact = fail();
        explain(impact);
        gallery.failure("rack-before.svg", RACK + " fails", impact);
        checks.that(
                "services hit",
                office.cmdb().impact().services(impact).stream()
                        .map(AffectedService::name)
                        .sorted()
                        .toList(),
                List.of(
                        "Ashford payment counter",
                        "Birch payment counter",
                        "Cedar payment counter",
                        "East City payment",
                        "Financial reporting"));
        checks.that(
                "agreements hit",
                agreements(impact).stream().map(AffectedAgreement::key).toList(),
                List.of("counters", "payment-east", "reporting"));
        checks.that(
                "weakened",
                office.names(impact.weakened().stream().map(weak -> weak.ci()).toList()),
                List.of("East City web farm", "east-app-2", "east-db-2", "east-mq-1"));
        ticket(impact);
    }

    void after() {
        tell.chapter(RACK + " goes dark once more");
        Impact impact = fail();
        explain(impact);
        gallery.failure("rack-after.svg", RACK + " fails once more, with the ledger on two servers", impact);
        checks.that("what is hit now", office.names(impact.ids()), IN_THE_RACK);
        checks.that("agreements hit now", agreements(impact), List.of());
    }

    private Impact fail() {
        return office.cmdb().impact().analyse(ImpactQuery.failing(office.id(RACK)));
    }

    private List<AffectedAgreement> agreements(Impact impact) {
        return office.cmdb().impact().agreements(impact);
    }

    private void explain(Impact impact) {
        Impacts impacts = office.cmdb().impact();
        tell.say(impact.hits().size() + " items are hit" + (impact.isPartial() ? ", at least" : ""));
        for (Hit hit : impact.hits()) {
            tell.line("%d  %-28s because %s"
                    .formatted(
                            hit.depth(),
                            office.name(hit.ci()),
                            hit.causes().stream()
                                    .map(cause -> "it " + cause.relation() + " " + office.name(cause.from()))
                                    .collect(Collectors.joining(", "))));
        }
        impact.weakened()
                .forEach(weak -> tell.line("-  %-28s keeps going: %d of the group '%s' left, %d needed"
                        .formatted(office.name(weak.ci()), weak.left(), weak.group(), weak.needed())));
        List<AffectedService> services = impacts.services(impact);
        tell.say(services.size() + " services: "
                + services.stream().map(AffectedService::name).collect(Collectors.joining(", ")));
        services.stream().findFirst().ifPresent(first -> {
            tell.line("why " + first.name() + ":");
            impact.path(first.id())
                    .forEach(step -> tell.line("  " + office.name(step.ci()) + " "
                            + step.cause().relation() + " "
                            + office.name(step.cause().from())));
        });
        List<AffectedAgreement> agreements = impacts.agreements(impact);
        tell.say(agreements.size() + " agreements"
                + agreements.stream()
                        .map(one -> "; " + one.name() + " (" + one.kind() + ", about "
                                + String.join(", ", office.names(one.services())) + ")")
                        .collect(Collectors.joining()));
    }

    /** The incident is opened about the rack alone, and takes what the analysis proposes. */
    private void ticket(Impact impact) {
        Incidents incidents = office.itsm().as(People.WEI).incidents();
        Ticket<Incident> opened = incidents.open(
                OpenTicket.titled(RACK + " is dark").requestedBy("ning").touching(office.id(RACK)));
        Proposed proposed = office.itsm()
                .as(People.WEI)
                .configuration()
                .impact()
                .proposal(opened.classification().cis());
        Ticket<Incident> told = incidents.update(
                opened.id(),
                UpdateTicket.NOTHING
                        .touching(proposed.cis())
                        .onService(proposed.services().get(0).id())
                        .rated(proposed.rating(), Urgency.HIGH));
        tell.say("%s is about %d items and rated %s"
                .formatted(
                        told.number(),
                        told.classification().cis().size(),
                        told.classification().priority()));
        checks.that(
                "items of the incident",
                told.classification().cis().size(),
                impact.hits().size() + 1);
        checks.that("priority of the incident", told.classification().priority(), Priority.CRITICAL);
        office.clock().becomes("2026-03-02T09:10:00Z");
        incidents.resolve(told.id(), ResolveIncident.with("FIXED", "The breaker of the rack is closed again."));
        tell.say(told.number() + " is resolved; the ledger still stands on one server");
    }
}
