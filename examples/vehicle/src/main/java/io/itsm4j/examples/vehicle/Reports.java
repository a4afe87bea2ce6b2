package io.itsm4j.examples.vehicle;

import io.itsm4j.Itsm;
import io.itsm4j.actor.TenantId;
import io.itsm4j.interop.ExportReport;
import io.itsm4j.interop.JournalExport;
import io.itsm4j.interop.StatusTable;
import io.itsm4j.interop.TroubleTicketStatus;
import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** What the shop looks at: a queue, counts, one customer's portal, the logs, the diagram. */
final class Reports {

    /** The shop's own word to partners: a vehicle on which nobody can work is held. */
    private static final StatusTable<TroubleTicketStatus> STATUSES = StatusTable.TROUBLE_TICKET
            .with("vehicle-repair", "WAITING_FOR_PARTS", TroubleTicketStatus.HELD)
            .with("vehicle-repair", "WAITING_FOR_WORK", TroubleTicketStatus.HELD);

    private final Shop shop;
    private final Teller tell;
    private final Checks checks;
    private final PrintStream out;

    Reports(Shop shop, Teller tell, Checks checks, PrintStream out) {
        this.shop = shop;
        this.tell = tell;
        this.checks = checks;
        this.out = out;
    }

    void atClosingTime() {
        tell.chapter("What is on the workshop's list");
        Criterion<TicketRecord> open = TicketAttributes.STATE_CATEGORY.in(
                java.util.List.of(StateCategory.NEW, StateCategory.ACTIVE, StateCategory.PENDING));
        var page = shop.itsm().as(Shop.IVAN).queue().page(PageRequest.of(open).ofSize(10));
        page.items()
                .forEach(line -> tell.line("%s %-18s %-17s %s"
                        .formatted(line.number(), line.title(), line.state().label(), line.assignee())));
        checks.that("repairs on the list", page.items().size(), 2);

        tell.chapter("How many stand where");
        Map<Object, Long> counts =
                new TreeMap<>(shop.as(Shop.ANNA).repairs().countBy(Criterion.all(), TicketAttributes.STATE));
        counts.forEach((state, count) -> tell.line("%-18s %d".formatted(state, count)));
        checks.that(
                "repairs by state",
                counts,
                Map.of("IN_PROGRESS", 1L, "WAITING_FOR_WORK", 1L, "DELIVERED", 2L, "CANCELLED", 1L));
        long parcels = shop.as(Shop.ANNA)
                .repairs()
                .count(RepairType.FIELDS.attribute("fleet").is("parcels"));
        tell.line("of the fleet 'parcels': " + parcels);
        checks.that("repairs of the fleet", parcels, 2L);

        tell.chapter("What ben sees in the portal, and what a partner system reads (TMF621)");
        var bens = shop.itsm().as(Shop.customer("ben")).portal().page(PageRequest.all());
        bens.items()
                .forEach(view -> tell.line(
                        view.number() + " " + view.title() + ": " + view.state().label()));
        checks.that("repairs that ben sees", bens.items().size(), 1);
        for (Ticket<VehicleRepair> repair :
                shop.as(Shop.ANNA).repairs().page(PageRequest.all()).items()) {
            var read = STATUSES.of(repair);
            tell.line(repair.number() + " " + read.status() + " (" + read.subStatus() + ")");
            checks.that(
                    "the way back from " + read.status(),
                    STATUSES.stateOf(repair.type(), RepairType.REPAIR.lifecycle(), read)
                            .orElse(null),
                    repair.state());
        }
    }

    /** Where the clocks of the promise stand, by how they ended or what they wait for. */
    void promises(Map<ClockStatus, Long> wanted) {
        tell.chapter("What was promised, and what became of it");
        Map<ClockStatus, Long> stand = new TreeMap<>();
        for (Ticket<VehicleRepair> repair :
                shop.as(Shop.ANNA).repairs().page(PageRequest.all()).items()) {
            for (SlaClock clock : shop.itsm().as(Shop.ANNA).serviceLevels().clocks(repair.id())) {
                Duration used = Duration.of(clock.elapsedMicros(), ChronoUnit.MICROS);
                tell.line("%s %-10s %3d%% of four hours used (%d:%02d)"
                        .formatted(
                                repair.number(),
                                clock.status(),
                                clock.percent(),
                                used.toHours(),
                                used.toMinutesPart()));
                stand.merge(clock.status(), 1L, Long::sum);
            }
        }
        checks.that("clocks", stand, wanted);
    }

    void aWeekLater(Ticket<VehicleRepair> visited) {
        tell.say(visited.number() + " is " + visited.state().label() + ", the customer gives "
                + visited.details().satisfaction() + " of 5");
        checks.that("state after the visit", visited.state(), RepairLifecycle.FOLLOWED_UP);
    }

    void logs() {
        Itsm itsm = shop.itsm();
        tell.chapter("The journal");
        JournalExport export = JournalExport.of(itsm.as(Shop.OTTO).queue())
                .pseudonymised("what only the shop knows")
                .withFields("mileage", "reworks");
        ByteArrayOutputStream xes = new ByteArrayOutputStream();
        ByteArrayOutputStream ocel = new ByteArrayOutputStream();
        try {
            ExportReport asXes = export.xes(xes);
            ExportReport asOcel = export.ocel(ocel);
            tell.line(
                    "as XES: %d repairs, %d events, %d bytes".formatted(asXes.tickets(), asXes.entries(), xes.size()));
            tell.line("as OCEL 2.0: %d repairs, %d events, %d bytes"
                    .formatted(asOcel.tickets(), asOcel.entries(), ocel.size()));
            checks.that("both logs hold the same", asOcel, asXes);
            checks.that("repairs in the log", asXes.tickets(), 5L);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var verified = itsm.verify(TenantId.of(Shop.TENANT));
        tell.line("verified: " + verified.records() + " chains, " + verified.entries() + " entries");
        checks.that("journal chains are intact", verified.isIntact(), true);
    }

    void diagram() {
        tell.chapter("The lifecycle, as Mermaid");
        out.print(LifecycleDiagrams.mermaid(RepairType.REPAIR.lifecycle(), DiagramOptions.STANDARD.withoutStays()));
    }
}
