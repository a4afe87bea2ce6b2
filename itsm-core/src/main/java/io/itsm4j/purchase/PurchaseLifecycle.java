package io.itsm4j.purchase;

import static io.itsm4j.actor.Role.AGENT;
import static io.itsm4j.actor.Role.REQUESTER;
import static io.itsm4j.actor.Role.SYSTEM;
import static io.itsm4j.purchase.PurchaseRules.ALL_HAS_ARRIVED;
import static io.itsm4j.purchase.PurchaseRules.APPROVAL_IS_ASKED_FOR;
import static io.itsm4j.purchase.PurchaseRules.HAS_AN_ORDER;
import static io.itsm4j.purchase.PurchaseRules.HAS_LINES;
import static io.itsm4j.purchase.PurchaseRules.IS_CLEARED;
import static io.itsm4j.purchase.PurchaseRules.NOTHING_HAS_ARRIVED;
import static io.itsm4j.purchase.PurchaseRules.NO_OPEN_TASKS;
import static io.itsm4j.purchase.PurchaseRules.RECEIPT_IS_MADE;
import static io.itsm4j.purchase.PurchaseRules.RECEIVER_IS_NOT_SOLE_APPROVER;
import static io.itsm4j.purchase.PurchaseRules.SOMETHING_CAME_OR_COMES;
import static io.itsm4j.purchase.PurchaseRules.SOME_HAS_ARRIVED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a purchase, as a table. */
public final class PurchaseLifecycle {

    /** Orders from suppliers, and keeps suppliers and contracts. */
    public static final Role BUYER = Role.of("BUYER");

    /** Takes deliveries in; who keeps a store has the role. */
    public static final Role STOREKEEPER = Role.of("STOREKEEPER");

    public static final State DRAFT = State.of("DRAFT", StateCategory.NEW);
    public static final State AWAITING_APPROVAL = State.of("AWAITING_APPROVAL", StateCategory.PENDING);
    public static final State APPROVED = State.of("APPROVED", StateCategory.ACTIVE);
    public static final State ORDERED = State.of("ORDERED", StateCategory.ACTIVE);
    public static final State PARTIALLY_RECEIVED = State.of("PARTIALLY_RECEIVED", StateCategory.ACTIVE);
    public static final State RECEIVED = State.of("RECEIVED", StateCategory.RESOLVED);
    public static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    public static final State REJECTED = State.of("REJECTED", StateCategory.CLOSED);
    public static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    public static final Action PLAN = Action.of("plan");
    public static final Action SUBMIT = Action.of("submit");
    public static final Action APPROVE = Action.of("approve");
    public static final Action REJECT = Action.of("reject");
    public static final Action REVISE = Action.of("revise");
    public static final Action ORDER = Action.of("order");
    public static final Action RESCHEDULE = Action.of("reschedule");
    public static final Action RECEIVE = Action.of("receive");
    public static final Action REVERSE = Action.of("reverse");
    public static final Action GIVE_UP = Action.of("give-up");
    public static final Action NOTE_NOTHING_ARRIVED = Action.of("note-nothing-arrived");
    public static final Action NOTE_SOME_ARRIVED = Action.of("note-some-arrived");
    public static final Action NOTE_ALL_ARRIVED = Action.of("note-all-arrived");
    public static final Action REMIND_DELIVERY = Action.of("remind-delivery");
    public static final Action CLOSE = Action.of("close");
    public static final Action REOPEN = Action.of("reopen");
    public static final Action CANCEL = Action.of("cancel");

    /** The name of the effect that calls a pending approval off, and forgets one that was given. */
    static final String FORGET_APPROVAL = "forget-approval";

    /** The name of the effect that gives up what is outstanding. */
    static final String GIVE_UP_REST = "give-up-rest";

    /** The name of the effect that tells the stock that no more comes of what it proposed. */
    static final String END_PROPOSAL = "end-proposal";

    /** The name of the effect that takes up again what the stock proposes now. */
    static final String TAKE_PROPOSAL_AGAIN = "take-proposal-again";

