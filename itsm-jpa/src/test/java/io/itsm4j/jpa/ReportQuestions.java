package io.itsm4j.jpa;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.jpa.fixture.Tickets;
import io.itsm4j.sla.Waiver;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Keyset;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What reports on service levels and trials of other agreements ask. */
final class ReportQuestions {

    private ReportQuestions() {}

    static void into(Map<String, Consumer<UnitOfWork>> all, TenantId tenant) {
        List<String> ids = List.of(Tickets.id(), Tickets.id());
        List<TicketId> tickets = ids.stream().map(TicketId::of).toList();
        Sort<TicketRecord> byOpening = Sort.ascending(TicketAttributes.OPENED_AT);
        Criterion<TicketRecord> period = TicketAttributes.OPENED_AT
                .atLeast(Tickets.NOON)
                .and(TicketAttributes.OPENED_AT.before(Tickets.NOON.plus(Duration.ofHours(1))));
        all.put("opened in a period", work -> work.list(opened(tenant, period, byOpening)));
        for (Criterion<TicketRecord> stretch :
                Keyset.stretches(TicketAttributes.ID, List.of(byOpening), List.of(Tickets.NOON, ids.get(0)))) {
            all.put(
                    "a later page of a period " + all.size(),
                    work -> work.list(opened(tenant, period.and(stretch), byOpening)));
        }
        all.put(
                "tickets by their ids",
                work -> work.list(Query.of(TicketAttributes.KIND, tenant, TicketAttributes.ID.in(ids))));
        all.put(
                "journals of several",
                work -> work.list(Query.of(JournalEntry.KIND, tenant, JournalEntry.SUBJECT.in(ids))
                        .sortedBy(Sort.ascending(JournalEntry.SEQUENCE))));
        all.put(
                "a later part of a journal",
                work -> work.list(Query.of(
                                JournalEntry.KIND,
                                tenant,
                                JournalEntry.SUBJECT.is(ids.get(0)).and(JournalEntry.SEQUENCE.after(500L)))
                        .sortedBy(Sort.ascending(JournalEntry.SEQUENCE))
                        .limitedTo(100)));
        all.put(
                "waivers of several",
                work -> work.list(Query.of(
                        Waiver.KIND, tenant, Waiver.TICKET.in(tickets).and(Waiver.APPROVED_AT.atMost(Tickets.NOON)))));
    }

    private static Query<TicketRecord> opened(
            TenantId tenant, Criterion<TicketRecord> which, Sort<TicketRecord> order) {
        return Query.of(TicketAttributes.KIND, tenant, which).sortedBy(order).limitedTo(100);
    }
}
