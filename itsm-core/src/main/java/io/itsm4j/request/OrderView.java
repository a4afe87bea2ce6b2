package io.itsm4j.request;

import io.itsm4j.ticket.RequesterView;
import java.time.Instant;
import java.util.List;

/**
 * An order as its requester sees it.
 *
 * @param id the order
 * @param number its human number
 * @param state where it stands, by its items
 * @param placedAt when it was placed
 * @param items its items, in the order of its lines
 */
public record OrderView(String id, String number, OrderState state, Instant placedAt, List<RequesterView> items) {

    /** Copies the items. */
    public OrderView {
        items = List.copyOf(items);
    }
}
