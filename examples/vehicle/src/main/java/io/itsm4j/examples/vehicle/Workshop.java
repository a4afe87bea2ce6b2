package io.itsm4j.examples.vehicle;

import io.itsm4j.ItsmSession;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one member of the shop can do with repairs: typed verbs over the library's generic ones. */
final class Workshop {

    private final Tickets<VehicleRepair> repairs;

    Workshop(ItsmSession session) {
        this.repairs = session.tickets(RepairType.REPAIR);
    }

    Tickets<VehicleRepair> repairs() {
        return repairs;
    }

    Ticket<VehicleRepair> book(BookRepair input) {
        repairs.check(input);
        Map<String, Object> fields = new HashMap<>(Map.of("fuel", input.fuel()));
        if (input.fleet() != null) {
            fields.put("fleet", input.fleet());
        }
        OpenTicket ticket = OpenTicket.titled(input.complaint())
                .requestedBy(input.customer())
                .withFields(fields);
        return repairs.open(ticket, VehicleRepair.of(input.plate()));
    }

    Ticket<VehicleRepair> receive(TicketId id, int mileage) {
        return act(id, RepairLifecycle.RECEIVE, repair -> repair.received(mileage));
    }

    /** Signs the order; its jobs become tasks. */
    Ticket<VehicleRepair> order(TicketId id, RepairOrder input) {
        repairs.act(
                id,
                RepairLifecycle.ORDER,
                input,
                draft -> draft.details(draft.details().ordered(input.jobs(), input.estimateCents())));
        for (String job : input.jobs()) {
            repairs.addTask(id, AddTask.titled(job));
        }
        return repairs.get(id);
    }

    Ticket<VehicleRepair> dispatch(TicketId id, @Nullable String mechanic, int bay) {
        repairs.assign(id, Assign.to("workshop", mechanic));
        return act(id, RepairLifecycle.DISPATCH, repair -> repair.standingIn(bay));
    }

    Ticket<VehicleRepair> begin(TicketId id) {
        return act(id, RepairLifecycle.BEGIN, repair -> repair);
    }

    Ticket<VehicleRepair> waitForParts(TicketId id, String part) {
        return repairs.act(
                id,
                RepairLifecycle.WAIT_FOR_PARTS,
                Reason.of(part),
                draft -> draft.pendingReason("PARTS").details(draft.details().waitingFor(part)));
    }

    Ticket<VehicleRepair> waitForWork(TicketId id, String why) {
        return repairs.act(
                id,
                RepairLifecycle.WAIT_FOR_WORK,
                Reason.of(why),
                draft -> draft.pendingReason("WORK").details(draft.details().standingIn(null)));
    }

    Ticket<VehicleRepair> resume(TicketId id, int bay) {
        return act(id, RepairLifecycle.RESUME, repair -> repair.standingIn(bay));
    }

    /** Ticks every job off. */
    void finishJobs(TicketId id) {
        for (Task task : repairs.tasks(id, PageRequest.all()).items()) {
            if (task.state() == Task.State.OPEN) {
                repairs.changeTask(id, task.id(), Task.State.DONE);
            }
        }
    }

    Ticket<VehicleRepair> finish(TicketId id) {
        return act(id, RepairLifecycle.FINISH, repair -> repair);
    }

    Ticket<VehicleRepair> sendBack(TicketId id, String why) {
        return repairs.act(
                id,
                RepairLifecycle.SEND_BACK,
                Reason.of(why),
                draft -> draft.notePersonal("reason", why)
                        .details(draft.details().sentBack()));
    }

    Ticket<VehicleRepair> pass(TicketId id, long invoiceCents) {
        return act(id, RepairLifecycle.PASS, repair -> repair.invoiced(invoiceCents));
    }

    Ticket<VehicleRepair> pay(TicketId id) {
        return act(id, RepairLifecycle.PAY, VehicleRepair::settled);
    }

    Ticket<VehicleRepair> deliver(TicketId id) {
        return act(id, RepairLifecycle.DELIVER, repair -> repair);
    }

    Ticket<VehicleRepair> followUp(TicketId id, int stars) {
        return act(id, RepairLifecycle.FOLLOW_UP, repair -> repair.rated(stars));
    }

    private interface Change {
        VehicleRepair of(VehicleRepair repair);
    }

    private Ticket<VehicleRepair> act(TicketId id, Action action, Change change) {
        Consumer<Draft<VehicleRepair>> effect = draft -> draft.details(change.of(draft.details()));
        return repairs.act(id, action, Reason.NONE, effect);
    }
}
