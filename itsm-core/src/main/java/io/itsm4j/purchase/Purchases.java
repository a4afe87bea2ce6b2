package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.input.Money;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Purchases: want it, have it approved, order it, receive it bit by bit. What was received, what is outstanding and how
 * far a purchase has got follow from its receipts; nobody sets them. The verbs of every ticket are at
 * {@link #tickets()}; voting is at {@code approvals()} of the session.
 */
public final class Purchases {

    /** The supplier a purchase was ordered from, or is wanted from before. */
    public static final Attribute<TicketRecord, String> SUPPLIER = PurchaseType.SUPPLIER;

    /** The contract a purchase was ordered under. */
    public static final Attribute<TicketRecord, String> CONTRACT = PurchaseType.CONTRACT;

    /** Who pays. */
    public static final Attribute<TicketRecord, String> COST_CENTRE = PurchaseType.COST_CENTRE;

    /** The low-stock proposal a purchase answers. */
    public static final Attribute<TicketRecord, String> PROPOSAL = PurchaseType.PROPOSAL;

    /** What the supplier calls the order. */
    public static final Attribute<TicketRecord, String> REFERENCE = PurchaseType.REFERENCE;

    /** When a purchase is expected. */
    public static final Attribute<TicketRecord, Instant> EXPECTED_AT = PurchaseType.EXPECTED_AT;

    private static final Action DEFINE_LIMITS = Action.of("define-limits");
    private static final Action RETIRE_LIMITS = Action.of("retire-limits");
    private static final Set<Role> LIMITERS = Set.of(Role.MANAGER);

    private final Tickets<Purchase> tickets;
    private final Registry<StoredDefinition> definitions;
    private final Procurement procurement;

    /** The verbs on top of the ticket engine. */
    public Purchases(Tickets<Purchase> tickets, Registry<StoredDefinition> definitions, Procurement procurement) {
        this.tickets = tickets;
        this.definitions = definitions;
        this.procurement = procurement;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Purchases with(CommandOptions options) {
        return new Purchases(tickets.with(options), definitions.with(options), procurement);
    }

    /** What purchases share with every other ticket: tasks, links, comments, attachments, queries. */
    public Tickets<Purchase> tickets() {
        return tickets;
    }

    // --- wanting --------------------------------------------------------------------------------------------

    /** Opens a purchase without a line. */
    public Ticket<Purchase> open(OpenTicket input) {
        return tickets.open(input);
    }

    /**
     * Opens a purchase with what is wanted.
     *
     * @throws InvalidInput naming every line that is wrong: {@code CURRENCY_MIXED} when there is more than one
     *     currency, {@code PRICE_DIGITS} when a price is finer than its currency, {@code UNKNOWN} or
     *     {@code PURCHASE_PART_RETIRED} when nobody could take it in
     * @throws NotFound when there is no such supplier
     * @throws RuleViolated with {@code SUPPLIER_STATUS} when nothing is bought from the supplier
     */
    public Ticket<Purchase> open(OpenTicket input, PlanPurchase plan) {
        tickets.check(plan);
        return tickets.keyedBy(StandardActions.OPEN, input, plan)
                .open(input, draft -> draft.details(draft.details().wanting(planned(draft, plan, null))));
    }

    /**
     * Opens a purchase out of what the stock proposes; a proposal is taken up once. What the proposal does not know,
     * the price say, is planned afterwards.
     *
     * @param proposal the id of the proposal
     * @param currency the currency when the proposal knows no price
     * @throws NotFound when there is no such proposal
     */
    public Ticket<Purchase> openFor(String proposal, String currency, OpenTicket input) {
        return tickets.keyedBy(StandardActions.OPEN, proposal, currency, input).open(input, draft -> {
            StockProposals.Proposal wanted = procurement
                    .ports()
                    .proposals()
                    .take(draft.ledger(), proposal, draft.id())
                    .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", proposal)));
            Money price = wanted.unitPrice();
            WantedLine line = WantedLine.stock(wanted.part(), wanted.description(), wanted.quantity());
            PlanPurchase plan = PlanPurchase.of(
                            price == null ? line.at("0", currency) : line.at(price.amount(), price.currency()))
                    .from(wanted.supplier());
            draft.ledger().check(plan);
            draft.details(draft.details().wanting(planned(draft, plan, proposal)));
        });
    }

    /**
     * Plans it anew. While votes are out, everybody is asked again when it is about something else now, and others when
     * its total asks others; what was approved and is not ordered goes back to the draft without its approval.
     *
     * @throws InvalidInput naming every line that is wrong: {@code CURRENCY_MIXED} when there is more than one
     *     currency, {@code PRICE_DIGITS} when a price is finer than its currency, {@code UNKNOWN} or
     *     {@code PURCHASE_PART_RETIRED} when nobody could take it in
     * @throws NotFound when there is no such supplier
     * @throws RuleViolated with {@code SUPPLIER_STATUS} when nothing is bought from the supplier
     */
    public Ticket<Purchase> plan(TicketId id, PlanPurchase input) {
        return tickets.act(
                id,
                PurchaseLifecycle.PLAN,
                input,
                draft -> draft.details(draft.details()
                        .wanting(planned(draft, input, draft.details().wanted().proposal()))));
    }

    private Wanted planned(Draft<Purchase> draft, PlanPurchase input, @Nullable String proposal) {
        return Planning.of(draft.ledger(), procurement.ports().targets(), input, proposal);
    }

    private void check(Draft<Purchase> draft) {
        Planning.check(
                draft.ledger(), procurement.ports().targets(), draft.details().wanted());
    }

    /** Gives it to a group or a person. */
    public Ticket<Purchase> assign(TicketId id, Assign input) {
        return tickets.assign(id, input);
    }

    /**
     * Asks for approval: those whom the spending limits of its currency name for its total, or those of the policy.
     * Where the limits ask nobody it is approved at once. Who wants it never approves it.
     *
     * @throws InvalidInput naming every line that could not be received any more
     * @throws RuleViolated with {@code APPROVERS_UNKNOWN}, {@code APPROVERS_NONE} or {@code APPROVERS_TOO_FEW} when the
     *     first step cannot be opened
     */
    public Ticket<Purchase> submit(TicketId id) {
        return tickets.act(id, PurchaseLifecycle.SUBMIT, Reason.NONE, draft -> {
            check(draft);
            procurement.declared().clearing().ask(draft);
        });
    }

    /**
     * Takes it back to the draft: votes are called off, and an approval that was given is void. One that was rejected
     * and answers what the stock proposed takes up what is proposed now.
     *
     * @throws RuleViolated with {@code STOCK_PROPOSAL_GONE} when what it still wants is no longer proposed, because
     *     another purchase brings it, say
     */
    public Ticket<Purchase> revise(TicketId id, @Nullable String reason) {
        return tickets.act(id, PurchaseLifecycle.REVISE, reason);
    }

    // --- ordering -------------------------------------------------------------------------------------------

    /**
     * Says that it was ordered. Whoever does is its assignee, unless it lies with somebody already.
     *
     * @throws InvalidInput naming every line that could not be received any more
     * @throws NotFound when there is no such supplier or contract
     * @throws RuleViolated with {@code PURCHASE_SUPPLIER} when another supplier was approved, with
     *     {@code SUPPLIER_STATUS} when nothing is bought from the supplier, with {@code CONTRACT_FORCE} when the
     *     contract is not in force, or is another supplier's
     */
    public Ticket<Purchase> order(TicketId id, OrderGoods input) {
        return tickets.act(id, PurchaseLifecycle.ORDER, input, draft -> order(draft, input));
    }

    private void order(Draft<Purchase> draft, OrderGoods input) {
        check(draft);
        String wanted = draft.details().wanted().supplier();
        String supplier = input.supplier() == null ? wanted : input.supplier();
        if (supplier == null) {
            return;
        }
        if (wanted != null && !wanted.equals(supplier)) {
            throw new RuleViolated("PURCHASE_SUPPLIER", Map.of("number", draft.number()));
        }
        Ledger ledger = draft.ledger();
        Suppliers.active(ledger, supplier);
        String contract = input.contract();
        if (contract != null) {
            Contract found = ledger.get(procurement.contracts(), contract);
            if (!found.supplier().equals(supplier) || !found.isInForce(ledger.now())) {
                throw new RuleViolated("CONTRACT_FORCE", Map.of("number", found.number(), "state", found.state()));
            }
        }
        if (draft.assignment().assignee() == null && draft.assignment().group() == null) {
            draft.assign(null, draft.actor().id());
        }
        draft.details(draft.details()
                .ordered(new PurchaseOrder(
                        supplier,
                        contract,
                        input.reference(),
                        expected(input.expectedAt()),
                        draft.actor().id(),
                        draft.now(),
                        0)));
    }

    private static @Nullable Instant expected(@Nullable Instant when) {
        return when == null ? null : Draft.storable("expectedAt", when);
    }

    /** Expects it at another time; reminders begin anew. */
    public Ticket<Purchase> reschedule(TicketId id, @Nullable Instant expectedAt, @Nullable String reason) {
        return tickets.act(id, PurchaseLifecycle.RESCHEDULE, new Reschedule(expectedAt, reason), draft -> {
            PurchaseOrder order = draft.details().order();
            draft.details(draft.details().ordered(order == null ? null : order.expected(expected(expectedAt))));
            draft.notePersonal("reason", reason);
        });
    }

    // --- receiving ------------------------------------------------------------------------------------------

    /**
     * Receives a delivery. Assets and stock are made of it in the same transaction, and its state follows.
     *
     * @throws InvalidInput naming a line that is not there or there twice, or serial numbers that do not fit
     * @throws RuleViolated with {@code RECEIPT_TOO_MUCH} when more would have come than was ordered, beyond the
     *     tolerance
     */
    public Ticket<Purchase> receive(TicketId id, ReceiveGoods input) {
        return tickets.act(
                id,
                PurchaseLifecycle.RECEIVE,
                input,
                draft -> procurement.declared().receiving().receive(draft, input));
    }

    /**
     * Takes a receipt back, or a part of it: a wrong delivery. It becomes a row of its own below zero; the assets and
     * the stock go back in the same transaction, and its state follows.
     *
     * @throws NotFound when the purchase has no such receipt
     * @throws RuleViolated with {@code RECEIPT_REVERSED} when less is left of it
     * @throws InvalidInput with {@code RECEIPT_MADE} when it is not told which assets go back
     */
    public Ticket<Purchase> reverse(TicketId id, ReverseReceipt input) {
        return tickets.act(
                id,
                PurchaseLifecycle.REVERSE,
                input,
                draft -> procurement.declared().receiving().reverse(draft, input));
    }

    /** Waits no longer for what is outstanding, of some lines or of all. */
    public Ticket<Purchase> giveUp(TicketId id, GiveUp input) {
        return tickets.act(id, PurchaseLifecycle.GIVE_UP, input, draft -> {
            procurement.declared().receiving().giveUp(draft, input.lines(), input.reason());
            draft.notePersonal("reason", input.reason());
        });
    }

    /** Ends it; all has arrived. */
    public Ticket<Purchase> close(TicketId id) {
        return tickets.act(id, PurchaseLifecycle.CLOSE, Reason.NONE, draft -> {});
    }

    /** Takes a closed one up again, because a delivery turned out to be wrong. */
    public Ticket<Purchase> reopen(TicketId id, @Nullable String reason) {
        return tickets.act(id, PurchaseLifecycle.REOPEN, reason);
    }

    /** Cancels it. What was received stays, and what is outstanding is given up. */
    public Ticket<Purchase> cancel(TicketId id, @Nullable String reason) {
        return tickets.act(id, PurchaseLifecycle.CANCEL, reason);
    }

    // --- looking --------------------------------------------------------------------------------------------

    /** The receipts, what was taken back and what was given up; oldest first. */
    public Page<Receipt> receipts(TicketId id, PageRequest<Receipt> request) {
        tickets.get(id);
        PageRequest<Receipt> own = new PageRequest<>(
                request.criterion().and(Receipt.PURCHASE.is(id)), request.sort(), request.size(), request.cursor());
        return tickets.read(ledger -> ledger.page(Receipt.KIND, Receipt.ID, own, List.of(Sort.ascending(Receipt.AT))));
    }

    /** Where each line stands, added up from the receipts. */
    public PurchaseProgress progress(TicketId id) {
        Ticket<Purchase> purchase = tickets.get(id);
        return tickets.read(ledger -> PurchaseProgress.of(purchase.details(), Receipts.of(ledger, id)));
    }

    /** The purchase, when there is one that the actor may see. */
    public Optional<Ticket<Purchase>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The purchase.
     *
     * @throws NotFound when there is none that the actor may see
     */
    public Ticket<Purchase> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of purchases. */
    public Page<Ticket<Purchase>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** How many purchases satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        return tickets.count(criterion);
    }

    // --- spending limits ------------------------------------------------------------------------------------

    /** Defines who approves purchases of a currency, or a further revision of it. */
    public StoredDefinition define(SpendingLimits limits) {
        return definitions.add(
                DEFINE_LIMITS,
                LIMITERS,
                SpendingForm.write(limits),
                ledger -> ledger.define(SpendingForm.FORM, limits.currency(), limits));
    }

    /**
     * Ends the limits of a currency; the policy counts again.
     *
     * @throws NotFound when there are none
     */
    public StoredDefinition retireLimits(String currency) {
        return definitions.add(
                RETIRE_LIMITS,
                LIMITERS,
                currency,
                ledger -> ledger.retire(SpendingForm.FORM, currency)
                        .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", currency))));
    }

    /** The limits of a currency. */
    public Optional<SpendingLimits> limits(String currency) {
        return definitions.read(
                ledger -> ledger.definition(SpendingForm.FORM, currency).map(Defined::value));
    }
}
