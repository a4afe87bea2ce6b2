package io.itsm4j.purchase;

import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Person;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.Material;
import io.itsm4j.input.Money;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Sequel;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What makes a ticket a purchase: the declaration, from data. */
final class PurchaseType {

    /** The supplier it was ordered from, or is wanted from before. */
    static final Attribute<TicketRecord, String> SUPPLIER =
            Attribute.text("purchase.supplier", ticket -> of(ticket, Purchase::supplier));

    /** The contract it was ordered under. */
    static final Attribute<TicketRecord, String> CONTRACT = Attribute.text(
            "purchase.contract", ticket -> of(ticket, purchase -> ordered(purchase, PurchaseOrder::contract)));

    /** Who pays. */
    static final Attribute<TicketRecord, String> COST_CENTRE = Attribute.text(
            "purchase.costCentre",
            ticket -> of(ticket, purchase -> purchase.wanted().costCentre()));

    /** The low-stock proposal it answers. */
    static final Attribute<TicketRecord, String> PROPOSAL = Attribute.text(
            "purchase.proposal",
            ticket -> of(ticket, purchase -> purchase.wanted().proposal()));

    /** What the supplier calls the order. */
    static final Attribute<TicketRecord, String> REFERENCE = Attribute.text(
            "purchase.reference", ticket -> of(ticket, purchase -> ordered(purchase, PurchaseOrder::reference)));

    /** When it is expected. */
    static final Attribute<TicketRecord, Instant> EXPECTED_AT = Attribute.time(
            "purchase.expectedAt", ticket -> of(ticket, purchase -> ordered(purchase, PurchaseOrder::expectedAt)));

