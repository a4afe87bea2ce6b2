package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.StateCategory.ACTIVE;
import static io.itsm4j.lifecycle.StateCategory.CANCELLED;
import static io.itsm4j.lifecycle.StateCategory.CLOSED;
import static io.itsm4j.lifecycle.StateCategory.PENDING;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import java.util.Set;

/** A small but whole lifecycle for the stories: somebody brings a bicycle to be repaired. */
final class Repairs {

    static final State BROUGHT = State.of("BROUGHT", StateCategory.NEW);
    static final State ON_THE_STAND = State.of("ON_THE_STAND", ACTIVE);
    static final State WAITING = State.of("WAITING", PENDING);
    static final State REPAIRED = State.of("REPAIRED", RESOLVED);
    static final State FETCHED = State.of("FETCHED", CLOSED);
    static final State SCRAPPED = State.of("SCRAPPED", CANCELLED);

    static final Action START = Action.of("start");
    static final Action REPAIR = Action.of("repair");
    static final Action FETCH = Action.of("fetch");
    static final Action REOPEN = Action.of("reopen");
    static final Action COMMENT = Action.of("comment");

    static final Guard<Bill> NEEDS_A_BILL =
            Guard.named("NEEDS_A_BILL", "there is no bill", Set.of("bill"), Bill::written);
    static final Guard<Bill> NEEDS_PAYMENT = Guard.named("NEEDS_PAYMENT", "the bill is not paid", Bill::paid);

    private Repairs() {}

    record Bill(boolean written, boolean paid) {}

    static final Bill NOTHING = new Bill(false, false);
    static final Bill PAID = new Bill(true, true);

    static LifecycleBuilder<Bill> table() {
        return Lifecycle.<Bill>named("repair")
                .version(1)
                .initial(BROUGHT)
                .transition("start")
                .from(BROUGHT, WAITING)
                .to(ON_THE_STAND)
                .by(Role.AGENT)
                .transition("wait")
                .from(ON_THE_STAND)
                .to(WAITING)
                .requires("part")
                .by(Role.AGENT)
                .transition("repair")
                .from(BROUGHT, ON_THE_STAND)
                .to(REPAIRED)
                .effect("tell the owner")
                .transition("fetch")
                .from(REPAIRED)
                .to(FETCHED)
                .guardedBy(NEEDS_A_BILL, NEEDS_PAYMENT)
                .transition("reopen")
                .from(REPAIRED, FETCHED)
                .to(ON_THE_STAND)
                .by(Role.AGENT, Role.MANAGER)
                .transition("scrap")
                .from(BROUGHT, WAITING)
                .to(SCRAPPED)
                .stay("comment")
                .inEvery()
                .stay("estimate")
                .inCategory(ACTIVE, PENDING)
                .requires("bill")
                .by(Role.AGENT);
    }

    static final Lifecycle<Bill> LIFECYCLE = table().build();
}
