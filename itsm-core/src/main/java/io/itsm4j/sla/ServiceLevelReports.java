package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketSummary;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How well agreements were kept, and how they would have been kept under others. About the tickets that the actor may
 * see. Nothing is changed; tickets are read in pages, each in a short transaction, and memory does not grow with their
 * number.
 */
public final class ServiceLevelReports {

    private static final int PAGE = 200;

    private final Engine engine;
    private final ClockKeeper keeper;
    private final Acting acting;

    ServiceLevelReports(Engine engine, ClockKeeper keeper, Acting acting) {
        this.engine = engine;
        this.keeper = keeper;
        this.acting = acting;
    }

    /**
     * How well agreements were kept on the tickets of a period.
     *
     * <p>Each clock is worked out from what the journal of its ticket held at the instant of the report, with the
     * revisions of agreements and calendars that it names. So the same report as of the same instant says the same
     * whenever it is asked, whatever is done, brought in, recalculated or waived later; only what has been in an
     * unfinished transaction at that instant can still be added, and whoever may see fewer tickets sees less. Local
     * times are read by the rules of time zones that the machine has when it is asked; under newer ones than
     * {@link ClockExplanation#zoneRules()} names, instants of the past can come out otherwise.
     *
     * @throws InvalidInput with {@code IN_THE_FUTURE} for an instant to come, with {@code TOO_MANY} when there would be
     *     more than 10,000 lines, with {@code CONDITION} or {@code QUERY_FILTER} when the condition cannot be asked
     */
    public AttainmentReport attainment(ReportOn on) {
        ConditionForm.check(on.when());
        Instant asOf = asOf(on.asOf());
        Tallying tallying = new Tallying(on.by());
        Criterion<TicketRecord> reported =
                TicketAttributes.OPENED_AT.atLeast(on.from()).and(TicketAttributes.OPENED_AT.before(on.until()));
        PageRequest<TicketRecord> request = PageRequest.of(reported)
                .sortedBy(Sort.ascending(TicketAttributes.OPENED_AT))
                .ofSize(PAGE);
        long tickets = 0;
        Optional<String> next;
        do {
            Page<TicketSummary> page = new Queue(engine, acting).page(request);
            tickets += definitions().read(ledger -> add(ledger, on, asOf, tallying, page.items()));
            next = page.next();
            request = request.at(next.orElse(null));
        } while (next.isPresent());
        return new AttainmentReport(asOf, tickets, tallying.lines());
    }

    private Instant asOf(@Nullable Instant wanted) {
        Instant now = definitions().read(Ledger::now);
        if (wanted != null && wanted.isAfter(now)) {
            throw new InvalidInput("asOf", "IN_THE_FUTURE", Map.of("value", wanted, "now", now));
        }
        return wanted == null ? now : wanted;
    }

    private long add(Ledger ledger, ReportOn on, Instant asOf, Tallying tallying, List<TicketSummary> tickets) {
        Journals journals = Journals.of(
                ledger, tickets.stream().map(ticket -> ticket.id().value()).toList());
        Set<String> waived = new HashSet<>();
        List<TicketId> ids = tickets.stream().map(TicketSummary::id).toList();
        if (!ids.isEmpty()) {
            ledger.list(Query.of(
                            Waiver.KIND, ledger.tenant(), Waiver.TICKET.in(ids).and(Waiver.APPROVED_AT.atMost(asOf))))
                    .forEach(waiver -> waived.add(waiver.clock()));
        }
        Attaining attaining = new Attaining(keeper.definitions(), ledger, on, asOf, tallying);
        return tickets.stream()
                .filter(ticket -> attaining.add(ticket, journals.of(ticket.id().value()), waived))
                .count();
    }

    /**
     * What would have become of the clocks of one page of tickets if other agreements or calendars had applied, from
     * each ticket's first fact on. What happened to the tickets is taken as it happened, escalations by breaches that
     * would not have been among it.
     *
     * @return the tickets of which a clock differs, and where to go on
     * @throws InvalidInput with {@code UNKNOWN} when a proposed agreement names a calendar that is neither defined nor
     *     proposed, with {@code CONDITION} or {@code QUERY_FILTER} when a condition cannot be asked
     * @throws io.itsm4j.HostFault with {@code HOST_SERVICE_HOURS} when the host fails to say whose hours count
     */
    public WhatIfReport whatIf(WhatIf input) {
        input.agreements().forEach(ServiceLevels::check);
        Queue queue = new Queue(engine, acting);
        TicketId after = input.after();
        Criterion<TicketRecord> which =
                after == null ? input.which() : input.which().and(TicketAttributes.ID.after(after.value()));
        definitions().read(ledger -> {
            ledger.check(input);
            return ledger;
        });
        List<TicketId> ids = queue.ids(which, input.limit());
        WhatIfReport report = definitions().read(ledger -> new Simulation(keeper, ledger, input).of(ids));
        return ids.size() == input.limit() ? report.goingOnAfter(ids.get(ids.size() - 1)) : report;
    }

    /**
     * The same for all tickets, page by page.
     *
     * @param receiver gets each ticket of which a clock differs
     * @return the counts, without the tickets
     */
    public WhatIfReport whatIf(WhatIf input, Consumer<WhatIfReport.Ticket> receiver) {
        WhatIfReport sum = WhatIfReport.NOTHING;
        WhatIf part = input;
        Optional<TicketId> next;
        do {
            WhatIfReport report = whatIf(part);
            report.tickets().forEach(receiver);
            sum = sum.plus(report);
            next = report.next();
            part = part.from(next.orElse(null));
        } while (next.isPresent());
        return sum;
    }

    private Registry<StoredDefinition> definitions() {
        return new Registry<>(engine, StoredDefinition.TYPE, acting);
    }
}
