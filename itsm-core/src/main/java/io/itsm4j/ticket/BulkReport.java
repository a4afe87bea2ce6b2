package io.itsm4j.ticket;

import io.itsm4j.ItsmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a command over many tickets did, ticket by ticket in the order asked for.
 *
 * @param items one for each ticket
 */
public record BulkReport(List<Item> items) {

    /** The most tickets of one call. */
    public static final int MOST = 10_000;

    /**
     * One ticket.
     *
     * @param id the ticket
     * @param version its version afterwards; 0 when it was refused
     * @param refusal why it was refused, or null
     */
    public record Item(TicketId id, long version, @Nullable ItsmException refusal) {}

    /** Copies the items. */
    public BulkReport {
        items = List.copyOf(items);
    }

    /** How many were carried out. */
    public long done() {
        return items.stream().filter(item -> item.refusal() == null).count();
    }

    /** Those that were refused. */
    public List<Item> refused() {
        return items.stream().filter(item -> item.refusal() != null).toList();
    }

    static BulkReport of(Collection<TicketId> ids, ToLongFunction<TicketId> command) {
        Editing.cap("ids", ids.size(), MOST);
        List<Item> items = new ArrayList<>();
        for (TicketId id : new LinkedHashSet<>(ids)) {
            try {
                items.add(new Item(id, command.applyAsLong(id), null));
            } catch (ItsmException refusal) {
                items.add(new Item(id, 0, refusal));
            }
        }
        return new BulkReport(items);
    }
}
