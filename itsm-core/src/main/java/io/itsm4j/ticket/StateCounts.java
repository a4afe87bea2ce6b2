package io.itsm4j.ticket;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many tickets stand in each state, across tenants, read page by page. */
final class StateCounts {

    private record Standing(String id, State state) {

        static final Projection<TicketRecord, Standing> PROJECTION = new Projection<>(
                List.of(TicketAttributes.ID, TicketAttributes.STATE, TicketAttributes.STATE_CATEGORY),
                v -> new Standing(
                        (String) v.get(0), State.of((String) v.get(1), StateCategory.valueOf((String) v.get(2)))));
    }

    private StateCounts() {}

    static Map<State, Long> of(Store store, Criterion<TicketRecord> wanted) {
        Map<State, Long> counts = new LinkedHashMap<>();
        String last = "";
        List<Standing> page;
        do {
            Criterion<TicketRecord> further = last.isEmpty() ? wanted : wanted.and(TicketAttributes.ID.after(last));
            page = store.inNewTransaction(
                    work -> work.list(Query.of(TicketAttributes.KIND, null, further), Standing.PROJECTION));
            for (Standing ticket : page) {
                counts.merge(ticket.state(), 1L, Long::sum);
                last = ticket.id();
            }
        } while (page.size() == Query.MOST);
        return counts;
    }
}