    private static final Set<Action> COUNTED =
            Set.of(PurchaseLifecycle.RECEIVE, PurchaseLifecycle.REVERSE, PurchaseLifecycle.GIVE_UP);

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(PurchaseLifecycle.PLAN, "PurchasePlanned"),
            Map.entry(PurchaseLifecycle.SUBMIT, "PurchaseSubmitted"),
            Map.entry(PurchaseLifecycle.APPROVE, "PurchaseApproved"),
            Map.entry(PurchaseLifecycle.REJECT, "PurchaseRejected"),
            Map.entry(PurchaseLifecycle.REVISE, "PurchaseRevised"),
            Map.entry(PurchaseLifecycle.ORDER, "PurchaseOrdered"),
            Map.entry(PurchaseLifecycle.RESCHEDULE, "DeliveryRescheduled"),
            Map.entry(PurchaseLifecycle.RECEIVE, "GoodsReceived"),
            Map.entry(PurchaseLifecycle.REVERSE, "ReceiptReversed"),
            Map.entry(PurchaseLifecycle.GIVE_UP, "RemainderGivenUp"),
            Map.entry(PurchaseLifecycle.NOTE_NOTHING_ARRIVED, "NothingReceived"),
            Map.entry(PurchaseLifecycle.NOTE_SOME_ARRIVED, "PurchasePartiallyReceived"),
            Map.entry(PurchaseLifecycle.NOTE_ALL_ARRIVED, "PurchaseReceived"),
            Map.entry(PurchaseLifecycle.REMIND_DELIVERY, "DeliveryOverdue"),
            Map.entry(PurchaseLifecycle.CLOSE, "TicketClosed"),
            Map.entry(PurchaseLifecycle.REOPEN, "TicketReopened"),
            Map.entry(PurchaseLifecycle.CANCEL, "TicketCancelled"));

    private final PurchasePolicy policy;
    private final PurchasePorts ports;
    private final Receiving receiving;
    private final TicketType<Purchase> type;
    private final Approvable<Ticket<Purchase>> approvable;
    private final Clearing clearing;

    PurchaseType(PurchasePolicy policy, PurchasePorts ports, UnaryOperator<TicketType<Purchase>> altered) {
        this.policy = policy;
        this.ports = ports;
        this.receiving = new Receiving(ports.targets());
        this.type = altered.apply(declared());
        this.approvable = Approvable.tickets(type, material(), PurchaseType::action, Purchase::marked);
        this.clearing = new Clearing(policy, approvable);
    }

    TicketType<Purchase> type() {
        return type;
    }

    Approvable<Ticket<Purchase>> approvable() {
        return approvable;
    }

    Clearing clearing() {
        return clearing;
    }

    Receiving receiving() {
        return receiving;
    }

    private static <T> @Nullable T of(TicketRecord ticket, Function<Purchase, @Nullable T> reader) {
        return ticket.details() instanceof Purchase purchase ? reader.apply(purchase) : null;
    }

    private static <T> @Nullable T ordered(Purchase purchase, Function<PurchaseOrder, @Nullable T> reader) {
        PurchaseOrder order = purchase.order();
        return order == null ? null : reader.apply(order);
    }

    private TicketType<Purchase> declared() {
        TicketType.Builder<Purchase> builder = TicketType.named("purchase", "PUR", Purchase.class, Purchase.NEW)
                .openedBy(Role.REQUESTER, Role.AGENT, PurchaseLifecycle.BUYER, Role.IMPORTER)
                .readBy(Role.AGENT, Role.MANAGER, Role.AUDITOR, PurchaseLifecycle.BUYER, PurchaseLifecycle.STOREKEEPER)
                .effect(PurchaseLifecycle.FORGET_APPROVAL, draft -> clearing().forget(draft))
                .effect(
                        PurchaseLifecycle.GIVE_UP_REST,
                        draft -> receiving().giveUp(draft, Set.of(), reason(draft.input())))
                .effect(PurchaseLifecycle.END_PROPOSAL, draft -> {
                    if (draft.details().wanted().proposal() != null) {
                        ports.proposals().end(draft.ledger(), draft.id());
                    }
                })
                .effect(PurchaseLifecycle.TAKE_PROPOSAL_AGAIN, this::takeAgain)
                .always(draft -> clearing().reconsider(draft))
                .erasing(Purchase::erased)
                .erasingRows(Receipts::erase)
                .frozenIn(RESOLVED, "title", "description", "impact", "urgency")
                .attributes(List.of(SUPPLIER, CONTRACT, COST_CENTRE, PROPOSAL, REFERENCE, EXPECTED_AT))
                .sequel(new Sequel<>(
                        Set.of(PurchaseLifecycle.SUBMIT, PurchaseLifecycle.PLAN),
                        step -> step.details().clearance().exempt(),
                        PurchaseLifecycle.APPROVE,
                        Reason.NONE,
                        draft -> {}))
                .sequel(follows(ReceivingStatus.NOTHING, PurchaseLifecycle.NOTE_NOTHING_ARRIVED))
                .sequel(follows(ReceivingStatus.PARTLY, PurchaseLifecycle.NOTE_SOME_ARRIVED))
                .sequel(follows(ReceivingStatus.ALL, PurchaseLifecycle.NOTE_ALL_ARRIVED))
                .milestone(new Milestone<>(
                        "overdue",
                        this::overdueAt,
                        ticket -> ordered(ticket.details(), order -> order.expectedAt() + " " + order.reminders()),
                        PurchaseLifecycle.REMIND_DELIVERY,
                        Reason.NONE,
                        this::remind))
                .milestone(new Milestone<>(
                        "auto-close",
                        ticket -> autoClose(ticket, policy.autoCloseAfter()),
                        ticket -> String.valueOf(ticket.times().reopens()),
                        PurchaseLifecycle.CLOSE,
                        Reason.NONE,
                        draft -> {}));
        EVENTS.forEach(builder::event);
        details(builder);
        return builder.livingBy(PurchaseLifecycle.table());
    }

    private void takeAgain(Draft<Purchase> draft) {
        Wanted wanted = draft.details().wanted();
        String proposal = wanted.proposal();
        if (proposal != null) {
            String now = ports.proposals()
                    .takeAgain(draft.ledger(), proposal, draft.id(), wanted.lines())
                    .orElse(null);
            draft.details(draft.details().wanting(wanted.answering(now)));
        }
    }

    /** The state follows what the receipts add up to. */
    private static Sequel<Purchase> follows(ReceivingStatus status, Action action) {
        Predicate<Step<Purchase>> when = step -> step.details().status() == status;
        return new Sequel<>(COUNTED, when, action, Reason.NONE, draft -> {});
    }

    private static @Nullable String reason(Object input) {
        return input instanceof Reason given ? given.reason() : null;
    }

    private Optional<Instant> overdueAt(Ticket<Purchase> ticket) {
        PurchaseOrder order = ticket.details().order();
        boolean coming = ticket.state().equals(PurchaseLifecycle.ORDERED)
                || ticket.state().equals(PurchaseLifecycle.PARTIALLY_RECEIVED);
        if (!coming || order == null || order.reminders() >= policy.overdue().size()) {
            return Optional.empty();
        }
        Instant expected = order.expectedAt();
        return expected == null
                ? Optional.empty()
                : Optional.of(expected.plus(policy.overdue().get(order.reminders())));
    }

    /** Says that it is overdue; who comes back after a long time says it once, and the last time is an escalation. */
    private void remind(Draft<Purchase> draft) {
        PurchaseOrder order = draft.details().order();
        Instant expected = order == null ? null : order.expectedAt();
        if (order == null || expected == null) {
            return;
        }
        PurchaseOrder reminded = order.reminded();
        while (reminded.reminders() < policy.overdue().size()
                && !expected.plus(policy.overdue().get(reminded.reminders())).isAfter(draft.now())) {
            reminded = reminded.reminded();
        }
        draft.details(draft.details().ordered(reminded));
        draft.note("expectedAt", expected.toString()).note("reminder", (long) reminded.reminders());
        if (reminded.reminders() == policy.overdue().size()) {
            draft.event("DeliveryEscalated");
            draft.ledger()
                    .person(Optional.ofNullable(draft.assignment().assignee()).orElse(order.orderedBy()))
                    .map(Person::manager)
                    .ifPresent(manager -> draft.notePersonal("manager", manager.value()));
        }
    }

    private static Optional<Instant> autoClose(Ticket<Purchase> ticket, Duration after) {
        return ticket.state().equals(PurchaseLifecycle.RECEIVED) && !after.isZero()
                ? Optional.ofNullable(ticket.times().resolvedAt()).map(at -> at.plus(after))
                : Optional.empty();
    }

    private static void details(TicketType.Builder<Purchase> type) {
        type.detail(DetailField.plain(
                        "lines", purchase -> lines(purchase.wanted().lines())))
                .detail(DetailField.plain("total", PurchaseType::total))
                .detail(DetailField.plain(
                        "costCentre", purchase -> purchase.wanted().costCentre()))
                .detail(DetailField.plain(
                        "budget", purchase -> purchase.wanted().budget()))
                .detail(DetailField.plain(
                        "wantedFrom", purchase -> purchase.wanted().supplier()))
                .detail(DetailField.plain(
                        "neededBy", purchase -> purchase.wanted().neededBy()))
                .detail(DetailField.personal(
                        "reason", purchase -> purchase.wanted().reason()))
                .detail(DetailField.plain(
                        "proposal", purchase -> purchase.wanted().proposal()))
                .detail(DetailField.plain("approval", purchase -> mark(purchase, ApprovalMark::approval)))
                .detail(DetailField.plain("approvalState", purchase -> mark(purchase, ApprovalMark::state)))
                .detail(DetailField.plain(
                        "exempt", purchase -> purchase.clearance().exempt()))
                .detail(DetailField.plain(
                        "limits", purchase -> purchase.clearance().limits()))
                .detail(DetailField.plain("supplier", purchase -> ordered(purchase, PurchaseOrder::supplier)))
                .detail(DetailField.plain("contract", purchase -> ordered(purchase, PurchaseOrder::contract)))
                .detail(DetailField.plain("reference", purchase -> ordered(purchase, PurchaseOrder::reference)))
                .detail(DetailField.plain("expectedAt", purchase -> ordered(purchase, PurchaseOrder::expectedAt)))
                .detail(DetailField.plain("orderedAt", purchase -> ordered(purchase, PurchaseOrder::orderedAt)))
                .detail(DetailField.plain("totals", purchase -> lines(purchase.totals())));
    }

    private static @Nullable String total(Purchase purchase) {
        return purchase.wanted().total().map(Money::toString).orElse(null);
    }

    private static <T> @Nullable T mark(Purchase purchase, Function<ApprovalMark, T> reader) {
        ApprovalMark mark = purchase.clearance().mark();
        return mark == null ? null : reader.apply(mark);
    }

    /** One line each; null when there is none. */
    private static @Nullable String lines(List<?> all) {
        return all.isEmpty()
                ? null
                : String.join("\n", all.stream().map(Object::toString).toList());
    }

    /** What an approval of a purchase is about: what is bought for how much, from whom, and who pays. */
    private static Material<Ticket<Purchase>> material() {
        return Material.<Ticket<Purchase>>of(
                        "lines",
                        ticket -> ticket.details().wanted().lines().stream()
                                .map(PurchaseType::line)
                                .toList())
                .and("costCentre", ticket -> ticket.details().wanted().costCentre())
                .and("budget", ticket -> ticket.details().wanted().budget())
                .and("supplier", ticket -> ticket.details().wanted().supplier())
                .and("openedFor", ticket -> ticket.people().openedFor());
    }

    private static List<String> line(PurchaseLine line) {
        return List.of(
                line.kind().name(),
                String.valueOf(line.item()),
                line.description(),
                String.valueOf(line.quantity()),
                line.unitPrice().toString(),
                String.valueOf(line.tolerancePercent()));
    }

    private static Optional<Action> action(Ticket<Purchase> ticket, Approval ended) {
        if (!ticket.state().equals(PurchaseLifecycle.AWAITING_APPROVAL)) {
            return Optional.empty();
        }
        return switch (ended.state()) {
            case APPROVED -> Optional.of(PurchaseLifecycle.APPROVE);
            case REJECTED -> Optional.of(PurchaseLifecycle.REJECT);
            case WITHDRAWN -> Optional.of(PurchaseLifecycle.REVISE);
            case PENDING -> Optional.empty();
        };
    }
}