    private static final State[] COMING = {ORDERED, PARTIALLY_RECEIVED};

    private PurchaseLifecycle() {}

    // spotless:off
    static Lifecycle<Step<Purchase>> table() {
        LifecycleBuilder<Step<Purchase>> table = Lifecycle.<Step<Purchase>>named("purchase").version(1).initial(DRAFT)
            .transition(SUBMIT).from(DRAFT).to(AWAITING_APPROVAL).by(AGENT, BUYER).guardedBy(HAS_LINES, APPROVAL_IS_ASKED_FOR)
            .transition(APPROVE).from(AWAITING_APPROVAL).to(APPROVED).by(SYSTEM).guardedBy(IS_CLEARED)
            .transition(REJECT).from(AWAITING_APPROVAL).to(REJECTED).by(SYSTEM).effect(END_PROPOSAL)
            .transition(REVISE).from(AWAITING_APPROVAL, APPROVED).to(DRAFT).by(AGENT, BUYER).effect(FORGET_APPROVAL)
            .transition(REVISE).from(REJECTED).to(DRAFT).by(AGENT, BUYER).effect(FORGET_APPROVAL, TAKE_PROPOSAL_AGAIN)
            .transition(PLAN).from(APPROVED).to(DRAFT).by(AGENT, BUYER).effect(FORGET_APPROVAL)
            .transition(ORDER).from(APPROVED).to(ORDERED).by(BUYER).guardedBy(IS_CLEARED, HAS_AN_ORDER)
            .transition(NOTE_SOME_ARRIVED).from(ORDERED, RECEIVED).to(PARTIALLY_RECEIVED).by(SYSTEM).guardedBy(SOME_HAS_ARRIVED)
            .transition(NOTE_ALL_ARRIVED).from(COMING).to(RECEIVED).by(SYSTEM).guardedBy(ALL_HAS_ARRIVED).effect(END_PROPOSAL)
            .transition(NOTE_NOTHING_ARRIVED).from(PARTIALLY_RECEIVED, RECEIVED).to(ORDERED).by(SYSTEM).guardedBy(NOTHING_HAS_ARRIVED)
            .transition(CLOSE).from(RECEIVED).to(CLOSED).by(BUYER).guardedBy(ALL_HAS_ARRIVED, NO_OPEN_TASKS)
            .transition(REOPEN).from(CLOSED).to(RECEIVED).requires("reason").by(BUYER)
            .transition(CANCEL).from(DRAFT).to(CANCELLED).requires("reason").by(AGENT, BUYER, REQUESTER)
                .effect(END_PROPOSAL, StandardActions.SKIP_TASKS)
            .transition(CANCEL).from(AWAITING_APPROVAL, APPROVED).to(CANCELLED).requires("reason").by(AGENT, BUYER)
                .effect(FORGET_APPROVAL, END_PROPOSAL, StandardActions.SKIP_TASKS)
            .transition(CANCEL).from(COMING).to(CANCELLED).requires("reason").by(BUYER)
                .effect(GIVE_UP_REST, END_PROPOSAL, StandardActions.SKIP_TASKS)
            .stay(PLAN).in(DRAFT, AWAITING_APPROVAL).by(AGENT, BUYER)
            .stay(RESCHEDULE).in(COMING).by(BUYER)
            .stay(RECEIVE).in(ORDERED, PARTIALLY_RECEIVED, RECEIVED).by(AGENT, STOREKEEPER).guardedBy(RECEIPT_IS_MADE, RECEIVER_IS_NOT_SOLE_APPROVER)
            .stay(REVERSE).in(PARTIALLY_RECEIVED, RECEIVED, CANCELLED).requires("reason").by(AGENT, STOREKEEPER).guardedBy(RECEIPT_IS_MADE)
            .stay(GIVE_UP).in(COMING).requires("reason").by(BUYER).guardedBy(SOMETHING_CAME_OR_COMES)
            .stay(REMIND_DELIVERY).in(COMING).by(SYSTEM);
        return StandardActions.addTo(table).build();
    }
    // spotless:on
}
