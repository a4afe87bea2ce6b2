package io.itsm4j.examples.vehicle;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.ticket.Step;

/** What must hold before a repair goes on. */
final class RepairRules {

    static final Guard<Step<VehicleRepair>> MILEAGE_IS_NOTED = Guard.named(
            "MILEAGE_IS_NOTED",
            "the mileage is read at the reception",
            step -> step.details().mileage() > 0);

    static final Guard<Step<VehicleRepair>> ORDER_IS_SIGNED = Guard.named(
            "ORDER_IS_SIGNED",
            "a repair order names the jobs and what the customer agreed to pay",
            step -> !step.details().jobs().isEmpty() && step.details().estimateCents() > 0);

    static final Guard<Step<VehicleRepair>> SOMEBODY_WILL_DO_IT = Guard.named(
            "SOMEBODY_WILL_DO_IT",
            "a repair is dispatched to a mechanic and a bay",
            step -> step.assignment().assignee() != null && step.details().bay() != null);

    static final Guard<Step<VehicleRepair>> WORK_IS_DONE =
            Guard.named("WORK_IS_DONE", "jobs of the order are still open", step -> step.openTasks() == 0);

    static final Guard<Step<VehicleRepair>> NOBODY_INSPECTS_THEIR_OWN_WORK = Guard.named(
            "NOBODY_INSPECTS_THEIR_OWN_WORK",
            "whoever repaired it does not inspect it",
            step -> !step.actor().id().equals(step.assignment().assignee()));

    static final Guard<Step<VehicleRepair>> INVOICE_IS_PAID = Guard.named(
            "INVOICE_IS_PAID", "the invoice is not paid", step -> step.details().paid());

    private RepairRules() {}
}
