package io.itsm4j.request;

import io.itsm4j.approval.Approvable;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Request fulfilment: what was ordered from the catalogue, approved, fulfilled task by task. The verbs of every ticket
 * are at {@link #tickets()}.
 */
public final class Requests {

    /** The order a request belongs to. */
    public static final Attribute<TicketRecord, String> ORDER = RequestType.ORDER;

    /** The key of the item that was ordered. */
    public static final Attribute<TicketRecord, String> ITEM = RequestType.ITEM;

    private static final Action PLACE = Action.of("place");

    private final Tickets<Request> tickets;
    private final Registry<Order> orders;

    /** The verbs on top of the ticket engine. */
    public Requests(Tickets<Request> tickets, Registry<Order> orders) {
        this.tickets = tickets;
        this.orders = orders;
    }

    /** The declaration of requests under a policy. */
    public static TicketType<Request> type(RequestPolicy policy) {
        return RequestType.under(policy);
    }

    /** How requests are approved, for the approval engine. */
    public static Approvable<Ticket<Request>> approvable(TicketType<Request> type) {
        return RequestApproval.of(type);
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Requests with(CommandOptions options) {
        return new Requests(tickets.with(options), orders.with(options));
    }

    /** What requests share with every other ticket: tasks, links, work logs, attachments, tags, queries. */
    public Tickets<Request> tickets() {
        return tickets;
    }

    /**
     * Places an order, for oneself or for whoever asked: one request for each line, with the version and the price that
     * the item has now. What needs no approval is in fulfilment at once.
     *
     * @throws io.itsm4j.NotFound when an item does not exist or the one who gets it is not among its audience
     * @throws io.itsm4j.RuleViolated with {@code ITEM_NOT_OFFERED} when an item cannot be ordered now
     * @throws io.itsm4j.InvalidInput naming every answer that does not fit
     */
    public Order place(PlaceOrder input) {
        return orders.add(
                PLACE, Ordering.placedBy(), input, ledger -> new Ordering(tickets.type()).place(ledger, input));
    }

    /**
     * An order.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Order order(String id) {
        return orders.get(id);
    }

    /** A page of orders. */
    public Page<Order> orders(PageRequest<Order> request) {
        return orders.page(request);
    }

    /** The requests of an order that the actor may see, in the order of its lines. */
    public List<Ticket<Request>> items(Order order) {
        Map<TicketId, Ticket<Request>> found = new HashMap<>();
        tickets.page(PageRequest.of(TicketAttributes.ID.in(
                                order.items().stream().map(TicketId::value).toList()))
                        .ofSize(Math.max(1, order.items().size())))
                .items()
                .forEach(item -> found.put(item.id(), item));
        return order.items().stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Where an order stands: what its items say. */
    public OrderState state(Order order) {
        List<State> states = items(order).stream().map(Ticket::state).toList();
        return OrderState.of(states);
    }

    /** Gives it to a group or a person. */
    public Ticket<Request> assign(TicketId id, Assign input) {
        return tickets.assign(id, input);
    }

    /** Moves a task on; when the last one of the plan is done, the request is fulfilled. */
    public Ticket<Request> changeTask(TicketId id, String task, Task.State state) {
        return tickets.changeTask(id, task, state);
    }

    /** Puts it on hold. */
    public Ticket<Request> hold(TicketId id, @Nullable String reason) {
        return tickets.act(id, RequestLifecycle.HOLD, new HoldRequest(reason), draft -> draft.pendingReason(reason));
    }

    /** Goes on; when nothing is left to do, it is fulfilled. */
    public Ticket<Request> resume(TicketId id) {
        return tickets.act(id, RequestLifecycle.RESUME, Reason.NONE, draft -> {});
    }

    /** Says that it is done; its tasks are. */
    public Ticket<Request> fulfil(TicketId id, @Nullable String notes) {
        return tickets.act(
                id,
                RequestLifecycle.FULFIL,
                Reason.of(notes),
                draft -> draft.details(draft.details().ended(notes)));
    }

    /** Takes it up again, because what was delivered is not what was ordered. */
    public Ticket<Request> reopen(TicketId id, @Nullable String reason) {
        return tickets.act(id, RequestLifecycle.REOPEN, reason);
    }

    /** Ends it. */
    public Ticket<Request> close(TicketId id) {
        return tickets.act(id, RequestLifecycle.CLOSE, Reason.NONE, draft -> {});
    }

    /** Cancels it: open tasks are skipped, and what was begun gets a task that takes it back where the plan has one. */
    public Ticket<Request> cancel(TicketId id, @Nullable String reason) {
        return tickets.act(id, RequestLifecycle.CANCEL, reason);
    }

    /** The request, when there is one that the actor may see. */
    public Optional<Ticket<Request>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The request.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Ticket<Request> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of requests. */
    public Page<Ticket<Request>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** How many requests satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        return tickets.count(criterion);
    }
}
