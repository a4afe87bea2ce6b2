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
import java.util.function.Function;

/** How many tickets stand in each state, across tenants, read page by page. */
final class StateCounts {

    private record Standing(String id, State state, String type) {

        static final Projection<TicketRecord, Standing> PROJECTION = new Projection<>(
                List.of(
                        TicketAttributes.ID,
                        TicketAttributes.STATE,
                        TicketAttributes.STATE_CATEGORY,
                        TicketAttributes.TYPE),
                v -> new Standing(
                        (String) v.get(0),
                        State.of((String) v.get(1), StateCategory.valueOf((String) v.get(2))),
                        (String) v.get(3)));
    }

    private StateCounts() {}

    static Map<State, Long> of(Store store, Criterion<TicketRecord> wanted) {
        return by(Standing::state, store, wanted);
    }

    /** How many tickets of each type there are. */
    static Map<String, Long> byType(Store store, Criterion<TicketRecord> wanted) {
        return by(Standing::type, store, wanted);
    }

    private static <K> Map<K, Long> by(Function<Standing, K> by, Store store, Criterion<TicketRecord> wanted) {
        Map<K, Long> counts = new LinkedHashMap<>();
        String last = "";
        List<Standing> page;
        do {
            Criterion<TicketRecord> further = last.isEmpty() ? wanted : wanted.and(TicketAttributes.ID.after(last));
            page = store.inNewTransaction(
                    work -> work.list(Query.of(TicketAttributes.KIND, null, further), Standing.PROJECTION));
            for (Standing ticket : page) {
                counts.merge(by.apply(ticket), 1L, Long::sum);
                last = ticket.id();
            }
        } while (page.size() == Query.MOST);
        return counts;
    }
}
