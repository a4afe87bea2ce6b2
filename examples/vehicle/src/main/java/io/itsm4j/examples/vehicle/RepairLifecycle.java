package io.itsm4j.examples.vehicle;

import static io.itsm4j.examples.vehicle.RepairRules.INVOICE_IS_PAID;
import static io.itsm4j.examples.vehicle.RepairRules.MILEAGE_IS_NOTED;
import static io.itsm4j.examples.vehicle.RepairRules.NOBODY_INSPECTS_THEIR_OWN_WORK;
import static io.itsm4j.examples.vehicle.RepairRules.ORDER_IS_SIGNED;
import static io.itsm4j.examples.vehicle.RepairRules.SOMEBODY_WILL_DO_IT;
import static io.itsm4j.examples.vehicle.RepairRules.WORK_IS_DONE;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;

/** The life of a repair, as a table: from the booking to the follow-up visit. */
public final class RepairLifecycle {

    /** Who talks to customers. */
    public static final Role ADVISOR = Role.of("ADVISOR");

    /** Who repairs. */
    public static final Role MECHANIC = Role.of("MECHANIC");

    /** Who looks at what was repaired. */
    public static final Role INSPECTOR = Role.of("INSPECTOR");

    static final State BOOKED = State.of("BOOKED", StateCategory.NEW);
    static final State RECEIVED = State.of("RECEIVED", StateCategory.NEW);
    static final State ORDERED = State.of("ORDERED", StateCategory.NEW);
    static final State DISPATCHED = State.of("DISPATCHED", StateCategory.ACTIVE);
    static final State IN_PROGRESS = State.of("IN_PROGRESS", StateCategory.ACTIVE);
    static final State WAITING_FOR_PARTS = State.of("WAITING_FOR_PARTS", StateCategory.PENDING);
    static final State WAITING_FOR_WORK = State.of("WAITING_FOR_WORK", StateCategory.PENDING);
    static final State INSPECTION = State.of("INSPECTION", StateCategory.ACTIVE);
    static final State REWORK = State.of("REWORK", StateCategory.ACTIVE);
    static final State SETTLEMENT = State.of("SETTLEMENT", StateCategory.RESOLVED);
    static final State DELIVERED = State.of("DELIVERED", StateCategory.RESOLVED);
    static final State FOLLOWED_UP = State.of("FOLLOWED_UP", StateCategory.CLOSED);
    static final State CANCELLED = State.of("CANCELLED", StateCategory.CANCELLED);

    static final Action RECEIVE = Action.of("receive");
    static final Action ORDER = Action.of("order");
    static final Action DISPATCH = Action.of("dispatch");
    static final Action BEGIN = Action.of("begin");
    static final Action WAIT_FOR_PARTS = Action.of("wait-for-parts");
    static final Action WAIT_FOR_WORK = Action.of("wait-for-work");
    static final Action RESUME = Action.of("resume");
    static final Action FINISH = Action.of("finish");
    static final Action SEND_BACK = Action.of("send-back");
    static final Action PASS = Action.of("pass");
    static final Action PAY = Action.of("pay");
    static final Action DELIVER = Action.of("deliver");
    static final Action FOLLOW_UP = Action.of("follow-up");
    static final Action REMIND = Action.of("remind-follow-up");
    static final Action COME_BACK = Action.of("come-back");
    static final Action CANCEL = Action.of("cancel");

    private RepairLifecycle() {}

    // spotless:off
    static Lifecycle<Step<VehicleRepair>> table() {
        return StandardActions.addTo(Lifecycle.<Step<VehicleRepair>>named("vehicle-repair").version(1).initial(BOOKED)
            .transition(RECEIVE).from(BOOKED).to(RECEIVED).by(ADVISOR).guardedBy(MILEAGE_IS_NOTED)
            .transition(ORDER).from(RECEIVED).to(ORDERED).by(ADVISOR).guardedBy(ORDER_IS_SIGNED)
            .transition(DISPATCH).from(ORDERED).to(DISPATCHED).by(ADVISOR).guardedBy(SOMEBODY_WILL_DO_IT)
            .transition(BEGIN).from(DISPATCHED).to(IN_PROGRESS).by(MECHANIC)
            .transition(WAIT_FOR_PARTS).from(IN_PROGRESS, REWORK).to(WAITING_FOR_PARTS).by(MECHANIC)
            .transition(WAIT_FOR_WORK).from(IN_PROGRESS, REWORK).to(WAITING_FOR_WORK).by(MECHANIC).requires("reason")
            .transition(RESUME).from(WAITING_FOR_PARTS, WAITING_FOR_WORK).to(IN_PROGRESS).by(MECHANIC)
            .transition(FINISH).from(IN_PROGRESS, REWORK).to(INSPECTION).by(MECHANIC).guardedBy(WORK_IS_DONE)
            .transition(SEND_BACK).from(INSPECTION).to(REWORK).by(INSPECTOR).requires("reason")
                .guardedBy(NOBODY_INSPECTS_THEIR_OWN_WORK)
            .transition(PASS).from(INSPECTION).to(SETTLEMENT).by(INSPECTOR).guardedBy(NOBODY_INSPECTS_THEIR_OWN_WORK)
            .stay(PAY).in(SETTLEMENT).by(ADVISOR)
            .transition(DELIVER).from(SETTLEMENT).to(DELIVERED).by(ADVISOR).guardedBy(INVOICE_IS_PAID)
            .stay(REMIND).in(DELIVERED).by(Role.SYSTEM)
            .transition(FOLLOW_UP).from(DELIVERED).to(FOLLOWED_UP).by(ADVISOR)
            .transition(COME_BACK).from(DELIVERED).to(DISPATCHED).by(ADVISOR).requires("reason")
            .transition(CANCEL).from(BOOKED, RECEIVED, ORDERED).to(CANCELLED).by(ADVISOR, Role.REQUESTER).requires("reason"))
            .build();
    }
    // spotless:on
}
