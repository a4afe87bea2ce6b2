package io.itsm4j.stock;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells on a ticket's timeline what happened to parts for it, within the same command. */
final class Telling {

    private final StockDeclaration declared;
    private final Ledger ledger;

    Telling(StockDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    /** The ticket, held before anything of the stock; one that has ended takes no more parts. */
    TicketId hold(String ticket, boolean isForEnded) {
        TicketRecord found = ledger.seen(TicketId.of(ticket));
        if (!isForEnded && found.state().category().isTerminal()) {
            throw ended(found.number(), found.state().label());
        }
        return found.id();
    }

    static RuleViolated ended(String number, String state) {
        return new RuleViolated("STOCK_TICKET_ENDED", Map.of("number", number, "state", state));
    }

    /**
     * Makes sure that a task belongs to a ticket.
     *
     * @throws io.itsm4j.InvalidInput with {@code UNKNOWN} when it does not
     */
    void checkTask(TicketId ticket, @Nullable String task) {
        if (task != null) {
            boolean known = ledger.list(Query.of(
                                    Task.KIND, ledger.tenant(), Task.ID.is(task).and(Task.TICKET.is(ticket))))
                            .size()
                    == 1;
            if (!known) {
                throw new io.itsm4j.InvalidInput("task", "UNKNOWN", Map.of("value", task));
            }
        }
    }

    void tell(TicketId ticket, String event, StockItem item, long quantity) {
        tell(ledger.type(ledger.ticket(ticket)), ticket, event, item, quantity);
    }

    private <D> void tell(TicketType<D> type, TicketId ticket, String event, StockItem item, long quantity) {
        ledger.act(type, ticket, StandardActions.LOG_WORK, Reason.NONE, draft -> {
            draft.event(event);
            note(draft, item, quantity);
        });
    }

    /** What happened to parts, as facts of the ticket's own command. */
    void note(Draft<?> draft, StockItem item, long quantity) {
        StockWriter writer = new StockWriter(declared, ledger);
        Part part = writer.part(item.part());
        draft.note("part", part.number())
                .note("partName", part.name())
                .note("unit", part.unit())
                .note("quantity", quantity)
                .note("store", writer.store(item.store()).name())
                .note("stockItem", item.id());
    }
}
