package io.itsm4j.request;

import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Sequel;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What makes a ticket a request: the declaration, from data. */
final class RequestType {

    /** The order it belongs to. */
    static final Attribute<TicketRecord, String> ORDER = Attribute.text(
            "request.order", ticket -> ticket.details() instanceof Request request ? request.order() : null);

    /** The item that was ordered. */
    static final Attribute<TicketRecord, String> ITEM = Attribute.text(
            "request.item", ticket -> ticket.details() instanceof Request request ? request.item() : null);

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(RequestLifecycle.SUBMIT, "ApprovalRequested"),
            Map.entry(RequestLifecycle.APPROVE, "RequestApproved"),
            Map.entry(RequestLifecycle.REJECT, "RequestRejected"),
            Map.entry(RequestLifecycle.START, "FulfilmentStarted"),
            Map.entry(RequestLifecycle.HOLD, "TicketHeld"),
            Map.entry(RequestLifecycle.RESUME, "TicketResumed"),
            Map.entry(RequestLifecycle.FULFIL, "RequestFulfilled"),
            Map.entry(RequestLifecycle.REOPEN, "TicketReopened"),
            Map.entry(RequestLifecycle.CLOSE, "TicketClosed"),
            Map.entry(RequestLifecycle.CANCEL, "TicketCancelled"));

    private RequestType() {}

    static TicketType<Request> under(RequestPolicy policy) {
        TicketType.Builder<Request> type = TicketType.named("request", "REQ", Request.class, Request.NEW)
                .openedBy(Role.IMPORTER)
                .readBy(Role.AGENT, Role.AUDITOR)
                .erasing(Request::erased)
                .frozenIn(RESOLVED, "title", "description", "impact", "urgency")
                .attributes(List.of(ORDER, ITEM))
                .effect(RequestLifecycle.MAKE_TASKS, Fulfilment::makeTasks)
                .effect(RequestLifecycle.COMPENSATE, Fulfilment::compensate);
        EVENTS.forEach(type::event);
        type.detail(DetailField.plain("order", Request::order))
                .detail(DetailField.plain("item", Request::item))
                .detail(DetailField.plain("itemRevision", Request::itemRevision))
                .detail(DetailField.plain("itemHash", Request::itemHash))
                .detail(DetailField.plain("quantity", Request::quantity))
                .detail(DetailField.personal(
                        "answers",
                        request -> request.answers().isEmpty() ? null : CanonicalJson.write(request.answers())))
                .detail(DetailField.plain(
                        "price",
                        request -> request.price() == null
                                ? null
                                : request.price().minor() + " "
                                        + request.price().currency()))
                .detail(DetailField.plain("approval", Request::approval))
                .detail(DetailField.plain(
                        "approvalState",
                        request ->
                                request.mark() == null ? null : request.mark().state()))
                .detail(DetailField.plain("deliverBy", Request::deliverBy))
                .detail(DetailField.personal("outcome", Request::outcome))
                .milestone(new Milestone<>(
                        "auto-close",
                        ticket -> autoClose(ticket, policy.autoCloseAfter()),
                        ticket -> String.valueOf(ticket.times().reopens()),
                        RequestLifecycle.CLOSE,
                        Reason.NONE,
                        draft -> {}))
                .sequel(new Sequel<>(
                        Set.of(StandardActions.CHANGE_TASK, RequestLifecycle.RESUME),
                        step -> !step.details().tasks().isEmpty() && step.openTasks() == 0,
                        RequestLifecycle.FULFIL,
                        Reason.NONE,
                        draft -> {}));
        return type.livingBy(RequestLifecycle.table());
    }

    private static Optional<Instant> autoClose(Ticket<Request> ticket, Duration after) {
        return ticket.state().equals(RequestLifecycle.FULFILLED) && !after.isZero()
                ? Optional.ofNullable(ticket.times().resolvedAt()).map(at -> at.plus(after))
                : Optional.empty();
    }
}
