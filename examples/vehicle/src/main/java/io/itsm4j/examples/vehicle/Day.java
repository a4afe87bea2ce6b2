package io.itsm4j.examples.vehicle;

import static io.itsm4j.examples.vehicle.RepairLifecycle.BOOKED;
import static io.itsm4j.examples.vehicle.RepairLifecycle.DELIVERED;
import static io.itsm4j.examples.vehicle.RepairLifecycle.DISPATCHED;
import static io.itsm4j.examples.vehicle.RepairLifecycle.INSPECTION;
import static io.itsm4j.examples.vehicle.RepairLifecycle.IN_PROGRESS;
import static io.itsm4j.examples.vehicle.RepairLifecycle.ORDERED;
import static io.itsm4j.examples.vehicle.RepairLifecycle.RECEIVED;
import static io.itsm4j.examples.vehicle.RepairLifecycle.REWORK;
import static io.itsm4j.examples.vehicle.RepairLifecycle.SETTLEMENT;
import static io.itsm4j.examples.vehicle.RepairLifecycle.WAITING_FOR_PARTS;
import static io.itsm4j.examples.vehicle.RepairLifecycle.WAITING_FOR_WORK;

import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;

/** A day in the shop: five vehicles, and what stands in their way. */
final class Day {

    private final Shop shop;
    private final Teller tell;
    private final Workshop anna;
    private final Workshop max;
    private final Workshop mei;
    private final Workshop ivan;

    Day(Shop shop, Teller tell) {
        this.shop = shop;
        this.tell = tell;
        this.anna = shop.as(Shop.ANNA);
        this.max = shop.as(Shop.MAX);
        this.mei = shop.as(Shop.MEI);
        this.ivan = shop.as(Shop.IVAN);
    }

    void run() {
        tell.chapter("The morning: five bookings");
        TicketId nora = booked(BookRepair.of("nora", "HH-AN 12", "Brakes squeal", "petrol"));
        TicketId ben = booked(
                BookRepair.of("ben", "B-XY 7", "Oil on the floor", "diesel").ofFleet("parcels"));
        TicketId eva = booked(BookRepair.of("eva", "M-EV 300", "Does not charge", "electric"));
        TicketId kai = booked(BookRepair.of("kai", "K-LM 9", "Scratch on the door", "petrol"));
        TicketId fay =
                booked(BookRepair.of("fay", "F-GH 44", "Clutch slips", "diesel").ofFleet("parcels"));
        tell.refused(
                "a booking without a plate", "REQUIRED", () -> anna.book(BookRepair.of("lee", " ", "?", "petrol")));
        tell.refused("a steam engine", "FIELD_OPTION", () -> anna.book(BookRepair.of("lee", "X-1", "Boils", "steam")));

        tell.chapter("The reception: mileage, order, dispatch");
        tell.refused("to take it in without a look at the mileage", "GUARD", () -> anna.receive(nora, 0));
        taken(nora, 61_200, RepairOrder.of(32_000, "Front pads", "Test drive"), "max", 1);
        taken(ben, 188_000, RepairOrder.of(54_000, "Oil pan gasket"), "mei", 2);
        taken(eva, 12_900, RepairOrder.of(18_000, "Charging port"), "ivan", 3);
        tell.refused("to sign an order for nothing", "OUT_OF_LIMIT", () -> {
            anna.receive(fay, 240_000);
            anna.order(fay, RepairOrder.of(0, "Clutch"));
        });
        tell.refused(
                "a mechanic who signs an order", "NOT_PERMITTED", () -> max.order(fay, RepairOrder.of(9, "Clutch")));
        tell.now(anna.order(fay, RepairOrder.of(98_000, "Clutch")), ORDERED, "signed for 980.00");
        tell.refused("to dispatch it to a bay without a mechanic", "GUARD", () -> anna.dispatch(fay, null, 4));
        tell.now(anna.dispatch(fay, "max", 4), DISPATCHED, "max, bay 4");
        RequesterView cancelled =
                shop.itsm().as(Shop.customer("kai")).portal().act(kai, RepairLifecycle.CANCEL, "sold the car");
        tell.say(cancelled.number() + " cancelled by the customer in the portal: it is "
                + cancelled.state().label());

        work(nora, ben, eva, fay);
        evening(nora, eva);
    }

    private void work(TicketId nora, TicketId ben, TicketId eva, TicketId fay) {
        tell.chapter("The workshop");
        pass(45);
        tell.now(max.begin(nora), IN_PROGRESS, "max has begun");
        tell.now(mei.begin(ben), IN_PROGRESS, "mei has begun");
        tell.now(ivan.begin(eva), IN_PROGRESS, "ivan has begun");
        tell.now(mei.waitForParts(ben, "gasket 11-42"), WAITING_FOR_PARTS, "no gasket in stock");
        tell.now(max.begin(fay), IN_PROGRESS, "max looks at it between two jobs");
        tell.now(max.waitForWork(fay, "the lift is taken"), WAITING_FOR_WORK, "bay 4 is free again");
        tell.refused("to call it finished with jobs open", "GUARD", () -> max.finish(nora));
        pass(90);
        max.finishJobs(nora);
        tell.now(max.finish(nora), INSPECTION, "two jobs done");
        ivan.finishJobs(eva);
        tell.now(ivan.finish(eva), INSPECTION, "ivan is done with it");
        tell.refused("to inspect one's own work", "GUARD", () -> ivan.pass(eva, 17_500));
        tell.now(shop.as(Shop.IRIS).sendBack(eva, "the flap does not close"), REWORK, "iris sent it back");
        pass(30);
        tell.now(ivan.finish(eva), INSPECTION, "the flap closes");
        tell.now(shop.as(Shop.IRIS).pass(eva, 17_500), SETTLEMENT, "passed the second time");
        tell.now(ivan.pass(nora, 31_000), SETTLEMENT, "passed at once");
        tell.now(mei.resume(ben, 2), IN_PROGRESS, "the gasket has come");
    }

    private void evening(TicketId nora, TicketId eva) {
        tell.chapter("The evening: settlement and delivery");
        pass(60);
        tell.refused("the keys before the money", "GUARD", () -> anna.deliver(nora));
        for (TicketId id : new TicketId[] {nora, eva}) {
            anna.pay(id);
            tell.now(anna.deliver(id), DELIVERED, "paid and handed over");
        }
    }

    private TicketId booked(BookRepair input) {
        var repair = anna.book(input);
        tell.now(repair, BOOKED, repair.title());
        return repair.id();
    }

    private void taken(TicketId id, int mileage, RepairOrder order, String mechanic, int bay) {
        pass(10);
        tell.now(anna.receive(id, mileage), RECEIVED, mileage + " km");
        tell.now(anna.order(id, order), ORDERED, String.join(", ", order.jobs()));
        tell.now(anna.dispatch(id, mechanic, bay), DISPATCHED, mechanic + ", bay " + bay);
    }

    private void pass(int minutes) {
        shop.clock().pass(Duration.ofMinutes(minutes));
    }
}
