package io.itsm4j.request;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What requesters can do with the catalogue: look at what they may order, order it, follow it, and cancel it. They see
 * {@link OrderView}s and {@link RequesterView}s and nothing internal.
 */
public final class Shop {

    private static final Action PLACE = Action.of("place");

    private final Registry<Order> orders;
    private final Catalogue catalogue;
    private final Portal portal;
    private final TicketType<Request> type;

    /** The shop for somebody. */
    public Shop(Registry<Order> orders, Catalogue catalogue, Portal portal, TicketType<Request> type) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.portal = portal;
        this.type = type;
    }

    /** The same with an idempotency key. */
    public Shop with(CommandOptions options) {
        return new Shop(orders.with(options), catalogue, portal.with(options), type);
    }

    /** What the actor can order now, by key. */
    public List<Offer> offers() {
        return catalogue.offers();
    }

    /** The catalogue's tree. */
    public List<CategoryNode> tree() {
        return catalogue.tree();
    }

    /**
     * Places an order: one request for each line, with the version and the price that the item has now.
     *
     * @throws io.itsm4j.NotFound when an item does not exist or the one who gets it is not among its audience
     * @throws io.itsm4j.RuleViolated with {@code ITEM_NOT_OFFERED} when an item cannot be ordered now
     * @throws io.itsm4j.InvalidInput naming every answer that does not fit
     */
    public OrderView place(PlaceOrder input) {
        return view(orders.add(PLACE, Ordering.placedBy(), input, ledger -> new Ordering(type).place(ledger, input)));
    }

    /**
     * One of the actor's orders.
     *
     * @throws io.itsm4j.NotFound when there is no such order of theirs
     */
    public OrderView order(String id) {
        return view(orders.get(id));
    }

    /** The actor's orders, the last placed first. */
    public Page<OrderView> orders(PageRequest<Order> request) {
        PageRequest<Order> sorted =
                request.sort().isEmpty() ? request.sortedBy(Sort.descending(Order.PLACED_AT)) : request;
        return orders.page(sorted).map(this::view);
    }

    /** Cancels an item; what was begun is taken back. */
    public RequesterView cancel(TicketId item, @Nullable String reason) {
        return portal.act(item, RequestLifecycle.CANCEL, reason);
    }

    private OrderView view(Order order) {
        Map<TicketId, RequesterView> found = new HashMap<>();
        portal.page(PageRequest.of(TicketAttributes.ID.in(
                                order.items().stream().map(TicketId::value).toList()))
                        .ofSize(Math.max(1, order.items().size())))
                .items()
                .forEach(item -> found.put(item.id(), item));
        List<RequesterView> items =
                order.items().stream().map(found::get).filter(Objects::nonNull).toList();
        List<State> states = items.stream().map(RequesterView::state).toList();
        return new OrderView(order.id(), order.number(), OrderState.of(states), order.placedAt(), items);
    }
}
